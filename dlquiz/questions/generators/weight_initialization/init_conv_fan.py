"""Fan-in of a convolution. Seed 0: the lesson's nn.Conv2d(3, 16, 3), whose kernels add up 27 products."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors


def vary(seed: int) -> Variation:
    """Channels in and out, and a square kernel."""
    channels_in, channels_out, k = (3, 16, 3) if seed == 0 else _draw(random.Random(seed))
    fan_in = k * k * channels_in
    return Variation(
        names={"cin": channels_in, "cout": channels_out, "k": k},
        answer=fan_in,
        errors=distinct_errors(fan_in, _wrong(channels_in, channels_out, k)),
        solution=_solution(channels_in, channels_out, k, fan_in),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    channels_in, channels_out = random_.sample((1, 3, 4, 6, 8, 10, 16, 20, 32, 64), 2)
    return channels_in, channels_out, random_.choice((3, 5, 7))


def _wrong(channels_in: int, channels_out: int, k: int) -> list[tuple[int, Text]]:
    return [
        (
            k * k * channels_out,
            Text(
                en="This is fan-out: it counts the output channels.",
                hi="यह fan-out है: इसमें output channels गिने गए हैं।",
            ),
        ),
        (
            channels_in,
            Text(
                en="The kernel's area is missing: the products of all its places are added up.",
                hi="Kernel का क्षेत्रफल छूट गया: उसकी हर जगह के गुणनफल जोड़े जाते हैं।",
            ),
        ),
        (
            k * channels_in,
            Text(
                en=f"A {k}×{k} kernel has {k * k} places, not {k}.",
                hi=f"{k}×{k} kernel में {k * k} जगहें हैं, {k} नहीं।",
            ),
        ),
        (
            k * k * channels_in * channels_out,
            Text(
                en="These are all weights of the layer. Fan-in is what one output adds up.",
                hi="ये layer के सारे weights हैं। Fan-in उतना है जितना एक output में जुड़ता है।",
            ),
        ),
        (
            k * k * channels_in + 1,
            Text(
                en="The bias is no input and is not counted.",
                hi="Bias कोई input नहीं है, वह नहीं गिना जाता।",
            ),
        ),
        (
            k * k,
            Text(
                en="This is one channel only. A kernel is as deep as its input has channels.",
                hi="यह एक ही channel का है। Kernel उतना गहरा होता है जितने input में channels हैं।",
            ),
        ),
    ]


def _solution(channels_in: int, channels_out: int, k: int, fan_in: int) -> Text:
    steps = rf"$n_{{in}} = {k} \cdot {k} \cdot {channels_in} = {fan_in}$"
    return Text(
        en=f"One number of the output adds up the products at the {k * k} places of the kernel, in each of "
        f"the input channels: {steps}. The {channels_out} output channels do not enter.",
        hi=f"Output की एक संख्या में kernel की {k * k} जगहों के गुणनफल जुड़ते हैं, हर input channel में: "
        f"{steps}। {channels_out} output channels इसमें नहीं आते।",
    )
