"""Adam's first step is as long as η, however large the gradient. Seed 0: g = 4, and from 1 to 0.9."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded, signed

RATES = ("0.01", "0.02", "0.05", "0.1", "0.2")
GRADIENTS = ("0.01", "0.02", "0.05", "0.2", "0.5", "2", "3", "4", "5", "20", "50", "200")
KEPT = Fraction("0.1")  # 1 − β₁
KEPT_SQUARES = Fraction("0.001")  # 1 − β₂

UNCORRECTED = Text(
    "The bias correction is missing: at first, $m$ is divided by $1 - \\beta_1$ and $v$ by $1 - \\beta_2$.",
    "Bias correction छूट गया: पहले क़दम में $m$ को $1 - \\beta_1$ से और $v$ को $1 - \\beta_2$ से भाग दिया जाता है।",
)
PLAIN = Text(
    "That is a step of SGD. Adam also divides by $\\sqrt{\\hat v}$, so the size of the gradient drops out.",
    "यह SGD का क़दम है। Adam $\\sqrt{\\hat v}$ से भाग भी देता है, इसलिए gradient का आकार कट जाता है।",
)
UPHILL = Text("This is a step uphill: subtract.", "यह क़दम चढ़ाई की तरफ़ है: घटाइए।")
ONLY_MEAN = Text(
    "Only $m$ was corrected; $v$ needs it as well.",
    "केवल $m$ को सुधारा गया; $v$ को भी सुधारना है।",
)
ONLY_SQUARES = Text(
    "Only $v$ was corrected; $m$ needs it as well.",
    "केवल $v$ को सुधारा गया; $m$ को भी सुधारना है।",
)
NO_ROOT = Text(
    "The root is missing: divide by $\\sqrt{\\hat v}$, not by $\\hat v$.",
    "Root छूट गया: $\\hat v$ से नहीं, $\\sqrt{\\hat v}$ से भाग दीजिए।",
)


def vary(seed: int) -> Variation:
    """Small and large gradients of both signs; β₁ = 0.9, β₂ = 0.999, and ε left out."""
    w, g, eta = (Fraction(1), Fraction(4), Fraction("0.1")) if seed == 0 else _draw(random.Random(seed))
    sign = 1 if g > 0 else -1
    answer = w - eta * sign
    root = rounded(float(KEPT_SQUARES) ** 0.5)
    wrong = [
        (w - eta * g, PLAIN),
        (w - eta * sign * KEPT / root, UNCORRECTED),
        (w + eta * sign, UPHILL),
        (w - eta * sign / root, ONLY_MEAN),
        (w - eta * sign * KEPT, ONLY_SQUARES),
        (w - eta / g, NO_ROOT),
    ]
    return Variation(
        names={"w": decimal(w), "g": decimal(g), "eta": decimal(eta)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(w, g, eta),
    )


def _draw(random_: random.Random) -> tuple[Fraction, Fraction, Fraction]:
    w = Fraction(random_.randint(-4, 6), 2)
    g = Fraction(random_.choice(GRADIENTS)) * random_.choice([1, 1, -1])
    return w, g, Fraction(random_.choice(RATES))


def _solution(w: Fraction, g: Fraction, eta: Fraction) -> Text:
    m, v = KEPT * g, KEPT_SQUARES * g * g
    mean = rf"$m = 0.1 \cdot {signed(g)} = {decimal(m)}$"
    squares = rf"$v = 0.001 \cdot {signed(g)}^2 = {decimal(v, 9)}$"
    hats = rf"$\hat m = \frac{{m}}{{1 - 0.9}} = {decimal(g)}$"
    square_hats = rf"$\hat v = \frac{{v}}{{1 - 0.999}} = {decimal(g * g)}$"
    ratio = rf"\frac{{{decimal(g)}}}{{{decimal(abs(g))}}}"
    end = rf"${decimal(w)} - {decimal(eta)} \cdot {ratio} = {decimal(w - eta * (1 if g > 0 else -1))}$"
    return Text(
        en=f"{mean} and {squares}. Corrected: {hats} and {square_hats}. The step: {end}. Only the sign of "
        "the gradient is left; the step is as long as the learning rate.",
        hi=f"{mean} और {squares}। सुधारने पर: {hats} और {square_hats}। क़दम: {end}। Gradient का केवल चिह्न बचता "
        "है; क़दम उतना ही लंबा है जितना learning rate।",
    )
