"""Where a perceptron's boundary crosses an axis. Seed 0: 2 x1 + 3 x2 - 6 = 0 crosses the x1 axis at 3."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

SIGN = Text(
    "The sign is wrong: solve $w x + b = 0$, then $x = -b / w$.",
    "Sign ग़लत है: $w x + b = 0$ हल कीजिए, तब $x = -b / w$।",
)
OTHER_AXIS = Text(
    "There the boundary crosses the other axis.",
    "वहाँ boundary दूसरे axis को काटती है।",
)
TURNED = Text(
    "The fraction is upside down: $-b$ divided by the weight.",
    "भिन्न उलट गई: $-b$ को weight से भाग दीजिए।",
)
BIAS_ALONE = Text(
    "The bias has to be divided by the weight of this axis.",
    "Bias को इस axis के weight से भाग देना है।",
)


def vary(seed: int) -> Variation:
    """On the axis of one input the other is 0; left is w·x + b = 0."""
    weights, bias, axis = ((2, 3), -6, 1) if seed == 0 else _draw(random.Random(seed))
    own, other = weights[axis - 1], weights[2 - axis]
    answer = Fraction(-bias, own)
    wrong = [
        (-answer, SIGN),
        (Fraction(-bias, other), OTHER_AXIS),
        (Fraction(-own, bias), TURNED),
        (Fraction(-bias), BIAS_ALONE),
        (Fraction(bias), BIAS_ALONE),
    ]
    return Variation(
        names={"w1": weights[0], "w2": weights[1], "b": bias, "axis": axis},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(own, bias, axis, answer),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, int], int, int]:
    first, second = random_.sample([-5, -4, -2, 2, 4, 5], 2)
    return (first, second), random_.choice([-8, -6, -4, -3, 3, 4, 6, 8]), random_.choice([1, 2])


def _solution(own: int, bias: int, axis: int, answer: Fraction) -> Text:
    other = 3 - axis
    equation = f"${own} x_{axis} + {signed(bias)} = 0$"
    result = f"$x_{axis} = {decimal(answer)}$"
    return Text(
        en=f"On the boundary $z = 0$, and on the $x_{axis}$ axis $x_{other} = 0$. So {equation}, "
        f"and {result}.",
        hi=f"Boundary पर $z = 0$ है, और $x_{axis}$ axis पर $x_{other} = 0$। इसलिए {equation}, यानी {result}।",
    )
