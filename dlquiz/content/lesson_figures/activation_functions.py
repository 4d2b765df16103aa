"""Figures of the lesson on activation functions."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    INK,
    LINE,
    PALE_BLUE,
    Axes,
    arrow,
    box,
    dot,
    line,
    picture,
    text,
)

LEAK = 0.1
POWERS = (1, 2, 5)
Curve = Callable[[float], float]


def curves() -> str:
    """Six activations, each with its derivative dashed in the same plane."""
    parts: list[str] = []
    entries: list[tuple[str, Curve, Sequence[tuple[float, float, Curve]]]] = [
        ("sigmoid", _sigmoid, [(-4, 4, lambda z: _sigmoid(z) * (1 - _sigmoid(z)))]),
        ("tanh", math.tanh, [(-4, 4, lambda z: 1 - math.tanh(z) ** 2)]),
        ("ReLU", lambda z: max(0.0, z), [(-4, 0, lambda z: 0.0), (0, 4, lambda z: 1.0)]),
        ("leaky ReLU, 0.1", _leaky, [(-4, 0, lambda z: LEAK), (0, 4, lambda z: 1.0)]),
        ("ELU, α = 1", _elu, [(-4, 4, lambda z: min(1.0, math.exp(z)))]),
        ("step", lambda z: float(z >= 0), [(-4, 4, lambda z: 0.0)]),
    ]
    for place, (name, function, slopes) in enumerate(entries):
        parts += _small(24 + 226 * (place % 3), 36 + 196 * (place // 3), name, function, slopes)
    return picture(696, 394, parts)


def softmax() -> str:
    """Three logits, their powers of e, and the shares of the sum."""
    parts: list[str] = []
    names = ("0", "ln 2", "ln 5")
    for place, (name, power) in enumerate(zip(names, POWERS, strict=True)):
        y = 62 + 56 * place
        share = power / sum(POWERS)
        parts += [
            box(name, 64, y, 76, fill=PALE_BLUE),
            arrow((102, y), (164, y)),
            text("exp", 132, y - 12, 12),
            box(str(power), 190, y, 52),
            arrow((216, y), (278, y)),
            text("/ 8", 246, y - 12, 12),
            _bar(290, y, 240 * share),
            text(f"{share:g}", 300 + 240 * share, y, 15, anchor="start"),
        ]
    parts += [
        text("z", 64, 24, 16),
        text("eᶻ", 190, 24, 16),
        text("softmax(z)", 350, 24, 16),
        text("Σ = 8", 190, 218, 14),
        text("Σ = 1", 330, 218, 14),
    ]
    return picture(520, 240, parts)


FIGURES = {
    "curves.svg": curves,
    "softmax.svg": softmax,
}


def _small(
    left: float, top: float, name: str, function: Curve, slopes: Sequence[tuple[float, float, Curve]]
) -> list[str]:
    plane = Axes(left, top, 200, 148, (-4, 4), (-1.3, 2.2))
    begin, end = plane.at(-4, 1)[0], plane.at(4, 1)[0]
    parts = [text(name, left + 100, top - 16, 15), plane.drawn(ticks_x=(-2, 2), ticks_y=(-1, 1), name_x="z")]
    parts.append(
        line([(begin, plane.at(0, 1)[1]), (end, plane.at(0, 1)[1])], ink=LINE, width=0.7, dashed="3 4")
    )
    if name == "step":
        parts += [
            line([plane.at(-4, 0), plane.at(0, 0)], ink=ACCENT, width=3),
            line([plane.at(0, 1), plane.at(4, 1)], ink=ACCENT, width=3),
            dot(*plane.at(0, 0), ink=ACCENT, hollow=True),
            dot(*plane.at(0, 1), ink=ACCENT),
        ]
    else:
        parts.append(plane.curve(function, kinks=(0.0,)))
    for start, stop, slope in slopes:
        piece = [plane.at(z, slope(z)) for z in _places(start, stop)]
        parts.append(line(piece, ink=BLUE, width=2.2, dashed="6 5"))
    parts.append(plane.numbered(ticks_x=(-2, 2), ticks_y=(-1, 1)))
    return parts


def _places(start: float, stop: float) -> list[float]:
    return [start + (stop - start) * number / 60 for number in range(61)]


def _bar(left: float, y: float, width: float) -> str:
    return (
        f'<rect x="{left:g}" y="{y - 15:g}" width="{width:g}" height="30" fill="{ACCENT}" '
        f'stroke="{INK}" stroke-width="1"/>'
    )


def _sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def _leaky(z: float) -> float:
    return z if z > 0 else LEAK * z


def _elu(z: float) -> float:
    return z if z > 0 else math.exp(z) - 1
