"""The weighted sum of a neuron with three inputs. Seed 0 is the lesson's: z = 0.5."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, sum_of_products, vector

Triple = tuple[Fraction, Fraction, Fraction]

HALF = Fraction(1, 2)
LESSON: tuple[Triple, Triple, Fraction] = (
    (Fraction(2), Fraction(-1), HALF),
    (Fraction(1), Fraction(2), Fraction(3)),
    Fraction(-1),
)

NO_BIAS = Text("The bias is left out.", "Bias छूट गया।")
BIAS_SUBTRACTED = Text(
    "The bias is added, with its sign; here it was subtracted.",
    "Bias अपने sign के साथ जोड़ा जाता है; यहाँ वह घटाया गया है।",
)
NO_SIGNS = Text(
    "A minus sign was lost: a negative weight counts against its input.",
    "एक minus छूट गया: negative weight अपने input के ख़िलाफ़ गिनता है।",
)
STEP_TAKEN = Text(
    "That is the output of the step function. The question asks for the weighted sum before it.",
    "यह step function का output है। प्रश्न उससे पहले के weighted sum का है।",
)
NO_WEIGHTS = Text(
    "Each input is first multiplied by its weight; these are the inputs alone.",
    "हर input पहले अपने weight से गुणा होता है; यहाँ अकेले inputs जोड़े गए हैं।",
)


def vary(seed: int) -> Variation:
    """z = w·x + b, with halves among the weights."""
    weights, inputs, bias = LESSON if seed == 0 else _draw(random.Random(seed))
    products = [w * x for w, x in zip(weights, inputs, strict=True)]
    answer = sum(products, bias)
    wrong = [
        (answer - bias, NO_BIAS),
        (answer - 2 * bias, BIAS_SUBTRACTED),
        (sum(map(abs, products), bias), NO_SIGNS),
        (sum(inputs, bias), NO_WEIGHTS),
        (Fraction(int(answer >= 0)), STEP_TAKEN),
    ]
    return Variation(
        names={"w": vector(weights), "x": vector(inputs), "b": decimal(bias)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(weights, inputs, bias, answer),
    )


def _draw(random_: random.Random) -> tuple[Triple, Triple, Fraction]:
    while True:
        weights = _triple([random_.choice([-4, -3, -2, -1, 1, 2, 3, 4]) * HALF for _ in range(3)])
        inputs = _triple([Fraction(random_.randint(1, 4)) for _ in range(3)])
        bias = random_.choice([-4, -3, -2, -1, 1, 2, 3, 4]) * HALF
        total = sum((w * x for w, x in zip(weights, inputs, strict=True)), bias)
        if min(weights) < 0 < max(weights) and total not in (0, 1):
            return weights, inputs, bias


def _triple(values: list[Fraction]) -> Triple:
    first, second, third = values
    return first, second, third


def _solution(weights: Triple, inputs: Triple, bias: Fraction, answer: Fraction) -> Text:
    products = sum_of_products(list(zip(weights, inputs, strict=True)))
    written = f"$z = {products} + {signed(bias)} = {decimal(answer)}$"
    output = int(answer >= 0)
    sign = r"\ge 0" if output else "< 0"
    return Text(
        en=f"{written}. (Since $z {sign}$, the perceptron puts out {output}.)",
        hi=f"{written}। ($z {sign}$ है, इसलिए perceptron का output {output} होगा।)",
    )
