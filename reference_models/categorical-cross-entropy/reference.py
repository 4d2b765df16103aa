"""Categorical cross-entropy: only classes that have a share of the target reach the logarithm."""

import torch
from torch import Tensor


def categorical_cross_entropy(input: Tensor, target: Tensor) -> Tensor:
    """The mean over examples of -Σ t ln p over classes."""
    refuse_what_the_statement_excludes(input, target)
    # The choice comes before the logarithm: through a logarithm of 0 autograd would bring back NaN.
    harmless = torch.where(target > 0, input, torch.ones_like(input))
    losses = -(target * torch.log(harmless)).sum(dim=1)
    return losses.mean()


def refuse_what_the_statement_excludes(input: Tensor, target: Tensor) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if input.ndim != 2 or input.shape != target.shape or input.numel() == 0:
        raise ValueError("two tensors of shape (N, K) are wanted, not empty")
    for values in (input, target):
        if values.min() < 0 or values.max() > 1:
            raise ValueError("probabilities and shares lie between 0 and 1")
    if ((input == 0) & (target > 0)).any():
        raise ValueError("a probability is 0 where the target is not")
