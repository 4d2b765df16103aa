"""Figures of the lesson on preparing data."""

from __future__ import annotations

from collections.abc import Sequence

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    GREEN,
    LINE,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    arrow,
    dot,
    line,
    picture,
    text,
)
from dlquiz.questions.generators.data_preparation.data_standard import TRAINING

LEFT, WIDE = 60.0, 440.0
APART = 84.0
MEAN, SPREAD = 5, 2


def scaled() -> str:
    """The lesson's eight values three times: as they are, from 0 to 1, and around 0."""
    low, high = min(TRAINING), max(TRAINING)
    rows = [
        ("x", [float(value) for value in TRAINING], (low, MEAN, high), ACCENT),
        ("(x − 2) / 7", [(value - low) / (high - low) for value in TRAINING], (0, 1), BLUE),
        ("(x − 5) / 2", [(value - MEAN) / SPREAD for value in TRAINING], (-1.5, 0, 2), GREEN),
    ]
    parts: list[str] = []
    for number, (name, values, ticks, ink) in enumerate(rows):
        parts += _number_line(50 + number * APART, name, values, ticks, ink)
    return picture(LEFT + WIDE + 150, 50 + 3 * APART - 26, parts)


def split() -> str:
    """1,000 examples in three parts; what is fitted on the first is used on all three."""
    shares = [("train", 600, PALE_BLUE), ("val", 200, TINT), ("test", 200, PALE_GREEN)]
    parts = [text("N = 1000", LEFT + WIDE / 2, 24, 16)]
    left = LEFT
    middles = []
    for name, size, fill in shares:
        width = WIDE * size / 1000
        parts += [
            f'<rect x="{left:g}" y="44" width="{width:g}" height="44" fill="{fill}" stroke="{LINE}"/>',
            text(name, left + width / 2, 58, 16),
            text(str(size), left + width / 2, 76, 14),
        ]
        middles.append(left + width / 2)
        left += width
    parts += [
        arrow((middles[0] - 60, 88), (middles[0] - 60, 150), ink=BLUE),
        text("fit", middles[0] - 82, 120, 15, ink=BLUE),
        text("μ, σ", middles[0] - 60, 168, 18, ink=BLUE),
    ]
    for middle in (middles[0], *middles[1:]):
        parts.append(arrow((middles[0] - 28, 168), (middle, 168), (middle, 92), ink=ACCENT))
    parts.append(text("(x − μ) / σ", (middles[1] + middles[2]) / 2, 188, 16, ink=ACCENT))
    return picture(LEFT * 2 + WIDE, 212, parts)


FIGURES = {
    "scaled.svg": scaled,
    "split.svg": split,
}


def _number_line(y: float, name: str, values: Sequence[float], ticks: Sequence[float], ink: str) -> list[str]:
    """Values as dots, equal ones on top of each other, with a few numbers below."""
    low, high = min(values), max(values)

    def at(value: float) -> float:
        return LEFT + WIDE * (value - low) / (high - low)

    parts = [
        line([(LEFT - 20, y), (LEFT + WIDE + 20, y)], ink=LINE),
        text(name, LEFT + WIDE + 34, y, 15, ink=ink, anchor="start"),
    ]
    for place, value in enumerate(values):
        above = sum(other == value for other in values[:place])
        parts.append(dot(at(value), y - 6 - 12 * above, ink=ink))
    for tick in ticks:
        parts += [
            line([(at(tick), y), (at(tick), y + 6)], ink=LINE),
            text(f"{tick:g}".replace("-", "−"), at(tick), y + 18, 14),
        ]
    return parts
