"""Images, windows and borders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean

from dlquiz.content.drawing import (
    BLUE,
    CELL,
    PAD,
    PALE_BLUE,
    TINT,
    arrow,
    frame,
    grid,
    picture,
    sign,
    text,
)  # fmt: skip

EDGE = 24
GAP = 60
IMAGE = ((1, 0, 2), (3, 1, 0), (0, 2, 1))
KERNEL = ((1, 2), (3, -1))


def window_on_padding() -> str:
    """The hand example of conv2d-forward with stride 2 and padding 1: the kernel's four places."""
    padded = [[0] * 5, *([0, *row, 0] for row in IMAGE), [0] * 5]
    ring = [(row, column) for row in range(5) for column in range(5) if {row, column} & {0, 4}]
    kernel_left = EDGE + 5 * CELL + GAP
    result_left = kernel_left + 2 * CELL + GAP + 30
    middle, small = EDGE + 2.5 * CELL, EDGE + 1.5 * CELL
    places = [(row, column) for row in (0, 2) for column in (0, 2)]
    parts = [grid(padded, EDGE, EDGE, marked=ring, tint=PAD)]
    parts += [
        frame(EDGE + column * CELL, EDGE + row * CELL, 2, dashed=(row, column) != (0, 0))
        for row, column in places
    ]
    parts += [
        sign("∗", kernel_left - GAP / 2, middle),
        grid([[str(value).replace("-", "−") for value in row] for row in KERNEL], kernel_left, small),
        sign("+ 1 =", result_left - (GAP + 30) / 2, middle),
        grid(((0, "−1"), (7, 7)), result_left, small, marked=[(0, 0)]),
    ]
    return picture(result_left + 2 * CELL + EDGE, EDGE + 5 * CELL + EDGE, parts)


def scattered_gradient() -> str:
    """Each entry of dy goes back through the whole kernel; where two windows overlap, both add up."""
    second = EDGE + 2 * CELL + GAP
    third = second + 2 * CELL + GAP
    small = EDGE + CELL / 2
    both = [(0, 1), (1, 1)]
    parts = [
        grid(((1, 2), ("", "")), EDGE, small, marked=[(0, 0), (0, 1)]),
        sign("∗", second - GAP / 2, EDGE + 1.5 * CELL),
        grid(((1, 2), (3, 4)), second, small),
        sign("→", third - GAP / 2, EDGE + 1.5 * CELL),
        grid(((1, "2+2", 4), (3, "4+6", 8), ("", "", "")), third, EDGE, marked=both, tint=PALE_BLUE),
        frame(third, EDGE, 2),
        frame(third + CELL, EDGE, 2, dashed=True, ink=BLUE),
        text("dy", EDGE + CELL, EDGE + 3.5 * CELL, 16),
        text("w", second + CELL, EDGE + 3.5 * CELL, 16),
        text("dx", third + 1.5 * CELL, EDGE + 3.5 * CELL, 16),
    ]
    return picture(third + 3 * CELL + EDGE, EDGE + 4 * CELL + EDGE / 2, parts)


def places_of_a_window() -> str:
    """Eight pixels, a kernel of three and stride 2: three places, and one pixel that is never reached."""
    top = EDGE
    parts = [grid([list(range(8))], EDGE, top, marked=[(0, 7)], tint=PAD)]
    for step in range(3):
        left = EDGE + 2 * step * CELL
        parts += [
            frame(left + 3, top + CELL + 12 + step * (CELL + 8), 1, 3, ink=BLUE),
            text(f"i = {step}", left + 3 + 1.5 * CELL, top + 1.5 * CELL + 12 + step * (CELL + 8), 15),
        ]
    return picture(2 * EDGE + 8 * CELL, top + 4 * CELL + 12 + 16 + EDGE, parts)


def two_paddings() -> str:
    """The same picture with a border of zeros and with its own edge repeated."""
    inner = ((1, 2, 3), (4, 5, 6))
    zeros = [[0] * 5, *([0, *row, 0] for row in inner), [0] * 5]
    rows = [inner[0], *inner, inner[1]]
    nearest = [[row[0], *row, row[-1]] for row in rows]
    ring = [(row, column) for row in range(4) for column in range(5) if row in (0, 3) or column in (0, 4)]
    second = EDGE + 5 * CELL + GAP
    return picture(
        second + 5 * CELL + EDGE,
        EDGE + 4 * CELL + 2 * EDGE,
        [
            grid(zeros, EDGE, EDGE, marked=ring, tint=PAD),
            grid(nearest, second, EDGE, marked=ring, tint=PALE_BLUE),
            text('"zeros"', EDGE + 2.5 * CELL, 2 * EDGE + 4 * CELL, 15),
            text('"replicate"', second + 2.5 * CELL, 2 * EDGE + 4 * CELL, 15),
        ],
    )


