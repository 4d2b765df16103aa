"""Figures of the lesson on recurrent networks."""

from __future__ import annotations

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    arrow,
    box,
    picture,
    sign,
    text,
)
from dlquiz.questions.generators.rnn.rnn_three_steps import HALF, states

INPUTS = (1, 0, 2)
WIDE, TALL = 64, 34
STATE, CELL, INPUT = 40, 110, 180


def unrolled() -> str:
    """The loop on the left; on the right one copy for each step, with the numbers of the lesson."""
    parts = [*_column(80, "x", "h"), _loop(80), sign("=", 172, CELL)]
    first, apart = 300, 140
    found = [f"{float(state):g}" for state in states(INPUTS, 1, HALF, 0)]
    parts += [text("h₀ = 0", first - 72, CELL - 16, 14), *_handed(first - 96, first - WIDE / 2, "")]
    for step, (value, state) in enumerate(zip(INPUTS, found, strict=True), start=1):
        middle = first + (step - 1) * apart
        parts += _column(middle, f"x{_low(step)} = {value}", f"h{_low(step)} = {state}", wide=96)
        if step < len(INPUTS):
            parts += _handed(middle + WIDE / 2, middle + apart - WIDE / 2, "w_h")
    return picture(first + 2 * apart + 72, INPUT + 36, parts)


def forms() -> str:
    """One-to-one, one-to-many, many-to-one and many-to-many, as columns of boxes."""
    kinds: list[tuple[str, set[int], set[int], int]] = [
        ("1 → 1", {0}, {0}, 1),
        ("1 → n", {0}, {0, 1, 2}, 3),
        ("n → 1", {0, 1, 2}, {2}, 3),
        ("n → n", {0, 1, 2}, {0, 1, 2}, 3),
        ("n → m", {0, 1}, {2, 3}, 4),
    ]
    parts: list[str] = []
    left = 24.0
    for name, ins, outs, steps in kinds:
        for step in range(steps):
            parts += _small(left + 17 + 44 * step, into=step in ins, out=step in outs, last=step == steps - 1)
        width = 34 + 44 * (steps - 1)
        parts.append(text(name, left + width / 2, 186, 15))
        left += width + 36
    return picture(left - 12, 208, parts)


FIGURES = {
    "unrolled.svg": unrolled,
    "forms.svg": forms,
}


def _column(middle: float, x: str, h: str, wide: float = 48) -> list[str]:
    """An input, the cell, its state, and the arrows between them."""
    return [
        arrow((middle, INPUT - TALL / 2), (middle, CELL + TALL / 2)),
        arrow((middle, CELL - TALL / 2), (middle, STATE + TALL / 2)),
        box(x, middle, INPUT, wide, fill=PALE_BLUE),
        box("RNN", middle, CELL, WIDE, fill=TINT),
        box(h, middle, STATE, wide, fill=PALE_GREEN),
    ]


def _loop(middle: float) -> str:
    """The arrow that leads from the cell back into itself."""
    side, out = middle + WIDE / 2, middle + WIDE / 2 + 34
    corners = [(side, CELL - 9), (out, CELL - 9), (out, CELL + 40), (side - 14, CELL + 40)]
    return arrow(*corners, (side - 14, CELL + TALL / 2), ink=ACCENT, width=2.4)


def _handed(begin: float, end: float, name: str) -> list[str]:
    """The state, handed to the next copy."""
    parts = [arrow((begin, CELL), (end, CELL), ink=ACCENT, width=2.4)]
    return [*parts, text(name, (begin + end) / 2, CELL - 16, 14, ink=ACCENT)] if name else parts


def _small(middle: float, *, into: bool, out: bool, last: bool) -> list[str]:
    parts = [box("", middle, 94, 30, 30, fill=TINT)]
    if into:
        parts += [arrow((middle, 128), (middle, 109)), box("", middle, 144, 30, 30, fill=PALE_BLUE)]
    if out:
        parts += [arrow((middle, 79), (middle, 60)), box("", middle, 44, 30, 30, fill=PALE_GREEN)]
    if not last:
        parts.append(arrow((middle + 15, 94), (middle + 29, 94), ink=BLUE))
    return parts


def _low(number: int) -> str:
    return "₀₁₂₃₄₅₆₇₈₉"[number]
