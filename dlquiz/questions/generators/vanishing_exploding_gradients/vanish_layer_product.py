"""What is left of a gradient after some layers. Seed 0: sigmoid at its best, 0.25 at each of five layers."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

FACTORS = ("0.1", "0.2", "0.25", "0.4", "0.5", "1.5", "2", "3", "4")
STARTS = ("1", "2", "0.5", "4", "8", "10")
PLACES = 8

ADDED = Text(
    en="The factors were added up. The chain rule multiplies them.",
    hi="आपने factors को जोड़ दिया। Chain rule में उनका गुणा होता है।",
)
ONE_SHORT = Text(
    en="One factor is missing: each layer that the gradient passes multiplies once.",
    hi="एक factor छूट गया: gradient जिस-जिस layer से गुज़रता है, हर एक पर गुणा होता है।",
)
ONE_OVER = Text(
    en="There is one factor too many: count the layers again.",
    hi="एक factor ज़्यादा हो गया: layers फिर से गिनिए।",
)
START_FORGOTTEN = Text(
    en="These are the factors alone; the gradient that they multiply is missing.",
    hi="ये केवल factors हैं; जिस gradient से उनका गुणा होना था, वह छूट गया।",
)


def vary(seed: int) -> Variation:
    """A gradient, the factor of each layer, and how many layers it passes on its way back."""
    start, factor, layers = (Fraction(1), Fraction("0.25"), 5) if seed == 0 else _draw(random.Random(seed))
    answer = start * factor**layers
    wrong = [
        (start * factor * layers, ADDED),
        (start * factor ** (layers - 1), ONE_SHORT),
        (start * factor ** (layers + 1), ONE_OVER),
        (factor**layers, START_FORGOTTEN),
    ]
    return Variation(
        names={"g": decimal(start), "f": decimal(factor), "n": layers},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(start, factor, layers),
    )


def _draw(random_: random.Random) -> tuple[Fraction, Fraction, int]:
    return Fraction(random_.choice(STARTS)), Fraction(random_.choice(FACTORS)), random_.randint(3, 6)


def _solution(start: Fraction, factor: Fraction, layers: int) -> Text:
    answer = start * factor**layers
    exact = decimal(answer, PLACES) if answer < 1 else decimal(answer)
    sign = "=" if Fraction(exact) == answer else r"\approx"
    steps = rf"${decimal(start)} \cdot {decimal(factor)}^{{{layers}}} {sign} {exact}$"
    if factor < 1:
        end = Text(
            en="Every factor is below 1, so the gradient shrinks on its way: with more layers it vanishes.",
            hi="हर factor 1 से छोटा है, इसलिए gradient रास्ते में घटता जाता है: layers और हों तो वह मिट जाएगा।",
        )
    else:
        end = Text(
            en="Every factor is above 1, so the gradient grows on its way: with more layers it explodes.",
            hi="हर factor 1 से बड़ा है, इसलिए gradient रास्ते में बढ़ता जाता है: layers और हों तो वह फट पड़ेगा।",
        )
    return Text(
        en=f"Each of the {layers} layers multiplies by {decimal(factor)}: {steps}. {end.en}",
        hi=f"{layers} layers में से हर एक {decimal(factor)} से गुणा करती है: {steps}। {end.hi}",
    )
