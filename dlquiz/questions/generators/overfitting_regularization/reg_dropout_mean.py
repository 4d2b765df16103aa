"""What comes out of dropout on average, without scaling. Seed 0: 10 and p = 0.2."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal


def vary(seed: int) -> Variation:
    """A neuron's output and the probability to drop it."""
    value, p = (10, Fraction(1, 5)) if seed == 0 else _draw(random.Random(seed))
    answer = value * (1 - p)
    wrong = [
        (value * p, _SWAPPED),
        (Fraction(value), _UNCHANGED),
        (value / (1 - p), _INVERTED),
        (Fraction(0), _ZERO),
    ]
    return Variation(
        names={"a": value, "p": decimal(p)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(value, p, answer),
    )


def _draw(random_: random.Random) -> tuple[int, Fraction]:
    return random_.choice([2, 4, 5, 6, 8, 10, 12, 20]), Fraction(random_.randint(1, 6), 10)


_SWAPPED = Text(
    en="That counts the dropped share. The output remains with probability $1 - p$, not $p$.",
    hi="यह तो हटाया गया हिस्सा है। Output $1 - p$ probability से बचता है, $p$ से नहीं।",
)
_UNCHANGED = Text(
    en="This is the output without dropout. In a part of the steps it is 0, so the mean is smaller. "
    "Scaling the "
    "kept values by $\\frac{1}{1 - p}$ would bring it back; here nothing is scaled.",
    hi="यह dropout के बिना का output है। कुछ steps में वह 0 होता है, इसलिए औसत छोटा है। बचे हुए मानों को "
    "$\\frac{1}{1 - p}$ से गुणा करने पर वह लौट आता; यहाँ scale नहीं किया गया।",
)
_INVERTED = Text(
    en="Dividing by $1 - p$ is how the kept value is scaled. The mean without scaling is the product with "
    "$1 - p$.",
    hi="$1 - p$ से भाग देना तो बचे हुए मान को scale करना है। बिना scale किए औसत $1 - p$ से गुणा करने पर मिलता है।",
)
_ZERO = Text(
    en="It is 0 only in those steps in which the neuron is dropped; in the others it is the full output.",
    hi="वह केवल उन steps में 0 है जिनमें neuron हटाया गया; बाक़ी में पूरा output आता है।",
)


def _solution(value: int, p: Fraction, answer: Fraction) -> Text:
    keep = decimal(1 - p)
    sum_ = rf"${keep} \cdot {value} + {decimal(p)} \cdot 0 = {decimal(answer)}$"
    back = rf"$\frac{{{decimal(answer)}}}{{{keep}}} = {value}$"
    return Text(
        en=f"With probability $1 - p = {keep}$ the output is {value}, else 0: {sum_}. Inverted dropout "
        f"divides by "
        f"the probability to keep, and the mean is right again: {back}.",
        hi=f"Probability $1 - p = {keep}$ से output {value} है, नहीं तो 0: {sum_}। Inverted dropout रखने की "
        f"probability "
        f"से भाग देता है, और औसत फिर सही हो जाता है: {back}।",
    )
