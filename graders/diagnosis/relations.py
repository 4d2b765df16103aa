"""Relations that make a wrong result of a right one: a sign, a factor, exchanged axes, a shift by one.

Each takes the name to be told and all wrong results under it, and answers only when all of them show it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice, permutations

import numpy as np

from graders.compare.tensors import constant_factor, is_near, wide
from graders.contract import Message
from graders.diagnosis.pairing import Pairing, Relation, all_like, along, common_axes

MOST_AXES = 4
# What a mean that should be a sum, or a root too many, makes of a size.
_POWERS = {"times": 1.0, "divided": -1.0, "root": 0.5, "by_root": -0.5}


def sign(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """The opposite sign everywhere."""
    return Message("finding_sign", {"name": name}) if all_like(pairings, np.negative) else None


def factor(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """One factor in each case: the same in all, or one that follows a size of the input."""
    if not all(pairing.has_right_shape for pairing in pairings):
        return None
    factors = [constant_factor(pairing.actual, pairing.oracle) for pairing in pairings]
    known = [found for found in factors if found is not None]
    if len(known) < len(factors):
        return None
    if len(set(known)) > 1:
        return _sized_factor(name, known, pairings)
    return _numbered("finding_factor", name, "factor", known, pairings) if len(known) > 1 else None


def _numbered(
    code: str, name: str, key: str, numbers: Sequence[float], pairings: Sequence[Pairing]
) -> Message:
    """The number from a visible case alone: of a hidden one it could carry an input out."""
    for number, pairing in zip(numbers, pairings, strict=True):
        if pairing.subject.plan.visible:
            return Message(code, {"name": name, key: number})
    return Message(f"{code.removesuffix('_below')}_hidden", {"name": name})


def _sized_factor(name: str, factors: Sequence[float], pairings: Sequence[Pairing]) -> Message | None:
    for size_name, size_of in _SIZES.items():
        sizes = [size_of(pairing) for pairing in pairings]
        for power_name, power in _POWERS.items():
            if np.allclose(factors, np.array(sizes, dtype=np.float64) ** power, rtol=2e-3):
                return Message(f"finding_{size_name}_{power_name}", {"name": name})
    return None


def _batch(pairing: Pairing) -> int:
    shape = next(iter(pairing.inputs()), ())
    return shape[0] if shape else 1


def _last(pairing: Pairing) -> int:
    shape = next(iter(pairing.inputs()), ())
    return shape[-1] if shape else 1


def _count(pairing: Pairing) -> int:
    return max(math.prod(next(iter(pairing.inputs()), ())), 1)


_SIZES: dict[str, Callable[[Pairing], int]] = {"batch": _batch, "count": _count, "last": _last}


def axes(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """The right values with axes exchanged."""
    ranks = {pairing.oracle.ndim for pairing in pairings}
    if len(ranks) != 1 or not 2 <= (rank := ranks.pop()) <= MOST_AXES:
        return None
    # The first is the order as it is: a result off by a hair is no matter of axes.
    for order in islice(permutations(range(rank)), 1, None):
        if all_like(pairings, partial(np.transpose, axes=order)):
            return Message("finding_axes", {"name": name, "order": list(order)})
    return None


def flip(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """The right values in the opposite order along an axis."""
    for axis in common_axes(pairings):
        if all_like(pairings, partial(np.flip, axis=axis)):
            return Message("finding_flipped", {"name": name, "axis": axis})
    return None


def offset(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """The same number too much everywhere, in every case."""
    if len(pairings) < 2 or not all(pairing.has_right_shape for pairing in pairings):
        return None
    found = [float(np.median(wide(pairing.actual) - pairing.oracle)) for pairing in pairings]
    if not np.isfinite(found[0]) or not all_like(pairings, lambda oracle: oracle + found[0]):
        return None
    code = "finding_offset" if found[0] > 0 else "finding_offset_below"
    return _numbered(code, name, "offset", [float(f"{abs(one):.4g}") for one in found], pairings)


def missing(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """One place too few along an axis, and what is there is right."""
    for axis in common_axes(pairings):
        for end, cut in (("last", slice(None, -1)), ("first", slice(1, None))):
            if all_like(pairings, partial(along, axis=axis, cut=cut)):
                return Message(f"finding_{end}_missing", {"name": name, "axis": axis})
    return None


def surplus(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """One place too many along an axis, and the others are right."""
    for axis in common_axes(pairings):
        for end, cut in (("last", slice(None, -1)), ("first", slice(1, None))):
            if all(_is_right_within(pairing, axis, cut) for pairing in pairings):
                return Message(f"finding_{end}_surplus", {"name": name, "axis": axis})
    return None


def _is_right_within(pairing: Pairing, axis: int, cut: slice) -> bool:
    inner = along(pairing.actual, axis, cut)
    return inner.size > 0 and is_near(inner, pairing.oracle, pairing.allowed)


def shift(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """Everything stands one place off along an axis; what comes in at the end may be anything."""
    for axis in common_axes(pairings):
        for step in (1, -1):
            if all(_is_shifted(pairing, axis, step) for pairing in pairings):
                return Message("finding_shifted", {"name": name, "axis": axis})
    return None


def _is_shifted(pairing: Pairing, axis: int, step: int) -> bool:
    if not pairing.has_right_shape or pairing.oracle.shape[axis] < 3:
        return False
    ends = (slice(1, None), slice(None, -1))
    ours, theirs = ends if step > 0 else ends[::-1]
    return is_near(along(pairing.actual, axis, ours), along(pairing.oracle, axis, theirs), pairing.allowed)


# The narrower relation first: what is negated is also multiplied by -1.
RELATIONS: tuple[Relation, ...] = (sign, factor, axes, flip, offset, missing, surplus, shift)
