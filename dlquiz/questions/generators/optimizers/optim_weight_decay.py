"""A step of SGD with weight decay, for two weights. Seed 0: from (2, −4) to (1.88, −4.26)."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

Pair = tuple[Fraction, Fraction]

RATES = ("0.1", "0.2", "0.5")
DECAYS = ("0.01", "0.05", "0.1", "0.2")

NO_DECAY = Text(
    "The decay is missing: to each gradient $\\lambda w$ is added.",
    "Decay छूट गया: हर gradient में $\\lambda w$ जुड़ता है।",
)
GROWING = Text(
    "The sign of the decay is wrong: it draws every weight towards 0.",
    "Decay का चिह्न ग़लत है: वह हर weight को 0 की ओर खींचता है।",
)
NO_RATE = Text(
    "The learning rate is a factor of the decay as well: the step is $\\eta (g + \\lambda w)$.",
    "Learning rate का गुणा decay के साथ भी होता है: क़दम $\\eta (g + \\lambda w)$ है।",
)
DECAY_ONLY = Text(
    "The gradient is missing; that is the decay alone.",
    "Gradient छूट गया; यह केवल decay है।",
)
SIGN_ONLY = Text(
    "$\\lambda$ times the sign of the weight: that is L1. Weight decay takes $\\lambda$ times the weight.",
    "$\\lambda$ गुणा weight का चिह्न: यह L1 है। Weight decay में $\\lambda$ का गुणा ख़ुद weight से होता है।",
)
DOUBLED = Text(
    "That has a factor 2 too many: PyTorch adds $\\lambda w$, the derivative of $\\frac{\\lambda}{2} w^2$.",
    "इसमें 2 का गुणा ज़्यादा है: PyTorch $\\lambda w$ जोड़ता है, यानी $\\frac{\\lambda}{2} w^2$ का derivative।",
)


def vary(seed: int) -> Variation:
    """w ← w − η (g + λ w), as torch.optim.SGD does it."""
    w, g, eta, decay = _lesson() if seed == 0 else _draw(random.Random(seed))

    def moved(step: Callable[[Fraction, Fraction], Fraction]) -> tuple[Pair]:
        return ((w[0] - step(w[0], g[0]), w[1] - step(w[1], g[1])),)

    answer = moved(lambda one, slope: eta * (slope + decay * one))
    wrong = [
        (moved(lambda _, slope: eta * slope), NO_DECAY),
        (moved(lambda one, slope: eta * (slope - decay * one)), GROWING),
        (moved(lambda one, slope: eta * slope + decay * one), NO_RATE),
        (moved(lambda one, _: eta * decay * one), DECAY_ONLY),
        (moved(lambda one, slope: eta * (slope + decay * (1 if one > 0 else -1))), SIGN_ONLY),
        (moved(lambda one, slope: eta * (slope + 2 * decay * one)), DOUBLED),
    ]
    return Variation(
        names={"w": vector(w), "g": vector(g), "eta": decimal(eta), "decay": decimal(decay)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(w, g, eta, decay),
    )


def _lesson() -> tuple[Pair, Pair, Fraction, Fraction]:
    return (Fraction(2), Fraction(-4)), (Fraction(1), Fraction(3)), Fraction("0.1"), Fraction("0.1")


def _draw(random_: random.Random) -> tuple[Pair, Pair, Fraction, Fraction]:
    w = Fraction(random_.randint(2, 9)), Fraction(random_.randint(-9, -2))
    g = Fraction(random_.choice([-4, -3, -1, 1, 2, 3])), Fraction(random_.choice([-4, -2, -1, 1, 3, 4]))
    return w, g, Fraction(random_.choice(RATES)), Fraction(random_.choice(DECAYS))


def _solution(w: Pair, g: Pair, eta: Fraction, decay: Fraction) -> Text:
    lines = []
    for one, slope in zip(w, g, strict=True):
        step = slope + decay * one
        lines.append(
            rf"${decimal(slope)} + {decimal(decay)} \cdot {signed(one)} = {decimal(step)}$, "
            rf"${decimal(one)} - {decimal(eta)} \cdot {signed(step)} = {decimal(one - eta * step)}$"
        )
    return Text(
        en=f"First $g + \\lambda w$, then the step. First weight: {lines[0]}. Second weight: {lines[1]}.",
        hi=f"पहले $g + \\lambda w$, फिर क़दम। पहला weight: {lines[0]}। दूसरा weight: {lines[1]}।",
    )
