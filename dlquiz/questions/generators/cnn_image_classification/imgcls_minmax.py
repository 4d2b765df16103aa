"""A feature map brought to grey values from 0 to 255. Seed 0 is the lesson's: -1, 0, 1, 4."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, matrix, signed

Map = tuple[tuple[int, ...], ...]
Scaled = tuple[tuple[Fraction, ...], ...]

WHITE = 255
SPANS = (3, 5, 5, 15, 17)  # divisors of 255: every grey value is whole
MAP: Map = ((-1, 0), (1, 4))

NOT_STRETCHED = Text(
    "These values lie between 0 and 1. For grey values multiply them by 255.",
    "ये मान 0 और 1 के बीच हैं। Grey values के लिए इन्हें 255 से गुणा कीजिए।",
)
NOT_SHIFTED = Text(
    "The minimum was not subtracted above the line: the smallest value has to become 0.",
    "ऊपर minimum नहीं घटाया गया: सबसे छोटा मान 0 बनना चाहिए।",
)
BY_MAXIMUM = Text(
    "Divide by maximum minus minimum, not by the maximum alone.",
    "केवल maximum से नहीं, maximum घटा minimum से भाग दीजिए।",
)
BY_255 = Text(
    "Dividing by 255 is for pixels, whose minimum and maximum are 0 and 255. This map has others.",
    "255 से भाग pixels को देते हैं, जिनके minimum और maximum 0 और 255 हैं। इस map के दूसरे हैं।",
)
NEGATIVE = Text(
    "White and black are exchanged: the smallest value becomes 0, the largest 255.",
    "काला और सफ़ेद आपस में बदल गए: सबसे छोटा मान 0 बनता है, सबसे बड़ा 255।",
)


def vary(seed: int) -> Variation:
    """Four whole numbers whose span divides 255."""
    values = MAP if seed == 0 else _draw(random.Random(seed))
    flat = [value for row in values for value in row]
    low, high = min(flat), max(flat)
    span = high - low
    answer = _each(values, Fraction(WHITE, span), -low)
    wrong = [
        (_each(values, Fraction(1, span), -low), NOT_STRETCHED),
        (_each(values, Fraction(WHITE, span), 0), NOT_SHIFTED),
        (_each(values, Fraction(1, WHITE), 0), BY_255),
        (_each(values, Fraction(-WHITE, span), -high), NEGATIVE),
    ]
    if high:
        wrong += [
            (_each(values, Fraction(WHITE, high), -low), BY_MAXIMUM),
            (_each(values, Fraction(WHITE, high), 0), BY_MAXIMUM),
        ]
    return Variation(
        names={"map": matrix(values)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(values, low, high, answer),
    )


def _draw(random_: random.Random) -> Map:
    span = random_.choice(SPANS)
    low = random_.randint(-6, 2)
    inner = random_.sample(range(low + 1, low + span), 2)
    flat = [low, low + span, *inner]
    random_.shuffle(flat)
    return (tuple(flat[:2]), tuple(flat[2:]))


def _each(values: Map, factor: Fraction, plus: int) -> Scaled:
    return tuple(tuple(factor * (value + plus) for value in row) for row in values)


def _solution(values: Map, low: int, high: int, answer: Scaled) -> Text:
    span = high - low
    above, below = f"x - {signed(low)}", f"{high} - {signed(low)}"
    formula = rf"$255 \cdot \frac{{{above}}}{{{below}}} = {WHITE // span} \cdot ({above})$"
    steps = ", ".join(
        f"${value} \\to {entry}$"
        for row, entries in zip(values, answer, strict=True)
        for value, entry in zip(row, entries, strict=True)
    )
    result = f"$${inline_matrix(answer)}$$"
    return Text(
        en=f"Minimum {low}, maximum {high}, so each value becomes {formula}: {steps}. {result}",
        hi=f"Minimum {low} है और maximum {high}, इसलिए हर मान बनता है {formula}: {steps}। {result}",
    )
