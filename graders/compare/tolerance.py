"""How far a right answer may lie from the float64 oracle.

A sum of n products in a format of unit roundoff u is off by at most about n·u·Σ|aᵢbᵢ|, and by about
√n·u·(…) in practice (Higham, *Accuracy and Stability of Numerical Algorithms*, §4.2). Solutions add in
other orders, or through an FFT whose error follows the largest output and not the element; so both a
relative and an absolute part, the latter scaled by the tensor's largest magnitude.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graders.compare.evidence import Array

# Values between these and 0 may be flushed to 0: many kernels do, and FFTs and matrix products must be
# allowed to.
TINY = {"float64": 2.0**-1022, "float32": 2.0**-126, "float16": 2.0**-14, "bfloat16": 2.0**-126}
LARGEST = {
    "float64": (2 - 2.0**-52) * 2.0**1023,
    "float32": (2 - 2.0**-23) * 2.0**127,
    "float16": 65504.0,
    "bfloat16": (2 - 2.0**-7) * 2.0**127,
}
EPSILON = {"float64": 2.0**-52, "float32": 2.0**-23, "float16": 2.0**-10, "bfloat16": 2.0**-7}


class Factors(NamedTuple):
    """Over the estimate: roundings that do not depend on the sum's length, and that do; times the reference's
    own error; and roundings of the largest input.
    """

    base: float
    per_root: float
    noise: float
    floor: float


# Chosen so that no accepted solution was refused in 500 seeds while every known-wrong one was:
# docs/tolerances.md. With two or three digits there is no room for the margins that seven allow.
_FULL, _HALF = Factors(32.0, 8.0, 8.0, 16.0), Factors(2.0, 1.0, 4.0, 1.0)
FACTORS = {"float64": _FULL, "float32": _FULL, "float16": _HALF, "bfloat16": _HALF}


@dataclass(frozen=True, slots=True)
class Tolerance:
    """|actual - oracle| <= absolute + relative * |oracle|, element by element."""

    relative: float
    absolute: float


def tolerance(dtype: str, reduction: int, oracle: Array, expected: Array | None, scale: float) -> Tolerance:
    """For results in ``dtype`` after sums of length ``reduction``.

    ``expected`` is the reference run in ``dtype``: its own distance from the oracle shows how badly
    conditioned the case is. ``scale`` is the largest magnitude among the inputs, the floor's unit.
    Integer and boolean results are exact.
    """
    epsilon = EPSILON.get(dtype)
    if epsilon is None:
        return Tolerance(0.0, 0.0)
    factors = FACTORS[dtype]
    relative = epsilon * (factors.base + factors.per_root * math.sqrt(max(reduction, 1)))
    magnitude = _largest(oracle)
    absolute = relative * magnitude + factors.floor * epsilon * scale + TINY[dtype]
    if expected is not None and expected.shape == oracle.shape:
        with np.errstate(invalid="ignore"):
            absolute += factors.noise * _largest(expected.astype(np.float64) - oracle)
    return Tolerance(relative, absolute)


def within_range(oracle: Array, dtype: str) -> Array:
    """The oracle as results in ``dtype`` can be: infinite beyond its largest number."""
    largest = LARGEST.get(dtype)
    if largest is None or oracle.dtype.kind != "f":
        return oracle
    with np.errstate(invalid="ignore"):
        beyond = np.isfinite(oracle) & (np.abs(oracle) > largest * (1 + EPSILON[dtype] / 2))
    return np.where(beyond, np.copysign(np.inf, oracle), oracle) if beyond.any() else oracle


def _largest(values: Array) -> float:
    with np.errstate(invalid="ignore"):
        finite = np.abs(values[np.isfinite(values)])
    return float(finite.max()) if finite.size else 0.0
