"""How many numbers flatten hands on. Seed 0 is the course's small CNN: 32 · 8 · 8 = 2048."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

NO_POOLING = Text(
    en="This takes the maps as large as the image: each of the two poolings halves height and width.",
    hi="इसमें maps को image जितना बड़ा माना गया है: दोनों pooling में से हर एक ऊँचाई और चौड़ाई आधी कर देती है।",
)
ONE_POOLING = Text(
    en="Only one pooling is counted here; there are two.",
    hi="इसमें एक ही pooling गिनी गई है; यहाँ दो हैं।",
)
ONE_CHANNEL = Text(
    en="This is one feature map. There is one for each channel of the last convolution.",
    hi="यह एक ही feature map है। आख़िरी convolution के हर channel का अपना map होता है।",
)
FIRST_CHANNELS = Text(
    en="These are the channels of the first convolution; the second one has made new ones.",
    hi="ये पहले convolution के channels हैं; दूसरे convolution ने नए channels बना दिए हैं।",
)
BOTH_CHANNELS = Text(
    en="The channels of the two convolutions are not multiplied: the second replaces the first.",
    hi="दोनों convolution के channels का गुणा नहीं होता: दूसरे के channels पहले वालों की जगह ले लेते हैं।",
)
QUARTERED_ONCE = Text(
    en="Height is divided by four here, but not width: pooling halves both.",
    hi="इसमें ऊँचाई तो चार से भाग हुई, चौड़ाई नहीं: pooling दोनों को आधा करती है।",
)


def vary(seed: int) -> Variation:
    """A square image whose side four divides, and the channels of two convolutions."""
    channels, side, first, second = (3, 32, 16, 32) if seed == 0 else _draw(random.Random(seed))
    last = side // 4
    answer = second * last * last
    wrong = [
        (second * side * side, NO_POOLING),
        (second * (side // 2) ** 2, ONE_POOLING),
        (last * last, ONE_CHANNEL),
        (first * last * last, FIRST_CHANNELS),
        (first * second * last * last, BOTH_CHANNELS),
        (second * last * side, QUARTERED_ONCE),
    ]
    return Variation(
        names={"c": channels, "n": side, "first": first, "second": second},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(side, first, second, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int, int, int]:
    first = random_.choice([4, 6, 8, 10, 16])
    return (
        random_.choice([1, 3]),
        random_.choice([12, 16, 20, 24, 28, 32, 40, 48]),
        first,
        random_.choice([2 * first, 3 * first, 4 * first]),
    )


def _solution(side: int, first: int, second: int, answer: int) -> Text:
    half, last = side // 2, side // 4
    way = (
        rf"${first} \times {side} \times {side} \to {first} \times {half} \times {half} \to "
        rf"{second} \times {half} \times {half} \to {second} \times {last} \times {last}$"
    )
    product = rf"${second} \cdot {last} \cdot {last} = {answer}$"
    return Text(
        en=f"The convolutions keep height and width, the poolings halve them: {way}. Flatten lays out all of "
        f"these numbers in a row: {product}.",
        hi=f"Convolution से ऊँचाई और चौड़ाई नहीं बदलतीं, pooling से आधी हो जाती हैं: {way}। Flatten इन सब संख्याओं "
        f"को एक row में रख देता है: {product}।",
    )
