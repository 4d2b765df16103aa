"""Recurrent cells, sequences and attention."""

from __future__ import annotations

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    PAD,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    Point,
    arrow,
    box,
    line,
    node,
    picture,
    text,
)  # fmt: skip


def lstm_gates() -> str:
    """The cell state along the top, the four gates below, the hidden state out at the right."""
    top, gates, bottom = 60.0, 190.0, 262.0
    forget, inside, candidate, out = 130.0, 230.0, 310.0, 430.0
    times, plus, squash, last = (forget, top), (270.0, top), (500.0, 112.0), (500.0, gates)
    parts = [
        arrow((30, top), (times[0] - 17, top), ink=ACCENT, width=2.6),
        arrow((times[0] + 15, top), (plus[0] - 17, top), ink=ACCENT, width=2.6),
        arrow((plus[0] + 15, top), (590, top), ink=ACCENT, width=2.6),
        text("cₜ₋₁", 44, top - 18, 17, ink=ACCENT), text("cₜ", 580, top - 18, 17, ink=ACCENT),
        line([(30, bottom), (out, bottom)], ink=BLUE, width=2.2),
        text("xₜ, hₜ₋₁", 66, bottom + 18, 15, ink=BLUE),
    ]  # fmt: skip
    for name, x, fill in (("f  σ", forget, TINT), ("i  σ", inside, TINT), ("g  tanh", candidate, PALE_GREEN),
                          ("o  σ", out, TINT)):  # fmt: skip
        parts.append(arrow((x, bottom), (x, gates + 19), ink=BLUE))
        parts.append(box(name, x, gates, 72, fill=fill))
    joint: Point = (270.0, 128.0)
    parts += [
        arrow((forget, gates - 17), (forget, top + 17)),
        arrow((inside, gates - 17), (inside, joint[1]), (joint[0] - 17, joint[1])),
        arrow((candidate, gates - 17), (candidate, joint[1]), (joint[0] + 17, joint[1])),
        arrow((joint[0], joint[1] - 15), (joint[0], top + 17)),
        arrow((squash[0], top), (squash[0], squash[1] - 19)),
        box("tanh", *squash, 64, fill=PALE_GREEN),
        arrow((squash[0], squash[1] + 17), (last[0], last[1] - 17)),
        arrow((out + 36, gates), (last[0] - 17, gates)),
        arrow((last[0] + 15, gates), (590, gates), ink=BLUE, width=2.6),
        text("hₜ", 580, gates - 18, 17, ink=BLUE),
        node("×", *times), node("+", *plus), node("×", *joint), node("×", *last),
    ]  # fmt: skip
    return picture(620, 296, parts)


def gru_gates() -> str:
    """What is kept of h and what the candidate brings, shared out by z."""
    top, gates, bottom = 56.0, 178.0, 244.0
    reset, candidate, update = 130.0, 270.0, 420.0
    keep, plus, mix = (update, top), (510.0, top), (510.0, 116.0)
    state = bottom - 22
    parts = [
        arrow((30, top), (keep[0] - 17, top), ink=BLUE, width=2.6),
        arrow((keep[0] + 15, top), (plus[0] - 17, top), ink=BLUE, width=2.6),
        arrow((plus[0] + 15, top), (600, top), ink=BLUE, width=2.6),
        text("hₜ₋₁", 44, top - 18, 17, ink=BLUE), text("hₜ", 588, top - 18, 17, ink=BLUE),
        line([(30, bottom), (update + 8, bottom)], ink=ACCENT, width=2.2),
        text("xₜ", 34, bottom - 16, 17, ink=ACCENT),
        line([(66, top), (66, state), (update - 8, state)], ink=BLUE, dashed="5 4"),
    ]  # fmt: skip
    for name, x, fill in (("r  σ", reset, TINT), ("n  tanh", candidate, PALE_GREEN), ("z  σ", update, TINT)):
        parts.append(arrow((x + 8, bottom), (x + 8, gates + 19), ink=ACCENT))
        parts.append(arrow((x - 8, state), (x - 8, gates + 19), ink=BLUE))
        parts.append(box(name, x, gates, 74, fill=fill))
    parts += [
        arrow((reset + 37, gates), (candidate - 39, gates)),
        text("r", (reset + candidate) / 2, gates - 14, 15),
        arrow((candidate, gates - 17), (candidate, mix[1]), (mix[0] - 17, mix[1])),
        text("n", candidate + 20, mix[1] - 13, 15),
        arrow((update, gates - 17), (update, top + 17)),
        text("z", update - 14, 90, 15),
        arrow((update + 37, gates), (mix[0], gates), (mix[0], mix[1] + 17)),
        text("1 − z", mix[0] + 34, gates - 14, 15),
        arrow((mix[0], mix[1] - 15), (plus[0], top + 17)),
        node("×", *keep), node("×", *mix), node("+", *plus),
    ]  # fmt: skip
    return picture(630, 274, parts)


