"""Your normalization layer. Everything below the docstrings is yours to replace."""

import torch
from torch import nn


class BatchNorm1d(nn.Module):
    """Batch normalization of features (N, C) or of sequences (N, C, L).

    num_features: C
    eps:          stands under the root, beside the variance
    momentum:     how much of the way the running statistics go towards a new batch, from 0 to 1

    Parameters weight (ones) and bias (zeros); registered buffers running_mean (zeros) and running_var (ones);
    all of shape (C,).
    """

    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1) -> None:
        super().__init__()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """A new tensor with the shape and dtype of x.

        Training mode: normalised by the batch's own statistics, buffers updated in place. Evaluation mode:
        normalised by the buffers, nothing updated. There is nothing to raise.
        """
        raise NotImplementedError("forward is not written yet")
