"""The shape of a batch of images that a DataLoader gives. Seed 0: CIFAR-10 images in batches of 64."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

CHANNELS_LAST = Text(
    "`ToTensor` puts the channels first: (channels, height, width).",
    "`ToTensor` channels को आगे लाता है: (channels, ऊँचाई, चौड़ाई)।",
)
ONE_IMAGE = Text(
    "This is one image. The `DataLoader` puts a whole batch together, with a dimension of its own in front.",
    "यह एक image है। `DataLoader` पूरा batch जोड़ता है, और उसका dimension सबसे आगे आता है।",
)
ALL_IMAGES = Text(
    "This is the whole data set. A batch has `batch_size` images.",
    "यह पूरा data set है। एक batch में `batch_size` images होती हैं।",
)
NO_CHANNELS = Text(
    "The channel dimension stays, even for grey images.",
    "Channel वाला dimension रहता है, grey images में भी।",
)
SIDES_TURNED = Text(
    "Height comes before width.",
    "ऊँचाई चौड़ाई से पहले आती है।",
)


def vary(seed: int) -> Variation:
    """Images of some height and width, grey or RGB."""
    batch, channels, height, width, total = (
        (64, 3, 32, 32, 50000) if seed == 0 else _draw(random.Random(seed))
    )
    answer = (batch, channels, height, width)
    wrong = [
        ((batch, height, width, channels), CHANNELS_LAST),
        ((channels, height, width), ONE_IMAGE),
        ((height, width, channels), ONE_IMAGE),
        ((total, channels, height, width), ALL_IMAGES),
        ((batch, height, width), NO_CHANNELS),
        ((batch, channels, width, height), SIDES_TURNED),
    ]
    mode = "RGB" if channels > 1 else "grey"
    return Variation(
        names={
            "total": total,
            "mode": mode,
            "height": height,
            "width": width,
            "batch": batch,
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(answer),
    )


def _draw(random_: random.Random) -> tuple[int, int, int, int, int]:
    height, width = random_.choice([(28, 28), (32, 48), (64, 64), (96, 128), (224, 224), (120, 160)])
    return (
        random_.choice([8, 16, 32, 50, 100]),
        random_.choice([1, 3]),
        height,
        width,
        random_.choice([2000, 6000, 10000]),
    )


def _solution(answer: tuple[int, ...]) -> Text:
    batch, channels, height, width = answer
    return Text(
        en=f"`ToTensor` makes ({channels}, {height}, {width}) of one image: channels, height, width. The "
        f"`DataLoader` puts {batch} of them together: **{answer}**.",
        hi=f"`ToTensor` एक image से ({channels}, {height}, {width}) बनाता है: channels, ऊँचाई, चौड़ाई। "
        f"`DataLoader` ऐसी {batch} images साथ रखता है: **{answer}**।",
    )
