"""Reading and marking a small tensor that is filled in cell by cell, as a grid of rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from graders.answers.numbers import parse_number
from graders.answers.outcome import AnswerRefused, Marking, Reason, Remark, graded, right, wrong_because

Grid = tuple[tuple[Fraction, ...], ...]
# With so large a share of right entries the way is right, and a slip in the arithmetic is left.
MOSTLY = Fraction(3, 4)


@dataclass(frozen=True)
class LikelyGrid:
    """A wrong tensor with the reason that leads to it."""

    grid: Grid
    reason: Reason


@dataclass(frozen=True)
class TensorKey:
    """The right entries by rows, how far off one may be, and the wrong tensors that known slips lead to."""

    grid: Grid
    absolute: Fraction = Fraction(0)
    errors: tuple[LikelyGrid, ...] = ()

    @property
    def columns(self) -> int:
        return len(self.grid[0])


def parse_grid(cells: Sequence[str], rows: int, columns: int) -> Grid:
    """The entries in row-major order; refuses a missing or unreadable one, saying which it is."""
    filled = [cell.strip() for cell in cells]
    if not any(filled):
        raise AnswerRefused("answer_blank")
    if len(filled) != rows * columns:
        raise AnswerRefused("tensor_size_wrong", rows=rows, columns=columns)
    values = [_entry(cell, *divmod(place, columns)) for place, cell in enumerate(filled)]
    return tuple(tuple(values[start : start + columns]) for start in range(0, len(values), columns))


def mark_tensor(key: TensorKey, cells: Sequence[str]) -> Marking:
    """Mark a tensor; name the slip where a known one explains it. A mostly right one earns half the marks."""
    given = parse_grid(cells, len(key.grid), key.columns)
    wrong_places = _differences(key.grid, given, key.absolute)
    if not wrong_places:
        return right()
    for error in key.errors:
        if not _differences(error.grid, given, key.absolute):
            return wrong_because(error.reason)
    total = len(key.grid) * key.columns
    row, column = wrong_places[0]
    found = Remark(
        "tensor_entries_wrong",
        {"right": total - len(wrong_places), "total": total, "row": row + 1, "column": column + 1},
    )
    mostly = Fraction(total - len(wrong_places), total) >= MOSTLY
    return graded(Fraction(1, 2) if mostly else Fraction(0), found)


def _entry(cell: str, row: int, column: int) -> Fraction:
    if not cell:
        raise AnswerRefused("tensor_entry_missing", row=row + 1, column=column + 1)
    try:
        return parse_number(cell).value
    except AnswerRefused as refused:
        raise AnswerRefused(
            "tensor_entry_unreadable", row=row + 1, column=column + 1, text=cell[:40]
        ) from refused


def _differences(expected: Grid, given: Grid, absolute: Fraction) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row, pair in enumerate(zip(expected, given, strict=True))
        for column, (wanted, got) in enumerate(zip(*pair, strict=True))
        if abs(wanted - got) > absolute
    ]
