"""Figures of the lesson on loss functions."""

from __future__ import annotations

import math
from fractions import Fraction

from dlquiz.content.drawing import ACCENT, BLUE, GREEN, Axes, dot, picture, text
from dlquiz.questions.generators.loss_functions.loss_huber import huber

WIDE, HIGH = 440.0, 260.0
ONE = Fraction(1)
LEAST = 0.005


def of_error() -> str:
    """The squared error, its absolute value and the Huber loss with δ = 1, by the error."""
    axes = Axes(34, 20, WIDE, HIGH, (-3.6, 3.6), (-0.3, 5.2))
    ticks_x, ticks_y = (-3, -2, -1, 1, 2, 3), (1, 2, 3, 4)
    parts = [
        axes.drawn(ticks_x, ticks_y, "e"),
        axes.curve(lambda e: e * e, ink=ACCENT),
        axes.curve(abs, ink=BLUE, kinks=(0,)),
        axes.curve(lambda e: float(huber(Fraction(e), ONE)), ink=GREEN, dashed="9 6"),
        axes.numbered(ticks_x, ticks_y),
        dot(*axes.at(2, 4)),
        dot(*axes.at(3, 3), ink=BLUE),
        dot(*axes.at(3, 2.5), ink=GREEN),
        text("e²", *_beside(axes, 2.2, 4.84, 22), 16, ink=ACCENT, anchor="start"),
        text("|e|", *_beside(axes, 3.6, 3.6, 10), 16, ink=BLUE, anchor="start"),
        text("Huber, δ = 1", *_beside(axes, 3.05, 1.85, -22), 16, ink=GREEN, anchor="start"),
    ]
    return picture(34 + WIDE + 84, 20 + HIGH + 20, parts)


def of_probability() -> str:
    """−ln p for y = 1 and −ln(1 − p) for y = 0."""
    axes = Axes(44, 40, WIDE, HIGH, (-0.03, 1.08), (-0.25, 4.6))
    ticks_x, ticks_y = (0.2, 0.5, 0.8, 1), (1, 2, 3, 4)
    parts = [
        axes.drawn(ticks_x, ticks_y, "p"),
        axes.curve(
            lambda p: -math.log(p) if LEAST < p <= 1 else math.inf, ink=ACCENT, kinks=(0.011, 0.013, 0.016, 1)
        ),
        axes.curve(
            lambda p: -math.log(1 - p) if 0 <= p < 1 - LEAST else math.inf,
            ink=BLUE,
            dashed="9 6",
            kinks=(0, 0.984, 0.987, 0.989),
        ),
        axes.numbered(ticks_x, ticks_y),
        dot(*axes.at(0.8, -math.log(0.8))),
        dot(*axes.at(0.8, -math.log(0.2)), ink=BLUE),
        text("0.223", *_beside(axes, 0.8, -math.log(0.8), 34, -16), 14, ink=ACCENT),
        text("1.609", *_beside(axes, 0.8, -math.log(0.2), -36, -10), 14, ink=BLUE),
        text("y = 1:  −ln p", *_beside(axes, 0.08, 3.3, 0), 16, ink=ACCENT, anchor="start"),
        text("y = 0:  −ln(1 − p)", *_beside(axes, 0.92, 3.3, 0), 16, ink=BLUE, anchor="end"),
    ]
    return picture(44 + WIDE + 30, 40 + HIGH + 24, parts)


FIGURES = {
    "of-error.svg": of_error,
    "of-probability.svg": of_probability,
}


def _beside(axes: Axes, x: float, y: float, right: float, down: float = 0) -> tuple[float, float]:
    across, along = axes.at(x, y)
    return across + right, along + down
