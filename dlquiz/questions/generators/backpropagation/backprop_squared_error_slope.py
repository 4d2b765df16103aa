"""The derivative of the squared error by the prediction. Seed 0 is the course's example: 0.8 for 1."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed


def vary(seed: int) -> Variation:
    """A prediction in tenths and a target."""
    prediction, target = (Fraction("0.8"), 1) if seed == 0 else _draw(random.Random(seed))
    difference = prediction - target
    answer = 2 * difference
    wrong = [
        (
            -answer,
            Text(
                "The sign is the other one. $2(y - \\hat y)$ is the derivative by the target $y$.",
                "चिह्न उलटा है। $2(y - \\hat y)$ तो target $y$ के सापेक्ष derivative है।",
            ),
        ),
        (
            difference**2,
            Text("This is the loss itself, not its derivative.", "यह ख़ुद loss है, उसका derivative नहीं।"),
        ),
        (
            difference,
            Text(
                "The exponent comes down as a factor: 2 is missing.",
                "Power नीचे आकर factor बन जाती है: 2 छूट गया।",
            ),
        ),
        (
            2 * prediction,
            Text(
                "The target has been left out: $2(\\hat y - y)$, not $2 \\hat y$.",
                "Target छूट गया: $2(\\hat y - y)$ होना चाहिए, $2 \\hat y$ नहीं।",
            ),
        ),
    ]
    return Variation(
        names={"prediction": decimal(prediction), "target": target, "loss": decimal(difference**2)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(prediction, target),
    )


def _draw(random_: random.Random) -> tuple[Fraction, int]:
    target = random_.randint(0, 5)
    distance = random_.choice([tenths for tenths in range(-9, 10) if tenths])
    return target + Fraction(distance, 10), target


def _solution(prediction: Fraction, target: int) -> Text:
    difference = prediction - target
    steps = (
        rf"$2(\hat y - y) = 2 \cdot ({decimal(prediction)} - {target}) = 2 \cdot {signed(difference)} "
        rf"= {decimal(2 * difference)}$"
    )
    way_en = "The prediction is too high" if difference > 0 else "The prediction is too low"
    way_hi = "Prediction ज़्यादा है" if difference > 0 else "Prediction कम है"
    side_en = "downwards" if difference > 0 else "upwards"
    side_hi = "नीचे" if difference > 0 else "ऊपर"
    return Text(
        en=f"{steps}. {way_en}, and the step against the gradient moves it {side_en}.",
        hi=f"{steps}। {way_hi}, और gradient के उलटे क़दम से वह {side_hi} जाता है।",
    )
