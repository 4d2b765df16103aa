"""Agreement of two sets of marks, and how sure one can be of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Levels = NDArray[np.int64]
RESAMPLES = 1000
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Estimate:
    """A measure with its confidence interval; ``value`` is None where there was nothing to measure."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def to_json(self) -> dict[str, float | None]:
        return {"value": self.value, "low": self.low, "high": self.high}


def weighted_kappa(one: Levels, other: Levels) -> float | None:
    """Quadratically weighted kappa of two sequences of levels 0, 1, …: 1 full agreement, 0 as by chance.

    J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968). None where chance alone would agree fully.
    """
    count = int(max(one.max(), other.max())) + 1
    seen = np.zeros((count, count))
    np.add.at(seen, (one, other), 1)
    expected = np.outer(seen.sum(1), seen.sum(0)) / seen.sum()
    weights = np.subtract.outer(np.arange(count), np.arange(count)) ** 2
    by_chance = float((weights * expected).sum())
    return None if not by_chance else 1 - float((weights * seen).sum()) / by_chance


def exact_agreement(one: Levels, other: Levels) -> float:
    """The share of answers at the same level."""
    return float((one == other).mean())


def mean_error(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Mean absolute difference of two sequences of fractions."""
    return float(np.abs(one - other).mean())


def share(hits: NDArray[np.bool_], of: NDArray[np.bool_]) -> float | None:
    """How many of ``of`` are among ``hits``; None where there are none."""
    return float((hits & of).sum() / of.sum()) if of.any() else None


def with_interval(
    measure: Callable[[NDArray[np.int64]], float | None], clusters: Sequence[str], seed: int = 0
) -> Estimate:
    """``measure`` of all rows, with a percentile interval from resampling whole clusters (questions).

    Answers to one question are alike: resampling single answers would make the interval too narrow. See
    Field and Welsh, "Bootstrapping clustered data", J. R. Statist. Soc. B 69 (2007).
    """
    names = sorted(set(clusters))
    rows = {name: np.flatnonzero(np.array(clusters) == name) for name in names}
    value = measure(np.arange(len(clusters)))
    if len(names) < 2 or value is None:
        return Estimate(value)
    source = np.random.default_rng(seed)
    found = []
    for _ in range(RESAMPLES):
        drawn = source.integers(len(names), size=len(names))
        again = measure(np.concatenate([rows[names[place]] for place in drawn]))
        if again is not None:
            found.append(again)
    tail = 100 * (1 - CONFIDENCE) / 2
    low, high = np.percentile(found, [tail, 100 - tail]) if found else (None, None)
    return Estimate(value, low, high)
