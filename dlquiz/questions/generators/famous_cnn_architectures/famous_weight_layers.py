"""Counting the layers with weights of a VGG. Seed 0: 2, 2, 3, 3, 3 convolutions, 3 dense: VGG-16."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

Network = tuple[tuple[int, ...], int]
VGG: Network = ((2, 2, 3, 3, 3), 3)

NO_DENSE = Text(
    "The dense layers have weights as well.",
    "Dense layers में भी weights होते हैं।",
)
POOLING_COUNTED = Text(
    "Max pooling has no weights, so it is not counted in the name.",
    "Max pooling में weights नहीं होते, इसलिए वह नाम में नहीं गिनी जाती।",
)
BLOCKS_COUNTED = Text(
    "Those are the blocks. Count the convolutions within them.",
    "ये blocks हैं। उनके अंदर के convolutions गिनिए।",
)


def vary(seed: int) -> Variation:
    """All convolutions and the dense layers; pooling has no weights."""
    blocks, dense = VGG if seed == 0 else _draw(random.Random(seed))
    answer = sum(blocks) + dense
    wrong = [
        (sum(blocks), NO_DENSE),
        (answer + len(blocks), POOLING_COUNTED),
        (sum(blocks) + len(blocks), POOLING_COUNTED),
        (len(blocks) + dense, BLOCKS_COUNTED),
        (len(blocks), BLOCKS_COUNTED),
    ]
    return Variation(
        names={"blocks": ", ".join(map(str, blocks)), "count": len(blocks), "dense": dense},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(blocks, dense),
    )


def _draw(random_: random.Random) -> Network:
    blocks = sorted(random_.randint(1, 4) for _ in range(random_.choice([4, 5])))
    return tuple(blocks), random_.choice([2, 3])


def _solution(blocks: tuple[int, ...], dense: int) -> Text:
    convolutions = f"${' + '.join(map(str, blocks))} = {sum(blocks)}$"
    total = f"${sum(blocks)} + {dense} = {sum(blocks) + dense}$"
    return Text(
        en=f"Convolutions: {convolutions}. With the dense layers {total}. Pooling and ReLU have no weights.",
        hi=f"Convolutions: {convolutions}। Dense layers के साथ {total}। Pooling और ReLU में weights नहीं होते।",
    )
