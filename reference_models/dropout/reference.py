"""Inverted dropout: what is kept in training is scaled up, so that evaluation has nothing to do."""

import torch
from torch import Tensor, nn


class Dropout(nn.Module):
    """Sets each number to 0 with probability p in training, independently of all others."""

    def __init__(self, p: float = 0.5) -> None:
        super().__init__()
        if not 0 <= p < 1:
            raise ValueError(f"p is at least 0 and below 1, not {p}")
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        """x with numbers dropped and the others scaled, in training; x itself in evaluation."""
        if self.training:
            kept = torch.rand_like(x) >= self.p
            self.factors = kept.to(x.dtype) / (1 - self.p)
        else:
            self.factors = torch.ones_like(x)
        return x * self.factors

    def backward(self, dout: Tensor) -> Tensor:
        """The gradient for x: each number goes back through the factor that it was multiplied by."""
        if dout.shape != self.factors.shape:
            # No student has to: this keeps the search for small examples from calls that make no sense.
            raise ValueError("dout must have the shape of the last result")
        return dout * self.factors
