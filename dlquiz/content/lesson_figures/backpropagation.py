"""Figures of the lesson on the backward pass."""

from __future__ import annotations

from fractions import Fraction

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    PALE_BLUE,
    TINT,
    Axes,
    arrow,
    box,
    dot,
    line,
    picture,
    text,
)
from dlquiz.questions.generators.backpropagation.backprop_two_neurons import LESSON
from dlquiz.questions.generators.writing import decimal

MINIMUM = 2.0


def loss(w: float) -> float:
    """The lesson's loss of one weight."""
    return (w - MINIMUM) ** 2


def descent(w: float, eta: float, steps: int) -> list[float]:
    """Where gradient descent comes by."""
    places = [w]
    for _ in range(steps):
        places.append(places[-1] - eta * 2 * (places[-1] - MINIMUM))
    return places


def two_neurons() -> str:
    """The network of the worked example: values forward above, gradients backward below."""
    net, width, gap, top = LESSON, 84, 62, 92
    h_slope = net.slope * net.w2
    nodes = [
        ("x", net.x, None),
        ("z = w₁·x", net.z, h_slope * net.passed),
        ("h = ReLU(z)", net.h, h_slope),
        ("ŷ = w₂·h", net.w2 * net.h, net.slope),
        ("L = (ŷ−y)²", (net.w2 * net.h - net.y) ** 2, None),
    ]
    wide = [56, width + 8, width + 30, width + 8, width + 20]
    weights = {1: ("w₁", net.w1, net.gradient), 3: ("w₂", net.w2, net.slope * net.h)}
    parts: list[str] = []
    left = 24.0
    for place, (words, value, slope) in enumerate(nodes):
        middle = left + wide[place] / 2
        parts.append(box(words, middle, top, wide[place], fill=TINT if place == 4 else "#ffffff", size=14))
        parts.append(text(_number(value), middle, top - 32, 17, ink=BLUE))
        if slope is not None:
            parts.append(text(_number(slope), middle, top + 34, 17, ink=ACCENT))
        if place in weights:
            name, weight, gradient = weights[place]
            parts.append(box(f"{name} = {decimal(weight)}", middle, top + 128, 100, fill=PALE_BLUE, size=14))
            parts.append(arrow((middle, top + 54), (middle, top + 106), ink=ACCENT))
            parts.append(text(f"∂L/∂{name} = {_number(gradient)}", middle, top + 166, 15, ink=ACCENT))
        right = left + wide[place]
        if place < len(nodes) - 1:
            parts.append(arrow((right + 4, top - 7), (right + gap - 4, top - 7), ink=BLUE))
        if 0 < place < len(nodes) - 1:
            parts.append(arrow((right + gap - 4, top + 9), (right + 4, top + 9), ink=ACCENT))
        left = right + gap
    parts.append(text("→", 36, 24, 20, ink=BLUE))
    parts.append(text("x, z, h, ŷ, L", 56, 24, 14, ink=BLUE, anchor="start"))
    parts.append(text("←", 216, 24, 20, ink=ACCENT))
    parts.append(text("∂L/∂ŷ, ∂L/∂h, ∂L/∂z, ∂L/∂w", 236, 24, 14, ink=ACCENT, anchor="start"))
    return picture(left - gap + 24, top + 192, parts)


def steps_on_a_parabola() -> str:
    """Gradient descent from 5 on (w − 2)²: with a rate that works, and with one that is too high."""
    parts: list[str] = []
    for panel, eta in enumerate((0.1, 1.1)):
        left = 40 + panel * 330
        axes = Axes(left, 50, 280, 230, (-3.6, 7.6), (0, 29))
        places = descent(5, eta, 4 if eta < 1 else 3)
        parts.append(axes.drawn((0, 2, 5), (), "w"))
        parts.append(axes.curve(loss, ink=BLUE))
        way = [axes.at(w, loss(w)) for w in places]
        parts.append(line(way, ink=ACCENT, dashed="5 4"))
        parts += [dot(x, y, hollow=number > 0) for number, (x, y) in enumerate(way)]
        parts.append(axes.numbered((2, 5)))
        parts.append(text(f"η = {eta:g}", left + 140, 26, 17))
    return picture(40 + 2 * 330, 310, parts)


FIGURES = {
    "two-neurons.svg": two_neurons,
    "steps.svg": steps_on_a_parabola,
}


def _number(value: Fraction) -> str:
    return decimal(value).replace("-", "−")
