"""ReLU and its derivative: where a number is positive it passes, and so does its gradient."""

import torch
from torch import Tensor


def relu(x: Tensor) -> Tensor:
    """The larger of x and 0, for each number of a tensor of any shape."""
    return torch.where(x > 0, x, torch.zeros_like(x))


def relu_backward(dout: Tensor, x: Tensor) -> Tensor:
    """The gradient for x, given the one for relu(x). At exactly 0 it is 0."""
    if dout.shape != x.shape:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("dout and x must have the same shape")
    return torch.where(x > 0, dout, torch.zeros_like(dout))
