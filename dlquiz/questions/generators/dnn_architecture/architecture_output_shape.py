"""What comes out of a layer for a batch. Seed 0: 32 images, after the second layer of 784-512-256-10."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

BATCH_LOST = Text(
    "That is a single example. The batch stays the first dimension through all layers.",
    "यह एक ही example है। Batch सारी layers में पहला dimension बना रहता है।",
)
SWAPPED = Text(
    "Turned round: the batch comes first, then the layer's neurons.",
    "उलटा हो गया: पहले batch आता है, फिर layer के neurons।",
)
WEIGHT = Text(
    "That is the layer's weight. The question is what comes out of the layer.",
    "यह layer का weight है। सवाल यह है कि layer से क्या निकलता है।",
)
OTHER_LAYER = Text(
    "That is what comes out of another layer. ReLU changes no shape.",
    "यह किसी और layer से निकलता है। ReLU से shape नहीं बदलता।",
)
INPUT_KEPT = Text(
    "That is still the input: a dense layer turns its inputs into as many numbers as it has neurons.",
    "यह तो अभी input ही है: dense layer अपने inputs से उतनी संख्याएँ बनाती है जितने उसमें neurons हैं।",
)


def vary(seed: int) -> Variation:
    """A batch after one of the hidden layers, or after the output layer."""
    sizes, place, batch = ((784, 512, 256, 10), 2, 32) if seed == 0 else _draw(random.Random(seed))
    answer = (batch, sizes[place])
    wrong: list[tuple[tuple[int, ...], Text]] = [
        ((sizes[place],), BATCH_LOST),
        ((1, sizes[place]), BATCH_LOST),
        ((sizes[place], batch), SWAPPED),
        ((sizes[place], sizes[place - 1]), WEIGHT),
        ((sizes[place - 1], sizes[place]), WEIGHT),
        ((batch, sizes[0]), INPUT_KEPT),
        *(((batch, size), OTHER_LAYER) for size in sizes[1:]),
    ]
    return Variation(
        names={
            "batch": batch,
            "a": sizes[0],
            "b": sizes[1],
            "c": sizes[2],
            "d": sizes[3],
            "name": ("h1", "h2", "out")[place - 1],
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(sizes, place, batch),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, ...], int, int]:
    sizes = tuple(random_.sample([4, 6, 10, 12, 20, 24, 30, 40, 50, 64, 100, 128, 200, 300], 4))
    return sizes, random_.choice([1, 2, 3]), random_.choice([5, 8, 16, 25, 32, 48])


def _solution(sizes: tuple[int, ...], place: int, batch: int) -> Text:
    path = " → ".join(f"({batch}, {size})" for size in sizes[: place + 1])
    return Text(
        en=f"Every dense layer replaces the last dimension by its number of neurons; ReLU changes no shape: "
        f"{path}. The answer is **({batch}, {sizes[place]})**.",
        hi=f"हर dense layer आख़िरी dimension की जगह अपने neurons की संख्या रख देती है; ReLU से shape नहीं "
        f"बदलता: {path}। उत्तर है **({batch}, {sizes[place]})**।",
    )
