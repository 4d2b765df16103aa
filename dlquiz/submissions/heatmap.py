"""Small tensors as grids of numbers with a colour each: what the result page shows of a visible case.

Colour comes from nine steps around zero (CSS classes ``heat-n4`` to ``heat-p4``): the Content Security Policy
allows no style attributes. The number stands in every cell, so colour never speaks alone.
"""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graders.contract import ShownTensor

STEPS = 4
INTEGER_DTYPES = frozenset({"bool", "uint8", "int8", "int16", "int32", "int64"})
# What the reader sees where the engine had no finite number to give.
NOT_FINITE = "NaN/∞"

Index = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One element: its number as text, its colour step, and whether it is the first wrong one."""

    text: str
    step: str
    first_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Plane:
    """A matrix out of a tensor; ``where`` is the slice, e.g. ``[0, 1, :, :]``, empty where it is all."""

    where: str
    columns: range
    rows: tuple[tuple[Cell, ...], ...]
    holds_first_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Heatmap:
    """One tensor. ``role``: input, expected, actual or difference."""

    name: str
    role: str
    dtype: str
    shape: str
    planes: tuple[Plane, ...]


def heatmaps(tensors: Sequence[ShownTensor], first_wrong: dict[str, Index]) -> tuple[Heatmap, ...]:
    """Inputs first, then for every output expected, actual and difference, all on one scale of colour.

    ``first_wrong`` gives the place of the first wrong element by the output's name.
    """
    drawn = [
        draw(tensor, largest(tensor.values), first_wrong=None) for tensor in tensors if tensor.role == "input"
    ]
    outputs = [tensor for tensor in tensors if tensor.role != "input"]
    for name in dict.fromkeys(tensor.name for tensor in outputs):
        group = {tensor.role: tensor for tensor in outputs if tensor.name == name}
        scale = largest(itertools.chain.from_iterable(tensor.values for tensor in group.values()))
        mark = first_wrong.get(plain_name(name))
        drawn += [draw(group[role], scale, mark) for role in ("expected", "actual") if role in group]
        apart = difference(group.get("expected"), group.get("actual"))
        if apart is not None and any(apart.values):
            drawn.append(draw(apart, largest(apart.values), mark))
    return tuple(drawn)


def draw(tensor: ShownTensor, scale: float, first_wrong: Index | None) -> Heatmap:
    """``tensor`` as planes of its last two dimensions; ``scale`` is the number of the deepest colour."""
    whole = tensor.dtype in INTEGER_DTYPES
    cells = [
        Cell(number(value, whole), step(value, scale), index == first_wrong)
        for index, value in zip(indices(tensor.shape), tensor.values, strict=True)
    ]
    return Heatmap(
        name=plain_name(tensor.name),
        role=tensor.role,
        dtype=tensor.dtype,
        shape=shape_text(tensor.shape),
        planes=tuple(planes(tensor.shape, cells)),
    )


def planes(shape: Sequence[int], cells: Sequence[Cell]) -> Iterable[Plane]:
    """The matrices of a tensor, in order of memory; a vector is one row, a number one cell."""
    height, width = ([1, 1, *shape])[-2:]
    size = height * width
    if not size:
        return
    for lead, start in zip(indices(shape[:-2]), range(0, len(cells), size), strict=True):
        matrix = cells[start : start + size]
        yield Plane(
            # A lone matrix is all there is; which one it is goes without saying.
            where=f"[{', '.join([*map(str, lead), ':', ':'])}]" if len(cells) > size else "",
            columns=range(width),
            rows=tuple(tuple(matrix[row * width : (row + 1) * width]) for row in range(height)),
            holds_first_wrong=any(cell.first_wrong for cell in matrix),
        )


def difference(expected: ShownTensor | None, actual: ShownTensor | None) -> ShownTensor | None:
    """Yours minus expected, element by element; None where the shapes do not allow it."""
    if expected is None or actual is None or expected.shape != actual.shape:
        return None
    apart = tuple(
        None if ours is None or theirs is None else float(f"{theirs - ours:.6g}")
        for ours, theirs in zip(expected.values, actual.values, strict=True)
    )
    return ShownTensor(expected.name, "difference", expected.dtype, expected.shape, apart)


def indices(shape: Sequence[int]) -> Iterable[Index]:
    """Every index of a tensor of ``shape`` in C order."""
    return itertools.product(*map(range, shape))


def largest(values: Iterable[float | None]) -> float:
    """The largest magnitude among the finite values."""
    return max((abs(value) for value in values if value is not None), default=0.0)


def step(value: float | None, scale: float) -> str:
    """The colour step: ``n4`` (deep negative) to ``p4`` (deep positive), ``0``, or ``nan``."""
    if value is None:
        return "nan"
    if not scale or not value:
        return "0"
    size = min(STEPS, max(1, math.ceil(abs(value) / scale * STEPS)))
    return f"{'p' if value > 0 else 'n'}{size}"


def number(value: float | None, whole: bool) -> str:
    """A number short enough for a cell: four digits, integers as they are."""
    if value is None:
        return NOT_FINITE
    if whole or (value == int(value) and abs(value) < 1e6):
        return str(int(value))
    return f"{value:.4g}"


def plain_name(name: str) -> str:
    """The name as feedback texts use it: without the kind in front, what follows "@" in brackets."""
    plain, _, at = name.split(":", 1)[-1].partition("@")
    return f"{plain} ({at})" if at else plain


def shape_text(shape: Sequence[int]) -> str:
    """A shape as Python writes a tuple."""
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})"
