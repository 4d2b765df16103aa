"""The sigmoid and its derivative: the exponential is only taken of what is not positive."""

import torch
from torch import Tensor


def sigmoid(x: Tensor) -> Tensor:
    """1 / (1 + exp(-x)) for each number of a tensor of any shape."""
    # exp of a number up to 0 lies between 0 and 1: it cannot overflow.
    small = torch.exp(-x.abs())
    return torch.where(x >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid_backward(dout: Tensor, x: Tensor) -> Tensor:
    """The gradient for x, given the one for sigmoid(x)."""
    if dout.shape != x.shape:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("dout and x must have the same shape")
    y = sigmoid(x)
    return dout * y * (1 - y)
