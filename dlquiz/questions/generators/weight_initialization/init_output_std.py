"""How far a neuron's sums spread. Seed 0: the lesson's 400 inputs with weights of standard deviation 0.1."""

from __future__ import annotations

import math
import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

SQUARES = (16, 25, 36, 64, 100, 144, 225, 256, 400, 625, 900, 1600)
SPREADS = tuple(map(Fraction, ("0.01", "0.02", "0.05", "0.1", "0.2", "0.3", "0.5")))


def vary(seed: int) -> Variation:
    """A number of inputs, each of variance 1, and the spread of the weights."""
    n, s = (400, Fraction("0.1")) if seed == 0 else _draw(random.Random(seed))
    answer = s * math.isqrt(n)
    return Variation(
        names={"n": n, "s": decimal(s)},
        answer=answer,
        errors=distinct_errors(answer, _wrong(n, s)),
        solution=_solution(n, s, answer),
    )


def _draw(random_: random.Random) -> tuple[int, Fraction]:
    return random_.choice(SQUARES), random_.choice(SPREADS)


def _wrong(n: int, s: Fraction) -> list[tuple[Fraction, Text]]:
    return [
        (
            n * s * s,
            Text(
                en="This is the variance. The standard deviation is its root.",
                hi="यह variance है। Standard deviation इसका वर्गमूल है।",
            ),
        ),
        (
            n * s,
            Text(
                en="Standard deviations do not add up; variances do. Square first, add, then take the root.",
                hi="Standard deviation नहीं जुड़ते, variance जुड़ते हैं। पहले वर्ग, फिर जोड़, फिर वर्गमूल लीजिए।",
            ),
        ),
        (
            s,
            Text(
                en="This is one product only. The neuron adds up as many as it has inputs.",
                hi="यह एक ही गुणनफल का है। Neuron में उतने गुणनफल जुड़ते हैं जितने उसके inputs हैं।",
            ),
        ),
        (
            s * s,
            Text(
                en="This is the variance of one product: add up all of them, then take the root.",
                hi="यह एक गुणनफल का variance है: सबको जोड़िए, फिर वर्गमूल लीजिए।",
            ),
        ),
    ]


def _solution(n: int, s: Fraction, answer: Fraction) -> Text:
    variance = decimal(n * s * s)
    first = rf"${n} \cdot {decimal(s)}^2 = {variance}$"
    last = rf"$\sqrt{{{variance}}} = {decimal(answer)}$"
    return Text(
        en=f"Each product has the variance ${decimal(s)}^2 \\cdot 1$, and the variances of independent "
        f"products add up: {first}. The standard deviation is {last}.",
        hi=f"हर गुणनफल का variance ${decimal(s)}^2 \\cdot 1$ है, और स्वतंत्र गुणनफलों के variance जुड़ते हैं: {first}। "
        f"Standard deviation {last} है।",
    )
