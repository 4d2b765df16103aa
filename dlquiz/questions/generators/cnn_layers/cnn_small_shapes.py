"""The shape of one image on its way through a small CNN. Seed 0 is the course's: 3×32×32 to 32×8×8."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

PADDING_FORGOTTEN = Text(
    en="This is what you get without the padding of the convolutions.",
    hi="Convolution की padding छूट जाए तो यही आता है।",
)
PADDING_INVENTED = Text(
    en="This takes each convolution to keep the size. Without padding it takes k − 1 off.",
    hi="इसमें माना गया है कि convolution से आकार नहीं बदलता। Padding न हो तो वह k − 1 घट जाता है।",
)
NO_POOLING = Text(
    en="The poolings are left out here: each halves height and width.",
    hi="इसमें pooling छूट गई: हर pooling ऊँचाई और चौड़ाई आधी कर देती है।",
)
ONE_POOLING = Text(
    en="There are two poolings; only one is counted here.",
    hi="Pooling दो हैं; यहाँ एक ही गिनी गई है।",
)
FIRST_CHANNELS = Text(
    en="Height and width are right. The channels are those of the last convolution.",
    hi="ऊँचाई और चौड़ाई सही हैं। Channels आख़िरी convolution के होते हैं।",
)
CHANNELS_LAST = Text(
    en="Right numbers, but PyTorch puts the channels first.",
    hi="संख्याएँ सही हैं, पर PyTorch में channels सबसे पहले आते हैं।",
)


@dataclass(frozen=True)
class Net:
    """Two convolutions with square kernels, each followed by a 2 × 2 pooling."""

    channels: int
    side: int
    first: int
    second: int
    kernels: tuple[int, int]
    paddings: tuple[int, int]

    def sides(self) -> list[int]:
        """The side after each convolution and each pooling."""
        found, side = [], self.side
        for kernel, padding in zip(self.kernels, self.paddings, strict=True):
            side = side + 2 * padding - kernel + 1
            found += [side, side // 2]
            side //= 2
        return found

    def lines(self) -> str:
        """The layers as code."""
        written = []
        for into, out, kernel, padding in zip(
            (self.channels, self.first), (self.first, self.second), self.kernels, self.paddings, strict=True
        ):
            padded = f", padding={padding}" if padding else ""
            written += [f"nn.Conv2d({into}, {out}, {kernel}{padded})", "nn.ReLU()", "nn.MaxPool2d(2)"]
        return "\n".join(written)


SMALL = Net(3, 32, 16, 32, (3, 3), (1, 1))


def vary(seed: int) -> Variation:
    """The shape after the last layer."""
    net = SMALL if seed == 0 else _draw(random.Random(seed))
    last = net.sides()[-1]
    answer = (net.second, last, last)
    return Variation(
        names={"shape": (net.channels, net.side, net.side), "layers": net.lines()},
        answer=answer,
        errors=distinct_errors(answer, _wrong(net, last)),
        solution=_solution(net, answer),
    )


def _wrong(net: Net, last: int) -> list[tuple[tuple[int, ...], Text]]:
    bare = Net(net.channels, net.side, net.first, net.second, net.kernels, (0, 0)).sides()[-1]
    kept = net.side // 2 // 2
    unpooled = net.side + sum(
        2 * padding - kernel + 1 for kernel, padding in zip(net.kernels, net.paddings, strict=True)
    )
    found = [
        ((net.second, bare, bare), PADDING_FORGOTTEN),
        ((net.second, kept, kept), PADDING_INVENTED),
        ((net.second, unpooled, unpooled), NO_POOLING),
        ((net.second, net.sides()[2], net.sides()[2]), ONE_POOLING),
        ((net.first, last, last), FIRST_CHANNELS),
        ((last, last, net.second), CHANNELS_LAST),
    ]
    return [(shape, reason) for shape, reason in found if min(shape) > 0]


def _draw(random_: random.Random) -> Net:
    while True:
        kernels = (random_.choice([3, 5]), random_.choice([3, 5]))
        keep = random_.random() < 0.5
        paddings = (kernels[0] // 2, kernels[1] // 2) if keep else (0, 0)
        side, first = random_.choice([20, 24, 28, 32, 36, 44, 48]), random_.choice([4, 6, 8, 12, 16])
        net = Net(random_.choice([1, 3]), side, first, random_.choice([2, 3]) * first, kernels, paddings)
        sides = net.sides()
        if sides[0] % 2 == 0 and sides[2] % 2 == 0:
            return net


def _solution(net: Net, answer: tuple[int, ...]) -> Text:
    after = net.sides()
    sums = [
        f"${before} + 2 \\cdot {padding} - {kernel} + 1 = {side}$"
        for before, padding, kernel, side in zip(
            (net.side, after[1]), net.paddings, net.kernels, (after[0], after[2]), strict=True
        )
    ]
    return Text(
        en=f"First convolution: {net.first} channels, side {sums[0]}; pooling halves it to {after[1]}. "
        f"Second convolution: {net.second} channels, side {sums[1]}; pooling halves it to {after[3]}. "
        f"ReLU changes no shape. So it is **{answer}**.",
        hi=f"पहला convolution: {net.first} channels, ऊँचाई और चौड़ाई {sums[0]}; pooling के बाद {after[1]}। "
        f"दूसरा convolution: {net.second} channels, ऊँचाई और चौड़ाई {sums[1]}; pooling के बाद {after[3]}। "
        f"ReLU से shape नहीं बदलता। इसलिए shape **{answer}** है।",
    )
