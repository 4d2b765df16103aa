"""Batch normalization of features (N, C) and of sequences (N, C, L)."""

import torch
from torch import Tensor, nn


class BatchNorm1d(nn.Module):
    """Every feature is normalised over the examples and, where there are steps, over these as well."""

    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1) -> None:
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def forward(self, x: Tensor) -> Tensor:
        features = len(self.weight)
        if x.ndim not in (2, 3) or x.shape[1] != features or (self.training and x.numel() < 2 * features):
            # No student has to: this keeps the search for small examples from calls that make no sense.
            raise ValueError("(N, C) or (N, C, L) is wanted, and in training two values of each feature")

        # One more axis makes features sequences of one step.
        steps = x if x.ndim == 3 else x.unsqueeze(2)
        y = self._normalise(steps)
        return y if x.ndim == 3 else y.squeeze(2)

    def _normalise(self, x: Tensor) -> Tensor:
        mean, var = self.running_mean, self.running_var
        if self.training:
            mean = x.mean(dim=(0, 2))
            var = x.var(dim=(0, 2), unbiased=False)
            with torch.no_grad():
                self.running_mean.lerp_(mean, self.momentum)
                self.running_var.lerp_(x.var(dim=(0, 2), unbiased=True), self.momentum)
        normalised = (x - mean[:, None]) / torch.sqrt(var[:, None] + self.eps)
        return self.weight[:, None] * normalised + self.bias[:, None]
