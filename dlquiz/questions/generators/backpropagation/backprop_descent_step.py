"""One step of gradient descent on (w − a)². Seed 0 is the lesson's step from 5 to 4.4."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

RATES = ("0.01", "0.05", "0.1", "0.2", "0.3", "0.4")


def vary(seed: int) -> Variation:
    """The weight, the place of the minimum and the learning rate."""
    w, a, eta = (5, 2, Fraction("0.1")) if seed == 0 else _draw(random.Random(seed))
    slope = 2 * (w - a)
    answer = w - eta * slope
    wrong = [
        (w + eta * slope, Text("This is a step uphill: subtract.", "यह क़दम चढ़ाई की तरफ़ है: घटाइए।")),
        (
            Fraction(w - slope),
            Text("The learning rate is missing before the gradient.", "Gradient के आगे learning rate छूट गया।"),
        ),
        (
            w - eta * (w - a),
            Text(
                "The derivative of the square has a factor 2: $2(w - a)$.",
                "वर्ग के derivative में आगे 2 आता है: $2(w - a)$।",
            ),
        ),
        (
            w - eta * (w - a) ** 2,
            Text(
                "This subtracts the loss. It is the gradient that has to be subtracted.",
                "यहाँ loss घटाया गया है। घटाना gradient को है।",
            ),
        ),
        (
            eta * slope,
            Text(
                "This is the step alone. Subtract it from the weight.", "यह केवल क़दम है। इसे weight में से घटाइए।"
            ),
        ),
        (
            Fraction(slope),
            Text("This is the gradient. The step is still to come.", "यह gradient है। क़दम लेना अभी बाक़ी है।"),
        ),
    ]
    return Variation(
        names={"w": w, "a": a, "eta": decimal(eta)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(w, a, eta),
    )


def _draw(random_: random.Random) -> tuple[int, int, Fraction]:
    a = random_.randint(1, 9)
    distance = random_.choice([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])
    return a + distance, a, Fraction(random_.choice(RATES))


def _solution(w: int, a: int, eta: Fraction) -> Text:
    slope = 2 * (w - a)
    gradient = rf"$2 \cdot ({w} - {a}) = {slope}$"
    step = rf"${w} - {decimal(eta)} \cdot {signed(slope)} = {decimal(w - eta * slope)}$"
    side_en = "positive, so the weight becomes smaller" if slope > 0 else "negative, so the weight grows"
    side_hi = "positive है, इसलिए weight घटता है" if slope > 0 else "negative है, इसलिए weight बढ़ता है"
    return Text(
        en=f"The gradient is {gradient}. It is {side_en}. The step: {step}.",
        hi=f"Gradient है {gradient}। यह {side_hi}। क़दम: {step}।",
    )
