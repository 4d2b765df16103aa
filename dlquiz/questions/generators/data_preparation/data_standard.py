"""Standard scaling of a test value with mean and spread of the training data. Seed 0 is the lesson's."""

from __future__ import annotations

import random
from fractions import Fraction
from math import isqrt

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

Values = tuple[int, ...]

TRAINING: Values = (2, 4, 4, 4, 5, 5, 7, 9)
TEST = 8
# Distances from the mean that add up to 0 and have a whole standard deviation.
SHAPES: tuple[Values, ...] = (
    (-1, -1, 1, 1),
    (-2, -2, 2, 2),
    (-3, -1, -1, 5),
    (-5, 1, 1, 3),
    (-3, -1, 0, 1, 3),
    (-6, -2, 0, 2, 6),
    (-3, -3, 3, 3),
)

WITH_TEST = Text(
    "The mean is that of the training values only. The test value must not enter.",
    "Mean केवल training values का लेना है। Test value उसमें नहीं आनी चाहिए।",
)
NOT_DIVIDED = Text(
    "This is the distance from the mean. Divide it by the standard deviation.",
    "यह mean से दूरी है। इसे standard deviation से भाग दीजिए।",
)
BY_VARIANCE = Text(
    "You have divided by the variance. Take its square root first.",
    "आपने variance से भाग दिया। पहले उसका वर्गमूल लीजिए।",
)
TURNED = Text(
    "The sign is turned round: the value less the mean.",
    "चिह्न उलट गया: value में से mean घटाना है।",
)
NOT_CENTRED = Text(
    "The mean has not been subtracted.",
    "Mean घटाया नहीं गया।",
)
MIN_MAX = Text(
    "This is min–max scaling. Standard scaling takes mean and standard deviation.",
    "यह min–max scaling है। Standard scaling में mean और standard deviation लगते हैं।",
)


def vary(seed: int) -> Variation:
    """Training values with a whole mean and standard deviation, and a test value."""
    training, test = (TRAINING, TEST) if seed == 0 else _draw(random.Random(seed))
    count = len(training)
    mean = sum(training) // count
    variance = sum((value - mean) ** 2 for value in training) // count
    spread = isqrt(variance)
    answer = Fraction(test - mean, spread)
    low, high = min(training), max(training)
    wrong = [
        (Fraction(test - mean), NOT_DIVIDED),
        (Fraction(test - mean, variance), BY_VARIANCE),
        (-answer, TURNED),
        (Fraction(test, spread), NOT_CENTRED),
        (Fraction(test - low, high - low), MIN_MAX),
        ((test - Fraction(sum(training) + test, count + 1)) / spread, WITH_TEST),
    ]
    return Variation(
        names={"x": vector(training), "test": test, "n": count},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(training, test, mean, variance),
    )


def _draw(random_: random.Random) -> tuple[Values, int]:
    shape = random_.choice(SHAPES)
    mean = random_.randint(15, 40)
    spread = isqrt(sum(distance**2 for distance in shape) // len(shape))
    halves = random_.choice([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])
    away = halves * spread if spread % 2 else halves * spread // 2
    training = [mean + distance for distance in shape]
    random_.shuffle(training)
    return tuple(training), mean + away


def _solution(training: Values, test: int, mean: int, variance: int) -> Text:
    count, spread = len(training), isqrt(variance)
    distances = " + ".join(f"{signed(value - mean)}^2" for value in training)
    steps = (
        rf"$\mu = \frac{{{sum(training)}}}{{{count}}} = {mean}$",
        rf"$\sigma = \sqrt{{\frac{{{distances}}}{{{count}}}}} = \sqrt{{{variance}}} = {spread}$",
        rf"$\frac{{{test} - {mean}}}{{{spread}}} = {decimal(Fraction(test - mean, spread))}$",
    )
    return Text(
        en=f"From the training values alone: {steps[0]} and {steps[1]}. So the test value "
        f"becomes {steps[2]}.",
        hi=f"केवल training values से: {steps[0]} और {steps[1]}। इसलिए test value बनती है {steps[2]}।",
    )
