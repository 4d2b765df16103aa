"""Shapes of which figures are made, as SVG text.

Plain shapes with their colours written on them: an SVG that is shown as a picture knows neither the page's
styles nor its theme, so each brings its own light ground. Words are few and of no language: formulas, names
in code, numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

CELL = 36
INK, LINE, GROUND, ACCENT, TINT, PAD = "#1d2433", "#8a93a6", "#ffffff", "#b45309", "#fde9c8", "#e6eaf1"
BLUE, PALE_BLUE, GREEN, PALE_GREEN = "#1d4ed8", "#dbe6fb", "#15803d", "#d9f0df"
PAGE = "#f7f8fa"
HEAD = 9.0
SAMPLES = 96

Point = tuple[float, float]
Cells = Sequence[Sequence[object]]


def picture(width: float, height: float, parts: Iterable[str]) -> str:
    """The whole figure, on its ground."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">'
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="{PAGE}"/>{"".join(parts)}</svg>\n'
    )


def text(
    words: str,
    x: float,
    y: float,
    size: int = 15,
    *,
    ink: str = INK,
    anchor: str = "middle",
    over: bool = False,
) -> str:
    """Words around (x, y); ``anchor`` is start, middle or end. ``over``: readable where lines run behind."""
    halo = f' stroke="{PAGE}" stroke-width="4" paint-order="stroke"' if over else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="ui-monospace, monospace" font-size="{size}" fill="{ink}" '
        f'text-anchor="{anchor}" dominant-baseline="central"{halo}>{escape(words)}</text>'
    )


def sign(sign: str, x: float, y: float) -> str:
    """An operator between two grids."""
    return text(sign, x, y, 26)


def grid(
    values: Cells, left: float, top: float, *, marked: Iterable[tuple[int, int]] = (), tint: str = TINT
) -> str:
    """Numbers in cells; the ``marked`` ones, (row, column), are tinted. "" leaves a cell empty."""
    cells: list[str] = []
    chosen = set(marked)
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            x, y = left + column * CELL, top + row * CELL
            ground = tint if (row, column) in chosen else GROUND
            cells.append(
                f'<rect x="{x:g}" y="{y:g}" width="{CELL}" height="{CELL}" fill="{ground}" stroke="{LINE}"/>'
            )
            if value != "":
                size = 17 if len(str(value)) <= 2 else 13
                cells.append(text(str(value), x + CELL / 2, y + CELL / 2, size))
    return "".join(cells)


def frame(
    left: float, top: float, rows: int, columns: int | None = None, *, dashed: bool = False, ink: str = ACCENT
) -> str:
    """A window on a grid, counted in cells; square where only ``rows`` is given."""
    width, height = (rows if columns is None else columns) * CELL, rows * CELL
    dash = ' stroke-dasharray="6 5"' if dashed else ""
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{width}" height="{height}" fill="none" '
        f'stroke="{ink}" stroke-width="3.5"{dash}/>'
    )


def box(
    words: str, x: float, y: float, width: float, height: float = 34, *, fill: str = GROUND, size: int = 15
) -> str:
    """A rounded box with words, (x, y) its middle."""
    return (
        f'<rect x="{x - width / 2:g}" y="{y - height / 2:g}" width="{width:g}" height="{height:g}" rx="6" '
        f'fill="{fill}" stroke="{LINE}" stroke-width="1.5"/>' + text(words, x, y, size)
    )


def node(words: str, x: float, y: float, *, radius: float = 15, fill: str = GROUND) -> str:
    """A round node: an operation on what flows into it."""
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{LINE}" stroke-width="1.5"/>'
        + text(words, x, y, 17)
    )


def line(
    points: Sequence[Point], *, ink: str = INK, width: float = 1.8, dashed: str = "", fill: str = "none"
) -> str:
    """Straight pieces through the points; ``dashed`` as SVG writes it."""
    through = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    dash = f' stroke-dasharray="{dashed}"' if dashed else ""
    return (
        f'<polyline points="{through}" fill="{fill}" stroke="{ink}" stroke-width="{width:g}" '
        f'stroke-linejoin="round" stroke-linecap="round"{dash}/>'
    )


