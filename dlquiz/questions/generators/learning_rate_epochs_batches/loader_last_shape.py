"""The shape of the last batch that a DataLoader gives. Seed 0: 1000 grey images of 28 × 28, batches of 64."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

Shape = tuple[int, ...]

FULL = Text(
    en="That is the shape of all batches but the last, which has only what remains.",
    hi="यह आख़िरी को छोड़कर बाक़ी सब batches का shape है; आख़िरी में केवल बचे हुए उदाहरण होते हैं।",
)
NO_BATCH = Text(
    en="That is one image. A DataLoader stacks images: the first dimension counts them.",
    hi="यह एक image का shape है। DataLoader images को एक के ऊपर एक रखता है: पहला dimension उनकी गिनती है।",
)
CHANNELS_LAST = Text(
    en="In PyTorch the channels come before height and width.",
    hi="PyTorch में channels, ऊँचाई और चौड़ाई से पहले आते हैं।",
)
MISSING = Text(
    en="That many images are missing from a full batch. How many are in it?",
    hi="पूरे batch से इतनी images कम हैं। उसमें हैं कितनी?",
)


def vary(seed: int) -> Variation:
    """A data set whose size is no multiple of the batch size, and the shape of its images."""
    examples, batch, image = (1000, 64, (1, 28, 28)) if seed == 0 else _draw(random.Random(seed))
    rest = examples % batch
    answer = (rest, *image)
    channels, height, width = image
    wrong: list[tuple[Shape, Text]] = [
        ((batch, *image), FULL),
        (image, NO_BATCH),
        ((rest, height, width, channels), CHANNELS_LAST),
        ((batch - rest, *image), MISSING),
    ]
    return Variation(
        names={"examples": examples, "batch": batch, "image": str(image)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(examples, batch, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int, Shape]:
    while True:
        examples, batch = 10 * random_.randint(20, 200), random_.choice([16, 32, 48, 64, 100, 128])
        if examples % batch and examples > 2 * batch:
            return examples, batch, random_.choice([(1, 28, 28), (3, 32, 32), (3, 64, 64), (3, 224, 224)])


def _solution(examples: int, batch: int, answer: Shape) -> Text:
    full, rest = divmod(examples, batch)
    left = rf"${examples} - {full} \cdot {batch} = {rest}$"
    return Text(
        en=f"{full} batches are full; {left} images remain for the last one. The batch comes first, then "
        f"channels, height and width: **{answer}**.",
        hi=f"{full} batches पूरे भरते हैं; आख़िरी के लिए {left} images बचती हैं। सबसे पहले batch, फिर channels, ऊँचाई और "
        f"चौड़ाई: **{answer}**।",
    )
