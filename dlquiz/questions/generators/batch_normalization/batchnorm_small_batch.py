"""Normalizing a batch of five numbers. Seed 0 is the lesson's batch: 2, 4, 5, 6, 8."""

from __future__ import annotations

import math
import random
from fractions import Fraction
from functools import lru_cache
from itertools import combinations_with_replacement

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded, signed, vector

BATCH = (2, 4, 5, 6, 8)
SIZE = len(BATCH)
# Standard deviations that quotients end early with.
_ROUND = (2, 4, 5)
_FARTHEST = 9

Row = tuple[Fraction, ...]


def vary(seed: int) -> Variation:
    """Five whole numbers with a whole mean and a whole standard deviation."""
    batch = BATCH if seed == 0 else _draw(random.Random(seed))
    mean = Fraction(sum(batch), SIZE)
    deviations = tuple(value - mean for value in batch)
    variance = Fraction(sum(d * d for d in deviations), SIZE)
    sigma = Fraction(math.isqrt(int(variance)))
    answer = _divided(deviations, sigma)
    wrong = [
        (
            deviations,
            Text(
                en="The mean is subtracted; now divide by the standard deviation.",
                hi="Mean घटा लिया है; अब standard deviation से भाग दीजिए।",
            ),
        ),
        (
            _divided(deviations, variance),
            Text(
                en="This divides by the variance. Take its square root first.",
                hi="यहाँ variance से भाग दिया गया है। पहले उसका वर्गमूल लीजिए।",
            ),
        ),
        (
            tuple(rounded(float(d) / math.sqrt(float(variance) * SIZE / (SIZE - 1)), 4) for d in deviations),
            Text(
                en=f"This variance was divided by {SIZE - 1}. BatchNorm normalizes with the biased one, "
                f"divided by {SIZE}.",
                hi=f"इस variance में {SIZE - 1} से भाग दिया गया है। BatchNorm biased variance लेता है, "
                f"जिसमें {SIZE} से भाग देते हैं।",
            ),
        ),
        (
            _divided(tuple(Fraction(value) for value in batch), sigma),
            Text(
                en="Subtract the mean before you divide.",
                hi="भाग देने से पहले mean घटाइए।",
            ),
        ),
    ]
    return Variation(
        names={"batch": ", ".join(map(str, batch))},
        answer=(answer,),
        errors=distinct_errors((answer,), [((row,), reason) for row, reason in wrong]),
        solution=_solution(batch, int(mean), deviations, int(variance), int(sigma)),
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[int, ...], ...]:
    """Deviations that add up to nothing, their squares to a round variance; not all of one size."""
    return tuple(
        found
        for found in combinations_with_replacement(range(-_FARTHEST, _FARTHEST + 1), SIZE)
        if sum(found) == 0
        and sum(d * d for d in found) in {SIZE * sigma * sigma for sigma in _ROUND}
        and len(set(found)) > 2
    )


def _draw(random_: random.Random) -> tuple[int, ...]:
    deviations = list(random_.choice(_patterns()))
    random_.shuffle(deviations)
    mean = random_.randint(3, 12)
    return tuple(mean + d for d in deviations)


def _divided(row: Row, by: Fraction) -> Row:
    return tuple(value / by for value in row)


def _solution(batch: tuple[int, ...], mean: int, deviations: Row, variance: int, sigma: int) -> Text:
    total = " + ".join(signed(value) if place else decimal(value) for place, value in enumerate(batch))
    squares = " + ".join(decimal(d * d) for d in deviations)
    steps = (
        rf"$\mu = \frac{{{total}}}{{{SIZE}}} = {mean}$",
        f"${vector(deviations)}$",
        rf"$\sigma^2 = \frac{{{squares}}}{{{SIZE}}} = {variance}$",
        rf"$\sigma = {sigma}$",
        rf"$\hat{{x}} = {vector(_divided(deviations, Fraction(sigma)))}$",
    )
    return Text(
        en=f"The mean: {steps[0]}. Subtracted from every number: {steps[1]}. The mean of the squares is the "
        f"variance: {steps[2]}, so {steps[3]}. Divide by it: {steps[4]}.",
        hi=f"Mean: {steps[0]}। हर संख्या में से इसे घटाइए: {steps[1]}। वर्गों का mean ही variance है: {steps[2]}, "
        f"इसलिए {steps[3]}। इससे भाग दीजिए: {steps[4]}।",
    )
