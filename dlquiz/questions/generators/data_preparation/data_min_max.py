"""Min–max scaling of a column of four values. Seed 0: grey values between 0 and 255."""

from __future__ import annotations

import random
from collections.abc import Iterable
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

Values = tuple[int, ...]

PIXELS: Values = (0, 51, 204, 255)

BY_MAXIMUM = Text(
    "Divided by the maximum alone. That is the same only where the minimum is 0: subtract the minimum first.",
    "आपने केवल maximum से भाग दिया। यह तभी ठीक है जब minimum 0 हो: पहले minimum घटाइए।",
)
NOT_SHIFTED = Text(
    "The minimum must be subtracted above the line too, so that it becomes 0.",
    "ऊपर भी minimum घटाना है, ताकि वह 0 बन जाए।",
)
RANGE_FORGOTTEN = Text(
    "Divide by the *range*, maximum less minimum, so that the largest value becomes 1.",
    "भाग *range* से, यानी maximum में से minimum घटाकर, दीजिए, ताकि सबसे बड़ा मान 1 बने।",
)
ONLY_SHIFTED = Text(
    "Now the minimum is 0. Divide by the range as well.",
    "अब minimum 0 है। Range से भाग भी दीजिए।",
)
TURNED = Text(
    "This way the smallest value becomes 1 and the largest 0: it is turned round.",
    "इस तरह सबसे छोटा मान 1 और सबसे बड़ा 0 बनता है: बात उलट गई।",
)


def vary(seed: int) -> Variation:
    """Four values whose range divides well."""
    values = PIXELS if seed == 0 else _draw(random.Random(seed))
    low, high = min(values), max(values)
    span = high - low
    answer = _row(Fraction(value - low, span) for value in values)
    wrong = [
        (_row(Fraction(value, high) for value in values), BY_MAXIMUM),
        (_row(Fraction(value, span) for value in values), NOT_SHIFTED),
        (_row(Fraction(value - low, high) for value in values), RANGE_FORGOTTEN),
        (_row(Fraction(value - low) for value in values), ONLY_SHIFTED),
        (_row(Fraction(high - value, span) for value in values), TURNED),
    ]
    return Variation(
        names={"x": vector(values)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(values, answer[0]),
    )


def _draw(random_: random.Random) -> Values:
    low, unit = random_.choice([-5, -4, 2, 5, 10, 15, 20]), random_.choice([1, 2, 3, 4, 5])
    first, second = random_.sample(range(1, 10), 2)
    values = [low, low + first * unit, low + second * unit, low + 10 * unit]
    random_.shuffle(values)
    return tuple(values)


def _row(values: Iterable[Fraction]) -> tuple[tuple[Fraction, ...]]:
    return (tuple(values),)


def _solution(values: Values, scaled: tuple[Fraction, ...]) -> Text:
    low, high = min(values), max(values)
    steps = "; ".join(
        rf"$\frac{{{value} - {signed(low)}}}{{{high - low}}} = {decimal(result)}$"
        for value, result in zip(values, scaled, strict=True)
    )
    span = f"${high} - {signed(low)} = {high - low}$"
    return Text(
        en=f"The minimum is {low}, the range {span}. {steps}.",
        hi=f"Minimum {low} है और range {span}। {steps}।",
    )
