"""The shape after the first layer of a network. Seed 0 is AlexNet's: 227, kernel 11, stride 4 give 55."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

NO_PLUS_ONE = Text(
    "The + 1 is missing: the place where the kernel begins counts as well.",
    "+ 1 छूट गया: kernel जहाँ से शुरू होता है, वह जगह भी गिनी जाती है।",
)
STRIDE_IGNORED = Text(
    "The stride is not used: the kernel does not stop at every pixel.",
    "Stride छूट गया: kernel हर pixel पर नहीं रुकता।",
)
ROUNDED_UP = Text(
    "Round down: a kernel that no longer fits is not counted.",
    "नीचे की ओर round कीजिए: जो kernel अब पूरा नहीं समाता, वह गिना नहीं जाता।",
)
PADDING_MISSED = Text(
    "The padding is added on both sides: $n + 2p$.",
    "Padding दोनों ओर जुड़ती है: $n + 2p$।",
)
INPUT_CHANNELS = Text(
    "The channels of the output are the kernels of the layer, not the 3 colours of the input.",
    "Output के channels उतने होते हैं जितने layer के kernels, न कि input के 3 रंग।",
)
BATCH_DROPPED = Text(
    "The batch stays as the first dimension, even where it is 1.",
    "Batch पहला dimension बनकर रहता है, चाहे 1 ही हो।",
)


@dataclass(frozen=True)
class FirstLayer:
    """An image of n×n pixels, k×k kernels in steps of s, a border of p."""

    n: int
    k: int
    s: int
    p: int
    kernels: int

    @property
    def size(self) -> int:
        """How many places the kernel has along a side."""
        return (self.n + 2 * self.p - self.k) // self.s + 1

    @property
    def call(self) -> str:
        """The layer, as PyTorch writes it."""
        padding = f", padding={self.p}" if self.p else ""
        return f"nn.Conv2d(3, {self.kernels}, {self.k}, stride={self.s}{padding})"


ALEXNET = FirstLayer(227, 11, 4, 0, 96)


def vary(seed: int) -> Variation:
    """Batch of one, the kernels, and (n + 2p - k) / s + 1 along each side, rounded down."""
    layer = ALEXNET if seed == 0 else _draw(random.Random(seed))
    free = layer.n + 2 * layer.p - layer.k
    answer = _shape(layer, layer.size)
    wrong = [
        (_shape(layer, layer.size - 1), NO_PLUS_ONE),
        (_shape(layer, free + 1), STRIDE_IGNORED),
        (_shape(layer, -(-free // layer.s) + 1), ROUNDED_UP),
        (_shape(layer, (layer.n - layer.k) // layer.s + 1), PADDING_MISSED),
        (_shape(layer, (layer.n + layer.p - layer.k) // layer.s + 1), PADDING_MISSED),
        ((1, 3, layer.size, layer.size), INPUT_CHANNELS),
        ((layer.kernels, layer.size, layer.size), BATCH_DROPPED),
    ]
    return Variation(
        names={"n": layer.n, "call": layer.call},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(layer, answer),
    )


def _draw(random_: random.Random) -> FirstLayer:
    k = random_.choice([3, 5, 7, 9, 11])
    return FirstLayer(
        n=random_.choice([32, 48, 63, 64, 67, 96, 99, 112, 128, 224, 227]),
        k=k,
        s=random_.choice([2, 3, 4]),
        p=random_.choice([0, 0, 1, 2, k // 2]),
        kernels=random_.choice([16, 32, 48, 64, 96]),
    )


def _shape(layer: FirstLayer, size: int) -> tuple[int, ...]:
    return 1, layer.kernels, size, size


def _solution(layer: FirstLayer, answer: tuple[int, ...]) -> Text:
    border = rf" + 2 \cdot {layer.p}" if layer.p else ""
    whole = (layer.n + 2 * layer.p - layer.k) % layer.s == 0
    quotient = rf"\frac{{{layer.n}{border} - {layer.k}}}{{{layer.s}}}"
    floor = quotient if whole else rf"\left\lfloor {quotient} \right\rfloor"
    formula = f"${floor} + 1 = {layer.size}$"
    return Text(
        en=f"Along each side: {formula}. The batch stays 1, and there is a map for each of the "
        f"{layer.kernels} kernels: **{answer}**.",
        hi=f"हर दिशा में: {formula}। Batch 1 ही रहता है, और {layer.kernels} kernels में से हर एक का अपना map "
        f"बनता है: **{answer}**।",
    )
