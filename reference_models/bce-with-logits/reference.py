"""Binary cross-entropy from logits: sigmoid and logarithm are put together before anything is computed."""

import torch
from torch import Tensor


def bce_with_logits(input: Tensor, target: Tensor, pos_weight: Tensor | None = None) -> Tensor:
    """The mean of (1 - t)·x + (1 + (w - 1)·t)·s(x), where s(x) = ln(1 + exp(-x))."""
    refuse_what_the_statement_excludes(input, target, pos_weight)

    # ln(1 + exp(-x)) without overflow: what the exponential would grow by is taken out first. Of equal
    # numbers maximum gives each half of the gradient, so that the slope at 0 is -1/2 as it should be.
    rest = torch.log1p(torch.exp(-input.abs()))
    softplus = torch.maximum(-input, torch.zeros_like(input)) + rest

    weight = 1 if pos_weight is None else 1 + (pos_weight - 1) * target
    return ((1 - target) * input + weight * softplus).mean()


def refuse_what_the_statement_excludes(input: Tensor, target: Tensor, pos_weight: Tensor | None) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if input.shape != target.shape or input.numel() == 0 or input.ndim == 0:
        raise ValueError("two tensors of the same shape are wanted, with at least one element")
    if target.min() < 0 or target.max() > 1:
        raise ValueError("targets lie between 0 and 1")
    if pos_weight is not None:
        if pos_weight.ndim != 1 or len(pos_weight) not in (1, input.shape[-1]) or pos_weight.min() <= 0:
            raise ValueError("one positive weight is wanted for each place of the last axis, or one for all")
