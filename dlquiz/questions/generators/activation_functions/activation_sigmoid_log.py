"""Sigmoid where it can be worked out by hand: at ln k it is k / (k + 1). Seed 0: ln 4 gives 0.8."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

ODDS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 19, 24, 49, 99)

OTHER_SIDE = Text(
    "That is the value at $-z$. For a positive $z$ sigmoid is above 0.5, for a negative one below.",
    "यह $-z$ पर मान है। $z$ positive हो तो sigmoid 0.5 से ऊपर होता है, negative हो तो नीचे।",
)
NO_ONE = Text("The 1 below the line is missing.", "हर में 1 छूट गया।")
SLOPE = Text(
    "That is the derivative, $\\sigma(z)\\,(1 - \\sigma(z))$.",
    "यह derivative है, $\\sigma(z)\\,(1 - \\sigma(z))$।",
)
MIDDLE = Text("0.5 is the value at $z = 0$.", "0.5 तो $z = 0$ पर मान है।")


def vary(seed: int) -> Variation:
    """e^(-ln k) = 1/k."""
    odds, sign = (4, 1) if seed == 0 else _draw(random.Random(seed))
    power = Fraction(1, odds) if sign > 0 else Fraction(odds)
    answer = 1 / (1 + power)
    wrong = [
        (1 - answer, OTHER_SIDE),
        (1 / power, NO_ONE),
        (answer * (1 - answer), SLOPE),
        (Fraction(1, 2), MIDDLE),
    ]
    z = rf"\ln {odds}" if sign > 0 else rf"-\ln {odds}"
    power_written = rf"\frac{{1}}{{{odds}}}" if sign > 0 else str(odds)
    equal = "=" if round(answer, 4) == answer else r"\approx"
    whole = rf"\frac{{{answer.numerator}}}{{{answer.denominator}}} {equal} {decimal(answer, 4)}"
    return Variation(
        names={"z": z},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            f"$e^{{-z}} = {power_written}$, so $\\sigma(z) = \\frac{{1}}{{1 + e^{{-z}}}} = {whole}$.",
            f"$e^{{-z}} = {power_written}$ है, इसलिए $\\sigma(z) = \\frac{{1}}{{1 + e^{{-z}}}} = {whole}$।",
        ),
    )


def _draw(random_: random.Random) -> tuple[int, int]:
    return random_.choice(ODDS), random_.choice([-1, 1])
