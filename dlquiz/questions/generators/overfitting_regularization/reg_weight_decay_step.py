"""One step of gradient descent with weight decay. Seed 0 has the documents' decay, 0.001."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

Step = tuple[Fraction, Fraction, Fraction, Fraction]
FIRST: Step = (Fraction(2), Fraction(1, 2), Fraction(1, 10), Fraction(1, 1000))


def vary(seed: int) -> Variation:
    """A weight, the gradient of the loss, the learning rate, the weight decay."""
    w, g, eta, decay = FIRST if seed == 0 else _draw(random.Random(seed))
    answer = w - eta * (g + decay * w)
    wrong = [
        (w - eta * g, _NO_DECAY),
        (w - eta * (g - decay * w), _GROWS),
        (w + eta * (g + decay * w), _UPHILL),
        (w - eta * g - decay * w, _DECAY_WITHOUT_RATE),
        (w - eta * (g + decay), _WITHOUT_WEIGHT),
        (w - (g + decay * w), _NO_RATE),
        (w - eta * (g + 2 * decay * w), _TWICE),
    ]
    return Variation(
        names={"w": decimal(w), "g": decimal(g), "eta": decimal(eta), "decay": decimal(decay)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(w, g, eta, decay),
    )


def _draw(random_: random.Random) -> Step:
    return (
        Fraction(random_.choice([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])),
        Fraction(random_.choice([-10, -5, -4, -2, 2, 4, 5, 10]), 10),
        random_.choice([Fraction(1, 10), Fraction(1, 2), Fraction(1, 5)]),
        random_.choice([Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)]),
    )


_NO_DECAY = Text(
    en="This is the step without weight decay. Add $\\lambda w$ to the gradient first.",
    hi="यह weight decay के बिना वाला step है। पहले gradient में $\\lambda w$ जोड़िए।",
)
_GROWS = Text(
    en="The sign of the decay is wrong: it must pull the weight towards zero, so $\\lambda w$ is **added** "
    "to the gradient.",
    hi="Decay का चिह्न उलटा है: उसे weight को शून्य की ओर खींचना है, इसलिए gradient में $\\lambda w$ **जोड़ा** जाता है।",
)
_UPHILL = Text(
    en="The step goes the wrong way: it is subtracted from the weight.",
    hi="Step उलटी दिशा में चला गया: उसे weight में से घटाया जाता है।",
)
_DECAY_WITHOUT_RATE = Text(
    en="The decay is part of the gradient: the learning rate multiplies it as well.",
    hi="Decay gradient का हिस्सा है: learning rate उससे भी गुणा होता है।",
)
_WITHOUT_WEIGHT = Text(
    en="The decay alone was added. It is multiplied by the weight: $\\lambda w$.",
    hi="केवल $\\lambda$ जोड़ दिया गया। उसे weight से गुणा करना है: $\\lambda w$।",
)
_NO_RATE = Text(
    en="The learning rate is missing: only $\\eta$ times the gradient is subtracted.",
    hi="Learning rate छूट गया: gradient का केवल $\\eta$ गुना घटाया जाता है।",
)
_TWICE = Text(
    en="Here the penalty is $\\frac{\\lambda}{2} w^2$, as in PyTorch, so its gradient is $\\lambda w$ and "
    "not $2 \\lambda w$.",
    hi="यहाँ penalty $\\frac{\\lambda}{2} w^2$ है, जैसा PyTorch में होता है, इसलिए उसका gradient $\\lambda w$ है, "
    "$2 \\lambda w$ नहीं।",
)


def _solution(w: Fraction, g: Fraction, eta: Fraction, decay: Fraction) -> Text:
    whole = g + decay * w
    gradient = rf"$g + \lambda w = {decimal(g)} + {decimal(decay)} \cdot {signed(w)} = {decimal(whole)}$"
    step = rf"${decimal(w)} - {decimal(eta)} \cdot {signed(whole)} = {decimal(w - eta * whole)}$"
    return Text(
        en=f"The gradient with the decay: {gradient}. The step: {step}.",
        hi=f"Decay के साथ gradient: {gradient}। Step: {step}।",
    )
