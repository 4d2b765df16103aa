"""From which learning rate on gradient descent leads away from the minimum. Seed 0: x², and the limit 1."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

FACTORS = tuple(
    Fraction(text) for text in ("2", "4", "5", "8", "10", "20", "50", "0.5", "0.25", "0.2", "0.1")
)

ONE_STEP = Text(
    en="With this learning rate a single step leads right to the minimum. The limit is larger.",
    hi="इस learning rate से एक ही क़दम में ठीक minimum पर पहुँच जाते हैं। सीमा इससे बड़ी है।",
)
NO_TWO = Text(
    en="The derivative has a factor of 2 from the square; it is missing here.",
    hi="Square के derivative में 2 का गुणक आता है; वह यहाँ छूट गया है।",
)
UPSIDE_DOWN = Text(
    en="The steeper the curve, the smaller the learning rate must be: divide by the factor.",
    hi="Curve जितनी खड़ी हो, learning rate उतना ही छोटा चाहिए: गुणक से भाग दीजिए।",
)


def vary(seed: int) -> Variation:
    """A parabola, wide or narrow, with its minimum somewhere."""
    factor, place = (Fraction(1), 0) if seed == 0 else _draw(random.Random(seed))
    answer = 1 / factor
    wrong = [(answer / 2, ONE_STEP), (answer * 2, NO_TWO), (factor, UPSIDE_DOWN), (2 * factor, UPSIDE_DOWN)]
    return Variation(
        names={"function": _function(factor, place)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(factor, place),
    )


def _draw(random_: random.Random) -> tuple[Fraction, int]:
    return random_.choice(FACTORS), random_.choice([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])


def _distance(place: int) -> str:
    """x, less the place of the minimum."""
    return "x" if not place else f"(x {'-' if place > 0 else '+'} {abs(place)})"


def _function(factor: Fraction, place: int) -> str:
    front = "" if factor == 1 else rf"{decimal(factor)} \cdot "
    return f"{front}{_distance(place)}^2"


def _solution(factor: Fraction, place: int) -> Text:
    twice, limit = decimal(2 * factor), decimal(1 / factor)
    gradient = rf"${twice} \cdot {_distance(place)}$"
    shrink = rf"$1 - {twice} \eta$"
    interval = rf"0 < \eta < \frac{{2}}{{{twice}}} = {limit}"
    bounds = rf"$$-1 < 1 - {twice} \eta < 1 \quad \Leftrightarrow \quad {interval}$$"
    return Text(
        en=f"The gradient is {gradient}, so each step multiplies the distance from the minimum by {shrink}. "
        f"The distance shrinks as long as this number lies between −1 and 1: {bounds} "
        f"The limit is **{limit}**.",
        hi=f"Gradient {gradient} है, इसलिए हर क़दम पर minimum से दूरी {shrink} से गुणा होती है। "
        f"जब तक यह संख्या −1 और 1 के बीच है, दूरी घटती जाती है: {bounds} सीमा **{limit}** है।",
    )
