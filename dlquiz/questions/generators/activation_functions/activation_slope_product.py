"""The slopes of three activations on the way back, multiplied. Seed 0: sigmoid at its middle, tanh, ReLU."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

LEAK = Fraction(1, 10)

VALUES = Text(
    "The outputs were multiplied. On the way back it is the slopes.",
    "यहाँ outputs गुणा हुए हैं। पीछे लौटते समय slopes गुणा होते हैं।",
)
ADDED = Text("Slopes are multiplied, not added.", "Slopes गुणा होते हैं, जोड़े नहीं जाते।")
EXCHANGED = Text(
    "The formulas of sigmoid and tanh are exchanged: $a(1-a)$ is sigmoid's, $1-a^2$ is tanh's.",
    "Sigmoid और tanh के formulas आपस में बदल गए: sigmoid का $a(1-a)$ है, tanh का $1-a^2$।",
)
RECTIFIER = Text(
    "The slope on ReLU's side is wrong: 1 for a positive $z$; for a negative one 0, or the leak.",
    "ReLU वाला slope ग़लत है: $z$ positive हो तो 1; negative हो तो 0, और leaky ReLU में leak जितना।",
)


@dataclass(frozen=True)
class Chain:
    """A sigmoid's and a tanh's output, and what a ReLU or leaky ReLU takes in."""

    sigmoid: Fraction
    tanh: Fraction
    z: Fraction
    leaky: bool

    @property
    def rectifier(self) -> Fraction:
        return Fraction(1) if self.z > 0 else LEAK * self.leaky

    @property
    def call(self) -> str:
        return f"LeakyReLU({decimal(LEAK)})" if self.leaky else "ReLU()"


LESSON = Chain(Fraction(1, 2), Fraction(3, 5), Fraction(7), leaky=False)


def vary(seed: int) -> Variation:
    """a(1-a) times (1-t^2) times the slope of the rectifier."""
    chain = LESSON if seed == 0 else _draw(random.Random(seed))
    a, t, last = chain.sigmoid, chain.tanh, chain.rectifier
    slopes = a * (1 - a), 1 - t * t
    answer = slopes[0] * slopes[1] * last
    other = LEAK if last == 1 else Fraction(1)
    wrong = [
        (a * t * max(chain.z, chain.z * LEAK * chain.leaky), VALUES),
        (sum(slopes, last), ADDED),
        ((1 - a * a) * t * (1 - t) * last, EXCHANGED),
        (slopes[0] * slopes[1] * other, RECTIFIER),
        (slopes[0] * slopes[1] * chain.z, RECTIFIER),
        (Fraction(0), RECTIFIER),
    ]
    return Variation(
        names={"a": decimal(a), "t": decimal(t), "z": decimal(chain.z), "call": chain.call},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(chain, answer),
    )


def _draw(random_: random.Random) -> Chain:
    tenth = Fraction(1, 10)
    leaky = random_.random() < 0.6
    z = Fraction(random_.randint(1, 9)) * (random_.choice([-1, 1]) if leaky else 1)
    return Chain(random_.choice([1, 2, 4, 5, 6, 8, 9]) * tenth, random_.randint(-9, 9) * tenth, z, leaky)


def _solution(chain: Chain, answer: Fraction) -> Text:
    a, t = chain.sigmoid, chain.tanh
    first = rf"${decimal(a)} \cdot (1 - {decimal(a)}) = {decimal(a * (1 - a))}$"
    base = decimal(t) if t >= 0 else f"({decimal(t)})"
    second = f"$1 - {base}^2 = {decimal(1 - t * t)}$"
    product = rf"${decimal(a * (1 - a))} \cdot {decimal(1 - t * t)} \cdot {decimal(chain.rectifier)}"
    end = f"{product} = {decimal(answer)}$"
    third = decimal(chain.rectifier)
    return Text(
        en=f"Slope of sigmoid: {first}. Slope of tanh: {second}. Slope of `{chain.call}` at "
        f"{decimal(chain.z)}: {third}. Product: {end}.",
        hi=f"Sigmoid का slope: {first}। tanh का slope: {second}। {decimal(chain.z)} पर `{chain.call}` का "
        f"slope: {third}। गुणनफल: {end}।",
    )
