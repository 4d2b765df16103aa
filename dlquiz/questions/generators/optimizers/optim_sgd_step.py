"""One step of SGD on a mini-batch, along the mean gradient. Seed 0: 4, −1, 3, 2 lead from 3 to 2.8."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

RATES = ("0.01", "0.05", "0.1", "0.2", "0.5")
BATCHES = (2, 4, 5)

ADDED = Text(
    "The gradients of the mini-batch were added. The loss of a batch is a mean, and so is its gradient.",
    "Mini-batch के gradients जोड़ दिए गए। Batch का loss औसत होता है, और उसका gradient भी।",
)
UPHILL = Text("This is a step uphill: subtract.", "यह क़दम चढ़ाई की तरफ़ है: घटाइए।")
ONE_EXAMPLE = Text(
    "Only the first example was used. The step belongs to the whole mini-batch.",
    "केवल पहला उदाहरण लिया गया। क़दम पूरे mini-batch का होता है।",
)
NO_RATE = Text("The learning rate is missing.", "Learning rate छूट गया।")
STEP_ALONE = Text(
    "This is the step alone. Subtract it from the weight.",
    "यह केवल क़दम है। इसे weight में से घटाइए।",
)
SIGNS_LOST = Text(
    "The gradients keep their signs: opposite ones cancel each other in the mean.",
    "Gradients के चिह्न बने रहते हैं: उलटे चिह्न वाले औसत में एक-दूसरे को काटते हैं।",
)


def vary(seed: int) -> Variation:
    """Whole gradients whose mean is a whole number, none of them the mean itself at the front."""
    w, gradients, eta = (3, (4, -1, 3, 2), Fraction("0.1")) if seed == 0 else _draw(random.Random(seed))
    mean = Fraction(sum(gradients), len(gradients))
    answer = w - eta * mean
    wrong = [
        (w - eta * sum(gradients), ADDED),
        (w + eta * mean, UPHILL),
        (w - eta * gradients[0], ONE_EXAMPLE),
        (w - mean, NO_RATE),
        (w - eta * Fraction(sum(abs(g) for g in gradients), len(gradients)), SIGNS_LOST),
        (eta * mean, STEP_ALONE),
    ]
    return Variation(
        names={"w": w, "g": vector(gradients), "n": len(gradients), "eta": decimal(eta)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(w, gradients, eta),
    )


def _draw(random_: random.Random) -> tuple[int, tuple[int, ...], Fraction]:
    while True:
        gradients = tuple(random_.randint(-4, 9) for _ in range(random_.choice(BATCHES)))
        mean, rest = divmod(sum(gradients), len(gradients))
        if mean and not rest and mean != gradients[0] and 0 not in gradients:
            return random_.randint(1, 9), gradients, Fraction(random_.choice(RATES))


def _solution(w: int, gradients: Sequence[int], eta: Fraction) -> Text:
    mean = Fraction(sum(gradients), len(gradients))
    sum_ = " + ".join([str(gradients[0]), *(signed(g) for g in gradients[1:])])
    average = rf"$\frac{{{sum_}}}{{{len(gradients)}}} = {decimal(mean)}$"
    step = rf"${w} - {decimal(eta)} \cdot {signed(mean)} = {decimal(w - eta * mean)}$"
    return Text(
        en=f"The gradient of the mini-batch is the mean: {average}. The step: {step}.",
        hi=f"Mini-batch का gradient औसत है: {average}। क़दम: {step}।",
    )
