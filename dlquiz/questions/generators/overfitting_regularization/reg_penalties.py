"""The L1 and the L2 penalty of four weights. Seed 0 has the documents' strength, 0.001."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, vector

WEIGHTS = (1, -2, 0, 3)
STRENGTHS = (Fraction(1, 10), Fraction(1, 100), Fraction(1, 2), Fraction(1, 5))


def sums(weights: Sequence[int]) -> tuple[int, int]:
    """The sum of the absolute values and the sum of the squares."""
    return sum(abs(weight) for weight in weights), sum(weight * weight for weight in weights)


def draw_weights(random_: random.Random) -> tuple[int, ...]:
    """Four small weights, at least one negative and one positive, whose two sums differ."""
    while True:
        weights = tuple(random_.randint(-4, 4) for _ in range(4))
        one, two = sums(weights)
        if min(weights) < 0 < max(weights) and one != two:
            return weights


def written_sums(weights: Sequence[int]) -> tuple[str, str]:
    """Both sums as they are added up by hand."""
    one, two = sums(weights)
    absolute = " + ".join(str(abs(weight)) for weight in weights)
    squares = " + ".join(str(weight * weight) for weight in weights)
    return rf"$\sum |w_i| = {absolute} = {one}$", rf"$\sum w_i^2 = {squares} = {two}$"


def vary(seed: int) -> Variation:
    """Four weights and the strength of the penalty; both penalties are asked for."""
    weights, strength = (WEIGHTS, Fraction(1, 1000)) if seed == 0 else _draw(random.Random(seed))
    one, two = sums(weights)
    total = sum(weights)
    answer = ((strength * one, strength * two),)
    wrong = [
        (((strength * two, strength * one),), _EXCHANGED),
        (((Fraction(one), Fraction(two)),), _NO_STRENGTH),
        (((strength * total, strength * two),), _SIGNS),
        (((strength * one, strength * total * total),), _SQUARED_SUM),
        (((strength * one, strength * one * one),), _SQUARED_SUM),
    ]
    return Variation(
        names={"w": vector(weights), "lam": decimal(strength)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(weights, strength),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, ...], Fraction]:
    return draw_weights(random_), random_.choice(STRENGTHS)


_EXCHANGED = Text(
    en="The two are exchanged: L1 adds up absolute values, L2 squares.",
    hi="दोनों आपस में बदल गए: L1 में absolute values जुड़ते हैं, L2 में वर्ग।",
)
_NO_STRENGTH = Text(
    en="Both sums are right; multiply them by the strength $\\lambda$.",
    hi="दोनों जोड़ सही हैं; उन्हें ताक़त $\\lambda$ से गुणा कीजिए।",
)
_SIGNS = Text(
    en="L1 adds up absolute values: a negative weight counts as much as a positive one, it must not cancel "
    "it.",
    hi="L1 में absolute values जुड़ते हैं: negative weight भी positive जितना ही गिना जाता है, वह उसे काटता नहीं।",
)
_SQUARED_SUM = Text(
    en="Square every weight first, then add. The square of a sum is something else.",
    hi="पहले हर weight का वर्ग कीजिए, फिर जोड़िए। जोड़ का वर्ग कुछ और होता है।",
)


def _solution(weights: Sequence[int], strength: Fraction) -> Text:
    one, two = sums(weights)
    first, second = written_sums(weights)
    lam = decimal(strength)
    products = (
        rf"${lam} \cdot {one} = {decimal(strength * one)}$",
        rf"${lam} \cdot {two} = {decimal(strength * two)}$",
    )
    return Text(
        en=f"L1: {first}, times $\\lambda$: {products[0]}. L2: {second}, times $\\lambda$: {products[1]}.",
        hi=f"L1: {first}, $\\lambda$ से गुणा करके {products[0]}। "
        f"L2: {second}, $\\lambda$ से गुणा करके {products[1]}।",
    )
