"""What the first state still counts after some steps: a power of the weight. Seed 0: 0.5, five times."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

FACTORS = ("0.1", "0.2", "0.5", "0.8", "0.9", "1.1", "1.2", "1.5", "2", "3", "-0.5", "-2")
PLACES = 6

ADDED = Text(
    "The factors of the steps are multiplied, not added up.",
    "Steps के factor आपस में गुणा होते हैं, जोड़े नहीं जाते।",
)
ONE_LESS = Text(
    "One factor is missing: from $h_0$ to the last state there are as many steps as factors.",
    "एक factor कम है: $h_0$ से आख़िरी state तक जितने steps हैं, उतने ही factor हैं।",
)
ONE_MORE = Text(
    "One factor too many: count the arrows from one state to the next.",
    "एक factor ज़्यादा है: एक state से अगली तक के तीर गिनिए।",
)
SIGN_LOST = Text(
    "The sign is wrong: a negative weight changes the sign at every step.",
    "Sign ग़लत है: weight negative हो तो हर step पर sign बदलता है।",
)
ONE_FACTOR = Text(
    "That is the factor of a single step. The chain rule needs one for every step.",
    "यह एक ही step का factor है। Chain rule में हर step का एक factor आता है।",
)


def vary(seed: int) -> Variation:
    """A weight that makes the gradient vanish or explode, and a number of steps for a phone's calculator."""
    weight, steps = (Fraction(1, 2), 5) if seed == 0 else _draw(random.Random(seed))
    answer = weight**steps
    wrong = [
        (-answer, SIGN_LOST),
        (weight * steps, ADDED),
        (weight ** (steps - 1), ONE_LESS),
        (weight ** (steps + 1), ONE_MORE),
        (weight, ONE_FACTOR),
    ]
    return Variation(
        names={"w": decimal(weight), "steps": steps},
        answer=answer,
        errors=distinct_errors(answer, wrong if weight < 0 else wrong[1:]),
        solution=_solution(weight, steps, answer),
    )


def _draw(random_: random.Random) -> tuple[Fraction, int]:
    weight = Fraction(random_.choice(FACTORS))
    return weight, random_.randint(3, 6 if abs(weight) in (Fraction(1, 10), Fraction(1, 5), 3) else 10)


def _solution(weight: Fraction, steps: int, answer: Fraction) -> Text:
    product = rf"{signed(weight)}^{{{steps}}} {_written(answer)}"
    if abs(weight) < 1:
        end_en = "Since $|w| < 1$, the gradient **vanishes**."
        end_hi = "$|w| < 1$ है, इसलिए gradient **vanish** होता है।"
    else:
        end_en = "Since $|w| > 1$, the gradient **explodes**."
        end_hi = "$|w| > 1$ है, इसलिए gradient **explode** होता है।"
    return Text(
        en=f"Each step multiplies by $\\frac{{\\partial h_t}}{{\\partial h_{{t-1}}}} = {decimal(weight)}$. "
        f"For {steps} steps: ${product}$. {end_en}",
        hi=f"हर step पर $\\frac{{\\partial h_t}}{{\\partial h_{{t-1}}}} = {decimal(weight)}$ से गुणा होता है। "
        f"{steps} steps के लिए: ${product}$। {end_hi}",
    )


def _written(answer: Fraction) -> str:
    exact = round(answer, PLACES) == answer
    return f"= {decimal(answer, PLACES)}" if exact else rf"\approx {decimal(answer, PLACES)}"
