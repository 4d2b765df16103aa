"""Counting the parameters of nn.BatchNorm2d. Seed 0 is the lesson's layer with 8 channels."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

FIRST = (8, 16, 5)


def vary(seed: int) -> Variation:
    """Channels count; the batch and the size of the feature maps do not."""
    channels, examples, side = FIRST if seed == 0 else _draw(random.Random(seed))
    answer = 2 * channels
    wrong = [
        (
            channels,
            Text(
                en="Each channel has two of them: γ and β.",
                hi="हर channel के दो parameters हैं: γ और β।",
            ),
        ),
        (
            4 * channels,
            Text(
                en="The running mean and variance are counted too. They are buffers and are not learned.",
                hi="इसमें running mean और variance भी गिने गए हैं। वे buffers हैं, सीखे नहीं जाते।",
            ),
        ),
        (
            4 * channels + 1,
            Text(
                en="This is all of `state_dict()`, with the buffers. Only γ and β are learned.",
                hi="यह पूरा `state_dict()` है, buffers के साथ। सीखे सिर्फ़ γ और β जाते हैं।",
            ),
        ),
        (
            2 * channels * side * side,
            Text(
                en="The places in the feature map share γ and β: one pair for each channel.",
                hi="Feature map की सारी जगहें वही γ और β लेती हैं: हर channel की एक जोड़ी।",
            ),
        ),
        (
            2,
            Text(
                en="That is one channel. Every channel has a pair of its own.",
                hi="यह एक channel की गिनती है। हर channel की अपनी जोड़ी होती है।",
            ),
        ),
    ]
    return Variation(
        names={"channels": channels, "examples": examples, "side": side},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(channels, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    return (
        random_.choice([3, 6, 10, 12, 16, 20, 24, 32, 48, 64, 128, 256]),
        random_.choice([4, 8, 16, 32, 64]),
        random_.choice([5, 7, 8, 14, 16, 28]),
    )


def _solution(channels: int, answer: int) -> Text:
    product, kept = rf"$2 \cdot {channels} = {answer}$", f"${channels} + {channels} + 1$"
    return Text(
        en=f"One γ and one β for every channel: {product}. Besides, the layer keeps {kept} numbers as "
        "buffers: running mean, running variance, and a count of the batches. Those are not learned.",
        hi=f"हर channel के लिए एक γ और एक β: {product}। इसके अलावा layer {kept} संख्याएँ buffers में रखती है: "
        "running mean, running variance और batches की गिनती। वे सीखी नहीं जातीं।",
    )
