"""Counting the parameters of a convolution layer. Seed 0: nn.Conv2d(1, 1, 3), ten of them."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors


def vary(seed: int) -> Variation:
    """Channels in and out and a square kernel, with bias."""
    channels_in, channels_out, k = (1, 1, 3) if seed == 0 else _draw(random.Random(seed))
    per_kernel = k * k * channels_in
    total = (per_kernel + 1) * channels_out
    wrong = [
        (per_kernel * channels_out, "parameters_forgot_bias"),
        ((k * k + 1) * channels_out, "parameters_forgot_input_channels"),
        (per_kernel + 1, "parameters_one_kernel"),
    ]
    return Variation(
        names={"cin": channels_in, "cout": channels_out, "k": k},
        answer=total,
        errors=distinct_errors(total, wrong),
        solution=_solution(channels_in, channels_out, k, total),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    return (
        random_.choice([1, 2, 3, 4, 8, 16]),
        random_.choice([2, 4, 6, 8, 16, 32]),
        random_.choice([1, 3, 5, 7]),
    )


def _solution(channels_in: int, channels_out: int, k: int, total: int) -> Text:
    weights = k * k * channels_in
    steps = (
        rf"${k} \cdot {k} \cdot {channels_in} = {weights}$",
        rf"$({weights} + 1) \cdot {channels_out} = {total}$",
    )
    return Text(
        en=f"One kernel has {steps[0]} weights, and with its bias one more. There is one for every output "
        f"channel: {steps[1]}.",
        hi=f"एक kernel में {steps[0]} weights होते हैं, और bias के साथ एक ज़्यादा। हर output channel का अपना kernel "
        f"है: {steps[1]}।",
    )
