"""Figures of the lesson on deep neural networks."""

from __future__ import annotations

from collections.abc import Sequence

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    GREEN,
    GROUND,
    INK,
    LINE,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    Axes,
    Point,
    arrow,
    box,
    line,
    picture,
    text,
)

TILE = 52.0
STEP = 68.0
FOLDS = 3
POWERS = "¹²³"

# What a tile shows: strokes in a square of side 1, from the top left.
Strokes = Sequence[Sequence[Point]]
EDGES: tuple[Strokes, ...] = (
    (((0.2, 0.5), (0.8, 0.5)),),
    (((0.5, 0.2), (0.5, 0.8)),),
    (((0.25, 0.75), (0.75, 0.25)),),
    (((0.25, 0.25), (0.75, 0.75)),),
)
ROOF: Strokes = (((0.15, 0.7), (0.5, 0.25), (0.85, 0.7)),)
WALLS: Strokes = (((0.25, 0.2), (0.25, 0.8), (0.75, 0.8), (0.75, 0.2), (0.25, 0.2)),)
DOOR: Strokes = (((0.38, 0.85), (0.38, 0.3), (0.62, 0.3), (0.62, 0.85)),)
HOUSE: Strokes = (
    ((0.12, 0.48), (0.5, 0.12), (0.88, 0.48)),
    ((0.22, 0.42), (0.22, 0.88), (0.78, 0.88), (0.78, 0.42)),
    ((0.43, 0.88), (0.43, 0.6), (0.58, 0.6), (0.58, 0.88)),
)


def tent(x: float) -> float:
    """A layer of two ReLU units that folds the line from 0 to 1 in the middle."""
    return 2 * max(0.0, x) - 4 * max(0.0, x - 0.5)


def folded(times: int, x: float) -> float:
    """The tent of the tent of the tent …"""
    for _ in range(times):
        x = tent(x)
    return x


def hierarchy() -> str:
    """Edges, shapes, an object: each column is made of the one before it."""
    middle = 40 + 1.5 * STEP
    columns = [170.0, 320.0, 470.0]
    heights = [
        [40 + row * STEP for row in range(4)],
        [middle + (row - 1) * 1.2 * STEP for row in range(3)],
        [middle],
    ]
    shown: list[tuple[Strokes, ...]] = [EDGES, (ROOF, WALLS, DOOR), (HOUSE,)]
    uses = [[(2, 0), (3, 0), (0, 1), (1, 1), (0, 2), (1, 2)], [(0, 0), (1, 0), (2, 0)]]
    parts = [box("x", 50, middle, 44, 44, fill=PALE_BLUE, size=17)]
    parts += [_between((72, middle), (columns[0] - TILE / 2, y)) for y in heights[0]]
    for column, pairs in enumerate(uses):
        for begin, end in pairs:
            start = (columns[column] + TILE / 2, heights[column][begin])
            parts.append(_between(start, (columns[column + 1] - TILE / 2, heights[column + 1][end])))
    for x, rows, tiles in zip(columns, heights, shown, strict=True):
        parts += [_tile(x, y, strokes) for y, strokes in zip(rows, tiles, strict=True)]
    parts += [
        arrow((columns[2] + TILE / 2, middle), (558, middle)),
        box("ŷ", 580, middle, 44, 44, fill=PALE_GREEN, size=17),
    ]
    names = zip((50, *columns, 580), ("x", "h₁", "h₂", "h₃", "ŷ"), strict=True)
    parts += [text(name, x, 40 + 3 * STEP + 52, 16) for x, name in names if name.startswith("h")]
    return picture(630, 40 + 3 * STEP + 78, parts)


def folding() -> str:
    """The tent function after one, two and three layers: 2, 4 and 8 pieces."""
    parts: list[str] = []
    side = 170.0
    for number in range(FOLDS):
        layers = number + 1
        axes = Axes(40 + number * (side + 40), 24, side, side, (0, 1.08), (0, 1.12))
        kinks = [place / 2**layers for place in range(2**layers + 1)]
        corners = [axes.at(x, folded(layers, x)) for x in kinks]
        below = axes.at(0.54, 0)
        parts += [
            axes.drawn(ticks_x=(0.5, 1), ticks_y=(1,), name_x=""),
            line(corners, ink=ACCENT, width=3),
            axes.numbered((0.5, 1), (1,)),
            text(f"2{POWERS[number]} = {2**layers}", below[0], below[1] + 42, 16),
        ]
    return picture(40 + FOLDS * (side + 40), 24 + side + 64, parts)


def fields() -> str:
    """AI around ML around DL; data science lies across them."""
    frames = [
        (250.0, 120.0, 440.0, 200.0, GROUND, "AI", 50.0, 42.0),
        (270.0, 128.0, 320.0, 150.0, PALE_BLUE, "ML", 132.0, 72.0),
        (290.0, 138.0, 200.0, 90.0, TINT, "DL", 290.0, 138.0),
    ]
    parts = []
    for x, y, width, height, fill, name, name_x, name_y in frames:
        parts += [box("", x, y, width, height, fill=fill), text(name, name_x, name_y, 18)]
    left, right, top, bottom = 356.0, 600.0, 90.0, 196.0
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    parts += [
        line(corners, ink=GREEN, width=2.4, dashed="7 5"),
        text("data science", 534, 143, 16, ink=GREEN),
    ]
    return picture(622, 240, parts)


FIGURES = {
    "hierarchy.svg": hierarchy,
    "folding.svg": folding,
    "fields.svg": fields,
}


def _tile(x: float, y: float, strokes: Strokes) -> str:
    """A framed picture of strokes, (x, y) its middle."""
    left, top = x - TILE / 2, y - TILE / 2
    drawn = [
        line([(left + a * TILE, top + b * TILE) for a, b in stroke], ink=INK, width=3) for stroke in strokes
    ]
    return box("", x, y, TILE, TILE) + "".join(drawn)


def _between(begin: Point, end: Point) -> str:
    return line([begin, end], ink=LINE if begin[0] < 100 else BLUE, width=1.4)
