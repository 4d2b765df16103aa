"""ELU at a negative value, from a given power of e. Seed 0: alpha 1 at -1, about -0.632."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

POWERS = {
    Fraction(-1, 2): Fraction("0.607"),
    Fraction(-1): Fraction("0.368"),
    Fraction(-3, 2): Fraction("0.223"),
    Fraction(-2): Fraction("0.135"),
    Fraction(-5, 2): Fraction("0.082"),
    Fraction(-3): Fraction("0.050"),
}
ALPHAS = (Fraction(1), Fraction(1, 2), Fraction(2), Fraction(3, 2), Fraction("0.8"))

NO_ONE = Text("The 1 is to be subtracted from the power of $e$.", "$e$ की घात में से 1 घटाना है।")
SIGN = Text(
    "For negative $z$ ELU is negative: $e^z$ is less than 1.",
    "$z$ negative हो तो ELU negative है: $e^z$ 1 से छोटा होता है।",
)
NO_ALPHA = Text("The factor $\\alpha$ is missing.", "$\\alpha$ से गुणा छूट गया।")
LEAKY = Text(
    "That is leaky ReLU, $\\alpha z$. ELU bends: it has $e^z - 1$ in place of $z$.",
    "यह leaky ReLU है, $\\alpha z$। ELU मुड़ता है: उसमें $z$ की जगह $e^z - 1$ है।",
)
SLOPE = Text(
    "That is the derivative there, $\\alpha e^z$.",
    "यह वहाँ का derivative है, $\\alpha e^z$।",
)
RELU = Text("ReLU would give 0; ELU does not.", "ReLU 0 देता; ELU नहीं देता।")


def vary(seed: int) -> Variation:
    """alpha (e^z - 1)."""
    alpha, z = (Fraction(1), Fraction(-1)) if seed == 0 else _draw(random.Random(seed))
    power = POWERS[z]
    answer = alpha * (power - 1)
    wrong = [
        (-answer, SIGN),
        (alpha * power, SLOPE),
        (power - 1, NO_ALPHA),
        (alpha * z, LEAKY),
        (alpha * power - 1, NO_ONE),
        (Fraction(0), RELU),
    ]
    factor = f"{decimal(alpha)}" + r" \cdot " + f"({decimal(power)} - 1)"
    steps = (
        f"$\\mathrm{{ELU}}({decimal(z)}) = {factor} = {decimal(alpha)} \\cdot {signed(power - 1)} \\approx"
    )
    result = f"{steps} {decimal(answer)}$"
    return Variation(
        names={"alpha": decimal(alpha), "z": decimal(z), "power": decimal(power)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            f"Since $z < 0$: {result}. It can never fall below $-{decimal(alpha)}$.",
            f"$z < 0$ है, इसलिए {result}। यह $-{decimal(alpha)}$ से नीचे कभी नहीं जाता।",
        ),
    )


def _draw(random_: random.Random) -> tuple[Fraction, Fraction]:
    return random_.choice(ALPHAS), random_.choice(list(POWERS))
