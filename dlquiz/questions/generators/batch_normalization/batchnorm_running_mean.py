"""The running mean after one batch. Seed 0: from 0, a batch with mean 5, momentum 0.1."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

FIRST = (0, 5, Fraction(1, 10))


def vary(seed: int) -> Variation:
    """The running mean so far, the batch's mean, and the momentum in PyTorch's sense."""
    running, batch, momentum = FIRST if seed == 0 else _draw(random.Random(seed))
    answer = (1 - momentum) * running + momentum * batch
    wrong = [
        (
            momentum * running + (1 - momentum) * batch,
            Text(
                en="The weights are swapped. In PyTorch the momentum is the weight of the **new** value.",
                hi="Weights आपस में बदल गए हैं। PyTorch में momentum **नए** मान का weight होता है।",
            ),
        ),
        (
            Fraction(batch),
            Text(
                en="This forgets the old running mean: most of it is kept.",
                hi="पुराना running mean छूट गया: उसका ज़्यादातर हिस्सा बना रहता है।",
            ),
        ),
        (
            Fraction(running + batch, 2),
            Text(
                en="This is the plain average of the two. The new value has only the weight of the momentum.",
                hi="यह दोनों का सीधा औसत है। नए मान का weight सिर्फ़ momentum जितना है।",
            ),
        ),
        (
            running + momentum * batch,
            Text(
                en="The old value must shrink too: multiply it by 1 less the momentum.",
                hi="पुराना मान भी घटना चाहिए: उसे 1 में से momentum घटाकर गुणा कीजिए।",
            ),
        ),
        (
            Fraction(running),
            Text(
                en="In training mode every batch moves the running mean a little.",
                hi="Training mode में हर batch running mean को थोड़ा बदलता है।",
            ),
        ),
    ]
    return Variation(
        names={"running": running, "batch": batch, "momentum": decimal(momentum)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(running, batch, momentum, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int, Fraction]:
    momentum = Fraction(random_.choice([1, 1, 1, 2]), 10)
    while True:
        running, batch = random_.randint(-4, 10), random_.randint(-5, 20)
        if running != batch:
            return running, batch, momentum


def _solution(running: int, batch: int, momentum: Fraction, answer: Fraction) -> Text:
    steps = (
        rf"$(1 - {decimal(momentum)}) \cdot {signed(running)} + {decimal(momentum)} \cdot {signed(batch)} "
        rf"= {decimal((1 - momentum) * running)} + {signed(momentum * batch)} = {decimal(answer)}$"
    )
    return Text(
        en=f"Most of the old value is kept, a little of the new one is added: {steps}.",
        hi=f"पुराने मान का ज़्यादातर हिस्सा रहता है, नए का थोड़ा जुड़ता है: {steps}।",
    )
