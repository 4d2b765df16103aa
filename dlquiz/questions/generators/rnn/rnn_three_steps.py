"""Three steps of an RNN with a single hidden unit and ReLU. Seed 0 is the lesson's: 1, 0, 2 give 2.25."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

HALF = Fraction(1, 2)

NO_MEMORY = Text(
    "That is the last input alone. The hidden state of the step before comes in as well, times $w_h$.",
    "यह केवल आख़िरी input से बना है। पिछले step की hidden state भी $w_h$ से गुणा होकर आती है।",
)
REVERSED = Text(
    "The inputs were read from the end. The order matters: begin with $x_1$.",
    "Inputs पीछे से पढ़े गए। क्रम मायने रखता है: $x_1$ से शुरू कीजिए।",
)
UNWEIGHTED = Text(
    "The previous state was added as it is. It has to be multiplied by $w_h$ at every step.",
    "पिछली state जैसी है वैसी ही जोड़ दी गई। हर step पर उसे $w_h$ से गुणा करना है।",
)
STOPPED = Text(
    "That is the state after two steps; one more is to come.",
    "यह दो steps के बाद की state है; एक step अभी बाक़ी है।",
)
INPUTS_ONLY = Text(
    "The previous *input* was used where the previous *hidden state* belongs.",
    "जहाँ पिछली *hidden state* आनी थी, वहाँ पिछला *input* ले लिया गया।",
)


def states(x: Sequence[int], of_input: int, of_state: Fraction, bias: int) -> list[Fraction]:
    """h_1, h_2, …, from h_0 = 0."""
    found: list[Fraction] = []
    before = Fraction(0)
    for value in x:
        before = max(Fraction(0), of_input * value + of_state * before + bias)
        found.append(before)
    return found


def vary(seed: int) -> Variation:
    """Small whole inputs, and weights that keep the decimals short."""
    x, of_input, of_state, bias = ((1, 0, 2), 1, HALF, 0) if seed == 0 else _draw(random.Random(seed))
    found = states(x, of_input, of_state, bias)
    answer = found[-1]
    wrong = [
        (max(Fraction(0), Fraction(of_input * x[2] + bias)), NO_MEMORY),
        (states(x[::-1], of_input, of_state, bias)[-1], REVERSED),
        (states(x, of_input, Fraction(1), bias)[-1], UNWEIGHTED),
        (found[1], STOPPED),
        (max(Fraction(0), of_input * x[2] + of_state * x[1] + bias), INPUTS_ONLY),
    ]
    return Variation(
        names={
            "x": vector(x),
            "wx": of_input,
            "wh": decimal(of_state),
            "b": bias,
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(x, of_input, of_state, bias),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, int, int], int, Fraction, int]:
    while True:
        x = random_.randint(0, 4), random_.randint(0, 4), random_.randint(0, 4)
        of_input = random_.choice([1, 1, 2, -1])
        of_state = random_.choice([HALF, HALF, Fraction(2), Fraction(3), Fraction(-1), -HALF])
        bias = random_.choice([-1, 0, 0, 1])
        found = states(x, of_input, of_state, bias)
        if all(found) and len(set(x)) > 1:
            return x, of_input, of_state, bias


def _solution(x: Sequence[int], of_input: int, of_state: Fraction, bias: int) -> Text:
    before = Fraction(0)
    lines: list[str] = []
    for step, (value, state) in enumerate(zip(x, states(x, of_input, of_state, bias), strict=True), start=1):
        sum_ = rf"{of_input} \cdot {value} + {signed(of_state)} \cdot {signed(before)} + {signed(bias)}"
        lines.append(rf"$h_{step} = \text{{ReLU}}({sum_}) = {decimal(state)}$")
        before = state
    return Text(
        en=f"Begin with $h_0 = 0$. {'; '.join(lines)}. So $h_3$ is **{decimal(before)}**.",
        hi=f"$h_0 = 0$ से शुरू कीजिए। {'; '.join(lines)}। इसलिए $h_3$ का मान **{decimal(before)}** है।",
    )
