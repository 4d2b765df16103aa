"""Cross-entropy from probabilities and the number of the right class. Seed 0: (0.1, 0.7, 0.2), class 1."""

from __future__ import annotations

import math
import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded, vector

Shares = tuple[int, ...]

COUNTED_FROM_ONE = Text(
    "You have counted the classes from 1. In PyTorch the first class has number 0.",
    "आपने classes को 1 से गिना। PyTorch में पहली class का नंबर 0 है।",
)
ALL_CLASSES = Text(
    "Only the probability of the right class counts: the other classes have the target 0.",
    "केवल सही class की probability गिनी जाती है: बाक़ी classes का target 0 है।",
)
NO_MINUS = Text(
    "The minus sign is missing: a loss is not negative here.",
    "Minus का चिह्न छूट गया: यहाँ loss negative नहीं होता।",
)
BASE_TEN = Text(
    "This is the logarithm to base 10. Take the natural one, $\\ln$.",
    "यह base 10 का logarithm है। Natural logarithm, यानी $\\ln$, लीजिए।",
)
MEAN_OF_CLASSES = Text(
    "The loss of an example is not divided by the number of classes.",
    "एक example के loss को classes की संख्या से भाग नहीं दिया जाता।",
)
DISTANCE = Text(
    "This is how much is missing to 1. Cross-entropy takes $-\\ln p$.",
    "यह 1 से दूरी है। Cross-entropy में $-\\ln p$ लगता है।",
)


def vary(seed: int) -> Variation:
    """Probabilities in tenths or twentieths that add up to 1, and a class counted from 0."""
    shares, right = ((2, 14, 4), 1) if seed == 0 else _draw(random.Random(seed))
    whole = sum(shares)
    losses = [-math.log(share / whole) for share in shares]
    answer = rounded(losses[right])
    wrong = [
        (rounded(losses[right - 1]), COUNTED_FROM_ONE),
        (rounded(sum(losses)), ALL_CLASSES),
        (-answer, NO_MINUS),
        (rounded(losses[right] / math.log(10)), BASE_TEN),
        (rounded(losses[right] / len(shares)), MEAN_OF_CLASSES),
        (1 - Fraction(shares[right], whole), DISTANCE),
    ]
    probabilities = [Fraction(share, whole) for share in shares]
    return Variation(
        names={"p": vector(probabilities), "k": len(shares), "right": right},
        answer=answer,
        errors=distinct_errors(answer, wrong if right else wrong[1:]),
        solution=_solution(probabilities, right, answer),
    )


def _draw(random_: random.Random) -> tuple[Shares, int]:
    while True:
        count = random_.choice([3, 3, 4])
        shares = tuple(random_.randint(1, 14) for _ in range(count))
        if sum(shares) == 20 and len(set(shares)) == count:
            return shares, random_.randint(0, count - 1)


def _solution(probabilities: list[Fraction], right: int, answer: Fraction) -> Text:
    chosen = decimal(probabilities[right])
    loss = rf"$-\ln {chosen} \approx {decimal(answer, 3)}$"
    return Text(
        en=f"Counted from 0, class {right} has the probability {chosen}. Its target is 1, all others are 0, "
        f"so only it is left of the sum: {loss}.",
        hi=f"0 से गिनने पर class {right} की probability {chosen} है। उसका target 1 है और बाक़ी सबका 0, "
        f"इसलिए जोड़ में बस वही बचता है: {loss}।",
    )
