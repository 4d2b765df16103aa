"""Counting the multiplications of a convolution layer. Seed 0: the lesson's 3 × 3 kernel on 5 × 5 pixels."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

PER_PLACE = Text(
    "These are the multiplications for one place of the output. Every other place costs as many.",
    "इतने गुणा output की एक जगह के लिए होते हैं। हर दूसरी जगह के लिए भी इतने ही होते हैं।",
)
INPUT_PLACES = Text(
    "The kernel does not stand at every pixel of the input: its places are those of the output.",
    "Kernel input के हर pixel पर नहीं टिकता: उसकी जगहें उतनी ही हैं जितने output में मान।",
)
NO_CHANNELS = Text(
    "Each kernel is as deep as its input: it multiplies in every input channel.",
    "हर kernel input जितना गहरा होता है: वह हर input channel में गुणा करता है।",
)
ONE_KERNEL = Text(
    "This is one output channel. Every output channel has a kernel of its own.",
    "यह एक output channel का हिसाब है। हर output channel का अपना kernel होता है।",
)
ENTRIES = Text(
    "This is the number of entries of the output. Each of them costs several multiplications.",
    "यह output के मानों की संख्या है। हर मान के लिए कई गुणा करने पड़ते हैं।",
)


def vary(seed: int) -> Variation:
    """Stride 1, no padding, a square image."""
    n, k, channels_in, channels_out = (5, 3, 1, 1) if seed == 0 else _draw(random.Random(seed))
    side = n - k + 1
    per_entry = k * k * channels_in
    entries = side * side * channels_out
    answer = Fraction(per_entry * entries)
    wrong = [
        (per_entry * channels_out, PER_PLACE),
        (per_entry * n * n * channels_out, INPUT_PLACES),
        (k * k * entries, NO_CHANNELS),
        (per_entry * side * side, ONE_KERNEL),
        (entries, ENTRIES),
    ]
    return Variation(
        names={"n": n, "k": k, "cin": channels_in, "cout": channels_out},
        answer=answer,
        errors=distinct_errors(answer, [(Fraction(value), why) for value, why in wrong]),
        solution=_solution(k, channels_in, channels_out, side),
    )


def _draw(random_: random.Random) -> tuple[int, int, int, int]:
    k = random_.choice([2, 3, 3, 5])
    return k + random_.choice([3, 4, 5, 7, 9]), k, random_.choice([1, 2, 3]), random_.choice([2, 4, 5, 10])


def _solution(k: int, channels_in: int, channels_out: int, side: int) -> Text:
    per_entry, entries = k * k * channels_in, side * side * channels_out
    steps = (
        rf"${side} \cdot {side} \cdot {channels_out} = {entries}$",
        rf"${k} \cdot {k} \cdot {channels_in} = {per_entry}$",
        rf"${entries} \cdot {per_entry} = {entries * per_entry}$",
    )
    return Text(
        en=f"The output has {steps[0]} entries. Each one is a sum of {steps[1]} products. "
        f"Together: {steps[2]}.",
        hi=f"Output में {steps[0]} मान हैं। हर मान {steps[1]} गुणनफलों का जोड़ है। कुल: {steps[2]}।",
    )
