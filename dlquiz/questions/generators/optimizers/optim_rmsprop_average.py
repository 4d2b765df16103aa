"""RMSProp's average of squared gradients after two steps. Seed 0: 2 and 4 with ρ = 0.9 give 1.96."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded, signed

DECAYS = ("0.5", "0.8", "0.9", "0.99")

ADDED = Text(
    "That is AdaGrad's sum of squares. RMSProp keeps a moving average.",
    "यह AdaGrad वाला वर्गों का जोड़ है। RMSProp चलता हुआ औसत रखता है।",
)
NOT_SQUARED = Text(
    "The gradients were averaged. RMSProp averages their **squares**.",
    "औसत gradients का लिया गया। RMSProp उनके **वर्गों** का औसत लेता है।",
)
SWAPPED = Text(
    "$\\rho$ and $1 - \\rho$ are exchanged: the old average keeps the share $\\rho$.",
    "$\\rho$ और $1 - \\rho$ आपस में बदल गए: पुराना औसत $\\rho$ वाला हिस्सा रखता है।",
)
NO_SHARE = Text(
    "The new square was added in full. It counts only with the share $1 - \\rho$.",
    "नया वर्ग पूरा जोड़ दिया गया। वह केवल $1 - \\rho$ जितना गिना जाता है।",
)
LAST_ONLY = Text(
    "Only the second gradient is in it. What is left of the first, $\\rho$ times its share, is missing.",
    "इसमें केवल दूसरा gradient है। पहले का जो बचा, यानी उसके हिस्से का $\\rho$ गुना, छूट गया।",
)
MEAN = Text(
    "That is the plain mean of the squares. The average starts at 0 and moves only a little in each step.",
    "यह वर्गों का सादा औसत है। यह औसत 0 से शुरू होता है और हर क़दम में थोड़ा ही खिसकता है।",
)
ROOT = Text(
    "That is $\\sqrt{s}$, by which the step is divided. Asked for is $s$.",
    "यह $\\sqrt{s}$ है, जिससे क़दम में भाग दिया जाता है। पूछा $s$ गया है।",
)
FIRST_STEP = Text("That is $s$ after the first step.", "यह पहले क़दम के बाद का $s$ है।")


def vary(seed: int) -> Variation:
    """From s = 0, twice s ← ρ s + (1 − ρ) g²."""
    one, two, rho = (2, 4, Fraction("0.9")) if seed == 0 else _draw(random.Random(seed))
    rest = 1 - rho
    first = rest * one * one
    answer = rho * first + rest * two * two
    wrong = [
        (Fraction(one * one + two * two), ADDED),
        (rho * rest * one + rest * two, NOT_SQUARED),
        (rest * rho * one * one + rho * two * two, SWAPPED),
        (rho * one * one + two * two, NO_SHARE),
        (rest * two * two, LAST_ONLY),
        (Fraction(one * one + two * two, 2), MEAN),
        (first, FIRST_STEP),
        (rounded(float(answer) ** 0.5), ROOT),
    ]
    return Variation(
        names={"g1": one, "g2": two, "rho": decimal(rho)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(one, two, rho),
    )


def _draw(random_: random.Random) -> tuple[int, int, Fraction]:
    one, two = random_.sample([-6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 8, 10], 2)
    return one, two, Fraction(random_.choice(DECAYS))


def _solution(one: int, two: int, rho: Fraction) -> Text:
    keep, rest = decimal(rho), decimal(1 - rho)
    first = (1 - rho) * one * one
    answer = rho * first + (1 - rho) * two * two
    begin = rf"$s = {keep} \cdot 0 + {rest} \cdot {signed(one)}^2 = {decimal(first)}$"
    end = rf"$s = {keep} \cdot {decimal(first)} + {rest} \cdot {signed(two)}^2 = {decimal(answer)}$"
    return Text(
        en=f"After the first step {begin}, after the second {end}.",
        hi=f"पहले क़दम के बाद {begin}, दूसरे के बाद {end}।",
    )
