"""Iterations of a whole training. Seed 0 is the lesson's: 1000 examples, batches of 100, ten epochs."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

BATCHES = (16, 20, 25, 32, 40, 50, 64, 80, 100, 128)

ONE_EPOCH = Text(
    en="That is one epoch. Every epoch has as many iterations again.",
    hi="इतने iterations एक epoch में होते हैं। हर epoch में उतने ही और होते हैं।",
)
DROPPED = Text(
    en="The last batch is smaller, but it is a batch: each epoch needs one more iteration for the rest.",
    hi="आख़िरी batch छोटा है, पर batch वह भी है: बचे हुए उदाहरणों के लिए हर epoch में एक iteration और लगता है।",
)
ROUNDED_LATE = Text(
    en="Round up within each epoch first: a batch does not take examples of the next epoch.",
    hi="पहले हर epoch के लिए ऊपर की ओर पूर्णांक लीजिए: कोई batch अगले epoch के उदाहरण नहीं लेता।",
)
EXAMPLES = Text(
    en="That many examples are seen. An iteration sees a whole batch of them.",
    hi="इतने उदाहरण देखे जाते हैं। एक iteration में पूरा batch देखा जाता है।",
)


def vary(seed: int) -> Variation:
    """Examples, batch size and epochs; the last batch is often smaller."""
    examples, batch, epochs = (1000, 100, 10) if seed == 0 else _draw(random.Random(seed))
    per_epoch = -(-examples // batch)
    total = per_epoch * epochs
    wrong = [
        (per_epoch, ONE_EPOCH),
        (examples // batch * epochs, DROPPED),
        (-(-examples * epochs // batch), ROUNDED_LATE),
        (examples * epochs, EXAMPLES),
    ]
    return Variation(
        names={"examples": examples, "batch": batch, "epochs": epochs},
        answer=total,
        errors=distinct_errors(total, wrong),
        solution=_solution(examples, batch, epochs, per_epoch),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    return 50 * random_.randint(6, 60), random_.choice(BATCHES), random_.choice([2, 3, 4, 5, 8, 10, 20])


def _solution(examples: int, batch: int, epochs: int, per_epoch: int) -> Text:
    rest = examples % batch
    division = rf"$\left\lceil \frac{{{examples}}}{{{batch}}} \right\rceil = {per_epoch}$"
    product = rf"${per_epoch} \cdot {epochs} = {per_epoch * epochs}$"
    tail_en = f" (the last batch has only {rest} examples)" if rest else ""
    tail_hi = f" (आख़िरी batch में केवल {rest} उदाहरण हैं)" if rest else ""
    return Text(
        en=f"One epoch has {division} iterations{tail_en}. In {epochs} epochs that is {product}.",
        hi=f"एक epoch में {division} iterations होते हैं{tail_hi}। {epochs} epochs में {product}।",
    )
