"""The fully connected layer."""

import torch
from torch import Tensor, nn


class LinearLayer(nn.Module):
    """Every output is a weighted sum of all inputs, plus a bias."""

    def __init__(self, in_features: int, out_features: int, bias: bool = True) -> None:
        super().__init__()
        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, x: Tensor) -> Tensor:
        if x.ndim == 0 or x.shape[-1] != self.weight.shape[1]:
            # No student has to: this keeps the search for small examples from calls that make no sense.
            raise ValueError("the last axis of x holds the inputs")
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
