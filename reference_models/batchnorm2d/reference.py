"""Batch normalization of images: the batch's own statistics in training, running ones in evaluation."""

import torch
from torch import Tensor, nn


class BatchNorm2d(nn.Module):
    """Normalises each channel of (N, C, H, W) over images, rows and columns together."""

    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1) -> None:
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))
        self.register_buffer("num_batches_tracked", torch.tensor(0))

    def forward(self, x: Tensor) -> Tensor:
        self._refuse_what_the_statement_excludes(x)
        if self.training:
            mean = x.mean(dim=(0, 2, 3))
            var = x.var(dim=(0, 2, 3), unbiased=False)
            self._remember(mean.detach(), var.detach(), values=x.numel() // x.shape[1])
        else:
            mean, var = self.running_mean, self.running_var
        normalised = (x - per_channel(mean)) / torch.sqrt(per_channel(var) + self.eps)
        return per_channel(self.weight) * normalised + per_channel(self.bias)

    def _refuse_what_the_statement_excludes(self, x: Tensor) -> None:
        """No student has to: this keeps the search for small examples from calls that make no sense."""
        channels = len(self.weight)
        if x.ndim != 4 or x.shape[1] != channels:
            raise ValueError(f"images with {channels} channels are wanted, not the shape {tuple(x.shape)}")
        if self.training and x.numel() < 2 * channels:
            raise ValueError("in training every channel needs two values")

    def _remember(self, mean: Tensor, var: Tensor, values: int) -> None:
        """Move the running averages towards this batch, in place and outside the graph."""
        unbiased = var * values / (values - 1)
        self.running_mean.mul_(1 - self.momentum).add_(self.momentum * mean)
        self.running_var.mul_(1 - self.momentum).add_(self.momentum * unbiased)
        self.num_batches_tracked.add_(1)


def per_channel(values: Tensor) -> Tensor:
    """(C,) as (1, C, 1, 1), which lines up with the channel axis of an image."""
    return values.view(1, -1, 1, 1)
