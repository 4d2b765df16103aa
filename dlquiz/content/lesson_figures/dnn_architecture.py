"""Figures of the lesson on the architecture of a deep network."""

from __future__ import annotations

from itertools import pairwise

from dlquiz.content.drawing import (
    ACCENT,
    LINE,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    arrow,
    box,
    node,
    picture,
    text,
)
from dlquiz.questions.generators.dnn_architecture.architecture_forward import LESSON_OUT
from dlquiz.questions.generators.dnn_architecture.architecture_layer import (
    LESSON_LAYER,
    LESSON_X,
    relu,
    sums,
)
from dlquiz.questions.generators.dnn_architecture.architecture_parameters import parameters

SIZES = (784, 512, 256, 10)
HEIGHTS = (196, 150, 106, 54)
FILLS = (PALE_BLUE, TINT, TINT, PALE_GREEN)
MIDDLE, APART, WIDE = 132.0, 170.0, 66.0
RADIUS = 27.0


def sizes() -> str:
    """784-512-256-10 as columns; on the arrows the parameters between, below what follows each layer."""
    parts: list[str] = []
    places = [60 + number * APART for number in range(len(SIZES))]
    for (left, right), pair in zip(pairwise(places), pairwise(SIZES), strict=True):
        parts.append(arrow((left + WIDE / 2, MIDDLE), (right - WIDE / 2, MIDDLE), width=2.2))
        parts.append(text(str(parameters(pair)), (left + right) / 2, MIDDLE - 18, 15, ink=ACCENT))
    for place, size, height, fill in zip(places, SIZES, HEIGHTS, FILLS, strict=True):
        parts.append(box(str(size), place, MIDDLE, WIDE, height, fill=fill, size=18))
    for place, name in zip(places, ("x", "ReLU", "ReLU", "softmax"), strict=True):
        parts.append(text(name, place, MIDDLE + 122, 15))
    return picture(places[-1] + 60, MIDDLE + 146, parts)


def forward() -> str:
    """The lesson's small network with its numbers; what ReLU sets to 0 is dashed."""
    (rows, biases), (weights, bias) = LESSON_LAYER, LESSON_OUT
    total = sums(LESSON_LAYER, LESSON_X)
    hidden = relu(total)
    result = sum(w * a for w, a in zip(weights, hidden, strict=True)) + bias
    inputs = [(70.0, y) for y in (50.0, 150.0, 250.0)]
    middle = [(330.0, 85.0), (330.0, 215.0)]
    end = (590.0, 150.0)
    parts: list[str] = []
    for neuron, (row, there) in enumerate(zip(rows, middle, strict=True)):
        off = hidden[neuron] == 0
        for here, weight in zip(inputs, row, strict=True):
            parts += _edge(here, there, weight, off=off, share=0.28)
        parts += _edge(there, end, weights[neuron], off=off, share=0.5)
    for (x, y), value in zip(inputs, LESSON_X, strict=True):
        parts.append(node(_number(value), x, y, radius=RADIUS, fill=PALE_BLUE))
    for (x, y), z, a, b in zip(middle, total, hidden, biases, strict=True):
        parts.append(node(_number(a), x, y, radius=RADIUS, fill=TINT))
        beside = y - 44 if y < end[1] else y + 44
        parts.append(text(f"b = {_number(b)}, z = {_number(z)}, a = {_number(a)}", x, beside, 14))
    parts.append(node(_number(result), *end, radius=RADIUS, fill=PALE_GREEN))
    parts.append(text(f"b = {_number(bias)}", end[0], end[1] + 44, 14))
    parts += [text("x", 70, 292, 15), text("ReLU", 330, 292, 15), text("ŷ", end[0], 292, 15)]
    return picture(660, 314, parts)


FIGURES = {
    "sizes.svg": sizes,
    "forward.svg": forward,
}


def _edge(
    here: tuple[float, float], there: tuple[float, float], weight: int, *, off: bool, share: float
) -> list[str]:
    """An arrow between two neurons with its weight; dashed where nothing comes of it."""
    (x0, y0), (x1, y1) = here, there
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    along, across = (x1 - x0) / length, (y1 - y0) / length
    begin = x0 + RADIUS * along, y0 + RADIUS * across
    finish = x1 - RADIUS * along, y1 - RADIUS * across
    place = x0 + share * (x1 - x0), y0 + share * (y1 - y0)
    shaft = (
        arrow(begin, finish, ink=LINE, width=1.5, dashed="5 5") if off else arrow(begin, finish, width=2.2)
    )
    return [shaft, text(_number(weight), *place, 15, ink=ACCENT, over=True)]


def _number(value: int) -> str:
    return str(value).replace("-", "−")
