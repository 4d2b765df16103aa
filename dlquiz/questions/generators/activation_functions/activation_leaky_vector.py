"""Leaky ReLU, entry by entry. Seed 0 is the lesson's."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

HALF = Fraction(1, 2)
LESSON = (Fraction(1, 10), (Fraction(-2), Fraction(0), Fraction(3), -HALF))

PLAIN = Text(
    "That is ReLU without the leak: negative values are not cut to 0 here, but multiplied by the slope.",
    "यह बिना leak वाला ReLU है: यहाँ negative मान 0 नहीं होते, slope से गुणा होते हैं।",
)
BOTH = Text(
    "Positive values stay as they are; only negative ones are multiplied by the slope.",
    "Positive मान वैसे ही रहते हैं; slope से सिर्फ़ negative मान गुणा होते हैं।",
)
SIDES = Text(
    "The sides are exchanged: the small slope belongs to negative values.",
    "दोनों तरफ़ें बदल गईं: छोटा slope negative मानों के लिए है।",
)
SIGN = Text(
    "The sign stays: a negative value times a positive slope is negative.",
    "Sign वही रहता है: negative मान गुणा positive slope, नतीजा negative।",
)
CONSTANT = Text(
    "A negative value is multiplied by the slope; the slope itself is not the output.",
    "Negative मान slope से गुणा होता है; slope ख़ुद output नहीं है।",
)


def vary(seed: int) -> Variation:
    """Four values, at least one of them negative and one positive."""
    slope, values = LESSON if seed == 0 else _draw(random.Random(seed))
    answer = _row([value if value > 0 else slope * value for value in values])
    wrong = [
        (_row([max(value, Fraction(0)) for value in values]), PLAIN),
        (_row([slope * value for value in values]), BOTH),
        (_row([slope * value if value > 0 else value for value in values]), SIDES),
        (_row([value if value > 0 else -slope * value for value in values]), SIGN),
        (_row([value if value > 0 else slope * (value < 0) for value in values]), CONSTANT),
        (_row([value if value > 0 else -slope * (value < 0) for value in values]), CONSTANT),
    ]
    return Variation(
        names={"slope": decimal(slope), "z": vector(values)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(slope, values, answer[0]),
    )


def _draw(random_: random.Random) -> tuple[Fraction, tuple[Fraction, ...]]:
    slope = Fraction(random_.choice(["0.01", "0.1", "0.2", "0.25", "0.3"]))
    negative = random_.sample(range(1, 9), 2)
    positive = random_.sample(range(1, 9), 2)
    values = [-HALF * value for value in negative] + [HALF * value for value in positive]
    random_.shuffle(values)
    return slope, tuple(values)


def _row(values: Sequence[Fraction]) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(value) for value in values),)


def _solution(slope: Fraction, values: Sequence[Fraction], answer: Sequence[Fraction]) -> Text:
    products = ", ".join(
        rf"${decimal(slope)} \cdot {signed(value)} = {decimal(slope * value)}$"
        for value in values
        if value < 0
    )
    return Text(
        en=f"Values from 0 upwards stay. The negative ones times {decimal(slope)}: {products}. "
        f"Together ${vector(answer)}$.",
        hi=f"0 और उससे बड़े मान वैसे ही रहते हैं। Negative मान गुणा {decimal(slope)}: {products}। "
        f"कुल मिलाकर ${vector(answer)}$।",
    )
