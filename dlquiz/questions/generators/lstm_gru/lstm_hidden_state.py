"""The hidden state of an LSTM from given gates and a table of tanh. Seed 0: 0.5 · tanh(1.5) = 0.455."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.lstm_gru.lstm_cell_step import LESSON, CellStep
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

HALF = Fraction(1, 2)
# tanh at the places where the cell state can land, to two decimals
TANH = {
    HALF: Fraction("0.46"),
    Fraction(1): Fraction("0.76"),
    3 * HALF: Fraction("0.91"),
    Fraction(2): Fraction("0.96"),
}
SHARES = tuple(Fraction(value) for value in ("0.1", "0.2", "0.5", "0.9"))

NO_TANH = Text(
    "The cell state has to go through $\\tanh$ first: $h_t = o_t \\tanh(c_t)$.",
    "Cell state को पहले $\\tanh$ से गुज़रना है: $h_t = o_t \\tanh(c_t)$।",
)
NO_OUTPUT_GATE = Text(
    "The output gate is missing: it decides how much of $\\tanh(c_t)$ is shown.",
    "Output gate छूट गया: वही तय करता है कि $\\tanh(c_t)$ का कितना हिस्सा दिखे।",
)
CELL_STATE = Text(
    "That is the cell state $c_t$. The hidden state is made from it: $h_t = o_t \\tanh(c_t)$.",
    "यह cell state $c_t$ है। Hidden state इससे बनती है: $h_t = o_t \\tanh(c_t)$।",
)
OLD_CELL = Text(
    "You used the old cell state. The hidden state is made from the new one, $c_t$.",
    "आपने पुरानी cell state ली। Hidden state नई वाली से बनती है, यानी $c_t$ से।",
)
FORGET_FOR_OUTPUT = Text(
    "You multiplied by the forget gate at the end; there the output gate belongs.",
    "आख़िर में आपने forget gate से गुणा किया; वहाँ output gate आता है।",
)


def vary(seed: int) -> Variation:
    """h_t = o_t tanh(c_t); the cell state lands where the table has a value."""
    step, shown = (LESSON, HALF) if seed == 0 else _draw(random.Random(seed))
    new = step.new
    height = _tanh(new)
    answer = shown * height
    wrong = [
        (shown * new, NO_TANH),
        (height, NO_OUTPUT_GATE),
        (new, CELL_STATE),
        (step.forget * height, FORGET_FOR_OUTPUT),
    ]
    if abs(step.old) in TANH:
        wrong.append((shown * _tanh(step.old), OLD_CELL))
    rounded = r"\approx" if height not in (0, 1) else "="
    return Variation(
        names={
            "f": decimal(step.forget),
            "i": decimal(step.entry),
            "g": decimal(step.candidate),
            "o": decimal(shown),
            "c": decimal(step.old),
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            en=f"First the new cell state: $c_t = {step.written}$. Then what is shown of it: $h_t = "
            rf"{decimal(shown)} \cdot \tanh({decimal(new)}) {rounded} {decimal(shown)} \cdot "
            f"{_bracketed(height)} = {decimal(answer)}$.",
            hi=f"पहले नई cell state: $c_t = {step.written}$। फिर उसका जितना हिस्सा दिखता है: $h_t = "
            rf"{decimal(shown)} \cdot \tanh({decimal(new)}) {rounded} {decimal(shown)} \cdot "
            f"{_bracketed(height)} = {decimal(answer)}$।",
        ),
    )


def _tanh(value: Fraction) -> Fraction:
    height = TANH[abs(value)]
    return height if value > 0 else -height


def _bracketed(value: Fraction) -> str:
    return decimal(value) if value >= 0 else f"({decimal(value)})"


def _draw(random_: random.Random) -> tuple[CellStep, Fraction]:
    while True:
        step = CellStep(
            forget=Fraction(random_.choice(("0.25", "0.5", "0.75", "1"))),
            entry=Fraction(random_.choice(("0.25", "0.5", "1"))),
            candidate=Fraction(random_.choice(("-1", "-0.5", "0.5", "1"))),
            old=Fraction(random_.choice((-4, -3, -2, -1, 1, 2, 3, 4))),
        )
        if abs(step.new) in TANH and step.new != step.old:
            return step, random_.choice(SHARES)
