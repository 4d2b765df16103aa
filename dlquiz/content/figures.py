"""Draws the lessons' figures: ``python -m dlquiz.content.figures`` writes them where they are served from.

Plain shapes with their colours written on them: an SVG that is shown as a picture knows neither the page's
styles nor its theme, so each brings its own light ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dlquiz.questions.generators.feature_map_entry import IMAGE, KERNEL, Grid, feature_map

OUT = Path(__file__).parent / "static" / "content"
CELL = 36
_INK, _LINE, _GROUND, _ACCENT, _TINT, _PAD = "#1d2433", "#8a93a6", "#ffffff", "#b45309", "#fde9c8", "#e6eaf1"


def sliding_kernel() -> str:
    """Image with the first window, kernel, feature map with its first entry."""
    top, gap = 24, 60
    result = feature_map(IMAGE, KERNEL)
    second = 24 + 5 * CELL + gap
    third = second + 3 * CELL + gap
    middle = top + 5 * CELL / 2
    lower = top + CELL
    parts = [
        _grid(IMAGE, 24, top, marked=[(r, c) for r in range(3) for c in range(3)]),
        _frame(24, top, 3),
        _sign("∗", second - gap / 2, middle),
        _grid(KERNEL, second, lower, marked=[(r, c) for r in range(3) for c in range(3)]),
        _sign("=", third - gap / 2, middle),
        _grid(result, third, lower, marked=[(0, 0)]),
        _frame(third, lower, 1),
    ]
    return _picture(third + 3 * CELL + 24, top + 5 * CELL + 24, parts)


def padding_stride() -> str:
    """A 5 × 5 image with a ring of padding, three places of a kernel that moves by two, the output."""
    left = top = 24
    padded = tuple(tuple("0" if _is_ring(r, c) else "" for c in range(7)) for r in range(7))
    ring = [(r, c) for r in range(7) for c in range(7) if _is_ring(r, c)]
    outcome = left + 7 * CELL + 60
    lower = top + 2 * CELL
    parts = [_grid(padded, left, top, marked=ring, tint=_PAD)]
    parts += [_frame(left + 2 * CELL * step, top, 3, dashed=step > 0) for step in range(3)]
    parts += [
        _sign("→", outcome - 30, top + 7 * CELL / 2),
        _grid((("1", "2", "3"), ("", "", ""), ("", "", "")), outcome, lower, marked=[(0, 0)]),
    ]
    return _picture(outcome + 3 * CELL + 24, top + 7 * CELL + 24, parts)


FIGURES = {
    "convolution/sliding-kernel.svg": sliding_kernel,
    "convolution/padding-stride.svg": padding_stride,
}


def _is_ring(row: int, column: int) -> bool:
    return row in (0, 6) or column in (0, 6)


def _grid(
    values: Grid | Sequence[Sequence[str]],
    left: float,
    top: float,
    *,
    marked: Sequence[tuple[int, int]] = (),
    tint: str = _TINT,
) -> str:
    cells: list[str] = []
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            x, y = left + column * CELL, top + row * CELL
            ground = tint if (row, column) in marked else _GROUND
            cells.append(
                f'<rect x="{x:g}" y="{y:g}" width="{CELL}" height="{CELL}" fill="{ground}" stroke="{_LINE}"/>'
            )
            if value != "":
                cells.append(_text(str(value), x + CELL / 2, y + CELL / 2, 17))
    return "".join(cells)


def _frame(left: float, top: float, cells: int, *, dashed: bool = False) -> str:
    side = cells * CELL
    dash = ' stroke-dasharray="6 5"' if dashed else ""
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{side}" height="{side}" fill="none" '
        f'stroke="{_ACCENT}" stroke-width="3.5"{dash}/>'
    )


def _sign(sign: str, x: float, y: float) -> str:
    return _text(sign, x, y, 26)


def _text(text: str, x: float, y: float, size: int) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="ui-monospace, monospace" font-size="{size}" fill="{_INK}" '
        f'text-anchor="middle" dominant-baseline="central">{text}</text>'
    )


def _picture(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">'
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#f7f8fa"/>{"".join(parts)}</svg>\n'
    )


def main() -> None:
    """Write every figure."""
    for name, draw in FIGURES.items():
        path = OUT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main()
