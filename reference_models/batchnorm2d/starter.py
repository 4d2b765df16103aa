"""Your batch normalization layer. Everything below the docstrings is yours to replace."""

import torch
from torch import nn


class BatchNorm2d(nn.Module):
    """Batch normalization of images (N, C, H, W), one mean and one variance for each channel.

    num_features: C, the number of channels
    eps:          added to the variance, under the root
    momentum:     weight of the newest batch in the running averages, between 0 and 1

    Parameters weight (ones) and bias (zeros), shape (C,). Registered buffers running_mean (zeros) and
    running_var (ones), shape (C,), and num_batches_tracked (0, int64, a single number).
    """

    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1) -> None:
        super().__init__()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """A new tensor of the shape and dtype of x.

        In training mode x is normalised by its own statistics and the buffers are updated in place;
        in evaluation mode it is normalised by the running ones, and nothing is updated. In training
        every channel holds at least two values (N * H * W >= 2), so there is nothing to raise.
        """
        raise NotImplementedError("forward is not written yet")
