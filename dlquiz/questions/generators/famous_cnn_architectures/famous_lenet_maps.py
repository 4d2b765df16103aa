"""From the image to the first dense layer of a LeNet. Seed 0 is LeNet-5's: 32 → 28 → 14 → 10 → 5, so 400."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

Setting = tuple[int, int, int, int]
LENET: Setting = (32, 5, 6, 16)

ONE_MAP = Text(
    "That is a single map. All maps of the last layer are flattened together.",
    "यह केवल एक map है। आख़िरी layer के सारे maps एक साथ flatten होते हैं।",
)
NO_LAST_POOL = Text(
    "The second pooling is missing: it halves both sides once more.",
    "दूसरी pooling छूट गई: वह दोनों ओर फिर से आधा करती है।",
)
PADDED = Text(
    "Without padding a convolution makes the map smaller by $k - 1$.",
    "Padding न हो तो convolution के बाद map $k - 1$ छोटा हो जाता है।",
)
MAPS_MULTIPLIED = Text(
    "The maps of the first layer do not count any more: each kernel of the second one reads all of them.",
    "पहली layer के maps अब नहीं गिने जाते: दूसरी layer का हर kernel उन सबको पढ़ता है।",
)
FIRST_MAPS = Text(
    "The number of maps is that of the second convolution, not of the first.",
    "Maps की संख्या दूसरे convolution वाली है, पहले वाली नहीं।",
)
ONE_SIDE = Text(
    "A map has a height and a width: the side counts twice.",
    "Map की ऊँचाई भी है और चौड़ाई भी: लंबाई को दो बार गुणा कीजिए।",
)


def sizes(n: int, k: int) -> tuple[int, int, int, int]:
    """The side of the maps after convolution, pooling, convolution, pooling."""
    first = n - k + 1
    second = first // 2 - k + 1
    return first, first // 2, second, second // 2


def vary(seed: int) -> Variation:
    """Maps of the second convolution, times the side of the last map, squared."""
    n, k, first, second = LENET if seed == 0 else _draw(random.Random(seed))
    sides = sizes(n, k)
    last = sides[-1]
    answer = second * last**2
    wrong = [
        (last**2, ONE_MAP),
        (second * sides[2] ** 2, NO_LAST_POOL),
        (second * (n // 4) ** 2, PADDED),
        (first * second * last**2, MAPS_MULTIPLIED),
        (first * last**2, FIRST_MAPS),
        (second * last, ONE_SIDE),
    ]
    return Variation(
        names={"n": n, "k": k, "first": first, "second": second},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution((n, k, first, second), answer),
    )


def _draw(random_: random.Random) -> Setting:
    while True:
        n = random_.choice([20, 24, 28, 32, 36, 40, 44, 48, 64])
        k = random_.choice([3, 5, 7])
        sides = sizes(n, k)
        if sides[0] % 2 == 0 and sides[2] % 2 == 0 and sides[3] > 1:
            return n, k, random_.choice([4, 6, 8, 10]), random_.choice([12, 16, 20, 24, 32])


def _solution(setting: Setting, answer: int) -> Text:
    n, k, _, second = setting
    one, half, two, last = sizes(n, k)
    way = rf"${n} \to {one} \to {half} \to {two} \to {last}$"
    product = rf"${second} \cdot {last} \cdot {last} = {answer}$"
    return Text(
        en=f"The side of the maps: {way}. Each convolution takes away ${k} - 1$, each pooling halves. At the "
        f"end there are {second} maps: {product}.",
        hi=f"Map की लंबाई: {way}। हर convolution ${k} - 1$ घटाता है, हर pooling आधा करती है। अंत में "
        f"{second} maps हैं: {product}।",
    )
