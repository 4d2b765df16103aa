"""Figures of the lesson on optimizers: computed paths, not sketches."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin, sqrt

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    GREEN,
    LINE,
    Axes,
    dot,
    line,
    picture,
    text,
)

# The valley ½ x² + 10 y²: twenty times as steep across as along.
STEEP = 20.0
START = (-9.0, 1.7)
RATE = 0.09
STEPS = 14
LEVELS = (0.4, 1.6, 4.0, 8.0, 14.0, 22.0, 34.0, 50.0)
SAMPLES = 480
WIDE, HIGH, LEFT, TOP, GAP = 560.0, 176.0, 20.0, 40.0, 56.0

Place = tuple[float, float]


def path(momentum: float, steps: int = STEPS) -> list[Place]:
    """The places that SGD comes to in the valley, in PyTorch's convention."""
    (x, y), (vx, vy) = START, (0.0, 0.0)
    places = [(x, y)]
    for _ in range(steps):
        vx, vy = momentum * vx + x, momentum * vy + STEEP * y
        x, y = x - RATE * vx, y - RATE * vy
        places.append((x, y))
    return places


def valley() -> str:
    """The same start, rate and number of steps: without momentum above, with it below."""
    parts: list[str] = []
    for number, (momentum, ink) in enumerate(((0.0, ACCENT), (0.5, GREEN))):
        top = TOP + number * (HIGH + GAP)
        axes = Axes(LEFT, top, WIDE, HIGH, (-10.6, 1.6), (-1.9, 1.9))
        parts.append(text(f"η = {RATE:g}, μ = {momentum:g}", LEFT + WIDE / 2, top - 18, 16, ink=ink))
        parts += [_level(axes, level) for level in LEVELS]
        middle = axes.at(0, 0)
        parts += [line([(middle[0] - 6, middle[1]), (middle[0] + 6, middle[1])], ink=BLUE, width=2.4)]
        parts += [line([(middle[0], middle[1] - 6), (middle[0], middle[1] + 6)], ink=BLUE, width=2.4)]
        points = [axes.at(*place) for place in path(momentum)]
        parts.append(line(points, ink=ink, width=1.8))
        parts += [dot(*point, ink=ink, radius=3) for point in points[1:]]
        parts.append(dot(*points[0], ink=ink, radius=5.5, hollow=True))
    return picture(LEFT * 2 + WIDE, TOP + 2 * HIGH + GAP + 16, parts)


def step_lengths() -> str:
    """How long the steps are, in units of η, while the gradient stays the same."""
    last = 30
    axes = Axes(48, 40, 440, 210, (0, last + 3), (0, 3.5))
    rules: list[tuple[str, str, Callable[[int], float]]] = [
        ("RMSProp", BLUE, lambda t: 1 / sqrt(1 - 0.9**t)),
        ("Adam", GREEN, lambda t: 1.0),
        ("AdaGrad", ACCENT, lambda t: 1 / sqrt(t)),
    ]
    heights = {"RMSProp": -13.0, "Adam": 13.0, "AdaGrad": 0.0}
    parts = [
        axes.drawn((1, 10, 20, 30), (1, 2, 3), "t"),
        text("|Δw| / η,  g = 1", 150, 22, 15),
    ]
    for name, ink, rule in rules:
        points = [axes.at(t, rule(t)) for t in range(1, last + 1)]
        parts += [line(points, ink=ink, width=1.6), *(dot(*point, ink=ink, radius=2.6) for point in points)]
        parts.append(
            text(name, points[-1][0] + 18, points[-1][1] + heights[name], 15, ink=ink, anchor="start")
        )
    parts.append(axes.numbered((1, 10, 20, 30), (1, 2, 3)))
    return picture(580, 290, parts)


FIGURES = {
    "valley.svg": valley,
    "step-lengths.svg": step_lengths,
}


def _level(axes: Axes, level: float) -> str:
    """Where the loss has this value: an ellipse, as far as it is in view."""
    across, up = sqrt(2 * level), sqrt(2 * level / STEEP)
    pieces: list[list[Place]] = [[]]
    for number in range(SAMPLES + 1):
        turn = 2 * pi * number / SAMPLES
        x, y = across * cos(turn), up * sin(turn)
        if axes.x[0] <= x <= axes.x[1] and axes.y[0] <= y <= axes.y[1]:
            pieces[-1].append(axes.at(x, y))
        elif pieces[-1]:
            pieces.append([])
    return "".join(line(piece, ink=LINE, width=0.9) for piece in pieces if len(piece) > 1)
