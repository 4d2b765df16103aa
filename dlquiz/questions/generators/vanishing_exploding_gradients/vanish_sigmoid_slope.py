"""The derivative of sigmoid, from its output. Seed 0: the middle, 0.5, where it is largest: 0.25."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

SQUARED = Text(
    en="This is $a \\cdot a$. The second factor is $1 - a$.",
    hi="यह $a \\cdot a$ है। दूसरा factor $1 - a$ होना चाहिए।",
)
TANH = Text(
    en="$1 - a^2$ is the derivative of tanh. For sigmoid it is $a \\cdot (1 - a)$.",
    hi="$1 - a^2$ तो tanh का derivative है। Sigmoid के लिए $a \\cdot (1 - a)$ होता है।",
)
OTHER_HALF = Text(
    en="This is only $1 - a$. Multiply by $a$ as well.",
    hi="यह केवल $1 - a$ है। $a$ से भी गुणा कीजिए।",
)
SUM = Text(
    en="$a + (1 - a)$ is always 1. The two are multiplied.",
    hi="$a + (1 - a)$ तो हमेशा 1 होता है। दोनों का गुणा होता है।",
)


def vary(seed: int) -> Variation:
    """An output between 0 and 1, in steps of a fiftieth."""
    output = Fraction(1, 2) if seed == 0 else Fraction(random.Random(seed).randint(1, 49), 50)
    answer = output * (1 - output)
    wrong = [(output**2, SQUARED), (1 - output**2, TANH), (1 - output, OTHER_HALF), (Fraction(1), SUM)]
    return Variation(
        names={"a": decimal(output)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(output),
    )


def _solution(output: Fraction) -> Text:
    answer = output * (1 - output)
    steps = rf"${decimal(output)} \cdot (1 - {decimal(output)}) = {decimal(answer)}$"
    if answer == Fraction(1, 4):
        end = Text(en="It is never larger than here.", hi="इससे बड़ा यह कहीं नहीं होता।")
    else:
        end = Text(
            en="That is less than 0.25: away from the middle, sigmoid is flatter.",
            hi="यह 0.25 से कम है: बीच से दूर sigmoid और सपाट हो जाता है।",
        )
    return Text(en=f"{steps}. {end.en}", hi=f"{steps}। {end.hi}")
