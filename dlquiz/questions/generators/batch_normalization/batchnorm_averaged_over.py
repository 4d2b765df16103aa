"""Over how many numbers one mean of BatchNorm2d is taken. Seed 0 is the lesson's batch: (16, 8, 5, 5)."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

FIRST = (16, 8, 5, 5)


def vary(seed: int) -> Variation:
    """A batch of feature maps, (N, C, H, W)."""
    examples, channels, height, width = FIRST if seed == 0 else _draw(random.Random(seed))
    answer = examples * height * width
    product = rf"$m = {examples} \cdot {height} \cdot {width} = {answer}$"
    wrong = [
        (
            examples,
            Text(
                en="The places of the feature map belong to the batch as well: times $H$ and $W$.",
                hi="Feature map की हर जगह भी इसमें आती है: $H$ और $W$ से भी गुणा कीजिए।",
            ),
        ),
        (
            height * width,
            Text(
                en="This is one example only. The mean goes over all examples of the batch.",
                hi="यह सिर्फ़ एक example है। Mean batch के सारे examples पर लिया जाता है।",
            ),
        ),
        (
            examples * channels * height * width,
            Text(
                en="These are all numbers of the batch. Every channel has a mean of its own.",
                hi="ये batch की सारी संख्याएँ हैं। हर channel का mean अलग लिया जाता है।",
            ),
        ),
        (
            channels * height * width,
            Text(
                en="This is one whole example, as in *layer* normalization. BatchNorm takes one channel of "
                "all examples.",
                hi="यह एक पूरा example है, जैसा *layer* normalization में होता है। BatchNorm सारे examples का एक "
                "channel लेता है।",
            ),
        ),
        (
            channels,
            Text(
                en="That is the number of means. Each of them is taken over many numbers.",
                hi="यह means की गिनती है। हर mean बहुत-सी संख्याओं पर लिया जाता है।",
            ),
        ),
    ]
    return Variation(
        names={"n": examples, "c": channels, "h": height, "w": width},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            en=f"One channel, over all examples and all places: {product}. There are {channels} such means, "
            "one for every channel.",
            hi=f"एक channel, सारे examples और सारी जगहों पर: {product}। ऐसे {channels} means होते हैं, "
            "हर channel का एक।",
        ),
    )


def _draw(random_: random.Random) -> tuple[int, int, int, int]:
    side = random_.choice([4, 5, 6, 8, 10])
    return (
        random_.choice([2, 4, 8, 10, 32]),
        random_.choice([3, 6, 16, 20]),
        side,
        random_.choice([side, 2 * side]),
    )
