"""Figures of the lesson on LeNet, AlexNet, VGG and ResNet."""

from __future__ import annotations

from dlquiz.content.drawing import (
    ACCENT,
    CELL,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    arrow,
    box,
    frame,
    grid,
    node,
    picture,
    text,
)
from dlquiz.questions.generators.famous_cnn_architectures.famous_lenet_maps import LENET, sizes

DENSE = (120, 84, 10)


def lenet() -> str:
    """The maps of LeNet-5, as large as their sides, and the dense layers as bars."""
    n, k, first, second = LENET
    one, half, two, last = sizes(n, k)
    maps = [(1, n), (first, one), (first, half), (second, two), (second, last)]
    steps = [f"{k}×{k}", "2×2", f"{k}×{k}", "2×2", ""]
    parts: list[str] = []
    left, middle = 24.0, 100.0
    for number, ((count, side), step) in enumerate(zip(maps, steps, strict=True)):
        wide = 3.2 * side
        behind = 10 if count > 1 else 0
        for shift in (behind, behind / 2, 0) if behind else (0,):
            parts.append(
                box(
                    "",
                    left + wide / 2 + shift,
                    middle - shift,
                    wide,
                    wide,
                    fill=PALE_BLUE if count == 1 else TINT,
                )
            )
        parts.append(text(f"{side}×{side}", left + wide / 2, 182, 14))
        parts.append(text(f"{count}", left + wide / 2, 202, 14, ink=ACCENT))
        end = left + wide + behind
        if number < len(maps) - 1:
            parts += [arrow((end + 8, middle), (end + 50, middle)), text(step, end + 29, middle - 16, 14)]
        left = end + 58
    for units in DENSE:
        tall = 24 + units
        parts += [
            arrow((left - 50, middle), (left - 8, middle)),
            box("", left + 9, middle, 18, tall, fill=PALE_GREEN),
            text(str(units), left + 9, 182, 14),
        ]
        left += 18 + 58
    return picture(left - 34, 224, parts)


def stack() -> str:
    """One value, the 3×3 that it was made of, and the 5×5 that those were made of."""
    parts: list[str] = []
    left, base, gap = 28.0, 28.0, 72
    for size, made in ((5, 3), (3, 1), (1, 0)):
        top = base + (5 - size) / 2 * CELL
        window = [(row, column) for row in range(3) for column in range(3)] if size == 5 else [(0, 0)]
        parts.append(grid([[""] * size] * size, left, top, marked=window))
        parts.append(text(f"{size}×{size}", left + size * CELL / 2, base + 5 * CELL + 22, 15))
        right = left + size * CELL
        if made:
            along = base + (5 - made) / 2 * CELL + CELL / 2
            parts += [
                frame(left, top, 3),
                arrow((left + 3 * CELL + 3, along), (right + gap - 5, along), ink=ACCENT),
                text("3×3", right + gap / 2, along - 16, 15, ink=ACCENT),
            ]
        left = right + gap
    return picture(left - gap + 28, base + 5 * CELL + 46, parts)


def block() -> str:
    """A residual block with the numbers of the lesson, and a bottleneck."""
    return picture(700, 230, [*_small_block(), *_bottleneck()])


FIGURES = {
    "lenet.svg": lenet,
    "stack.svg": stack,
    "block.svg": block,
}


def _small_block() -> list[str]:
    row, over = 130.0, 50.0
    return [
        text("x = (1, 3)", 58, row, 15),
        arrow((108, row), (132, row)),
        box("W₁", 156, row, 48, fill=TINT),
        arrow((180, row), (200, row)),
        box("ReLU", 230, row, 60),
        arrow((260, row), (280, row)),
        box("W₂", 304, row, 48, fill=TINT),
        arrow((328, row), (361, row)),
        node("+", 376, row),
        arrow((391, row), (411, row)),
        box("ReLU", 441, row, 60),
        arrow((441, row + 17), (441, row + 50)),
        text("y = (0, 6)", 441, row + 64, 15),
        arrow((120, row), (120, over), (376, over), (376, row - 15), ink=ACCENT, width=2.4),
        text("x", 248, over - 16, 15, ink=ACCENT),
        text("F(x) = (−3, 3)", 318, row + 36, 14),
    ]


def _bottleneck() -> list[str]:
    middle, wide = 590.0, 130.0
    parts = [text("256", middle, 20, 14), arrow((middle, 30), (middle, 48))]
    for place, words in enumerate(("1×1, 64", "3×3, 64", "1×1, 256")):
        y = 65 + 46 * place
        parts.append(box(words, middle, y, wide, 30, fill=TINT))
        parts.append(arrow((middle, y + 15), (middle, y + 31)))
    return [
        *parts,
        node("+", middle, 204),
        arrow((middle, 38), (680, 38), (680, 204), (middle + 15, 204), ink=ACCENT, width=2.4),
    ]
