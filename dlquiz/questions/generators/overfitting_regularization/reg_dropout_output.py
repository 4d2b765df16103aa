"""Inverted dropout of a short vector with a given mask. Seed 0 has the lesson's numbers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, vector

Row = tuple[Fraction, ...]
# The probability to drop, and a number that all values are multiples of: their quotients stay short.
CHOICES = (
    (Fraction(1, 2), 1),
    (Fraction(1, 5), 4),
    (Fraction(1, 4), 3),
    (Fraction(2, 5), 3),
    (Fraction(3, 5), 2),
)


def vary(seed: int) -> Variation:
    """Four outputs, a mask that keeps two or three of them, the probability p to drop."""
    values, mask, p = (
        ((2, 4, 1, 3), (1, 0, 1, 1), Fraction(1, 2)) if seed == 0 else _draw(random.Random(seed))
    )
    answer = _scaled(values, mask, 1 / (1 - p))
    wrong = [
        (_scaled(values, mask, Fraction(1)), _NOT_SCALED),
        (_scaled(values, [1 - keep for keep in mask], 1 / (1 - p)), _SWAPPED),
        (_scaled(values, mask, 1 - p), _SHRUNK),
        (_scaled(values, mask, 1 / p), _DIVIDED_BY_P),
    ]
    errors = distinct_errors((answer,), [((row,), why) for row, why in wrong])
    return Variation(
        names={"x": vector(values), "m": vector(mask), "p": decimal(p)},
        answer=(answer,),
        errors=errors,
        solution=_solution(values, mask, p, answer),
    )


def _scaled(values: Sequence[int], mask: Sequence[int], factor: Fraction) -> Row:
    return tuple(value * keep * factor for value, keep in zip(values, mask, strict=True))


def _draw(random_: random.Random) -> tuple[tuple[int, ...], tuple[int, ...], Fraction]:
    p, unit = random_.choice(CHOICES)
    values = tuple(unit * random_.randint(1, 5) for _ in range(4))
    dropped = random_.sample(range(4), random_.choice([1, 2]))
    return values, tuple(int(place not in dropped) for place in range(4)), p


_NOT_SCALED = Text(
    en="The dropped entries are right, but the kept ones must be divided by $1 - p$: otherwise the next "
    "layer "
    "would get less in training than in use.",
    hi="हटाए गए मान सही हैं, पर बचे हुए मानों को $1 - p$ से भाग देना है: नहीं तो training में अगली layer को "
    "इस्तेमाल के समय से कम मिलेगा।",
)
_SWAPPED = Text(
    en="Keep and drop are exchanged: a 1 in the mask keeps the entry, a 0 sets it to zero.",
    hi="रखना और हटाना आपस में बदल गए: mask में 1 मान को रखता है, 0 उसे शून्य कर देता है।",
)
_SHRUNK = Text(
    en="The kept entries are divided by $1 - p$, not multiplied by it: they grow, to make up for the "
    "dropped ones.",
    hi="बचे हुए मानों को $1 - p$ से भाग देते हैं, गुणा नहीं करते: वे बड़े होते हैं, ताकि हटाए गए मानों की भरपाई हो।",
)
_DIVIDED_BY_P = Text(
    en="$p$ is the probability to drop. The kept entries are divided by the probability to keep, $1 - p$.",
    hi="$p$ हटाने की probability है। बचे हुए मानों को रखने की probability, यानी $1 - p$, से भाग दिया जाता है।",
)


def _solution(values: Sequence[int], mask: Sequence[int], p: Fraction, answer: Row) -> Text:
    keep = decimal(1 - p)
    kept = [
        rf"\frac{{{value}}}{{{keep}}} = {decimal(result)}"
        for value, chosen, result in zip(values, mask, answer, strict=True)
        if chosen
    ]
    steps = f"$1 - p = {keep}$; ${', '.join(kept)}$"
    result = f"${vector(answer)}$"
    return Text(
        en=f"Where the mask is 0, the output is 0. The others are divided by the probability to keep: "
        f"{steps}. "
        f"Together: {result}.",
        hi=f"जहाँ mask 0 है, वहाँ output 0 है। बाक़ी मानों को रखने की probability से भाग दीजिए: {steps}। "
        f"कुल मिलाकर: {result}।",
    )
