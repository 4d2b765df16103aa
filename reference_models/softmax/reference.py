"""Softmax along one axis: the largest score of each line is taken away before the exponential."""

import torch
from torch import Tensor


def softmax(x: Tensor, dim: int = -1) -> Tensor:
    """Probabilities along ``dim`` for scores of any shape."""
    refuse_what_the_statement_excludes(x, dim)
    # The largest score only keeps the numbers in range: the result does not depend on it, nor its gradient.
    largest = x.detach().amax(dim=dim, keepdim=True)
    exponentials = torch.exp(x - largest)
    return exponentials / exponentials.sum(dim=dim, keepdim=True)


def refuse_what_the_statement_excludes(x: Tensor, dim: int) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if not -x.ndim <= dim < x.ndim or x.shape[dim] == 0:
        raise ValueError("dim is no axis of x, or one without scores")
    if (x == torch.inf).any() or not torch.isfinite(x).any(dim=dim).all():
        raise ValueError("along dim one score must be an ordinary number, and none plus infinity")
