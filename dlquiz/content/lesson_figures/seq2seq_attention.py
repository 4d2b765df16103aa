"""Figures of the lesson on sequence to sequence and attention."""

from __future__ import annotations

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    CELL,
    GROUND,
    INK,
    LINE,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    arrow,
    box,
    line,
    node,
    picture,
    text,
)

STATE, WORD = 66, 136
# Weights of an imagined translation: a row for each output word, a column for each input word.
WEIGHTS = (
    (0.9, 0.05, 0.03, 0.02),
    (0.05, 0.1, 0.15, 0.7),
    (0.05, 0.15, 0.7, 0.1),
    (0.1, 0.7, 0.15, 0.05),
)


def bottleneck() -> str:
    """An encoder of four steps, one vector, a decoder of three."""
    parts: list[str] = []
    for place in range(4):
        x = 50 + 84 * place
        parts += _step(x, f"h{_low(place + 1)}", f"x{_low(place + 1)}", PALE_BLUE)
        parts.append(arrow((x + 28, STATE), (x + 56, STATE)) if place < 3 else "")
    parts += [arrow((330, STATE), (372, STATE), ink=ACCENT, width=2.6)]
    parts += [box("c", 396, STATE, 48, 46, fill=TINT, size=19)]
    parts += [arrow((420, STATE), (462, STATE), ink=ACCENT, width=2.6)]
    for place in range(3):
        x = 490 + 84 * place
        parts += [
            box(f"s{_low(place + 1)}", x, STATE, 56, fill=PALE_GREEN),
            arrow((x, STATE - 17), (x, 34)),
            text(f"y{_low(place + 1)}" if place < 2 else "<eos>", x, 20, 15),
            arrow((x, WORD - 16), (x, STATE + 17)),
            text("<sos>" if place == 0 else f"y{_low(place)}", x, WORD, 15),
        ]
        parts.append(arrow((x + 28, STATE), (x + 56, STATE)) if place < 2 else "")
    return picture(712, 160, parts)


def look_back() -> str:
    """One decoder step: the weights of the lesson on three encoder states, and the context vector."""
    parts: list[str] = [
        node("Σ", 240, 40, radius=18, fill=TINT),
        arrow((258, 40), (352, 40), ink=ACCENT, width=2.6),
        box("c = (0.875, 1.375)", 446, 40, 188, fill=TINT),
    ]
    states = ("(1, 0)", "(1, 2)", "(0, 1)")
    for place, (state, weight) in enumerate(zip(states, (0.25, 0.625, 0.125), strict=True)):
        x = 90 + 150 * place
        parts += [
            line([(x, 172), (240 + 12 * (place - 1), 57)], ink=ACCENT, width=1 + 8 * weight),
            box(f"h{_low(place + 1)} = {state}", x, 190, 118, fill=PALE_BLUE),
            arrow((x, 230), (x, 207)),
            text(f"x{_low(place + 1)}", x, 242, 15),
        ]
    parts += [
        text("α₁ = 0.25", 102, 108, 14, ink=ACCENT),
        text("α₂ = 0.625", 292, 148, 14, ink=ACCENT),
        text("α₃ = 0.125", 386, 108, 14, ink=ACCENT),
    ]
    return picture(560, 262, parts)


def weights() -> str:
    """The attention weights of a whole translation as a grid: the darker, the larger."""
    left, top = 70, 50
    wide = 2 * CELL
    parts: list[str] = []
    for column in range(4):
        parts.append(text(f"x{_low(column + 1)}", left + wide * (column + 0.5), top - 18, 16))
    for row, shares in enumerate(WEIGHTS):
        y = top + CELL * row
        parts.append(text(f"y{_low(row + 1)}", left - 22, y + CELL / 2, 16))
        for column, share in enumerate(shares):
            x = left + wide * column
            parts.append(
                f'<rect x="{x:g}" y="{y:g}" width="{wide}" height="{CELL}" fill="{GROUND}" stroke="{LINE}"/>'
                f'<rect x="{x:g}" y="{y:g}" width="{wide}" height="{CELL}" fill="{BLUE}" '
                f'fill-opacity="{0.85 * share:.2f}" stroke="{LINE}"/>'
            )
            parts.append(
                text(f"{share:g}", x + wide / 2, y + CELL / 2, 15, ink=GROUND if share > 0.5 else INK)
            )
        parts.append(text(f"Σ = {sum(shares):g}", left + 4 * wide + 44, y + CELL / 2, 15, ink=ACCENT))
    return picture(left + 4 * wide + 96, top + 4 * CELL + 20, parts)


FIGURES = {
    "bottleneck.svg": bottleneck,
    "look-back.svg": look_back,
    "weights.svg": weights,
}


def _step(x: float, state: str, word: str, fill: str) -> list[str]:
    """A state and the word that it reads."""
    return [
        box(state, x, STATE, 56, fill=fill),
        arrow((x, WORD - 16), (x, STATE + 17)),
        text(word, x, WORD, 15),
    ]


def _low(number: int) -> str:
    return "₀₁₂₃₄₅₆₇₈₉"[number]