def pooled(kind: str) -> str:
    """A 4 × 4 image in four windows of 2 × 2, and what is left of each."""
    image = ((1, 3, 2, 0), (4, 2, 1, 5), (0, 1, 7, 2), (2, 6, 3, 4))
    windows = [
        [[image[2 * r + a][2 * c + b] for a in (0, 1) for b in (0, 1)] for c in (0, 1)] for r in (0, 1)
    ]
    functions: dict[str, Callable[[Sequence[int]], float]] = {"max": max, "min": min, "avg": fmean}
    function = functions[kind]
    result = [[f"{function(window):g}" for window in row] for row in windows]
    marked = []
    if kind != "avg":
        for r in (0, 1):
            for c in (0, 1):
                wanted = function(windows[r][c])
                marked += [
                    (2 * r + a, 2 * c + b)
                    for a in (0, 1)
                    for b in (0, 1)
                    if image[2 * r + a][2 * c + b] == wanted
                ]
    second = EDGE + 4 * CELL + GAP
    parts = [grid(image, EDGE, EDGE, marked=marked)]
    parts += [frame(EDGE + 2 * c * CELL, EDGE + 2 * r * CELL, 2) for r in (0, 1) for c in (0, 1)]
    parts += [
        sign("→", second - GAP / 2, EDGE + 2 * CELL),
        grid(result, second, EDGE + CELL, marked=[(r, c) for r in (0, 1) for c in (0, 1)]),
    ]
    return picture(second + 2 * CELL + EDGE, 2 * EDGE + 4 * CELL, parts)


def flattened() -> str:
    """Two channels of 2 × 2 become eight numbers in a row: channel by channel, row by row."""
    first, second = (("a", "b"), ("c", "d")), (("e", "f"), ("g", "h"))
    row_left = EDGE + 4 * CELL + 20 + GAP
    every = [(r, c) for r in (0, 1) for c in (0, 1)]
    return picture(
        row_left + 8 * CELL + EDGE,
        2 * EDGE + 2 * CELL,
        [
            grid(first, EDGE, EDGE, marked=every),
            grid(second, EDGE + 2 * CELL + 20, EDGE, marked=every, tint=PALE_BLUE),
            sign("→", row_left - GAP / 2, EDGE + CELL),
            grid([list("abcd")], row_left, EDGE + CELL / 2, marked=[(0, c) for c in range(4)]),
            grid([list("efgh")], row_left + 4 * CELL, EDGE + CELL / 2, marked=[(0, c) for c in range(4)],
                 tint=PALE_BLUE),
        ],
    )  # fmt: skip


def averaged_axes() -> str:
    """Batch normalization of images: one mean over all images and pixels of a channel."""
    parts: list[str] = []
    side, gap = 2 * CELL, 18
    for image in range(3):
        for channel in range(2):
            left, top = EDGE + 64 + image * (side + gap), EDGE + 22 + channel * (side + gap)
            cells = [["", ""], ["", ""]]
            tint = TINT if channel == 0 else PALE_BLUE
            parts.append(grid(cells, left, top, marked=[(r, c) for r in (0, 1) for c in (0, 1)], tint=tint))
    right = EDGE + 64 + 3 * side + 2 * gap
    for image in range(3):
        parts.append(text(f"n = {image}", EDGE + 64 + image * (side + gap) + side / 2, EDGE + 6, 15))
    for channel, names in enumerate((("μ₀", "σ₀²"), ("μ₁", "σ₁²"))):
        middle = EDGE + 22 + channel * (side + gap) + side / 2
        parts += [
            text(f"c = {channel}", EDGE + 24, middle, 15),
            arrow((right + 8, middle), (right + 44, middle)),
            text(", ".join(names), right + 82, middle, 17),
        ]
    return picture(right + 120 + EDGE, EDGE + 22 + 2 * side + gap + EDGE, parts)


FIGURES = {
    "conv2d-forward/window": window_on_padding,
    "conv2d-backward/scatter": scattered_gradient,
    "conv-output-size/places": places_of_a_window,
    "pad2d/borders": two_paddings,
    "max-pool2d/windows": lambda: pooled("max"),
    "avg-pool2d/windows": lambda: pooled("avg"),
    "min-pool2d/windows": lambda: pooled("min"),
    "flatten/order": flattened,
    "batchnorm2d/axes": averaged_axes,
}
