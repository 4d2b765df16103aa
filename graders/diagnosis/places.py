"""Which places of a result are wrong, where the shape is right and only some of them are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from graders.compare.evidence import Array
from graders.compare.tensors import wrong_places
from graders.contract import Message
from graders.diagnosis.pairing import Pairing, common_axes

# Of an axis of a given size, the indices that are wrong.
_ENDS: dict[str, Callable[[int], set[int]]] = {
    "only_last_wrong": lambda size: {size - 1},
    "only_first_wrong": lambda size: {0},
    "only_last_right": lambda size: set(range(size - 1)),
    "only_first_right": lambda size: set(range(1, size)),
}
SHORTEST = 3


def places(name: str, pairings: Sequence[Pairing]) -> Message | None:
    """An end of an axis, the borders of an image, or where the input holds equal values."""
    if not all(pairing.has_right_shape for pairing in pairings):
        return None
    wrong = [wrong_places(pairing.actual, pairing.oracle, pairing.allowed) for pairing in pairings]
    if not all(found.any() and not found.all() for found in wrong):
        return None
    if all(_is_border(found) for found in wrong):
        return Message("finding_borders", {"name": name})
    for axis in common_axes(pairings):
        for code, indices in _ENDS.items():
            if all(_is_only(found, axis, indices) for found in wrong):
                return Message(f"finding_{code}", {"name": name, "axis": axis})
    if all(_is_at_ties(pairing, found) for pairing, found in zip(pairings, wrong, strict=True)):
        return Message("finding_ties", {"name": name})
    return None


def _is_border(wrong: Array) -> bool:
    """Only outer rows and columns, and more than one side of them."""
    if wrong.ndim < 2 or min(wrong.shape[-2:]) < SHORTEST or wrong[..., 1:-1, 1:-1].any():
        return False
    sides = (wrong[..., 0, :], wrong[..., -1, :], wrong[..., :, 0], wrong[..., :, -1])
    return sum(bool(side[..., 1:-1].any()) for side in sides) > 1


def _is_only(wrong: Array, axis: int, indices: Callable[[int], set[int]]) -> bool:
    size = wrong.shape[axis]
    if size < SHORTEST:
        return False
    others = tuple(other for other in range(wrong.ndim) if other != axis)
    return set(np.flatnonzero(wrong.any(axis=others)).tolist()) == indices(size)


def _is_at_ties(pairing: Pairing, wrong: Array) -> bool:
    """All wrong places lie where an input of the same shape has its value twice in a row."""
    for label in pairing.subject.plan.inputs:
        values = pairing.subject.expected.array("input:" + label)
        # Labels and masks hold their few values over and over: that says nothing.
        if values is not None and values.dtype.kind == "f" and values.shape == wrong.shape and values.ndim:
            rows = values.reshape(-1, values.shape[-1])
            tied = ((rows[:, :, None] == rows[:, None, :]).sum(axis=2) > 1).reshape(values.shape)
            if tied[wrong].all() and not tied.all():
                return True
    return False
