"""Bahdanau's attention: scores by a small network, softmax over the real words, average of the keys."""

import math

import torch
from torch import Tensor


def attention_additive(
    query: Tensor, keys: Tensor, w_query: Tensor, w_key: Tensor, v: Tensor, mask: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Context (N, Dk) and weights (N, T) for queries (N, Dq) and keys (N, T, Dk)."""
    refuse_what_the_statement_excludes(query, keys, w_query, w_key, v, mask)
    from_query = query @ w_query.T  # (N, A)
    from_keys = keys @ w_key.T  # (N, T, A)
    hidden = torch.tanh(from_query[:, None, :] + from_keys)
    scores = hidden @ v  # (N, T)

    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    weights = torch.softmax(scores, dim=-1)

    context = (weights[:, :, None] * keys).sum(dim=1)
    return context, weights


def refuse_what_the_statement_excludes(
    query: Tensor, keys: Tensor, w_query: Tensor, w_key: Tensor, v: Tensor, mask: Tensor | None
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if query.ndim != 2 or keys.ndim != 3 or 0 in keys.shape or query.shape[0] != keys.shape[0]:
        raise ValueError("query is (N, Dq) and keys (N, T, Dk), none of them empty")
    if v.ndim != 1 or w_query.shape != (len(v), query.shape[1]) or w_key.shape != (len(v), keys.shape[2]):
        raise ValueError("w_query is (A, Dq), w_key (A, Dk) and v (A,)")
    if mask is not None and (mask.shape != keys.shape[:2] or not mask.bool().any(dim=1).all()):
        raise ValueError("mask is (N, T) and leaves every sentence a word")
