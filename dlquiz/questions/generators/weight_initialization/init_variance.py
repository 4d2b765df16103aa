"""The variance that He, Xavier and LeCun give a layer. Seed 0: the lesson's nn.Linear(400, 200), by He."""

from __future__ import annotations

import math
import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded

SIZES = (50, 100, 125, 200, 250, 400, 500, 800, 1000)
SUMS = (200, 250, 400, 500, 800, 1000)
HE, XAVIER, LECUN = "He", "Xavier", "LeCun"


def variance_of(scheme: str, n_in: int, n_out: int) -> Fraction:
    """The variance of the weights, of which the numbers of inputs and outputs decide."""
    top, under = {HE: (2, n_in), XAVIER: (2, n_in + n_out), LECUN: (1, n_in)}[scheme]
    return Fraction(top, under)


def vary(seed: int) -> Variation:
    """A scheme and a dense layer."""
    scheme, n_in, n_out = (HE, 400, 200) if seed == 0 else _draw(random.Random(seed))
    answer = variance_of(scheme, n_in, n_out)
    return Variation(
        names={"scheme": scheme, "nin": n_in, "nout": n_out},
        answer=answer,
        errors=distinct_errors(answer, _wrong(scheme, n_in, n_out)),
        solution=_solution(scheme, n_in, n_out),
    )


def _draw(random_: random.Random) -> tuple[str, int, int]:
    scheme = random_.choice((HE, XAVIER, LECUN))
    if scheme != XAVIER:
        n_in, n_out = random_.sample(SIZES, 2)
        return scheme, n_in, n_out
    total = random_.choice(SUMS)
    n_in = random_.choice([size for size in SIZES if size < total and 2 * size != total])
    return scheme, n_in, total - n_in


def _wrong(scheme: str, n_in: int, n_out: int) -> list[tuple[Fraction, Text]]:
    others = [
        (
            variance_of(other, n_in, n_out),
            Text(en=f"This is {other}'s variance.", hi=f"यह {other} का variance है।"),
        )
        for other in (HE, XAVIER, LECUN)
        if other != scheme
    ]
    return [
        *others,
        (
            variance_of(scheme, n_out, n_in),
            Text(
                en="Inputs and outputs are exchanged: nn.Linear names the inputs first, and they count here.",
                hi="Inputs और outputs की अदला-बदली हो गई: nn.Linear में inputs पहले आते हैं, और यहाँ वही गिने जाते हैं।",
            ),
        ),
        (
            rounded(math.sqrt(variance_of(scheme, n_in, n_out))),
            Text(
                en="This is the standard deviation. The variance is its square.",
                hi="यह standard deviation है। Variance इसका वर्ग है।",
            ),
        ),
        (
            Fraction(1, n_in + n_out),
            Text(
                en="The sum of inputs and outputs belongs to Xavier, and there with a 2 on top.",
                hi="Inputs और outputs का जोड़ Xavier में आता है, और वहाँ ऊपर 2 होता है।",
            ),
        ),
    ]


def _solution(scheme: str, n_in: int, n_out: int) -> Text:
    value = decimal(variance_of(scheme, n_in, n_out))
    if scheme == XAVIER:
        steps = rf"$\frac{{2}}{{n_{{in}} + n_{{out}}}} = \frac{{2}}{{{n_in} + {n_out}}} = {value}$"
        return Text(
            en=f"Xavier looks at inputs and outputs: {steps}.",
            hi=f"Xavier inputs और outputs दोनों देखता है: {steps}।",
        )
    top = 2 if scheme == HE else 1
    steps = rf"$\frac{{{top}}}{{n_{{in}}}} = \frac{{{top}}}{{{n_in}}} = {value}$"
    return Text(
        en=f"{scheme} counts the inputs only, here {n_in}: {steps}. The {n_out} outputs do not enter.",
        hi=f"{scheme} केवल inputs गिनता है, यहाँ {n_in}: {steps}। {n_out} outputs इसमें नहीं आते।",
    )
