"""Blocks and networks as their data flows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    CELL,
    GROUND,
    PAD,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    arrow,
    box,
    grid,
    line,
    node,
    picture,
    sign,
    text,
)  # fmt: skip


def _block(layers: Sequence[str], width: float) -> str:
    """Layers one under the other, and the way around them that is added at the end."""
    middle, top, step = 150.0, 30.0, 52.0
    parts = [text("x", middle, top, 17)]
    begin = top + 14
    fork = begin + 12
    y = begin
    for number, name in enumerate(layers):
        below = begin + 26 + step * number
        parts += [arrow((middle, y), (middle, below)), box(name, middle, below + 17, width, fill=_fill(name))]
        y = below + 34
    plus = y + 34
    side = middle + width / 2 + 56
    parts += [
        arrow((middle, y), (middle, plus - 16)),
        arrow((middle, fork), (side, fork), (side, plus), (middle + 17, plus), ink=BLUE),
        text("shortcut(x)", side + 10, (fork + plus) / 2, 14, anchor="start", ink=BLUE),
        node("+", middle, plus, fill=TINT),
        arrow((middle, plus + 15), (middle, plus + 40)),
        box("ReLU", middle, plus + 57, 90, fill=PALE_GREEN),
        arrow((middle, plus + 74), (middle, plus + 98)),
        text("y", middle, plus + 110, 17),
    ]
    return picture(side + 130, plus + 130, parts)


def _fill(name: str) -> str:
    if "conv" in name:
        return TINT
    return PALE_BLUE if name.startswith("bn") else PALE_GREEN


def residual() -> str:
    return _block(("conv1 3×3", "bn1", "ReLU", "conv2 3×3", "bn2"), 130)


def bottleneck() -> str:
    return _block(("conv1 1×1", "bn1", "ReLU", "conv2 3×3", "bn2", "ReLU", "conv3 1×1", "bn3"), 130)


def _stack(stages: Sequence[tuple[str, str, str]]) -> str:
    """Shapes in boxes from left to right, over two rows if they are many; layers on the arrows."""
    per_row = 4
    wide, gap, high = 104.0, 74.0, 110.0
    parts = []
    for number, (layer, shape, fill) in enumerate(stages):
        row, column = divmod(number, per_row)
        x, y = 24 + wide / 2 + column * (wide + gap), 40 + row * high
        parts.append(box(shape, x, y, wide, 40, fill=fill or GROUND))
        if not layer:
            continue
        if column:
            parts.append(arrow((x - wide / 2 - gap + 4, y), (x - wide / 2 - 4, y)))
            parts.append(text(layer, x - wide / 2 - gap / 2, y - 26, 13))
        else:
            last = 24 + wide / 2 + (per_row - 1) * (wide + gap)
            between = y - high / 2 + 8
            parts.append(arrow((last, y - high + 22), (last, between), (x, between), (x, y - 22)))
            parts.append(text(layer, (last + x) / 2, between - 10, 13))
    rows = (len(stages) + per_row - 1) // per_row
    return picture(48 + per_row * wide + (per_row - 1) * gap, 80 + (rows - 1) * high, parts)


def lenet() -> str:
    return _stack((
        ("", "1×32×32", PAD), ("conv1 5×5", "6×28×28", TINT), ("pool 2", "6×14×14", PALE_BLUE),
        ("conv2 5×5", "16×10×10", TINT), ("pool 2", "16×5×5", PALE_BLUE), ("flatten", "400", PAD),
        ("fc1", "120", PALE_GREEN), ("fc2", "84", PALE_GREEN), ("fc3", "10", PALE_GREEN),
    ))  # fmt: skip


def small_classifier() -> str:
    return _stack((
        ("", "3×32×32", PAD), ("conv1", "16×32×32", TINT), ("pool 2", "16×16×16", PALE_BLUE),
        ("conv2", "32×16×16", TINT), ("pool 2", "32×8×8", PALE_BLUE), ("flatten", "2048", PAD),
        ("fc1", "128", PALE_GREEN), ("fc2", "10", PALE_GREEN),
    ))  # fmt: skip


def dropped() -> str:
    """Inverted dropout with p = 0.5: a mask of zeros and ones, and what is kept counts twice."""
    left, top = 24, 24
    x, mask = ("1", "2", "3", "4"), ("1", "0", "0", "1")
    kept = [(0, column) for column, value in enumerate(mask) if value == "1"]
    gone = [(0, column) for column, value in enumerate(mask) if value == "0"]
    wide = 4 * CELL
    second, third = left + wide + 50, left + 2 * (wide + 50) + 84
    return picture(
        third + wide + 24,
        top + 2 * CELL + 20,
        [
            grid([x], left, top),
            sign("⊙", second - 25, top + CELL / 2),
            grid([mask], second, top, marked=gone, tint=PAD),
            text("/ (1 − p) =", third - 67, top + CELL / 2, 15),
            grid([["2", "0", "0", "8"]], third, top, marked=kept),
            text("x", left + wide / 2, top + 1.6 * CELL, 15),
            text("mask, p = 0.5", second + wide / 2, top + 1.6 * CELL, 15),
            text("y", third + wide / 2, top + 1.6 * CELL, 15),
        ],
    )


def layered() -> str:
    """Linear, ReLU, linear, softmax and loss, with the gradients that run back."""
    names = (
        ("x", 40.0),
        ("Linear", 130.0),
        ("ReLU", 240.0),
        ("Linear", 350.0),
        ("softmax, CE", 486.0),
        ("L", 600.0),
    )
    parts = []
    y, back = 44, 104
    ends = []
    for name, x in names:
        half = 16 if len(name) == 1 else 52 if name.startswith("soft") else 38
        ends.append((x - half, x + half))
        parts.append(text(name, x, y, 17) if half == 16 else box(name, x, y, 2 * half, fill=TINT))
    for (_, begin), (end, _) in pairwise(ends):
        parts.append(arrow((begin + 2, y), (end - 2, y), ink=ACCENT))
    gradients = ("dz", "dh", "ds")
    places = (185.0, 295.0, 410.0)
    parts.append(line([(600, y + 16), (600, back), (486, back)], ink=BLUE, dashed="6 5"))
    for left, right in ((410 + 22, 486), (295 + 22, 410 - 22), (185 + 22, 295 - 22)):
        parts.append(arrow((right, back), (left, back), ink=BLUE, dashed="6 5"))
    parts += [text(name, x, back, 16, ink=BLUE) for name, x in zip(gradients, places, strict=True)]
    return picture(640, 136, parts)


FIGURES = {
    "residual-block/flow": residual,
    "bottleneck-block/flow": bottleneck,
    "lenet5/shapes": lenet,
    "simple-cnn/shapes": small_classifier,
    "dropout/mask": dropped,
    "mlp-backprop/flow": layered,
}
