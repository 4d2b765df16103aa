"""Figures of the lesson on the layers of a CNN."""

from __future__ import annotations

from collections.abc import Sequence

from dlquiz.content.drawing import (
    BLUE,
    CELL,
    GROUND,
    LINE,
    PAD,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    arrow,
    frame,
    grid,
    picture,
    text,
)
from dlquiz.questions.generators.cnn_layers.cnn_pool_by_hand import MAP, pooled
from dlquiz.questions.generators.writing import decimal

BLOCKS = {(0, 0): TINT, (0, 1): PALE_BLUE, (1, 0): PALE_GREEN, (1, 1): PAD}


def pooling() -> str:
    """A 4 × 4 map in four blocks, and what each kind of pooling leaves of them."""
    left, top, gap = 24, 28, 64
    parts = _in_blocks(MAP, left, top)
    first = left + 4 * CELL + gap
    parts.append(arrow((first - gap + 12, top + 2 * CELL), (first - 12, top + 2 * CELL)))
    for place, how in enumerate(("max", "average", "min")):
        x = first + place * (2 * CELL + 36)
        result = [[decimal(value) for value in row] for row in pooled(MAP, how)]
        parts.append(text(how, x + CELL, top + CELL - 20))
        for (row, column), tint in BLOCKS.items():
            corner = (x + column * CELL, top + (row + 1) * CELL)
            parts.append(grid([[result[row][column]]], *corner, marked=[(0, 0)], tint=tint))
    return picture(first + 3 * 2 * CELL + 2 * 36 + 24, top + 4 * CELL + 28, parts)


def small_cnn() -> str:
    """The tensors of the course's small CNN, with the layers between them."""
    upper, lower = 84, 268
    parts = [
        *_stack(70, upper, 96, 3, "3×32×32"),
        *_step(126, 196, upper, "Conv2d"),
        *_stack(260, upper, 96, 6, "16×32×32"),
        *_step(330, 412, upper, "MaxPool2d"),
        *_stack(452, upper, 48, 6, "16×16×16"),
        *_step(494, 560, upper, "Conv2d"),
        *_stack(610, upper, 48, 10, "32×16×16"),
        *_stack(70, lower, 24, 10, "32×8×8"),
        *_step(126, 196, lower, "Flatten"),
        *_row(226, lower, 150, "2048"),
        *_step(256, 326, lower, "Linear"),
        *_row(356, lower, 90, "128"),
        *_step(386, 456, lower, "Linear"),
        *_row(486, lower, 44, "10"),
        arrow((610, 154), (610, 176), (70, 176), (70, lower - 38)),
        text("MaxPool2d", 340, 176, 13, over=True),
    ]
    return picture(690, 376, parts)


FIGURES = {"pooling.svg": pooling, "small-cnn.svg": small_cnn}


def _in_blocks(values: Sequence[Sequence[int]], left: float, top: float) -> list[str]:
    """The map, each block of 2 × 2 in the colour that its result has."""
    parts = []
    for (row, column), tint in BLOCKS.items():
        block = [line[2 * column : 2 * column + 2] for line in values[2 * row : 2 * row + 2]]
        corner = (left + 2 * column * CELL, top + 2 * row * CELL)
        everywhere = [(r, c) for r in range(2) for c in range(2)]
        parts.append(grid(block, *corner, marked=everywhere, tint=tint))
        parts.append(frame(*corner, 2, ink=BLUE))
    return parts


def _stack(x: float, y: float, side: float, maps: int, shape: str) -> list[str]:
    """Feature maps one behind the other around (x, y), with their shape below."""
    shift = 4
    begin = (x - side / 2 - shift * (maps - 1) / 2, y - side / 2 + shift * (maps - 1) / 2)
    found = [
        f'<rect x="{begin[0] + shift * n:g}" y="{begin[1] - shift * n:g}" width="{side:g}" height="{side:g}" '
        f'fill="{PALE_BLUE if n == 0 else GROUND}" stroke="{LINE}"/>'
        for n in reversed(range(maps))
    ]
    return [*found, text(shape, x, y + side / 2 + shift * maps / 2 + 16, 14)]


def _row(x: float, y: float, height: float, length: str) -> list[str]:
    """A vector as an upright bar."""
    bar = (
        f'<rect x="{x - 8:g}" y="{y - height / 2:g}" width="16" height="{height:g}" fill="{TINT}" '
        f'stroke="{LINE}"/>'
    )
    return [bar, text(length, x, y + height / 2 + 15, 14)]


def _step(begin: float, end: float, y: float, layer: str) -> list[str]:
    """An arrow with the layer's name."""
    return [arrow((begin, y), (end, y)), text(layer, (begin + end) / 2, y - 16, 13, over=True)]
