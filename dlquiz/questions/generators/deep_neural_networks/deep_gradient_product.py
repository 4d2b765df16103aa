"""What is left of a gradient behind three layers: weights times derivatives. Seed 0 is the lesson's."""

from __future__ import annotations

import random
from fractions import Fraction
from math import prod

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

Numbers = tuple[Fraction, ...]

WEIGHTS = ("0.5", "1", "1.5", "2", "3", "4", "-1", "-2", "-0.5")
SLOPES = ("0.05", "0.1", "0.2", "0.25")

ADDED = Text(
    "The factors are multiplied, not added up.",
    "ये संख्याएँ आपस में गुणा होती हैं, जोड़ी नहीं जातीं।",
)
WEIGHTS_ONLY = Text(
    "The derivatives of the activations are left out.",
    "Activations के derivatives छूट गए।",
)
SLOPES_ONLY = Text("The weights are left out.", "Weights छूट गए।")
SIGN_LOST = Text("The sign is wrong: count the negative weights.", "Sign ग़लत है: negative weights गिनिए।")
LAST_LAYER = Text(
    "Only the last layer is counted. The gradient passes all three.",
    "इसमें केवल आख़िरी layer है। Gradient तीनों से गुज़रता है।",
)


def vary(seed: int) -> Variation:
    """Three layers with one neuron each; 1 comes in from behind."""
    weights, slopes = _lesson() if seed == 0 else _draw(random.Random(seed))
    answer = Fraction(prod(weights) * prod(slopes))
    factors = [weight * slope for weight, slope in zip(weights, slopes, strict=True)]
    wrong = [
        (-answer, SIGN_LOST),
        (sum(factors, Fraction(0)), ADDED),
        (prod(weights), WEIGHTS_ONLY),
        (prod(slopes), SLOPES_ONLY),
        (factors[-1], LAST_LAYER),
    ]
    return Variation(
        names={"w": vector(weights), "d": vector(slopes)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(factors, answer),
    )


def _lesson() -> tuple[Numbers, Numbers]:
    return _fractions("2", "0.5", "4"), _fractions("0.25", "0.2", "0.1")


def _draw(random_: random.Random) -> tuple[Numbers, Numbers]:
    return _fractions(*random_.choices(WEIGHTS, k=3)), _fractions(*random_.choices(SLOPES, k=3))


def _fractions(*numbers: str) -> Numbers:
    return tuple(Fraction(number) for number in numbers)


def _solution(factors: list[Fraction], answer: Fraction) -> Text:
    multiplied = r" \cdot ".join(map(signed, factors))
    product = f"${multiplied} = {decimal(answer, 9)}$"
    each = "$" + ", ".join(map(decimal, factors)) + "$"
    return Text(
        en=f"Each layer multiplies by weight times derivative: {each}. Together: {product}.",
        hi=f"हर layer weight गुणा derivative से गुणा करती है: {each}। कुल मिलाकर: {product}।",
    )
