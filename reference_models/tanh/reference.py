"""The hyperbolic tangent and its derivative: the exponential is only taken of what is not positive."""

import torch
from torch import Tensor


def tanh(x: Tensor) -> Tensor:
    """(exp(x) - exp(-x)) / (exp(x) + exp(-x)) for each number of a tensor of any shape."""
    # Both sides of zero look alike but for the sign. expm1 keeps the digits of numbers near zero.
    fallen = torch.expm1(-2 * x.abs())
    return torch.sign(x) * -fallen / (fallen + 2)


def tanh_backward(dout: Tensor, x: Tensor) -> Tensor:
    """The gradient for x, given the one for tanh(x)."""
    if dout.shape != x.shape:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("dout and x must have the same shape")
    y = tanh(x)
    return dout * (1 - y * y)
