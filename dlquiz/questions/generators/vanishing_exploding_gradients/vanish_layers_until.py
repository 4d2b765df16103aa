"""How many layers a gradient survives. Seed 0: factor 0.25, and five layers bring 1 below 0.001."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

FACTORS = ("0.1", "0.2", "0.25", "0.3", "0.4", "0.5", "0.6")
BOUNDS = ("0.1", "0.05", "0.02", "0.01", "0.005", "0.002", "0.001", "0.0005")
FEWEST, MOST = 2, 10
PLACES = 6

STILL_ABOVE = Text(
    en="After so many layers the gradient is not yet below the bound. One more is needed.",
    hi="इतनी layers के बाद gradient अभी सीमा के नीचे नहीं पहुँचा। एक layer और चाहिए।",
)
TOO_MANY = Text(
    en="The gradient is below the bound one layer earlier already.",
    hi="Gradient इससे एक layer पहले ही सीमा के नीचे पहुँच चुका है।",
)
DIVIDED = Text(
    en="That would be right if every layer took the same amount away. But every layer multiplies.",
    hi="यह तब सही होता जब हर layer उतना ही घटाती। पर हर layer गुणा करती है।",
)


def vary(seed: int) -> Variation:
    """A factor below one, a bound, and the first number of layers whose power lies below it."""
    factor, bound = (Fraction("0.25"), Fraction("0.001")) if seed == 0 else _draw(random.Random(seed))
    layers = count(factor, bound)
    # Taking 1 − f away each time: how often until the bound.
    steps = (1 - bound) / (1 - factor)
    wrong = [
        (layers - 1, STILL_ABOVE),
        (layers + 1, TOO_MANY),
        (-(-steps.numerator // steps.denominator), DIVIDED),
    ]
    return Variation(
        names={"f": decimal(factor), "bound": decimal(bound)},
        answer=layers,
        errors=distinct_errors(layers, wrong),
        solution=_solution(factor, bound, layers),
    )


def count(factor: Fraction, bound: Fraction) -> int:
    """The smallest number of factors whose product is below the bound."""
    layers, left = 0, Fraction(1)
    while left >= bound:
        layers, left = layers + 1, left * factor
    return layers


def _draw(random_: random.Random) -> tuple[Fraction, Fraction]:
    while True:
        factor, bound = Fraction(random_.choice(FACTORS)), Fraction(random_.choice(BOUNDS))
        layers = count(factor, bound)
        if FEWEST <= layers <= MOST and factor ** (layers - 1) != bound:
            return factor, bound


def _solution(factor: Fraction, bound: Fraction, layers: int) -> Text:
    shown = r",\; ".join(_power(factor, n) for n in (layers - 1, layers))
    return Text(
        en=f"After $n$ layers ${decimal(factor)}^n$ is left. Multiply until the bound is passed: ${shown}$. "
        f"The second is the first one below {decimal(bound)}, so **{layers}** layers are enough.",
        hi=f"$n$ layers के बाद ${decimal(factor)}^n$ बचता है। सीमा पार होने तक गुणा करते जाइए: ${shown}$। "
        f"इनमें दूसरा मान पहली बार {decimal(bound)} से नीचे है, इसलिए **{layers}** layers काफ़ी हैं।",
    )


def _power(factor: Fraction, layers: int) -> str:
    written = decimal(factor**layers, PLACES)
    sign = "=" if Fraction(written) == factor**layers else r"\approx"
    return rf"{decimal(factor)}^{{{layers}}} {sign} {written}"
