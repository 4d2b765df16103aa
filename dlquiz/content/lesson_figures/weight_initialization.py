"""Figures of the lesson on weight initialization."""

from __future__ import annotations

import math

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    GREEN,
    PALE_GREEN,
    TINT,
    Axes,
    Point,
    arrow,
    dot,
    line,
    node,
    picture,
    text,
)
from dlquiz.questions.generators.weight_initialization.init_equal_gradients import vary
from dlquiz.questions.generators.writing import decimal

LAYERS = 10
RADIUS = 24.0


def twins() -> str:
    """Two hidden neurons with equal weights, what flows through them, and their equal gradients."""
    variation = vary(0)
    given = variation.names
    inputs, hidden, output = ((70, 70), (70, 210)), ((270, 70), (270, 210)), (460, 140)
    parts = [_joined(start, end, given["c"], at=0.28) for start in inputs for end in hidden]
    parts += [_joined(start, output, given["v"]) for start in hidden]
    parts += [node(str(given[f"x{place}"]), *at, radius=RADIUS) for place, at in enumerate(inputs, 1)]
    parts += [node("1.5", *at, radius=RADIUS, fill=TINT) for at in hidden]
    parts += [node("1.5", *output, radius=RADIUS, fill=PALE_GREEN), text("ŷ", output[0], output[1] - 40, 17)]
    parts += [text(f"x{sign}", at[0], at[1] - 40, 17) for sign, at in zip("₁₂", inputs, strict=True)]
    for sign, at, row in zip("₁₂", hidden, variation.answer, strict=True):
        side = -40 if at[1] < output[1] else 40
        parts.append(text(f"h{sign}", at[0] - 44, at[1] + side / 2, 17))
        entries = ", ".join(decimal(value) for value in row)
        parts.append(text(f"∂L/∂w{sign} = ({entries})", at[0] + 20, at[1] + side, 15, ink=ACCENT))
    return picture(530, 284, parts)


def spread() -> str:
    """The variance after each of ten layers, on a scale of powers of two, for three factors."""
    axes = Axes(76, 40, 380, 240, (0, LAYERS + 0.6), (-LAYERS - 0.6, LAYERS + 0.6))
    heights = (-10, -5, 0, 5, 10)
    curves = ((2.0, ACCENT, "n·Var(w) = 2"), (1.0, GREEN, "n·Var(w) = 1"), (0.5, BLUE, "n·Var(w) = 1/2"))
    parts = [axes.drawn((5, 10), heights, "")]
    for factor, ink, name in curves:
        step = math.log2(factor)
        places = [axes.at(layer, step * layer) for layer in range(LAYERS + 1)]
        parts.append(line(places, ink=ink, width=3))
        parts += [dot(*place, ink=ink) for place in places]
        x, y = axes.at(LAYERS, step * LAYERS)
        parts.append(text(name, x + 22, y, 15, ink=ink, anchor="start"))
    for height in heights:
        x, y = axes.at(0, height)
        parts.append(text(f"2{_raised(height)}" if height else "1", x - 10, y, 14, anchor="end"))
    for layer in (5, 10):
        x, y = axes.at(layer, 0)
        parts.append(text(str(layer), x, y + 17, 13, over=True))
    parts.append(text("Var(z)", 76, 20, 15))
    return picture(620, 300, parts)


FIGURES = {"twins.svg": twins, "spread.svg": spread}


def _joined(start: Point, end: Point, words: str, at: float = 0.5) -> str:
    """An arrow between two nodes, with its weight at a share of the way."""
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0)
    across, down = (x1 - x0) / length * RADIUS, (y1 - y0) / length * RADIUS
    drawn = arrow((x0 + across, y0 + down), (x1 - across, y1 - down))
    x, y = x0 + at * (x1 - x0), y0 + at * (y1 - y0)
    return drawn + (text(words, x, y - 12, 14) if abs(down) < across / 2 else text(words, x + 24, y, 14))


def _raised(power: int) -> str:
    return str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
