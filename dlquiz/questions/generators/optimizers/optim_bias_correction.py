"""Adam's corrected mean after two steps. Seed 0: 1 and 3 with β₁ = 0.9 give 0.39 / 0.19."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

DECAYS = ("0.5", "0.6", "0.8", "0.9")
CLOSE = Fraction("0.03")  # a slip this near to the answer could not be told from it

UNCORRECTED = Text(
    "That is $m$ itself. It started at 0 and is too small; divide it by $1 - \\beta_1^2$.",
    "यह ख़ुद $m$ है। वह 0 से शुरू हुआ था, इसलिए बहुत छोटा है; उसे $1 - \\beta_1^2$ से भाग दीजिए।",
)
FIRST_STEP = Text(
    "Divided by $1 - \\beta_1$, as in the first step. In step $t$ it is $1 - \\beta_1^t$, and here $t = 2$.",
    "$1 - \\beta_1$ से भाग दिया गया, जैसा पहले क़दम में होता है। क़दम $t$ में $1 - \\beta_1^t$ आता है; यहाँ $t = 2$।",
)
BY_POWER = Text(
    "Divide by $1 - \\beta_1^2$, not by $\\beta_1^2$.",
    "$1 - \\beta_1^2$ से भाग दीजिए, $\\beta_1^2$ से नहीं।",
)
MULTIPLIED = Text(
    "Multiplied in place of divided: $m$ is too small and has to become larger.",
    "भाग की जगह गुणा हो गया: $m$ बहुत छोटा है, उसे बड़ा होना है।",
)
SWAPPED = Text(
    "$\\beta_1$ and $1 - \\beta_1$ are exchanged in the average: the old mean keeps the share $\\beta_1$.",
    "औसत में $\\beta_1$ और $1 - \\beta_1$ आपस में बदल गए: पुराना औसत $\\beta_1$ वाला हिस्सा रखता है।",
)
PLAIN_MEAN = Text(
    "That is the plain mean. Adam's mean gives the newer gradient more weight.",
    "यह सादा औसत है। Adam के औसत में नए gradient का असर ज़्यादा होता है।",
)
SQUARED = Text(
    "These are the squares of the gradients; they belong into $v$.",
    "ये gradients के वर्ग हैं; वे $v$ में जाते हैं।",
)


def vary(seed: int) -> Variation:
    """From m = 0, twice m ← β m + (1 − β) g; then m / (1 − β²)."""
    one, two, beta = (1, 3, Fraction("0.9")) if seed == 0 else _draw(random.Random(seed))
    answer = _mean(one, two, beta) / (1 - beta**2)
    return Variation(
        names={"g1": one, "g2": two, "beta": decimal(beta)},
        answer=answer,
        errors=distinct_errors(answer, _wrong(one, two, beta)),
        solution=_solution(one, two, beta),
    )


def _mean(one: int, two: int, beta: Fraction) -> Fraction:
    return beta * (1 - beta) * one + (1 - beta) * two


def _wrong(one: int, two: int, beta: Fraction) -> list[tuple[Fraction, Text]]:
    mean, correction = _mean(one, two, beta), 1 - beta**2
    return [
        (mean, UNCORRECTED),
        (mean / (1 - beta), FIRST_STEP),
        (mean / beta**2, BY_POWER),
        (mean * correction, MULTIPLIED),
        (_mean(one, two, 1 - beta) / correction, SWAPPED),
        (Fraction(one + two, 2), PLAIN_MEAN),
        (_mean(one * one, two * two, beta) / correction, SQUARED),
    ]


def _draw(random_: random.Random) -> tuple[int, int, Fraction]:
    while True:
        one, two = random_.sample([-8, -6, -5, -4, -2, 1, 2, 3, 4, 5, 6, 8, 10], 2)
        beta = Fraction(random_.choice(DECAYS))
        answer = _mean(one, two, beta) / (1 - beta**2)
        if abs(answer) > CLOSE and all(
            abs(value - answer) > CLOSE * abs(answer) for value, _ in _wrong(one, two, beta)
        ):
            return one, two, beta


def _solution(one: int, two: int, beta: Fraction) -> Text:
    keep, rest = decimal(beta), decimal(1 - beta)
    first, mean, correction = (1 - beta) * one, _mean(one, two, beta), 1 - beta**2
    begin = rf"$m = {rest} \cdot {signed(one)} = {decimal(first)}$"
    then = rf"$m = {keep} \cdot {signed(first)} + {rest} \cdot {signed(two)} = {decimal(mean)}$"
    exact = decimal(mean / correction, 4)
    equal = "=" if Fraction(exact) == mean / correction else r"\approx"
    ratios = [rf"\frac{{{decimal(mean)}}}{{{below}}}" for below in (f"1 - {keep}^2", decimal(correction))]
    end = rf"$\hat m = {ratios[0]} = {ratios[1]} {equal} {exact}$"
    return Text(
        en=f"First step: {begin}. Second step: {then}. Corrected: {end}.",
        hi=f"पहला क़दम: {begin}। दूसरा क़दम: {then}। सुधारने पर: {end}।",
    )
