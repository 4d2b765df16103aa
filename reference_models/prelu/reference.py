"""PReLU and its derivatives: a leaky ReLU whose slopes are learned, one for each channel or one for all."""

import torch
from torch import Tensor


def prelu(x: Tensor, weight: Tensor) -> Tensor:
    """x where it is positive, its channel's slope times x elsewhere."""
    return torch.where(x > 0, x, slope_of_each(x, weight) * x)


def prelu_backward(dout: Tensor, x: Tensor, weight: Tensor) -> tuple[Tensor, Tensor]:
    """The gradients for x and for weight, given the one for the result."""
    if dout.shape != x.shape:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("dout and x must have the same shape")
    dx = torch.where(x > 0, dout, slope_of_each(x, weight) * dout)

    # A slope takes part where x is not positive, and there the result changes with it by x.
    shares = torch.where(x > 0, torch.zeros_like(x), dout * x)
    if len(weight) == 1:
        return dx, shares.sum().reshape(1)
    return dx, shares.transpose(0, 1).flatten(1).sum(dim=1)


def slope_of_each(x: Tensor, weight: Tensor) -> Tensor:
    """The slopes in a shape that lines them up with axis 1 of x, or the only slope."""
    if x.ndim < 1 or weight.ndim != 1 or len(weight) < 1:
        raise ValueError("x has an axis, and weight is (C,) or (1,)")
    if len(weight) == 1:
        return weight
    if x.ndim < 2 or x.shape[1] != len(weight):
        raise ValueError("weight has as many slopes as x has channels")
    return weight.reshape(1, -1, *[1] * (x.ndim - 2))
