"""Two steps of gradient descent on x². Seed 0 is the lesson's: from 5 with learning rate 0.1."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

Row = tuple[tuple[Fraction, Fraction], ...]
RATES = tuple(Fraction(text) for text in ("0.1", "0.2", "0.25", "0.3", "0.4", "0.6", "0.75", "0.9", "1.5"))

UPHILL = Text(
    en="The sign: the step goes against the gradient, so it is subtracted.",
    hi="चिह्न देखिए: क़दम gradient की उलटी दिशा में जाता है, इसलिए उसे घटाया जाता है।",
)
OLD_GRADIENT = Text(
    en="The second step needs the gradient at the new place, $2x_1$, not that of the start.",
    hi="दूसरे क़दम के लिए नई जगह का gradient $2x_1$ चाहिए, शुरू वाला नहीं।",
)
NO_TWO = Text(
    en="The derivative of $x^2$ is $2x$, not $x$.",
    hi="$x^2$ का derivative $2x$ है, $x$ नहीं।",
)
NO_RATE = Text(
    en="The gradient was subtracted as a whole. Multiply it by the learning rate first.",
    hi="पूरा gradient घटा दिया गया। पहले उसे learning rate से गुणा कीजिए।",
)
VALUES = Text(
    en="These are the values of $x^2$. Asked are the places $x$.",
    hi="ये $x^2$ के मान हैं। पूछे $x$ के मान गए हैं।",
)


def vary(seed: int) -> Variation:
    """A start and a learning rate, larger than 1 now and then: then the steps lead away."""
    start, rate = (Fraction(5), RATES[0]) if seed == 0 else _draw(random.Random(seed))
    first, second = _steps(start, 1 - 2 * rate)
    answer: Row = ((first, second),)
    wrong = [
        ((_steps(start, 1 + 2 * rate),), UPHILL),
        (((first, first - rate * 2 * start),), OLD_GRADIENT),
        ((_steps(start, 1 - rate),), NO_TWO),
        ((_steps(start, Fraction(-1)),), NO_RATE),
        (((first**2, second**2),), VALUES),
    ]
    return Variation(
        names={"start": decimal(start), "rate": decimal(rate)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(start, rate, first, second),
    )


def _steps(start: Fraction, factor: Fraction) -> tuple[Fraction, Fraction]:
    return start * factor, start * factor**2


def _draw(random_: random.Random) -> tuple[Fraction, Fraction]:
    start = random_.choice([-10, -8, -6, -5, -4, -3, -2, 2, 3, 4, 6, 8, 10])
    return Fraction(start), random_.choice(RATES)


def _step(old: Fraction, rate: Fraction, new: Fraction, number: int) -> str:
    return (
        rf"x_{number} = {decimal(old)} - {decimal(rate)} \cdot 2 \cdot {signed(old)} = "
        rf"{decimal(old)} - {signed(2 * rate * old)} = {decimal(new)}"
    )


def _solution(start: Fraction, rate: Fraction, first: Fraction, second: Fraction) -> Text:
    steps = f"$${_step(start, rate, first, 1)}$$ $${_step(first, rate, second, 2)}$$"
    factor = rf"$1 - 2 \cdot {decimal(rate)} = {decimal(1 - 2 * rate)}$"
    away = rate > 1
    return Text(
        en=f"The gradient of $x^2$ is $2x$. {steps} Each step multiplies $x$ by {factor}"
        + (": the steps lead away from the minimum." if away else ": the steps come closer to the minimum."),
        hi=f"$x^2$ का gradient $2x$ है। {steps} हर क़दम पर $x$ {factor} से गुणा होता है"
        + (": क़दम minimum से दूर जाते हैं।" if away else ": क़दम minimum के पास आते जाते हैं।"),
    )
