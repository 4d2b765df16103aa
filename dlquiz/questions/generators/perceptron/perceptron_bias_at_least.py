"""A neuron that fires when at least k of n bits are 1: its smallest bias. Seed 0 is AND of two bits."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

ONE_FEWER = Text(
    "With this bias one input less is already enough.",
    "इस bias के साथ एक कम input भी काफ़ी हो जाता है।",
)
NOT_SMALLEST = Text(
    "With this bias the neuron does what it should, but there are smaller ones.",
    "इस bias के साथ neuron ठीक चलता है, पर इससे छोटे मान भी हैं।",
)
SIGN = Text(
    "The sign is wrong: the bias has to hold the neuron back.",
    "Sign ग़लत है: bias को neuron को रोककर रखना है।",
)
NO_WEIGHT = Text(
    "Each 1 adds a whole weight to the sum, not just 1.",
    "हर 1 से योग में पूरा weight जुड़ता है, सिर्फ़ 1 नहीं।",
)
ALL_NEEDED = Text(
    "With this bias all the inputs have to be 1.",
    "इस bias के साथ सारे inputs 1 होने चाहिए।",
)


def vary(seed: int) -> Variation:
    """w·k + b = 0 at exactly k ones, so b = −w·k."""
    inputs, needed, weight = (2, 2, Fraction(1)) if seed == 0 else _draw(random.Random(seed))
    answer = -weight * needed
    wrong = [
        (-answer, SIGN),
        (-weight * (needed - 1), ONE_FEWER),
        (-weight * (needed - Fraction(1, 2)), NOT_SMALLEST),
        (Fraction(-needed), NO_WEIGHT),
        (-weight * inputs, ALL_NEEDED),
    ]
    return Variation(
        names={"n": inputs, "k": needed, "w": decimal(weight)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(needed, weight, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int, Fraction]:
    inputs = random_.randint(2, 6)
    return inputs, random_.randint(1, inputs), Fraction(random_.choice([1, 2, 3, 4, 5, 6, 8]), 2)


def _solution(needed: int, weight: Fraction, answer: Fraction) -> Text:
    enough = rf"${needed} \cdot {decimal(weight)} + b \ge 0$"
    least = rf"$b \ge {decimal(answer)}$"
    fewer = f"$b < {decimal(-weight * (needed - 1))}$"
    return Text(
        en=f"With {needed} ones the neuron must fire: {enough}, so {least}. With {needed - 1} it must not: "
        f"{fewer}. The smallest bias that does both is **{decimal(answer)}**; there $z = 0$, and the step "
        "gives 1 at 0.",
        hi=f"{needed} inputs 1 हों, तो output 1 चाहिए: {enough}, यानी {least}। {needed - 1} हों, तो 0 चाहिए: "
        f"{fewer}। दोनों शर्तें पूरी करने वाला सबसे छोटा bias **{decimal(answer)}** है; वहाँ $z = 0$ है, और 0 पर "
        "step 1 देता है।",
    )
