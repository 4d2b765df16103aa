"""Losses that the grader computes itself, so that a solution's own word on them is not needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from graders.compare.evidence import Array
from graders.compare.tensors import wide


def mse(predicted: Array, target: Array) -> float | None:
    """The mean of squared differences, over all elements; None where the shapes differ."""
    if predicted.shape != target.shape:
        return None
    with np.errstate(all="ignore"):
        return float(np.mean((wide(predicted) - target) ** 2))


def cross_entropy(predicted: Array, target: Array) -> float | None:
    """Mean of -log softmax(predicted)[target]: logits (N, C), integer classes (N,), in nats."""
    if predicted.ndim != 2 or target.dtype.kind != "i" or target.shape != predicted.shape[:1]:
        return None
    if target.size and not 0 <= target.min() <= target.max() < predicted.shape[1]:
        return None
    with np.errstate(all="ignore"):
        logits = wide(predicted)
        logits = logits - logits.max(axis=1, keepdims=True)
        log_sum = np.log(np.exp(logits).sum(axis=1))
        return float(np.mean(log_sum - logits[np.arange(target.size), target]))


LOSSES: Mapping[str, Callable[[Array, Array], float | None]] = {"mse": mse, "cross_entropy": cross_entropy}
