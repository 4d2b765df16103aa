"""Two steps with momentum on L = w². Seed 0 is the lesson's: from 5 over 4 to 2.3."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

RATES = ("0.05", "0.1", "0.2", "0.25")
MOMENTA = ("0.5", "0.8", "0.9")

NO_MOMENTUM = Text(
    "That is gradient descent without momentum. The second step has the old $v$ in it as well, times $\\mu$.",
    "यह momentum के बिना gradient descent है। दूसरे क़दम में पुराना $v$ भी $\\mu$ से गुणा होकर आता है।",
)
OLD_GRADIENT = Text(
    "The gradient of the start was used twice. Work it out anew where the first step has led.",
    "शुरू वाला gradient दो बार लिया गया। पहले क़दम से जहाँ पहुँचे, वहाँ gradient फिर से निकालिए।",
)
AVERAGED = Text(
    "That is $v \\leftarrow \\mu v + (1 - \\mu) g$, an average. In PyTorch the new $g$ counts in full.",
    "यह $v \\leftarrow \\mu v + (1 - \\mu) g$ है, यानी औसत। PyTorch में नया $g$ पूरा जुड़ता है।",
)
ONE_STEP = Text("That is the weight after one step.", "यह एक क़दम के बाद का weight है।")
NO_GRADIENT = Text(
    "The second step has only the old $v$ in it. The new gradient is added to it.",
    "दूसरे क़दम में केवल पुराना $v$ है। उसमें नया gradient भी जुड़ता है।",
)
WRONG_FACTOR = Text(
    "$\\mu$ belongs to the old $v$, not to the new gradient.",
    "$\\mu$ पुराने $v$ के साथ आता है, नए gradient के साथ नहीं।",
)
UNDAMPED = Text(
    "The old $v$ was added in full. Only the share $\\mu$ of it is kept.",
    "पुराना $v$ पूरा जोड़ दिया गया। उसका केवल $\\mu$ जितना हिस्सा रखा जाता है।",
)
FROM_START = Text(
    "The second step begins where the first has ended, not at the start.",
    "दूसरा क़दम वहाँ से शुरू होता है जहाँ पहला ख़त्म हुआ, शुरुआत से नहीं।",
)


@dataclass(frozen=True)
class Walk:
    """Start, learning rate and momentum on L = w², with everything that follows."""

    w: Fraction
    eta: Fraction
    mu: Fraction

    @property
    def slope(self) -> Fraction:
        return 2 * self.w

    @property
    def first(self) -> Fraction:
        return self.w - self.eta * self.slope

    @property
    def second_slope(self) -> Fraction:
        return 2 * self.first

    @property
    def velocity(self) -> Fraction:
        return self.mu * self.slope + self.second_slope

    @property
    def second(self) -> Fraction:
        return self.after(self.velocity)

    def after(self, velocity: Fraction) -> Fraction:
        """Where a second step with this velocity leads."""
        return self.first - self.eta * velocity

    @property
    def averaged(self) -> Fraction:
        """The same two steps with v ← μ v + (1 − μ) g."""
        rest = 1 - self.mu
        first = self.w - self.eta * rest * self.slope
        return first - self.eta * (self.mu * rest * self.slope + rest * 2 * first)


def vary(seed: int) -> Variation:
    """PyTorch's convention, v ← μ v + g and w ← w − η v, from v = 0."""
    random_ = random.Random(seed)
    walk = Walk(Fraction(5), Fraction("0.1"), Fraction("0.9")) if seed == 0 else _draw(random_)
    answer = walk.second
    wrong = [
        (walk.after(walk.second_slope), NO_MOMENTUM),
        (walk.after(walk.mu * walk.slope + walk.slope), OLD_GRADIENT),
        (walk.averaged, AVERAGED),
        (walk.first, ONE_STEP),
        (walk.after(walk.mu * walk.slope), NO_GRADIENT),
        (walk.after(walk.slope + walk.mu * walk.second_slope), WRONG_FACTOR),
        (walk.after(walk.slope + walk.second_slope), UNDAMPED),
        (walk.w - walk.eta * walk.velocity, FROM_START),
    ]
    return Variation(
        names={"w": decimal(walk.w), "eta": decimal(walk.eta), "mu": decimal(walk.mu)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(walk),
    )


def _draw(random_: random.Random) -> Walk:
    w = random_.choice([-10, -8, -5, -4, -2, 1, 2, 3, 4, 6, 8, 10])
    return Walk(Fraction(w), Fraction(random_.choice(RATES)), Fraction(random_.choice(MOMENTA)))


def _solution(walk: Walk) -> Text:
    eta, mu = decimal(walk.eta), decimal(walk.mu)
    one = rf"$g = v = {decimal(walk.slope)}$"
    to = rf"$w = {decimal(walk.w)} - {eta} \cdot {signed(walk.slope)} = {decimal(walk.first)}$"
    again = rf"$g = {decimal(walk.second_slope)}$"
    grown = rf"$v = {mu} \cdot {signed(walk.slope)} + {signed(walk.second_slope)} = {decimal(walk.velocity)}$"
    end = rf"$w = {decimal(walk.first)} - {eta} \cdot {signed(walk.velocity)} = {decimal(walk.second)}$"
    return Text(
        en=f"First step: {one}, {to}. Second step: the new gradient is {again}, so {grown}, and {end}.",
        hi=f"पहला क़दम: {one}, {to}। दूसरा क़दम: नया gradient है {again}, इसलिए {grown}, और {end}।",
    )
