"""The hinge loss of three examples with labels −1 and 1. Seed 0 is the lesson's example."""

from __future__ import annotations

import random
from collections.abc import Iterable
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

Values = tuple[Fraction, ...]

LABELS: Values = (Fraction(1), Fraction(-1), Fraction(1))
SCORES: Values = (Fraction(2), Fraction(1, 2), Fraction(2, 5))

NOT_CUT = Text(
    "Below zero the loss is cut off: an example that is right with a margin of 1 or more costs nothing.",
    "0 से नीचे loss नहीं जाता: जो example 1 या उससे ज़्यादा के margin से सही है, उसका loss 0 है।",
)
NO_MARGIN = Text(
    "The margin 1 is left out. Even a right answer costs something while $y \\cdot s$ is below 1.",
    "1 का margin छूट गया। $y \\cdot s$ जब तक 1 से कम है, तब तक सही उत्तर पर भी कुछ loss होता है।",
)
NO_LABELS = Text(
    "The labels are left out: the score is multiplied by $y$ first.",
    "Labels छूट गए: score को पहले $y$ से गुणा किया जाता है।",
)
WRONG_SIGN = Text(
    "The sign is turned round: $1 - y \\cdot s$, not $1 + y \\cdot s$.",
    "चिह्न उलट गया: $1 - y \\cdot s$ होना चाहिए, $1 + y \\cdot s$ नहीं।",
)
ZERO_ONE = Text(
    "You have counted mistakes (0 or 1). The hinge loss also says how far off they are.",
    "आपने ग़लतियाँ गिनीं (0 या 1)। Hinge loss यह भी बताता है कि ग़लती कितनी दूर की है।",
)


def vary(seed: int) -> Variation:
    """Scores in halves, tenths where the lesson has them."""
    labels, scores = (LABELS, SCORES) if seed == 0 else _draw(random.Random(seed))
    products = [label * score for label, score in zip(labels, scores, strict=True)]
    losses = _row(1 - product for product in products)
    wrong = [
        ((tuple(1 - product for product in products),), NOT_CUT),
        (_row(-product for product in products), NO_MARGIN),
        (_row(1 - score for score in scores), NO_LABELS),
        (_row(1 + product for product in products), WRONG_SIGN),
        (_row(Fraction(product < 0) for product in products), ZERO_ONE),
    ]
    return Variation(
        names={"y": vector(labels), "s": vector(scores)},
        answer=losses,
        errors=distinct_errors(losses, wrong),
        solution=_solution(labels, scores, losses[0]),
    )


def _draw(random_: random.Random) -> tuple[Values, Values]:
    while True:
        labels = tuple(Fraction(random_.choice([-1, 1])) for _ in range(3))
        scores = tuple(Fraction(random_.choice([*range(-6, 0), *range(1, 7)]), 2) for _ in range(3))
        products = [label * score for label, score in zip(labels, scores, strict=True)]
        if len(set(labels)) == 2 and max(products) > 1 and min(products) < 1 and len(set(products)) == 3:
            return labels, scores


def _row(values: Iterable[Fraction]) -> tuple[Values]:
    return (tuple(max(Fraction(0), value) for value in values),)


def _solution(labels: Values, scores: Values, losses: Values) -> Text:
    steps = "; ".join(
        rf"$\max(0, 1 - {signed(label)} \cdot {signed(score)}) = {decimal(loss)}$"
        for label, score, loss in zip(labels, scores, losses, strict=True)
    )
    return Text(
        en=f"One after another: {steps}.",
        hi=f"एक के बाद एक: {steps}।",
    )
