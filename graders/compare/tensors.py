"""Element-wise comparison, and where and how two tensors differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.compare.evidence import Array
from graders.compare.tolerance import Tolerance


@dataclass(frozen=True, slots=True)
class Difference:
    """How two tensors of one shape differ: counts, the first wrong place, and the largest distance."""

    wrong: int
    total: int
    index: tuple[int, ...]
    expected: float
    actual: float
    largest: float

    def params(self, name: str) -> dict[str, Any]:
        """Parameters of a feedback text. Values are for cases that the student may see."""
        return {
            "name": name,
            "wrong": self.wrong,
            "total": self.total,
            "index": list(self.index),
            "expected": _plain(self.expected),
            "actual": _plain(self.actual),
        }


def difference(actual: Array, oracle: Array, allowed: Tolerance) -> Difference | None:
    """None where ``actual`` is as near to ``oracle`` as ``allowed`` says; NaN equals NaN only."""
    ours, theirs = oracle.astype(np.float64), actual.astype(np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        distance = np.abs(theirs - ours)
        near = distance <= allowed.absolute + allowed.relative * np.abs(ours)
        near |= (theirs == ours) | (np.isnan(theirs) & np.isnan(ours))
    if near.all():
        return None
    index = tuple(int(i) for i in np.argwhere(~near)[0])
    finite = distance[np.isfinite(distance)]
    return Difference(
        wrong=int((~near).sum()),
        total=int(near.size),
        index=index,
        expected=float(ours[index]),
        actual=float(theirs[index]),
        largest=float(finite.max()) if finite.size else float("inf"),
    )


def is_near(actual: Array | None, wanted: Array | None, allowed: Tolerance) -> bool:
    """Equal shapes and near values; two absent tensors are near."""
    if actual is None or wanted is None:
        return actual is wanted
    return actual.shape == wanted.shape and difference(actual, wanted, allowed) is None


def _plain(value: float) -> float | str:
    # JSON has no NaN or infinity.
    return value if np.isfinite(value) else str(value)
