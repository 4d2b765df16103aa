"""What the dense layer after two convolutions and poolings must take in. Seed 0: 64 · 8 · 8 = 4096."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

NOT_SHRUNK = Text(
    "The convolutions were taken to keep height and width. With too little padding each cuts the border: "
    "$n + 2p - f + 1$.",
    "यहाँ माना गया कि convolution से ऊँचाई और चौड़ाई नहीं बदलतीं। Padding कम हो, तो हर convolution किनारे काटता है: "
    "$n + 2p - f + 1$।",
)
PADDING_FORGOTTEN = Text(
    "The padding was forgotten: the side after a convolution is $n + 2p - f + 1$.",
    "Padding छूट गई: convolution के बाद हर दिशा में $n + 2p - f + 1$ मान होते हैं।",
)
ONE_POOLING = Text(
    "Only one of the two poolings was counted.",
    "दो में से एक ही pooling गिनी गई है।",
)
ONE_MAP = Text(
    "That is a single feature map. Flatten lays out the maps of all channels.",
    "यह एक ही feature map है। Flatten सारे channels के maps को एक row में रखता है।",
)
FIRST_FILTERS = Text(
    "These are the filters of the first convolution. What reaches flatten are the maps of the second.",
    "ये पहले convolution के filters हैं। Flatten तक दूसरे convolution के maps पहुँचते हैं।",
)
ONE_SIDE = Text(
    "Height and width both count: channels · height · width.",
    "ऊँचाई और चौड़ाई दोनों गिनी जाती हैं: channels · ऊँचाई · चौड़ाई।",
)


@dataclass(frozen=True)
class Net:
    """Two convolutions of the same kernel and padding, each with a pooling of 2 × 2 after it."""

    channels: int
    side: int
    first: int
    second: int
    kernel: int
    padding: int

    def sides(self) -> tuple[int, int, int, int]:
        """After convolution, pooling, convolution, pooling."""
        cut = 2 * self.padding - self.kernel + 1
        one = self.side + cut
        two = one // 2 + cut
        return one, one // 2, two, two // 2

    def even(self) -> bool:
        one, _, two, last = self.sides()
        return one % 2 == 0 and two % 2 == 0 and 2 <= last <= 12


COURSE = Net(channels=3, side=32, first=32, second=64, kernel=3, padding=1)


def vary(seed: int) -> Variation:
    """Images, filters, kernel and padding, so that every pooling meets an even side."""
    net = COURSE if seed == 0 else _draw(random.Random(seed))
    last = net.sides()[-1]
    answer = net.second * last * last
    bare = Net(net.channels, net.side, net.first, net.second, net.kernel, 0).sides()[-1]
    wrong = [
        (net.second * (net.side // 4) ** 2, NOT_SHRUNK),
        (net.second * bare * bare, PADDING_FORGOTTEN),
        (net.second * (2 * last) ** 2, ONE_POOLING),
        (last * last, ONE_MAP),
        (net.first * last * last, FIRST_FILTERS),
        (net.second * last, ONE_SIDE),
    ]
    return Variation(
        names={
            "c": net.channels,
            "n": net.side,
            "first": net.first,
            "second": net.second,
            "f": net.kernel,
            "p": net.padding,
        },
        answer=answer,
        errors=distinct_errors(answer, [(value, why) for value, why in wrong if value > 0]),
        solution=_solution(net, answer),
    )


def _draw(random_: random.Random) -> Net:
    while True:
        kernel = random_.choice([3, 5])
        net = Net(
            channels=random_.choice([1, 3]),
            side=random_.choice([16, 20, 24, 28, 30, 32, 36, 40, 44, 46]),
            first=random_.choice([8, 16, 32]),
            second=random_.choice([10, 20, 64]),
            kernel=kernel,
            padding=random_.choice([0, 0, kernel // 2]),
        )
        if net.even():
            return net


def _solution(net: Net, answer: int) -> Text:
    one, half, two, last = net.sides()
    step = rf"{{}} + 2 \cdot {net.padding} - {net.kernel} + 1"
    sides = (
        rf"${step.format(net.side)} = {one}$, $\frac{{{one}}}{{2}} = {half}$, "
        rf"${step.format(half)} = {two}$, $\frac{{{two}}}{{2}} = {last}$"
    )
    product = rf"${net.second} \cdot {last} \cdot {last} = {answer}$"
    return Text(
        en=f"The side after convolution, pooling, convolution, pooling: {sides}. There are {net.second} "
        f"maps, so the layer takes {product} numbers.",
        hi=f"Convolution, pooling, convolution, pooling के बाद ऊँचाई (और उतनी ही चौड़ाई): {sides}। Maps "
        f"{net.second} हैं, इसलिए layer में {product} संख्याएँ जाती हैं।",
    )
