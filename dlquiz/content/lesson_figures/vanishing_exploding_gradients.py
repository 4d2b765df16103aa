"""Figures of the lesson on vanishing and exploding gradients."""

from __future__ import annotations

import math

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    GREEN,
    LINE,
    Axes,
    arrow,
    box,
    dot,
    line,
    node,
    picture,
    text,
)

LAYERS = 6
FACTORS = ((4.0, "× 4", ACCENT), (1.0, "× 1", GREEN), (0.25, "× 0.25", BLUE))
POWERS = {3: "1000", 2: "100", 1: "10", 0: "1", -1: "0.1", -2: "0.01", -3: "0.001"}


def factor_powers() -> str:
    """What arrives at each layer, on a scale of powers of ten, for three factors."""
    plane = Axes(90, 24, 380, 280, (0, LAYERS - 1), (-3.3, 3.3))
    parts = [plane.drawn(name_x="")]
    for power, written in POWERS.items():
        left, y = plane.at(0, power)
        right, _ = plane.at(LAYERS - 1, power)
        parts.append(line([(left, y), (right, y)], ink=LINE, width=0.6, dashed="3 4"))
        parts.append(text(written, left - 10, y, 13, anchor="end"))
    for factor, name, ink in FACTORS:
        points = [plane.at(passed, passed * math.log10(factor)) for passed in range(LAYERS)]
        parts.append(line(points, ink=ink, width=3))
        parts += [dot(x, y, ink=ink) for x, y in points]
        end = points[-1]
        parts.append(text(name, end[0] + 14, end[1], 15, ink=ink, anchor="start"))
    for passed in range(LAYERS):
        x, _ = plane.at(passed, 0)
        parts.append(text(f"W{LAYERS - passed}", x, 326, 14))
    parts.append(arrow((180, 348), (380, 348), ink=LINE))
    parts.append(text("backward", 280, 364, 13))
    return picture(560, 382, parts)


def slopes() -> str:
    """The derivatives of sigmoid, tanh and ReLU in one plane."""
    plane = Axes(60, 24, 440, 240, (-5, 5), (-0.08, 1.25))
    parts = [plane.drawn(ticks_x=(-4, -2, 2, 4), name_x="z")]
    for height in (0.25, 1):
        left, y = plane.at(-5, height)
        right, _ = plane.at(5, height)
        parts.append(line([(left, y), (right, y)], ink=LINE, width=0.8, dashed="3 4"))
        parts.append(text(f"{height:g}", left - 8, y, 13, anchor="end"))
    parts += [
        plane.curve(_sigmoid_slope, ink=BLUE),
        plane.curve(lambda z: 1 - math.tanh(z) ** 2, ink=GREEN, dashed="7 5"),
        line([plane.at(-5, 0), plane.at(0, 0)], ink=ACCENT, width=3),
        line([plane.at(0, 1), plane.at(4.8, 1)], ink=ACCENT, width=3),
        dot(*plane.at(0, 0.25), ink=BLUE),
        dot(*plane.at(0, 0), ink=ACCENT, hollow=True),
        dot(*plane.at(0, 1), ink=ACCENT, hollow=True),
        text("ReLU'", *plane.at(3.6, 1.1), ink=ACCENT),
        text("tanh'", *plane.at(1.6, 0.5), ink=GREEN),
        text("σ'", *plane.at(-2.6, 0.17), ink=BLUE),
        plane.numbered(ticks_x=(-4, -2, 2, 4)),
    ]
    return picture(530, 300, parts)


def shortcut() -> str:
    """A residual block, with the two ways that the gradient takes back."""
    parts = [
        text("x", 30, 110, 17),
        arrow((44, 110), (140, 110)),
        box("F", 190, 110, 100),
        arrow((240, 110), (325, 110)),
        node("+", 340, 110),
        arrow((355, 110), (430, 110)),
        text("y", 446, 110, 17),
        arrow((80, 110), (80, 62), (340, 62), (340, 95)),
        arrow((325, 44), (95, 44), ink=ACCENT, dashed="7 5"),
        text("× 1", 210, 24, 15, ink=ACCENT),
        arrow((325, 142), (95, 142), ink=BLUE, dashed="7 5"),
        text("× F'", 210, 162, 15, ink=BLUE),
    ]
    return picture(480, 184, parts)


FIGURES = {
    "factor-powers.svg": factor_powers,
    "slopes.svg": slopes,
    "shortcut.svg": shortcut,
}


def _sigmoid_slope(z: float) -> float:
    output = 1 / (1 + math.exp(-z))
    return output * (1 - output)
