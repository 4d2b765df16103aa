"""Figures of the lesson on convolution."""

from __future__ import annotations

from dlquiz.content.drawing import CELL, PAD, frame, grid, picture, sign
from dlquiz.questions.generators.convolution.feature_map_entry import IMAGE, KERNEL, feature_map


def sliding_kernel() -> str:
    """Image with the first window, kernel, feature map with its first entry."""
    top, gap = 24, 60
    result = feature_map(IMAGE, KERNEL)
    second = 24 + 5 * CELL + gap
    third = second + 3 * CELL + gap
    middle = top + 5 * CELL / 2
    lower = top + CELL
    parts = [
        grid(IMAGE, 24, top, marked=[(r, c) for r in range(3) for c in range(3)]),
        frame(24, top, 3),
        sign("∗", second - gap / 2, middle),
        grid(KERNEL, second, lower, marked=[(r, c) for r in range(3) for c in range(3)]),
        sign("=", third - gap / 2, middle),
        grid(result, third, lower, marked=[(0, 0)]),
        frame(third, lower, 1),
    ]
    return picture(third + 3 * CELL + 24, top + 5 * CELL + 24, parts)


def padding_stride() -> str:
    """A 5 × 5 image with a ring of padding, three places of a kernel that moves by two, the output."""
    left = top = 24
    padded = tuple(tuple("0" if _is_ring(r, c) else "" for c in range(7)) for r in range(7))
    ring = [(r, c) for r in range(7) for c in range(7) if _is_ring(r, c)]
    outcome = left + 7 * CELL + 60
    lower = top + 2 * CELL
    parts = [grid(padded, left, top, marked=ring, tint=PAD)]
    parts += [frame(left + 2 * CELL * step, top, 3, dashed=step > 0) for step in range(3)]
    parts += [
        sign("→", outcome - 30, top + 7 * CELL / 2),
        grid((("1", "2", "3"), ("", "", ""), ("", "", "")), outcome, lower, marked=[(0, 0)]),
    ]
    return picture(outcome + 3 * CELL + 24, top + 7 * CELL + 24, parts)


FIGURES = {
    "sliding-kernel.svg": sliding_kernel,
    "padding-stride.svg": padding_stride,
}


def _is_ring(row: int, column: int) -> bool:
    return row in (0, 6) or column in (0, 6)
