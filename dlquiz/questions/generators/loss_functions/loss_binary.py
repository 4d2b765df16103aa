"""Binary cross-entropy of one example. Seed 0 is the lesson's: the network says 0.8, and it is a yes."""

from __future__ import annotations

import math
import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded

OTHER_LABEL = Text(
    "This is the loss for the other label. With $y = 1$ the logarithm of $p$ counts, with $y = 0$ that of "
    "$1 - p$.",
    "यह दूसरे label का loss है। $y = 1$ हो तो $p$ का logarithm गिना जाता है, $y = 0$ हो तो $1 - p$ का।",
)
NO_MINUS = Text(
    "The minus sign is missing. The logarithm of a probability is negative, the loss is not.",
    "Minus का चिह्न छूट गया। Probability का logarithm negative होता है, loss नहीं।",
)
BASE_TEN = Text(
    "This is the logarithm to base 10. Cross-entropy takes the natural one, $\\ln$.",
    "यह base 10 का logarithm है। Cross-entropy में natural logarithm, यानी $\\ln$, लगता है।",
)
BASE_TWO = Text(
    "This is the logarithm to base 2. PyTorch takes the natural one, $\\ln$.",
    "यह base 2 का logarithm है। PyTorch natural logarithm, यानी $\\ln$, लेता है।",
)
SQUARED = Text(
    "This is the squared error. Cross-entropy takes a logarithm.",
    "यह squared error है। Cross-entropy में logarithm लगता है।",
)
DISTANCE = Text(
    "This is the distance to the label. Cross-entropy takes a logarithm.",
    "यह label से दूरी है। Cross-entropy में logarithm लगता है।",
)


def vary(seed: int) -> Variation:
    """A probability in hundredths and a label."""
    probability, label = (Fraction(4, 5), 1) if seed == 0 else _draw(random.Random(seed))
    given = probability if label else 1 - probability
    exact = float(given)
    answer = rounded(-math.log(exact))
    wrong = [
        (rounded(-math.log(1 - exact)), OTHER_LABEL),
        (-answer, NO_MINUS),
        (rounded(-math.log10(exact)), BASE_TEN),
        (rounded(-math.log2(exact)), BASE_TWO),
        ((1 - given) ** 2, SQUARED),
        (1 - given, DISTANCE),
    ]
    return Variation(
        names={"p": decimal(probability), "label": label},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(probability, label, answer),
    )


def _draw(random_: random.Random) -> tuple[Fraction, int]:
    hundredths = random_.choice([number for number in range(4, 97) if number not in (50, 80)])
    return Fraction(hundredths, 100), random_.randint(0, 1)


def _solution(probability: Fraction, label: int, answer: Fraction) -> Text:
    given = probability if label else 1 - probability
    within = decimal(probability) if label else f"(1 - {decimal(probability)}) = -\\ln {decimal(given)}"
    loss = rf"$-\ln {within} \approx {decimal(answer, 3)}$"
    sure = given > Fraction(1, 2)
    side_en = "The network leans to the right side" if sure else "The network leans to the wrong side"
    side_hi = "Network सही ओर झुका है" if sure else "Network ग़लत ओर झुका है"
    size_en, size_hi = ("small", "कम") if sure else ("large", "ज़्यादा")
    return Text(
        en=f"With $y = {label}$ only one of the two terms is left: {loss}. {side_en}, "
        f"so the loss is {size_en}.",
        hi=f"$y = {label}$ हो तो दोनों में से एक ही हिस्सा बचता है: {loss}। {side_hi}, इसलिए loss {size_hi} है।",
    )
