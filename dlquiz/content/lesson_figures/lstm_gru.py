"""Figures of the lesson on LSTM and GRU."""

from __future__ import annotations

from dlquiz.content.drawing import (
    ACCENT,
    BLUE,
    PALE_BLUE,
    PALE_GREEN,
    TINT,
    Axes,
    arrow,
    box,
    node,
    picture,
    text,
)
from dlquiz.questions.generators.lstm_gru.lstm_cell_step import LESSON
from dlquiz.questions.generators.lstm_gru.lstm_hidden_state import HALF, TANH

TOP, MIDDLE, GATES, BOTTOM = 52, 132, 196, 262
KEEP, WRITE, SHOW = 160, 300, 536


def cell() -> str:
    """The cell state on its way along the top, the gates from below, with the numbers of the lesson."""
    shown = HALF * TANH[LESSON.new]
    parts = [
        arrow((112, TOP), (KEEP - 15, TOP), ink=ACCENT, width=2.6),
        arrow((KEEP + 15, TOP), (WRITE - 15, TOP), ink=ACCENT, width=2.6),
        arrow((WRITE + 15, TOP), (612, TOP), ink=ACCENT, width=2.6),
        box(f"cₜ₋₁ = {float(LESSON.old):g}", 64, TOP, 96, fill=TINT),
        box(f"cₜ = {float(LESSON.new):g}", 664, TOP, 104, fill=TINT),
        text(f"{float(LESSON.forget * LESSON.old):g}", (KEEP + WRITE) / 2, TOP - 14, 15, ink=ACCENT),
        *_gate("×", "f", float(LESSON.forget), KEEP, TOP),
        *_written(),
        *_shown(float(TANH[LESSON.new]), float(shown)),
        box("xₜ , hₜ₋₁", 300, BOTTOM, 104, fill=PALE_BLUE),
    ]
    for place in (KEEP, 256, 344, SHOW):
        parts.append(arrow((300, BOTTOM - 17), (300, 234), (place, 234), (place, GATES + 17), ink=BLUE))
    return picture(736, 296, parts)


def decay() -> str:
    """What is left of an old memory after t steps, for three forget gates."""
    axes = Axes(64, 28, 480, 200, (0, 20), (0, 1))
    parts = [axes.drawn(ticks_x=(5, 10, 15, 20), ticks_y=(0.5, 1), name_x="")]
    for gate, ink in ((0.5, ACCENT), (0.9, BLUE), (0.99, "#15803d")):
        parts.append(axes.curve(lambda steps, gate=gate: gate**steps, ink=ink))  # type: ignore[misc]
        x, y = axes.at(20, gate**20)
        parts.append(text(f"f = {gate:g}", x + 12, y - 6, 15, ink=ink, anchor="start"))
    parts.append(axes.numbered(ticks_x=(5, 10, 15, 20), ticks_y=(0.5, 1)))
    parts.append(text("t", 576, 244, 15))
    parts.append(text("fᵗ", 64, 13, 16))
    return picture(640, 270, parts)


def gru() -> str:
    """The GRU's one state, shared out between old and new by z and 1 - z."""
    keep, add = 200, 380
    parts = [
        arrow((106, TOP), (keep - 15, TOP), ink=ACCENT, width=2.6),
        arrow((keep + 15, TOP), (add - 15, TOP), ink=ACCENT, width=2.6),
        arrow((add + 15, TOP), (488, TOP), ink=ACCENT, width=2.6),
        box("hₜ₋₁", 72, TOP, 68, fill=TINT),
        box("hₜ", 522, TOP, 68, fill=TINT),
        node("×", keep, TOP),
        node("+", add, TOP),
        node("×", add, MIDDLE),
        arrow((add, MIDDLE - 15), (add, TOP + 15)),
        box("z", keep, MIDDLE, 56, fill=PALE_BLUE),
        arrow((keep, MIDDLE - 17), (keep, TOP + 15), ink=BLUE),
        box("1 − z", 290, MIDDLE, 66, fill=PALE_BLUE),
        arrow((keep + 28, MIDDLE), (257, MIDDLE), ink=BLUE),
        arrow((323, MIDDLE), (add - 15, MIDDLE), ink=BLUE),
        box("n = tanh( W x + r ⊙ (W h) )", add, GATES + 20, 260, fill=PALE_GREEN),
        arrow((add, GATES + 3), (add, MIDDLE + 15)),
    ]
    return picture(590, 254, parts)


FIGURES = {
    "cell.svg": cell,
    "decay.svg": decay,
    "gru.svg": gru,
}


def _gate(sign: str, name: str, value: float, x: float, y: float) -> list[str]:
    """A gate below, and the node that it works on."""
    return [
        node(sign, x, y),
        arrow((x, GATES - 17), (x, y + 15), ink=BLUE),
        box(f"{name} = {value:g}", x, GATES, 82, fill=PALE_BLUE),
    ]


def _written() -> list[str]:
    """Input gate and candidate: multiplied, then added to the cell state."""
    written = float(LESSON.entry * LESSON.candidate)
    return [
        node("+", WRITE, TOP),
        node("×", WRITE, MIDDLE),
        arrow((WRITE, MIDDLE - 15), (WRITE, TOP + 15)),
        text(f"{written:g}", WRITE + 22, (TOP + MIDDLE) / 2, 15),
        box(f"i = {float(LESSON.entry):g}", 256, GATES, 82, fill=PALE_BLUE),
        box(f"g = {float(LESSON.candidate):g}", 344, GATES, 82, fill=PALE_GREEN),
        arrow((256, GATES - 17), (256, MIDDLE), (WRITE - 15, MIDDLE), ink=BLUE),
        arrow((344, GATES - 17), (344, MIDDLE), (WRITE + 15, MIDDLE)),
    ]


def _shown(squashed: float, shown: float) -> list[str]:
    """From the cell state through tanh and the output gate to the hidden state."""
    tanh = 430
    return [
        arrow((tanh, TOP), (tanh, 115)),
        box("tanh", tanh, MIDDLE, 60, fill=PALE_GREEN),
        arrow((tanh + 30, MIDDLE), (SHOW - 15, MIDDLE)),
        text(f"{squashed:g}", 491, MIDDLE - 14, 14),
        node("×", SHOW, MIDDLE),
        arrow((SHOW, GATES - 17), (SHOW, MIDDLE + 15), ink=BLUE),
        box(f"o = {float(HALF):g}", SHOW, GATES, 82, fill=PALE_BLUE),
        arrow((SHOW + 15, MIDDLE), (600, MIDDLE)),
        box(f"hₜ = {shown:g}", 664, MIDDLE, 128, fill=TINT),
    ]
