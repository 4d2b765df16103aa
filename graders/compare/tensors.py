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


def wide(values: Array) -> Array:
    """The values in float64. A cell may answer with a signalling NaN, of which NumPy warns."""
    with np.errstate(invalid="ignore"):
        return np.asarray(values, np.float64)


def difference(actual: Array, oracle: Array, allowed: Tolerance) -> Difference | None:
    """None where ``actual`` is as near to ``oracle`` as ``allowed`` says.

    NaN and infinities equal themselves only.
    """
    ours, theirs = wide(oracle), wide(actual)
    distance, near = _compared(theirs, ours, allowed)
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


def wrong_places(actual: Array, oracle: Array, allowed: Tolerance) -> Array:
    """A mask of the shape of both: True where they are further apart than ``allowed``."""
    wrong: Array = ~_compared(wide(actual), wide(oracle), allowed)[1]
    return wrong


def constant_factor(actual: Array, oracle: Array) -> float | None:
    """The one number that turns the oracle into ``actual``, to four digits, where there is one."""
    if actual.size < 4:
        return None
    with np.errstate(all="ignore"):
        ours = wide(oracle)
        useful = np.abs(ours) > 1e-3 * np.abs(ours).max(initial=0.0)
        ratios = wide(actual)[useful] / ours[useful]
    if ratios.size < 4 or not np.isfinite(ratios).all():
        return None
    middle = float(np.median(ratios))
    if abs(middle) < 1e-6 or abs(middle - 1) < 1e-3 or np.abs(ratios - middle).max() > 1e-3 * abs(middle):
        return None
    return float(f"{middle:.4g}")


def _compared(theirs: Array, ours: Array, allowed: Tolerance) -> tuple[Array, Array]:
    """Distances, and where they are allowed. Both float64, ``ours`` the oracle."""
    with np.errstate(invalid="ignore", over="ignore"):
        distance = np.abs(theirs - ours)
        near = distance <= allowed.absolute + allowed.relative * np.abs(ours)
        # Else anything at all would be within a share of infinity.
        near &= np.isfinite(ours)
        near |= (theirs == ours) | (np.isnan(theirs) & np.isnan(ours))
    return distance, near


def is_near(actual: Array | None, wanted: Array | None, allowed: Tolerance) -> bool:
    """Equal shapes and near values; two absent tensors are near."""
    if actual is None or wanted is None:
        return actual is wanted
    return actual.shape == wanted.shape and difference(actual, wanted, allowed) is None


def _plain(value: float) -> float | str:
    # JSON has no NaN or infinity.
    return value if np.isfinite(value) else str(value)
