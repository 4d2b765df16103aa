"""ELU and its derivative: a straight line above zero, an exponential that levels off at -alpha below."""

import torch
from torch import Tensor


def elu(x: Tensor, alpha: float = 1.0) -> Tensor:
    """x where it is positive, alpha * (exp(x) - 1) elsewhere, for a tensor of any shape."""
    refuse_what_the_statement_excludes(alpha)
    # Only what is not positive is exponentiated: nothing overflows. expm1 keeps the digits near zero.
    below = alpha * torch.expm1(x.clamp(max=0))
    return torch.where(x > 0, x, below)


def elu_backward(dout: Tensor, x: Tensor, alpha: float = 1.0) -> Tensor:
    """The gradient for x, given the one for the result. At exactly 0 the slope is alpha."""
    refuse_what_the_statement_excludes(alpha)
    if dout.shape != x.shape:
        raise ValueError("dout and x must have the same shape")
    slope = alpha * torch.exp(x.clamp(max=0))
    return torch.where(x > 0, dout, dout * slope)


def refuse_what_the_statement_excludes(alpha: float) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if not alpha > 0:
        raise ValueError("alpha is greater than 0")
