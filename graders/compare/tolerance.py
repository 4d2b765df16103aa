"""How far a right answer may lie from the float64 oracle.

A sum of n products in a format of unit roundoff u is off by at most about n·u·Σ|aᵢbᵢ|, and by about
√n·u·(…) in practice (Higham, *Accuracy and Stability of Numerical Algorithms*, §4.2). Solutions add in
other orders, or through an FFT whose error follows the largest output and not the element; so both a
relative and an absolute part, the latter scaled by the tensor's largest magnitude.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from graders.compare.evidence import Array

EPSILON = {"float64": 2.0**-52, "float32": 2.0**-23, "float16": 2.0**-10, "bfloat16": 2.0**-7}
# Margins over the estimate, chosen so that no accepted solution was refused in 200 seeds while every
# known-wrong one was: docs/tolerances.md.
BASE, PER_ROOT, NOISE, FLOOR = 32.0, 8.0, 8.0, 16.0


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
    relative = epsilon * (BASE + PER_ROOT * math.sqrt(max(reduction, 1)))
    magnitude = _largest(oracle)
    absolute = relative * magnitude + FLOOR * epsilon * scale
    if expected is not None and expected.shape == oracle.shape:
        absolute += NOISE * _largest(expected.astype(np.float64) - oracle)
    return Tolerance(relative, absolute)


def _largest(values: Array) -> float:
    with np.errstate(invalid="ignore"):
        finite = np.abs(values[np.isfinite(values)])
    return float(finite.max()) if finite.size else 0.0