def _cells(names: tuple[str, ...], left: float, step: float, y: float, fill: str) -> list[str]:
    return [box(name, left + step * number, y, 84, 44, fill=fill) for number, name in enumerate(names)]


def unrolled() -> str:
    """The same cell at each step: one state handed on, the same weights."""
    left, step, y = 130.0, 140.0, 96.0
    parts = _cells(("cell",) * 4, left, step, y, TINT)
    parts += [arrow((40, y), (left - 44, y), ink=BLUE, width=2.4), text("h₀", 40, y - 18, 17, ink=BLUE)]
    for number in range(4):
        x = left + step * number
        parts += [
            arrow((x, y + 66), (x, y + 24)), text(f"x{'₁₂₃₄'[number]}", x, y + 80, 17),
            arrow((x, y - 22), (x, y - 60)), text(f"out{'₁₂₃₄'[number]}", x, y - 74, 16),
            arrow((x + 42, y), (x + step - 44, y), ink=BLUE, width=2.4),
            text(f"h{'₁₂₃₄'[number]}", x + step / 2, y - 16, 16, ink=BLUE),
        ]  # fmt: skip
    parts.append(text("= h_n", left + 4 * step - 18, y, 15, anchor="start"))
    return picture(left + 4 * step + 40, 200, parts)


def both_ways() -> str:
    """One pass from the left, one from the right, and their outputs side by side at each step."""
    left, step, lower, upper = 130.0, 150.0, 176.0, 112.0
    parts = _cells(("→",) * 3, left, step, lower, TINT) + _cells(("←",) * 3, left, step, upper, PALE_BLUE)
    parts.append(arrow((40, lower), (left - 44, lower), ink=ACCENT, width=2.4))
    parts.append(
        arrow((left + 2 * step + 100, upper - 8), (left + 2 * step + 44, upper - 8), ink=BLUE, width=2.4)
    )
    for number in range(3):
        x = left + step * number
        name = "₁₂₃"[number]
        parts += [
            arrow((x - 12, lower + 58), (x - 12, lower + 24)),
            arrow((x + 58, lower + 58), (x + 58, upper + 8), (x + 44, upper + 8)),
            line([(x - 12, lower + 58), (x + 58, lower + 58)]),
            text(f"x{name}", x + 23, lower + 74, 17),
            arrow((x, upper - 22), (x, upper - 50)),
            text(f"[→{name}, ←{name}]", x, upper - 64, 16),
        ]
        if number < 2:
            parts.append(arrow((x + 42, lower), (x + step - 44, lower), ink=ACCENT, width=2.4))
            parts.append(arrow((x + step - 42, upper - 8), (x + 44, upper - 8), ink=BLUE, width=2.4))
    return picture(left + 2 * step + 120, 272, parts)


def attention() -> str:
    """A query is scored against four encoder states; the weights add up to one, and mix the states."""
    left, step, states, weights = 80.0, 100.0, 200.0, 110.0
    share, below = (0.1, 0.6, 0.2, 0.1), 246.0
    parts = []
    for number, weight in enumerate(share):
        x = left + step * number
        high = 90 * weight
        parts += [
            box(f"h{'₁₂₃₄'[number]}", x, states, 56, fill=PALE_BLUE),
            f'<rect x="{x - 16:g}" y="{weights + 45 - high:g}" width="32" height="{high:g}" fill="{TINT}" '
            f'stroke="{ACCENT}"/>',
            text(f"{weight:g}", x, weights + 33 - high, 14),
            arrow((x, states - 17), (x, weights + 49)),
        ]
    right = left + 4 * step + 40
    parts += [
        text("α = softmax(score)", left + 1.5 * step, 26, 15),
        arrow((left + 3.5 * step, weights), (right - 62, weights)),
        box("Σ αⱼhⱼ", right, weights, 116, fill=PALE_GREEN),
        text("context", right, weights + 32, 14),
        box("query", right, states, 84, fill=PAD),
        line([(right, states + 17), (right, below), (left, below)], ink=BLUE, dashed="5 4"),
        *(
            arrow((x, below), (x, states + 19), ink=BLUE)
            for x in (left + step * number for number in range(4))
        ),
    ]
    return picture(right + 84, 266, parts)


FIGURES = {
    "lstm-cell/gates": lstm_gates,
    "gru-cell/gates": gru_gates,
    "rnn/unrolled": unrolled,
    "lstm/unrolled": unrolled,
    "bidirectional-rnn/passes": both_ways,
    "bilstm/passes": both_ways,
    "attention-multiplicative/weights": attention,
    "attention-additive/weights": attention,
}
