"""The elastic-net penalty of four weights: both penalties, each with its strength."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.overfitting_regularization.reg_penalties import (
    WEIGHTS,
    draw_weights,
    sums,
    written_sums,
)
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, vector

PAIRS = (
    (Fraction(1, 10), Fraction(1, 100)),
    (Fraction(1, 5), Fraction(1, 10)),
    (Fraction(1, 2), Fraction(1, 10)),
    (Fraction(1, 10), Fraction(1, 2)),
)


def vary(seed: int) -> Variation:
    """Four weights, a strength for L1 and one for L2."""
    weights, (first, second) = (WEIGHTS, PAIRS[0]) if seed == 0 else _draw(random.Random(seed))
    one, two = sums(weights)
    answer = first * one + second * two
    wrong = [
        (first * two + second * one, _EXCHANGED),
        (first * one, _ONLY_L1),
        (second * two, _ONLY_L2),
        (first * sum(weights) + second * two, _SIGNS),
        (first * one - second * two, _MINUS),
    ]
    return Variation(
        names={"w": vector(weights), "one": decimal(first), "two": decimal(second)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(weights, first, second, answer),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, ...], tuple[Fraction, Fraction]]:
    return draw_weights(random_), random_.choice(PAIRS)


_EXCHANGED = Text(
    en="The strengths are exchanged: $\\lambda_1$ goes with the absolute values, $\\lambda_2$ with the "
    "squares.",
    hi="दोनों ताक़तें बदल गईं: $\\lambda_1$ absolute values के साथ आता है, $\\lambda_2$ वर्गों के साथ।",
)
_ONLY_L1 = Text(
    en="That is the L1 part alone. Elastic net adds the L2 part to it.",
    hi="यह केवल L1 वाला हिस्सा है। Elastic net में L2 वाला हिस्सा भी जुड़ता है।",
)
_ONLY_L2 = Text(
    en="That is the L2 part alone. Elastic net adds the L1 part to it.",
    hi="यह केवल L2 वाला हिस्सा है। Elastic net में L1 वाला हिस्सा भी जुड़ता है।",
)
_SIGNS = Text(
    en="In the L1 part the absolute values are added: a negative weight must not cancel a positive one.",
    hi="L1 वाले हिस्से में absolute values जुड़ते हैं: negative weight positive को काटता नहीं।",
)
_MINUS = Text(
    en="Both parts are added: each is a penalty.",
    hi="दोनों हिस्से जोड़े जाते हैं: दोनों penalty हैं।",
)


def _solution(weights: Sequence[int], first: Fraction, second: Fraction, answer: Fraction) -> Text:
    one, two = sums(weights)
    absolute, squares = written_sums(weights)
    total = rf"${decimal(first)} \cdot {one} + {decimal(second)} \cdot {two} = {decimal(answer)}$"
    return Text(
        en=f"{absolute} and {squares}. Each sum times its strength, then added: {total}.",
        hi=f"{absolute} और {squares}। हर जोड़ को उसकी ताक़त से गुणा करके जोड़िए: {total}।",
    )
