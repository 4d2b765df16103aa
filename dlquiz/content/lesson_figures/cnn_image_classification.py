"""Figures of the lesson on CNNs for image classification."""

from __future__ import annotations

import math

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    CELL,
    GREEN,
    GROUND,
    INK,
    LINE,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    Point,
    arrow,
    dot,
    frame,
    grid,
    line,
    picture,
    text,
)
from dlquiz.questions.generators.cnn_image_classification.imgcls_confusion import MATRIX
from dlquiz.questions.generators.cnn_image_classification.imgcls_nearest_padding import vary as padded

PANEL = 132
LOGITS = (2, 1, 0)
WIDE, UNIT = 34, 46


def hierarchy() -> str:
    """Edges, parts made of them, a face made of the parts: in three panels."""
    top = 24.0
    lefts = [24.0 + place * (PANEL + 60) for place in range(3)]
    parts = [_panel(left, top) for left in lefts]
    parts += [
        arrow((left + PANEL + 10, top + PANEL / 2), (left + PANEL + 50, top + PANEL / 2))
        for left in lefts[:2]
    ]
    parts += _edges(lefts[0], top) + _parts(lefts[1], top) + _face(lefts[2] + PANEL / 2, top + PANEL / 2 + 8)
    return picture(lefts[2] + PANEL + 24, PANEL + 48, parts)


def softmax() -> str:
    """Bars for the logits 2, 1, 0; bars for the probabilities that softmax makes of them."""
    powers = [math.exp(logit) for logit in LOGITS]
    shares = [power / sum(powers) for power in powers]
    floor = 150.0
    parts = [text("z", 100, 182, 16), text("p", 400, 182, 16)]
    parts += _bars(40, floor, [float(logit) for logit in LOGITS], UNIT, "{:g}", PALE_BLUE)
    parts += _bars(340, floor, shares, 2 * UNIT * 1.4, "{:.3f}", PALE_GREEN)
    parts += [
        arrow((190, 100), (320, 100), ink=ACCENT, width=2.4),
        text("softmax", 252, 82, 15, ink=ACCENT),
        text("Σ = 1", 252, 122, 15),
    ]
    return picture(490, 204, parts)


def confusion() -> str:
    """The lesson's matrix: the row of A for the recall, the column of A for the precision."""
    parts: list[str] = []
    for left, marked, ink, words in (
        (90.0, {(row, 0) for row in range(3)}, BLUE, "precision(A) = 6 / 8 = 0.75"),
        (356.0, {(0, column) for column in range(3)}, GREEN, "recall(A) = 6 / 10 = 0.6"),
    ):
        top = 52.0
        parts.append(grid(MATRIX, left, top, marked=marked, tint=TINT))
        rows, columns = (3, 1) if ink == BLUE else (1, 3)
        parts.append(frame(left, top, rows, columns, ink=ink))
        for place, name in enumerate("ABC"):
            parts.append(text(name, left + (place + 0.5) * CELL, top - 16))
            parts.append(text(name, left - 16, top + (place + 0.5) * CELL))
        parts.append(text(words, left + 1.5 * CELL, top + 3 * CELL + 26, 14, ink=ink))
    return picture(532, 212, parts)


def padding() -> str:
    """A map of 2 × 2, padded with zeros and with its nearest values."""
    values = ((1, 2), (3, 4))
    inner = {(row, column) for row in (1, 2) for column in (1, 2)}
    zeros = [
        [values[row - 1][column - 1] if (row, column) in inner else 0 for column in range(4)]
        for row in range(4)
    ]
    top = 24.0
    parts = [
        grid(values, 24, top + CELL, marked={(row, column) for row in (0, 1) for column in (0, 1)}),
        arrow((24 + 2 * CELL + 12, top + 2 * CELL), (24 + 2 * CELL + 52, top + 2 * CELL)),
    ]
    for left, cells, name in ((160.0, zeros, "zeros"), (352.0, padded(0).answer, "replicate")):
        parts += [
            grid(cells, left, top, marked=inner),
            text(f'"{name}"', left + 2 * CELL, top + 4 * CELL + 22, 14),
        ]
    return picture(352 + 4 * CELL + 24, top + 4 * CELL + 44, parts)


FIGURES = {
    "hierarchy.svg": hierarchy,
    "softmax.svg": softmax,
    "confusion.svg": confusion,
    "padding.svg": padding,
}


def _panel(left: float, top: float) -> str:
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{PANEL}" height="{PANEL}" rx="6" fill="{GROUND}" '
        f'stroke="{LINE}" stroke-width="1.5"/>'
    )


def _edges(left: float, top: float) -> list[str]:
    """Nine short edges, each in another direction."""
    parts: list[str] = []
    for number in range(9):
        x, y = left + 26 + 40 * (number % 3), top + 26 + 40 * (number // 3)
        turn = math.pi * number / 9
        reach = (13 * math.cos(turn), 13 * math.sin(turn))
        parts.append(line([(x - reach[0], y - reach[1]), (x + reach[0], y + reach[1])], ink=INK, width=3))
    return parts


def _parts(left: float, top: float) -> list[str]:
    """An ear, an eye, a nose and whiskers."""
    return [
        line(_ear(left + 36, top + 54, 1.3), width=2.6),
        *_eye(left + 96, top + 38, 1.5),
        line(_nose(left + 36, top + 92, 1.6), width=2.2, fill=TINT),
        *_whiskers(left + 84, top + 94, 1),
    ]


def _face(x: float, y: float) -> list[str]:
    """All of them together."""
    return [
        line(_ear(x - 26, y - 26, 1), width=2.4),
        line(_ear(x + 26, y - 26, 1), width=2.4),
        line(_circle(x, y, 42), width=2.4, fill=GROUND),
        *_eye(x - 17, y - 9, 0.8),
        *_eye(x + 17, y - 9, 0.8),
        line(_nose(x, y + 11, 0.8), width=2, fill=TINT),
        *_whiskers(x + 12, y + 18, 1),
        *_whiskers(x - 12, y + 18, -1),
    ]


def _ear(x: float, y: float, size: float) -> list[Point]:
    return [(x - 16 * size, y + 8 * size), (x, y - 26 * size), (x + 16 * size, y + 8 * size)]


def _eye(x: float, y: float, size: float) -> list[str]:
    return [line(_circle(x, y, 9 * size), width=2, fill=PALE_GREEN), dot(x, y, ink=INK, radius=3 * size)]


def _nose(x: float, y: float, size: float) -> list[Point]:
    corner = (x - 7 * size, y - 4 * size)
    return [corner, (x + 7 * size, y - 4 * size), (x, y + 6 * size), corner]


def _whiskers(x: float, y: float, side: int) -> list[str]:
    return [line([(x, y + rise / 3), (x + 34 * side, y + rise)], width=1.6) for rise in (-8, 0, 8)]


def _circle(x: float, y: float, radius: float) -> list[Point]:
    turns = [2 * math.pi * step / 48 for step in range(49)]
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def _bars(left: float, floor: float, values: list[float], unit: float, form: str, fill: str) -> list[str]:
    parts = [line([(left - 8, floor), (left + 3 * WIDE + 2 * 10 + 8, floor)], ink=LINE)]
    for place, value in enumerate(values):
        x, tall = left + place * (WIDE + 10), value * unit
        parts.append(
            f'<rect x="{x:g}" y="{floor - tall:.2f}" width="{WIDE}" height="{tall:.2f}" fill="{fill}" '
            f'stroke="{LINE}" stroke-width="1.5"/>'
        )
        parts.append(text(form.format(value), x + WIDE / 2, floor - tall - 13, 13))
    return parts
