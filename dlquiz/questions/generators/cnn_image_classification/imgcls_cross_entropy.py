"""The cross-entropy of one example. Seed 0 is the lesson's: the right class has 0.7."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded, vector

# In hundredths; each row adds up to 100.
ROWS = (
    (70, 20, 10),
    (50, 30, 15, 5),
    (60, 25, 10, 5),
    (40, 35, 20, 5),
    (80, 10, 6, 4),
    (45, 30, 15, 10),
    (55, 20, 15, 10),
)
PLACES = 3

LARGEST = Text(
    "That is the loss for the class with the largest probability. What counts is the right class.",
    "यह उस class का loss है जिसकी probability सबसे बड़ी है। गिनती सही class की होती है।",
)
COUNTED_FROM_ONE = Text(
    "Classes are counted from 0: the first number is the probability of class 0.",
    "Classes 0 से गिनी जाती हैं: पहली संख्या class 0 की probability है।",
)
SIGN = Text(
    "The sign is missing: the logarithm of a number below 1 is negative, the loss is $-\\ln p$.",
    "Minus छूट गया: 1 से छोटी संख्या का logarithm negative होता है, loss $-\\ln p$ है।",
)
BASE_TEN = Text(
    "That is the logarithm to the base 10. PyTorch takes the natural one.",
    "यह base 10 का logarithm है। PyTorch natural logarithm लेता है।",
)
MISSING = Text(
    "That is $1 - p$. Cross-entropy takes the logarithm of $p$, so that a sure mistake costs very much.",
    "यह $1 - p$ है। Cross-entropy में $p$ का logarithm लिया जाता है, ताकि पूरे भरोसे से की गई ग़लती बहुत महँगी पड़े।",
)
NO_LOGARITHM = Text(
    "That is the probability of the right class. The loss is $-\\ln$ of it.",
    "यह सही class की probability है। Loss उसका $-\\ln$ है।",
)
ALL_CLASSES = Text(
    "The logarithms of all classes were added. With one right class, only its probability counts.",
    "यहाँ सारी classes के logarithm जोड़ दिए गए। सही class एक हो, तो केवल उसकी probability गिनी जाती है।",
)


def vary(seed: int) -> Variation:
    """Probabilities of three or four classes, and which class is the right one."""
    shares, right = ((70, 20, 10), 0) if seed == 0 else _draw(random.Random(seed))
    chances = [Fraction(share, 100) for share in shares]
    chance = chances[right]
    answer = _loss(chance)
    wrong = [
        (-answer, SIGN),
        (_loss(max(chances)), LARGEST),
        (_loss(chances[right - 1]), COUNTED_FROM_ONE),
        (rounded(-math.log10(chance)), BASE_TEN),
        (1 - chance, MISSING),
        (chance, NO_LOGARITHM),
        (rounded(-sum(math.log(each) for each in chances)), ALL_CLASSES),
    ]
    return Variation(
        names={"p": vector(chances), "k": right, "last": len(chances) - 1},
        answer=answer,
        errors=distinct_errors(answer, [pair for pair in wrong if right or pair[1] is not COUNTED_FROM_ONE]),
        solution=_solution(chances, right, answer),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, ...], int]:
    shares = list(random_.choice(ROWS))
    random_.shuffle(shares)
    return tuple(shares), random_.randrange(len(shares))


def _loss(chance: Fraction) -> Fraction:
    return rounded(-math.log(chance))


def _solution(chances: Sequence[Fraction], right: int, answer: Fraction) -> Text:
    chance = decimal(chances[right])
    step = rf"$-\ln {chance} \approx {decimal(answer, PLACES)}$"
    best = max(range(len(chances)), key=chances.__getitem__)
    if best == right:
        end_en = "The right class has the largest probability here: the network is right."
        end_hi = "यहाँ सही class की probability ही सबसे बड़ी है: network का जवाब सही है।"
    else:
        end_en = f"The network would choose class {best}: it is wrong, and the loss is larger for it."
        end_hi = f"Network class {best} चुनता: जवाब ग़लत है, इसलिए loss ज़्यादा है।"
    return Text(
        en=f"Class {right} has the probability {chance}; the others do not enter. Loss: {step}. {end_en}",
        hi=f"Class {right} की probability {chance} है; बाक़ी इसमें नहीं आतीं। Loss: {step}। {end_hi}",
    )
