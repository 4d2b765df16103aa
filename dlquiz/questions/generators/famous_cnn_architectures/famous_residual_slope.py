"""The gradient through one residual block, ReLU and all. Seed 0: 3 · (0.4 · 0.5 + 1) = 3.6."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

Setting = tuple[Fraction, Fraction, int, int]
LESSON: Setting = (Fraction(1, 2), Fraction(2, 5), 2, 3)
WEIGHTS = [Fraction(number, 10) for number in (-20, -10, -5, -4, -2, 2, 4, 5, 6, 8, 10, 20)]

NO_SHORTCUT = Text(
    "That is what comes through $F$ alone. The summand $x$ adds 1 to the derivative.",
    "यह केवल $F$ से होकर आता है। $x$ वाले पद से derivative में 1 जुड़ता है।",
)
ONE_AT_THE_END = Text(
    "The 1 belongs into the bracket: the incoming gradient multiplies it as well.",
    "1 bracket के अंदर आएगा: आने वाला gradient उससे भी गुणा होता है।",
)
RELU_OPEN = Text(
    "ReLU is closed here, since $w_1 x$ is negative: through $F$ nothing comes back.",
    "यहाँ ReLU बंद है, क्योंकि $w_1 x$ negative है: $F$ से होकर कुछ नहीं लौटता।",
)
ONE_WEIGHT = Text(
    "The chain rule takes both weights of $F$.",
    "Chain rule में $F$ के दोनों weights आते हैं।",
)
NO_GRADIENT = Text(
    "That is $\\frac{dy}{dx}$ alone. Multiply by the gradient that comes in.",
    "यह केवल $\\frac{dy}{dx}$ है। जो gradient आता है, उससे गुणा कीजिए।",
)
FORWARD = Text(
    "That is the value $y$ of the forward pass.",
    "यह forward pass का मान $y$ है।",
)


def vary(seed: int) -> Variation:
    """dL/dx = g · (w2 · [w1 x > 0] · w1 + 1)."""
    first, second, x, gradient = LESSON if seed == 0 else _draw(random.Random(seed))
    is_open = first * x > 0
    inside = first * second if is_open else Fraction(0)
    answer = gradient * (inside + 1)
    wrong = [
        (gradient * inside, NO_SHORTCUT),
        (gradient * inside + 1, ONE_AT_THE_END),
        (gradient * (first * second + 1), RELU_OPEN),
        (inside + 1, NO_GRADIENT),
        (gradient * (first + 1), ONE_WEIGHT),
        (gradient * (second + 1), ONE_WEIGHT),
        (second * max(Fraction(0), first * x) + x, FORWARD),
    ]
    return Variation(
        names={"first": decimal(first), "second": decimal(second), "x": x, "g": gradient},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution((first, second, x, gradient), is_open=is_open),
    )


def _draw(random_: random.Random) -> Setting:
    return (
        random_.choice(WEIGHTS),
        random_.choice(WEIGHTS),
        random_.randint(1, 4),
        random_.choice([2, 3, 4, 5, 10, -2, -3]),
    )


def _solution(setting: Setting, *, is_open: bool) -> Text:
    first, second, x, gradient = setting
    before = first * x
    sign, gate = ("positive", 1) if is_open else ("negative", 0)
    of_f = first * second if is_open else Fraction(0)
    begin = rf"$w_1 x = {decimal(first)} \cdot {x} = {decimal(before)}$"
    slope = rf"$F'(x) = {signed(second)} \cdot {gate} \cdot {signed(first)} = {decimal(of_f)}$"
    end = rf"${decimal(gradient)} \cdot ({decimal(of_f)} + 1) = {decimal(gradient * (of_f + 1))}$"
    return Text(
        en=f"{begin} is {sign}, so ReLU has the derivative {gate}: {slope}. The shortcut adds 1: {end}.",
        hi=f"{begin} {sign} है, इसलिए ReLU का derivative {gate} है: {slope}। Shortcut से 1 जुड़ता है: {end}।",
    )