def arrow(*points: Point, ink: str = INK, width: float = 1.8, dashed: str = "") -> str:
    """A line with a head at its last point."""
    (x0, y0), (x1, y1) = points[-2:]
    along = math.atan2(y1 - y0, x1 - x0)
    wings = [
        (x1 - HEAD * math.cos(along + turn), y1 - HEAD * math.sin(along + turn)) for turn in (0.45, -0.45)
    ]
    back = (x1 - 0.7 * HEAD * math.cos(along), y1 - 0.7 * HEAD * math.sin(along))
    head = " ".join(f"{x:.2f},{y:.2f}" for x, y in (wings[0], (x1, y1), wings[1]))
    shaft = line([*points[:-1], back], ink=ink, width=width, dashed=dashed)
    return shaft + f'<polygon points="{head}" fill="{ink}"/>'


def dot(x: float, y: float, *, ink: str = ACCENT, radius: float = 4.5, hollow: bool = False) -> str:
    """A point on a curve; hollow where the curve does not take that value."""
    fill = PAGE if hollow else ink
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:g}" fill="{fill}" stroke="{ink}" stroke-width="2"/>'


@dataclass(frozen=True, slots=True)
class Axes:
    """A plane: what is drawn in numbers lands in the rectangle (left, top, width, height)."""

    left: float
    top: float
    width: float
    height: float
    x: tuple[float, float]
    y: tuple[float, float]

    def at(self, x: float, y: float) -> Point:
        """Where the point of the plane lies in the picture."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * self.width, self.top + (1 - up) * self.height

    def drawn(self, ticks_x: Sequence[float] = (), ticks_y: Sequence[float] = (), name_x: str = "x") -> str:
        """Both axes through zero where it is in view, with ticks."""
        across = min(max(0.0, self.y[0]), self.y[1])
        up = min(max(0.0, self.x[0]), self.x[1])
        parts = [
            arrow(self.at(self.x[0], across), self.at(self.x[1], across), ink=LINE, width=1.4),
            arrow(self.at(up, self.y[0]), self.at(up, self.y[1]), ink=LINE, width=1.4),
        ]
        end = self.at(self.x[1], across)
        parts.append(text(name_x, end[0] - 4, end[1] + 15, 14))
        for value in ticks_x:
            x, y = self.at(value, across)
            parts.append(line([(x, y - 4), (x, y + 4)], ink=LINE, width=1.4))
        for value in ticks_y:
            x, y = self.at(up, value)
            parts.append(line([(x - 4, y), (x + 4, y)], ink=LINE, width=1.4))
        return "".join(parts)

    def numbered(self, ticks_x: Sequence[float] = (), ticks_y: Sequence[float] = ()) -> str:
        """The ticks' numbers, drawn last: curves run behind them."""
        across = min(max(0.0, self.y[0]), self.y[1])
        up = min(max(0.0, self.x[0]), self.x[1])
        parts = []
        for value in ticks_x:
            x, y = self.at(value, across)
            parts.append(text(_number(value), x, y + 16, 13, over=True))
        for value in ticks_y:
            x, y = self.at(up, value)
            parts.append(text(_number(value), x - 9, y, 13, anchor="end", over=True))
        return "".join(parts)

    def curve(
        self,
        function: Callable[[float], float],
        *,
        ink: str = ACCENT,
        dashed: str = "",
        kinks: Sequence[float] = (),
    ) -> str:
        """The graph of a function as far as it is in view; ``kinks`` are met exactly."""
        begin, end = self.x
        places = {begin + (end - begin) * number / SAMPLES for number in range(SAMPLES + 1)} | set(kinks)
        pieces: list[list[Point]] = [[]]
        for x in sorted(places):
            y = function(x)
            if self.y[0] <= y <= self.y[1]:
                pieces[-1].append(self.at(x, y))
            elif pieces[-1]:
                pieces.append([])
        return "".join(line(piece, ink=ink, width=3, dashed=dashed) for piece in pieces if len(piece) > 1)


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")
