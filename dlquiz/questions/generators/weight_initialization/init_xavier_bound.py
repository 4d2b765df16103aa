"""The bound of Xavier's uniform distribution. Seed 0: the lesson's nn.Linear(400, 200), bound 0.1."""

from __future__ import annotations

import math
import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded

# Sums of inputs and outputs for which the root comes out even: six times a square, the bound a short decimal.
SUMS = (24, 96, 150, 384, 600, 2400, 9600)
SHARES = tuple(map(Fraction, ("1/6", "1/4", "1/3", "1/2", "2/3", "3/4", "5/6")))


def vary(seed: int) -> Variation:
    """A dense layer."""
    n_in, n_out = (400, 200) if seed == 0 else _draw(random.Random(seed))
    total = n_in + n_out
    answer = Fraction(1, math.isqrt(total // 6))
    return Variation(
        names={"nin": n_in, "nout": n_out},
        answer=answer,
        errors=distinct_errors(answer, _wrong(n_in, total)),
        solution=_solution(n_in, n_out, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int]:
    total = random_.choice(SUMS)
    n_in = int(total * random_.choice(SHARES))
    return n_in, total - n_in


def _wrong(n_in: int, total: int) -> list[tuple[Fraction, Text]]:
    return [
        (
            rounded(math.sqrt(2 / total)),
            Text(
                en="This is the standard deviation. The bound of the distribution is √3 times as large.",
                hi="यह standard deviation है। Uniform distribution की सीमा इसकी √3 गुना होती है।",
            ),
        ),
        (
            Fraction(6, total),
            Text(en="The root is missing: this is the bound's square.", hi="वर्गमूल छूट गया: यह सीमा का वर्ग है।"),
        ),
        (
            Fraction(2, total),
            Text(en="This is the variance, not the bound.", hi="यह variance है, सीमा नहीं।"),
        ),
        (
            rounded(math.sqrt(6 / n_in)),
            Text(
                en="This divides by the inputs alone, as He does. Xavier takes inputs and outputs together.",
                hi="इसमें He की तरह केवल inputs से भाग दिया गया है। Xavier inputs और outputs दोनों लेता है।",
            ),
        ),
        (
            rounded(math.sqrt(3 / total)),
            Text(
                en="This bound belongs to the variance 1 / (n_in + n_out). Xavier has a 2 on top.",
                hi="यह सीमा variance 1 / (n_in + n_out) की है। Xavier में ऊपर 2 होता है।",
            ),
        ),
    ]


def _solution(n_in: int, n_out: int, answer: Fraction) -> Text:
    total = n_in + n_out
    steps = (
        rf"$a = \sqrt{{\frac{{6}}{{{n_in} + {n_out}}}}} = \sqrt{{\frac{{6}}{{{total}}}}} "
        rf"= \sqrt{{\frac{{1}}{{{total // 6}}}}} = {decimal(answer)}$"
    )
    return Text(
        en=f"A uniform distribution between $-a$ and $a$ has the variance $\\frac{{a^2}}{{3}}$. "
        f"This is to be $\\frac{{2}}{{n_{{in}} + n_{{out}}}}$, so {steps}.",
        hi=f"$-a$ और $a$ के बीच की uniform distribution का variance $\\frac{{a^2}}{{3}}$ होता है। "
        f"उसे $\\frac{{2}}{{n_{{in}} + n_{{out}}}}$ होना है, इसलिए {steps}।",
    )
