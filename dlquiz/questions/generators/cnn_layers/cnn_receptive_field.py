"""How many pixels one output value has seen. Seed 0: two 3×3 convolutions see 5×5."""

from __future__ import annotations

import random
from itertools import pairwise

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

Layer = tuple[int, int]  # kernel, stride

KERNELS_ADDED = Text(
    en="The kernels are simply added here. Neighbouring windows overlap: each layer adds k − 1 places.",
    hi="इसमें kernel के आकार सीधे जोड़ दिए गए। पास की windows एक-दूसरे पर चढ़ती हैं: हर layer k − 1 जगहें जोड़ती है।",
)
STRIDE_IGNORED = Text(
    en="The stride is left out. After a stride of 2, one place of the map is two pixels of the image.",
    hi="इसमें stride छूट गया। Stride 2 के बाद map की एक जगह image के दो pixels के बराबर होती है।",
)
LAST_ONLY = Text(
    en="This is the last kernel only. Each value under it has seen several pixels itself.",
    hi="यह केवल आख़िरी kernel है। उसके नीचे का हर मान ख़ुद कई pixels देख चुका है।",
)
MULTIPLIED = Text(
    en="The sizes are not multiplied: neighbouring windows overlap.",
    hi="आकारों का गुणा नहीं होता: पास की windows एक-दूसरे पर चढ़ती हैं।",
)
STRIDE_TOO_EARLY = Text(
    en="A layer's own stride counts only for the layers after it.",
    hi="किसी layer का stride उसके बाद वाली layers के लिए ही गिना जाता है।",
)


def receptive_field(layers: tuple[Layer, ...]) -> int:
    """Along one dimension: each layer adds its k − 1 places, in steps as long as the strides before it."""
    seen, step = 1, 1
    for kernel, stride in layers:
        seen += (kernel - 1) * step
        step *= stride
    return seen


def vary(seed: int) -> Variation:
    """Two to four layers, some of which move by more than one."""
    layers: tuple[Layer, ...] = ((3, 1), (3, 1)) if seed == 0 else _draw(random.Random(seed))
    answer = receptive_field(layers)
    product = 1
    for kernel, _ in layers:
        product *= kernel
    wrong = [
        (sum(kernel for kernel, _ in layers), KERNELS_ADDED),
        (receptive_field(tuple((kernel, 1) for kernel, _ in layers)), STRIDE_IGNORED),
        (layers[-1][0], LAST_ONLY),
        (product, MULTIPLIED),
        (_too_early(layers), STRIDE_TOO_EARLY),
    ]
    return Variation(
        names={"layers": "\n".join(_written(place, layer) for place, layer in enumerate(layers))},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(layers, answer),
    )


def _draw(random_: random.Random) -> tuple[Layer, ...]:
    kinds: list[Layer] = [(3, 1), (3, 1), (5, 1), (3, 2), (5, 2), (7, 2), (2, 2)]
    while True:
        layers = tuple(random_.choice(kinds) for _ in range(random_.choice([2, 3, 3, 4])))
        pools = [place for place, layer in enumerate(layers) if layer == (2, 2)]
        if 0 not in pools and all(later - one > 1 for one, later in pairwise(pools)):
            return layers


def _written(place: int, layer: Layer) -> str:
    """A line of code; channels say nothing here and are the same throughout."""
    kernel, stride = layer
    if layer == (2, 2):
        return "nn.MaxPool2d(2)"
    into = 3 if place == 0 else 16
    return f"nn.Conv2d({into}, 16, {kernel}{f', stride={stride}' if stride > 1 else ''})"


def _too_early(layers: tuple[Layer, ...]) -> int:
    seen, step = 1, 1
    for kernel, stride in layers:
        step *= stride
        seen += (kernel - 1) * step
    return seen


def _solution(layers: tuple[Layer, ...], answer: int) -> Text:
    seen, step, lines = 1, 1, []
    for kernel, stride in layers:
        grown = seen + (kernel - 1) * step
        lines.append(rf"${seen} + ({kernel} - 1) \cdot {step} = {grown}$")
        seen, step = grown, step * stride
    way = ", ".join(lines)
    return Text(
        en=f"Begin with 1. Each layer adds $(k - 1)$ times the product of the strides before it: {way}. One "
        f"value sees **{answer}** pixels along each side.",
        hi=f"1 से शुरू कीजिए। हर layer $(k - 1)$ गुणा अपने से पहले के सारे strides का गुणनफल जोड़ती है: {way}। एक मान "
        f"हर दिशा में **{answer}** pixels देखता है।",
    )
