"""Figures of the lesson on batch normalization."""

from __future__ import annotations

from collections.abc import Sequence

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    CELL,
    LINE,
    TINT,
    arrow,
    dot,
    frame,
    grid,
    line,
    picture,
    text,
)
from dlquiz.questions.generators.batch_normalization.batchnorm_small_batch import BATCH

MEAN, SIGMA, GAMMA, BETA = 5, 2, 2, 1
_GAP = 12
_EMPTY = (("", ""), ("", ""))


def one_mean() -> str:
    """Which numbers share a mean: a column of (N, C), a channel of all examples of (N, C, H, W)."""
    top, left, chosen, second = 56.0, 64.0, 1, 320.0
    table = tuple(("",) * 4 for _ in range(5))
    parts = [
        grid(table, left, top, marked=[(row, chosen) for row in range(5)]),
        frame(left + chosen * CELL, top, 5, 1),
        *_labelled(left, top, 4 * CELL, 5 * CELL),
        text("BatchNorm1d  (N, C)", left + 2 * CELL, top + 3 * (2 * CELL + _GAP) + 24, 15),
    ]
    step = 2 * CELL + _GAP
    for example in range(3):
        for channel in range(3):
            x, y = second + channel * step, top + example * step
            marked = [(r, c) for r in range(2) for c in range(2)] if channel == chosen else []
            parts.append(grid(_EMPTY, x, y, marked=marked, tint=TINT))
            if channel == chosen:
                parts.append(frame(x, y, 2))
    side = 3 * step - _GAP
    parts += [
        *_labelled(second, top, side, side),
        text("H", second + side + 14, top + CELL, 14),
        text("W", second + side - CELL, top + side + 14, 14),
        text("BatchNorm2d  (N, C, H, W)", second + side / 2, top + 3 * step + 24, 15),
    ]
    return picture(second + side + 40, top + 3 * step + 48, parts)


def three_lines() -> str:
    """The lesson's batch, normalized, then scaled and shifted: the same five points on three lines."""
    normalized = [(value - MEAN) / SIGMA for value in BATCH]
    rows = [list(map(float, BATCH)), normalized, [GAMMA * value + BETA for value in normalized]]
    names = ("x", "x̂", "y")
    steps = ("x̂ = (x − 5) / 2", "y = 2 · x̂ + 1")
    parts: list[str] = []
    for above, below in ((0, 1), (1, 2)):
        parts += [
            line(
                [(_across(one), _height(above)), (_across(other), _height(below))],
                ink=LINE,
                width=1.2,
                dashed="4 4",
            )
            for one, other in zip(rows[above], rows[below], strict=True)
        ]
    for row, (name, values) in enumerate(zip(names, rows, strict=True)):
        parts += _number_line(row, name, values)
    parts += [
        text(words, _across(9.3), (_height(row) + _height(row + 1)) / 2, 15, anchor="end", over=True)
        for row, words in enumerate(steps)
    ]
    return picture(_across(9.5) + 24, _height(2) + 50, parts)


FIGURES = {
    "one-mean.svg": one_mean,
    "three-lines.svg": three_lines,
}


def _labelled(left: float, top: float, width: float, height: float) -> list[str]:
    """C across, N down."""
    return [
        text("C", left + 10, top - 24, 15),
        arrow((left + 22, top - 24), (left + width, top - 24), ink=LINE),
        text("N", left - 24, top + 10, 15),
        arrow((left - 24, top + 24), (left - 24, top + height), ink=LINE),
    ]


def _across(value: float) -> float:
    return 206 + 52 * value


def _height(row: int) -> float:
    return 44.0 + 110 * row


def _number_line(row: int, name: str, values: Sequence[float]) -> list[str]:
    y = _height(row)
    mean = sum(values) / len(values)
    parts = [
        text(name, _across(-3.5), y, 18),
        arrow((_across(-3), y), (_across(9.5), y), ink=LINE, width=1.4),
    ]
    parts += [
        line([(_across(tick), y - 4), (_across(tick), y + 4)], ink=LINE, width=1.4) for tick in range(-2, 10)
    ]
    parts.append(line([(_across(mean), y - 14), (_across(mean), y + 14)], ink=BLUE, width=3))
    parts += [dot(_across(value), y, ink=ACCENT) for value in values]
    parts += [text(f"{value:g}".replace("-", "−"), _across(value), y + 22, 13, over=True) for value in values]
    return parts
