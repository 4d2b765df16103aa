"""Figures of the lesson on learning rate, epochs and batches."""

from __future__ import annotations

from itertools import pairwise

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    GREEN,
    LINE,
    PALE_BLUE,
    TINT,
    Axes,
    arrow,
    dot,
    picture,
    text,
)

START = 2.0
WIDE, HIGH, GAP, TOP = 190.0, 210.0, 24.0, 46.0
EXAMPLES, BATCH, IN_A_ROW = 1000, 64, 8


def three_rates() -> str:
    """Steps on x² from the same start: much too small, good, too large."""
    parts = []
    for number, (rate, steps, ink) in enumerate(((0.04, 4, BLUE), (0.3, 4, GREEN), (1.1, 2, ACCENT))):
        axes = Axes(GAP + number * (WIDE + GAP), TOP, WIDE, HIGH, (-3.2, 3.2), (-0.7, 9.6))
        parts += [
            axes.drawn((-2, 2), (), "x"),
            axes.curve(lambda x: x * x, ink=LINE),
            _way(axes, rate, steps, ink),
            axes.numbered((-2, 2)),
            text(f"η = {rate:g}", axes.left + WIDE / 2, TOP - 22, 16, ink=ink),
        ]
    return picture(GAP + 3 * (WIDE + GAP), TOP + HIGH + 30, parts)


def one_epoch() -> str:
    """1000 examples in batches of 64: fifteen full ones, and one of 40; in two rows, for narrow screens."""
    left, top, high, row_high, per_example = 24.0, 48.0, 40.0, 72.0, 0.75
    right = left + IN_A_ROW * BATCH * per_example
    parts = [text(f"N = {EXAMPLES},  B = {BATCH}", (left + right) / 2, 24, 16)]
    for number, size in enumerate(_sizes()):
        row, column = divmod(number, IN_A_ROW)
        x, y, width = left + column * BATCH * per_example, top + row * row_high, size * per_example
        full = size == BATCH
        parts += [
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{high:g}" '
            f'fill="{PALE_BLUE if full else TINT}" stroke="{LINE}"/>',
            text(str(number + 1), x + width / 2, y + high / 2, 15),
            text(str(size), x + width / 2, y + high + 15, 13, ink=BLUE if full else ACCENT),
        ]
    bottom = top + 2 * row_high
    parts.append(text(f"⌈{EXAMPLES} / {BATCH}⌉ = {len(_sizes())}", (left + right) / 2, bottom + 10, 16))
    return picture(right + 24, bottom + 34, parts)


FIGURES = {
    "three-rates.svg": three_rates,
    "one-epoch.svg": one_epoch,
}


def _way(axes: Axes, rate: float, steps: int, ink: str) -> str:
    """The places on the curve, and the steps between them."""
    places = [START * (1 - 2 * rate) ** step for step in range(steps + 1)]
    points = [axes.at(x, x * x) for x in places]
    arrows = "".join(arrow(one, other, ink=ink) for one, other in pairwise(points))
    dots = "".join(dot(x, y, ink=ink, radius=3.5) for x, y in points[1:])
    return arrows + dots + dot(*points[0], ink=ink, radius=5, hollow=True)


def _sizes() -> list[int]:
    return [min(BATCH, EXAMPLES - done) for done in range(0, EXAMPLES, BATCH)]
