"""How long the steps become with momentum on an even slope. Seed 0: 0.01 · 4 / (1 − 0.9) = 0.4."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

RATES = ("0.001", "0.01", "0.02", "0.05", "0.1")
MOMENTA = ("0.5", "0.6", "0.75", "0.8", "0.9", "0.95")

PLAIN = Text(
    "That is the length without momentum, and of the first step.",
    "यह momentum के बिना की लंबाई है, और पहले क़दम की भी।",
)
TWO_STEPS = Text(
    "That is the second step. $v$ goes on growing, though less and less.",
    "यह दूसरा क़दम है। $v$ आगे भी बढ़ता रहता है, हर बार थोड़ा कम।",
)
TIMES_REST = Text(
    "Multiplied where you have to divide: in the end $v = \\mu v + g$, so $v = \\frac{g}{1 - \\mu}$.",
    "जहाँ भाग देना था, वहाँ गुणा कर दिया: अंत में $v = \\mu v + g$, यानी $v = \\frac{g}{1 - \\mu}$।",
)
BY_MOMENTUM = Text(
    "Divide by $1 - \\mu$, not by $\\mu$.",
    "$1 - \\mu$ से भाग दीजिए, $\\mu$ से नहीं।",
)
NO_RATE = Text(
    "That is $v$. The step is the learning rate times $v$.",
    "यह $v$ है। क़दम की लंबाई learning rate गुणा $v$ होती है।",
)


def vary(seed: int) -> Variation:
    """The sum of all the powers of μ is 1 / (1 − μ)."""
    random_ = random.Random(seed)
    g, eta, mu = (4, Fraction("0.01"), Fraction("0.9")) if seed == 0 else _draw(random_)
    answer = eta * g / (1 - mu)
    wrong = [
        (eta * g, PLAIN),
        (eta * g * (1 + mu), TWO_STEPS),
        (eta * g * (1 - mu), TIMES_REST),
        (eta * g / mu, BY_MOMENTUM),
        (g / (1 - mu), NO_RATE),
    ]
    return Variation(
        names={"g": g, "eta": decimal(eta), "mu": decimal(mu)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(g, eta, mu),
    )


def _draw(random_: random.Random) -> tuple[int, Fraction, Fraction]:
    return random_.randint(1, 10), Fraction(random_.choice(RATES)), Fraction(random_.choice(MOMENTA))


def _solution(g: int, eta: Fraction, mu: Fraction) -> Text:
    v = g / (1 - mu)
    limit = rf"$v = \frac{{{g}}}{{1 - {decimal(mu)}}} = {decimal(v)}$"
    step = rf"${decimal(eta)} \cdot {decimal(v)} = {decimal(eta * v)}$"
    times = decimal(1 / (1 - mu))
    return Text(
        en=f"When $v$ no longer changes, $v = \\mu v + g$, so {limit}. The step is {step}: {times} times as "
        "long as without momentum.",
        hi=f"जब $v$ बदलना बंद कर दे, तब $v = \\mu v + g$, यानी {limit}। क़दम {step} लंबा है: momentum के बिना "
        f"जितना होता, उसका {times} गुना।",
    )
