"""Hinge loss: what the product of score and target lacks to the margin."""

import torch
from torch import Tensor


def hinge(input: Tensor, target: Tensor, margin: float = 1.0) -> Tensor:
    """The mean of max(0, margin - target * input)."""
    refuse_what_the_statement_excludes(input, target, margin)
    lacking = margin - target * input
    return torch.relu(lacking).mean()


def refuse_what_the_statement_excludes(input: Tensor, target: Tensor, margin: float) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if input.shape != target.shape or input.numel() == 0 or margin <= 0:
        raise ValueError("two tensors of the same shape are wanted, and a positive margin")
    if (target.abs() != 1).any():
        raise ValueError("a target is neither -1 nor 1")
