"""How many epochs some iterations are. Seed 0: 1000 examples, batches of 100, 100 iterations: ten epochs."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

SAME_THING = Text(
    en="An iteration is one batch; an epoch is the whole data set. Divide by the iterations of one epoch.",
    hi="Iteration एक batch है; epoch पूरा dataset। एक epoch के iterations से भाग दीजिए।",
)
PER_EPOCH = Text(
    en="That many iterations make one epoch. How often do they fit into all iterations?",
    hi="इतने iterations से एक epoch बनता है। कुल iterations में वे कितनी बार आते हैं?",
)
MULTIPLIED = Text(
    en="Divide by the iterations of one epoch, do not multiply.",
    hi="एक epoch के iterations से भाग दीजिए, गुणा मत कीजिए।",
)
DROPPED = Text(
    en="The smaller last batch of each epoch is an iteration too: round up when you divide the data.",
    hi="हर epoch का आख़िरी छोटा batch भी एक iteration है: भाग देते समय ऊपर की ओर पूर्णांक लीजिए।",
)


def vary(seed: int) -> Variation:
    """Examples, batch size, and as many iterations as make whole epochs."""
    examples, batch, epochs = (1000, 100, 10) if seed == 0 else _draw(random.Random(seed))
    per_epoch = -(-examples // batch)
    iterations = epochs * per_epoch
    wrong = [
        (Fraction(iterations), SAME_THING),
        (Fraction(per_epoch), PER_EPOCH),
        (Fraction(iterations * per_epoch), MULTIPLIED),
        (Fraction(iterations, examples // batch), DROPPED),
        (Fraction(iterations * batch, examples), DROPPED),
    ]
    return Variation(
        names={"examples": examples, "batch": batch, "iterations": iterations},
        answer=Fraction(epochs),
        errors=distinct_errors(Fraction(epochs), wrong),
        solution=_solution(examples, batch, iterations, per_epoch, epochs),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    examples, batch = 50 * random_.randint(6, 40), random_.choice([16, 20, 25, 32, 50, 64, 100, 128])
    return examples, batch, random_.randint(3, 20)


def _solution(examples: int, batch: int, iterations: int, per_epoch: int, epochs: int) -> Text:
    division = rf"$\left\lceil \frac{{{examples}}}{{{batch}}} \right\rceil = {per_epoch}$"
    answer = rf"$\frac{{{iterations}}}{{{per_epoch}}} = {epochs}$"
    return Text(
        en=f"One epoch has {division} iterations, so {iterations} iterations are {answer} epochs.",
        hi=f"एक epoch में {division} iterations होते हैं, इसलिए {iterations} iterations में {answer} epochs "
        "पूरे होते हैं।",
    )
