"""Luong's attention: scores by a product, a softmax over the real words, and the average of the keys."""

import math

import torch
from torch import Tensor


def attention_multiplicative(
    query: Tensor, keys: Tensor, weight: Tensor | None = None, mask: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Context (N, Dk) and weights (N, T) for queries (N, Dq) and keys (N, T, Dk)."""
    refuse_what_the_statement_excludes(query, keys, weight, mask)
    # The general score is the dot score of a query that was turned by the matrix.
    turned = query if weight is None else query @ weight  # (N, Dk)
    scores = (turned[:, None, :] * keys).sum(dim=-1)  # (N, T)

    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    weights = torch.softmax(scores, dim=-1)

    context = (weights[:, :, None] * keys).sum(dim=1)
    return context, weights


def refuse_what_the_statement_excludes(
    query: Tensor, keys: Tensor, weight: Tensor | None, mask: Tensor | None
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if query.ndim != 2 or keys.ndim != 3 or 0 in keys.shape or query.shape[0] != keys.shape[0]:
        raise ValueError("query is (N, Dq) and keys (N, T, Dk), none of them empty")
    if weight is None and query.shape[1] != keys.shape[2]:
        raise ValueError("the dot score needs as many features in query as in keys")
    if weight is not None and weight.shape != (query.shape[1], keys.shape[2]):
        raise ValueError("weight is (Dq, Dk)")
    if mask is not None and (mask.shape != keys.shape[:2] or not mask.bool().any(dim=1).all()):
        raise ValueError("mask is (N, T) and leaves every sentence a word")
