"""Softmax over the places that a mask leaves, and zeros on all others."""

import math

import torch
from torch import Tensor


def masked_softmax(scores: Tensor, mask: Tensor) -> Tensor:
    """Weights over the last axis, shared out among the places where ``mask`` is True."""
    refuse_what_the_statement_excludes(scores, mask)
    visible = scores.masked_fill(~mask, -math.inf)

    # The largest score only keeps the numbers in range. An empty row has none: there, 0 is taken away.
    largest = visible.detach().amax(dim=-1, keepdim=True)
    largest = largest.masked_fill(largest == -math.inf, 0.0)

    shares = torch.exp(visible - largest)  # exactly 0 where the score is hidden
    total = shares.sum(dim=-1, keepdim=True)
    return shares / total.masked_fill(total == 0, 1.0)


def refuse_what_the_statement_excludes(scores: Tensor, mask: Tensor) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if scores.ndim == 0 or scores.shape[-1] == 0 or not torch.isfinite(scores).all():
        raise ValueError("the last axis of scores needs a place, and every score is an ordinary number")
    if mask.dtype != torch.bool or mask.ndim != scores.ndim:
        raise ValueError("the mask is boolean and has as many axes as scores")
    if any(own not in (1, length) for own, length in zip(mask.shape, scores.shape, strict=True)):
        raise ValueError("each axis of the mask is as long as that of scores, or of length 1")
