"""A grey value after ToTensor and Normalize. Seed 0: 51 with mean 0.5 and standard deviation 0.5."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

WHITE = 255

NOT_SCALED = Text(
    "`ToTensor` comes first: it divides by 255.",
    "पहले `ToTensor` आता है: वह 255 से भाग देता है।",
)
ONLY_SCALED = Text(
    "This is after `ToTensor` alone. `Normalize` subtracts the mean and divides by the standard deviation.",
    "यह केवल `ToTensor` के बाद का मान है। `Normalize` mean घटाता है और standard deviation से भाग देता है।",
)
NOT_DIVIDED = Text(
    "The mean is subtracted; now divide by the standard deviation.",
    "Mean घट गया; अब standard deviation से भाग दीजिए।",
)
NOT_CENTRED = Text(
    "The mean has not been subtracted.",
    "Mean घटाया नहीं गया।",
)
TURNED = Text(
    "The sign is turned round: the value less the mean.",
    "चिह्न उलट गया: मान में से mean घटाना है।",
)
MULTIPLIED = Text(
    "Divide by the standard deviation, do not multiply.",
    "Standard deviation से भाग दीजिए, गुणा नहीं।",
)


def vary(seed: int) -> Variation:
    """A grey value that is a whole number of tenths or twentieths of 255, a mean and a spread."""
    half = Fraction(1, 2)
    share, mean, spread = (Fraction(1, 5), half, half) if seed == 0 else _draw(random.Random(seed))
    pixel = share * WHITE
    answer = (share - mean) / spread
    wrong = [
        ((pixel - mean) / spread, NOT_SCALED),
        (share, ONLY_SCALED),
        (share - mean, NOT_DIVIDED),
        (share / spread, NOT_CENTRED),
        (-answer, TURNED),
        ((share - mean) * spread, MULTIPLIED),
    ]
    return Variation(
        names={"pixel": decimal(pixel), "mean": decimal(mean), "std": decimal(spread)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(share, mean, spread),
    )


def _draw(random_: random.Random) -> tuple[Fraction, Fraction, Fraction]:
    while True:
        share = Fraction(random_.choice([0, 1, 2, 3, 4, 5]), 5)
        mean = Fraction(random_.choice([3, 4, 5, 5, 6]), 10)
        spread = random_.choice([Fraction(1, 2), Fraction(1, 5), Fraction(1, 4), Fraction(2, 5)])
        if share != mean:
            return share, mean, spread


def _solution(share: Fraction, mean: Fraction, spread: Fraction) -> Text:
    steps = (
        rf"$\frac{{{decimal(share * WHITE)}}}{{{WHITE}}} = {decimal(share)}$",
        rf"$\frac{{{decimal(share)} - {decimal(mean)}}}{{{decimal(spread)}}} "
        rf"= {decimal((share - mean) / spread)}$",
    )
    return Text(
        en=f"`ToTensor`: {steps[0]}. `Normalize`: {steps[1]}.",
        hi=f"`ToTensor`: {steps[0]}। `Normalize`: {steps[1]}।",
    )
