"""Leaky ReLU and its derivative: below zero a number passes by a small share, and so does its gradient."""

import torch
from torch import Tensor


def leaky_relu(x: Tensor, negative_slope: float = 0.01) -> Tensor:
    """x where it is positive, negative_slope * x elsewhere, for a tensor of any shape."""
    refuse_what_the_statement_excludes(negative_slope)
    return torch.where(x > 0, x, negative_slope * x)


def leaky_relu_backward(dout: Tensor, x: Tensor, negative_slope: float = 0.01) -> Tensor:
    """The gradient for x, given the one for the result. At exactly 0 the slope is the negative side's."""
    refuse_what_the_statement_excludes(negative_slope)
    if dout.shape != x.shape:
        raise ValueError("dout and x must have the same shape")
    return torch.where(x > 0, dout, negative_slope * dout)


def refuse_what_the_statement_excludes(negative_slope: float) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if not negative_slope >= 0:
        raise ValueError("negative_slope is at least 0")
