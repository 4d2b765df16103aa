"""Figures of the lesson on the neuron and the perceptron."""

from __future__ import annotations

import math

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    GREEN,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    Axes,
    arrow,
    box,
    dot,
    line,
    node,
    picture,
    text,
)

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))


def neuron() -> str:
    """The lesson's neuron: three inputs, a sum with its bias, the step, the output."""
    parts: list[str] = []
    centre = (270.0, 110.0)
    for place, (value, weight) in enumerate((("1", "2"), ("2", "−1"), ("3", "0.5"))):
        y = 40 + 70 * place
        low = "₁₂₃"[place]
        parts += [
            arrow((104, y), (centre[0] - 21, centre[1] + (y - centre[1]) * 0.14)),
            box(f"x{low} = {value}", 60, y, 88, fill=PALE_BLUE),
            text(f"w{low} = {weight}", *((206, 54), (160, 96), (206, 168))[place], 14, ink=ACCENT),
        ]
    parts += [
        arrow((centre[0], 190), (centre[0], centre[1] + 22)),
        text("b = −1", centre[0], 204, 14, ink=ACCENT),
        node("Σ", *centre, radius=21, fill=TINT),
        arrow((centre[0] + 21, centre[1]), (404, centre[1])),
        text("z = 0.5", 345, centre[1] - 15, 14),
        box("", 436, centre[1], 64, 50, fill=TINT),
        line([(412, 124), (436, 124), (436, 96), (460, 96)], ink=ACCENT, width=3),
        arrow((468, centre[1]), (530, centre[1])),
        box("ŷ = 1", 570, centre[1], 76, fill=PALE_GREEN),
    ]
    return picture(624, 224, parts)


def boundaries() -> str:
    """AND and OR with the lesson's lines; XOR, for which there is none."""
    parts: list[str] = []
    for place, (name, ones, bias) in enumerate(
        (("AND", {(1, 1)}, -1.5), ("OR", {(0, 1), (1, 0), (1, 1)}, -0.5), ("XOR", {(0, 1), (1, 0)}, None))
    ):
        left = 24 + 206 * place
        plane = Axes(left + 22, 44, 150, 150, (-0.35, 1.5), (-0.35, 1.5))
        parts += [text(name, left + 97, 22, 16), plane.drawn(name_x="")]
        parts += [
            text("x₁", left + 182, plane.at(0, 0)[1], 14),
            text("x₂", plane.at(0, 0)[0], 46, 14, over=True),
        ]
        if bias is not None:
            low, high = (-bias - 1.3, 1.3) if name == "AND" else (-0.3, -bias + 0.3)
            parts.append(
                line([plane.at(low, -bias - low), plane.at(high, -bias - high)], ink=BLUE, width=2.6)
            )
        else:
            parts.append(text("?", *plane.at(0.5, 0.5), 26, ink=BLUE))
        for corner in CORNERS:
            x, y = plane.at(*corner)
            parts.append(dot(x, y, ink=ACCENT, radius=7, hollow=corner not in ones))
    return picture(640, 216, parts)


def hidden() -> str:
    """XOR from OR, NAND and AND: the net on the left, the moved points on the right."""
    parts = [
        arrow((68, 60), (146, 58)),
        arrow((68, 66), (146, 142)),
        arrow((68, 144), (146, 68)),
        arrow((68, 150), (146, 152)),
        arrow((234, 60), (310, 98)),
        arrow((234, 150), (310, 112)),
        arrow((374, 105), (420, 105)),
        box("x₁", 46, 60, 44, fill=PALE_BLUE),
        box("x₂", 46, 150, 44, fill=PALE_BLUE),
        box("h₁ OR", 190, 60, 88, fill=TINT),
        box("h₂ NAND", 190, 150, 88, fill=TINT),
        box("AND", 342, 105, 64, fill=TINT),
        text("ŷ", 434, 105, 17),
    ]
    plane = Axes(500, 32, 160, 160, (-0.35, 1.55), (-0.35, 1.55))
    parts += [
        plane.drawn(name_x=""),
        text("h₁", 674, plane.at(0, 0)[1], 14),
        text("h₂", plane.at(0, 0)[0], 22, 14),
        line([plane.at(0.2, 1.3), plane.at(1.3, 0.2)], ink=BLUE, width=2.6),
    ]
    for corner in ((0, 1), (1, 0), (1, 1)):
        parts.append(dot(*plane.at(*corner), ink=ACCENT, radius=7, hollow=corner != (1, 1)))
    return picture(696, 212, parts)


def step_and_sigmoid() -> str:
    """The step and the sigmoid that takes its place."""
    plane = Axes(50, 24, 420, 180, (-6, 6), (-0.12, 1.25))
    left, top = plane.at(-6, 1)
    parts = [
        plane.drawn(ticks_x=(-4, -2, 2, 4), ticks_y=(0.5, 1), name_x="z"),
        line([plane.at(-6, 0), plane.at(0, 0)], ink=ACCENT, width=3),
        line([plane.at(0, 1), plane.at(5.8, 1)], ink=ACCENT, width=3),
        plane.curve(lambda z: 1 / (1 + math.exp(-z)), ink=GREEN),
        dot(*plane.at(0, 0), ink=ACCENT, hollow=True),
        dot(*plane.at(0, 1), ink=ACCENT),
        text("step(z)", left + 330, top - 16, 15, ink=ACCENT),
        text("σ(z)", *plane.at(2.6, 0.78), ink=GREEN),
        plane.numbered(ticks_x=(-4, -2, 2, 4), ticks_y=(0.5, 1)),
    ]
    return picture(500, 236, parts)


FIGURES = {
    "neuron.svg": neuron,
    "boundaries.svg": boundaries,
    "hidden.svg": hidden,
    "step-and-sigmoid.svg": step_and_sigmoid,
}
