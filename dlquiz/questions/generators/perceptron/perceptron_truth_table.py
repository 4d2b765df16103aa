"""What a perceptron puts out for all four pairs of bits. Seed 0 is AND, with the lesson's weights."""

from __future__ import annotations

import random
from collections.abc import Iterable
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, vector

PAIRS = ((0, 0), (0, 1), (1, 0), (1, 1))
HALF = Fraction(1, 2)
LESSON = (Fraction(1), Fraction(1), Fraction(-3, 2))
NAMES: dict[tuple[int, ...], str] = {
    (0, 0, 0, 1): "AND",
    (0, 1, 1, 1): "OR",
    (1, 1, 1, 0): "NAND",
    (1, 0, 0, 0): "NOR",
}

STRICT = Text(
    "At $z = 0$ the step already gives 1: the rule is $z \\ge 0$.",
    "$z = 0$ पर step का मान 1 होता है: नियम है $z \\ge 0$।",
)
NO_BIAS = Text("This is the output without the bias.", "यह bias के बिना का output है।")
TURNED = Text(
    "Everything is turned round: 1 where $z \\ge 0$, 0 where it is below.",
    "सब उलटा हो गया: $z \\ge 0$ हो तो 1, कम हो तो 0।",
)
EXCHANGED = Text(
    "The two weights are exchanged: $w_1$ belongs to $x_1$, the first number of the pair.",
    "दोनों weights आपस में बदल गए: $w_1$ का साथी $x_1$ है, यानी जोड़ी की पहली संख्या।",
)


def vary(seed: int) -> Variation:
    """Four outputs, in the order of counting; the neuron does not say the same to all."""
    w1, w2, bias = LESSON if seed == 0 else _draw(random.Random(seed))
    sums = _sums(w1, w2, bias)
    answer = _row(int(z >= 0) for z in sums)
    wrong = [
        (_row(int(z > 0) for z in sums), STRICT),
        (_row(int(z - bias >= 0) for z in sums), NO_BIAS),
        (_row(int(z < 0) for z in sums), TURNED),
        (_row(int(z >= 0) for z in _sums(w2, w1, bias)), EXCHANGED),
    ]
    return Variation(
        names={"w1": decimal(w1), "w2": decimal(w2), "b": decimal(bias)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(sums),
    )


def _draw(random_: random.Random) -> tuple[Fraction, Fraction, Fraction]:
    while True:
        w1, w2 = (random_.choice([-4, -3, -2, -1, 1, 2, 3, 4]) * HALF for _ in range(2))
        bias = random_.randint(-6, 6) * HALF
        if bias and len({z >= 0 for z in _sums(w1, w2, bias)}) == 2:
            return w1, w2, bias


def _sums(w1: Fraction, w2: Fraction, bias: Fraction) -> list[Fraction]:
    return [w1 * x1 + w2 * x2 + bias for x1, x2 in PAIRS]


def _row(bits: Iterable[int]) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(bit) for bit in bits),)


def _solution(sums: list[Fraction]) -> Text:
    outputs = tuple(int(z >= 0) for z in sums)
    written = f"$z = {vector(sums)}$"
    result = f"$({', '.join(map(str, outputs))})$"
    name = NAMES.get(outputs)
    return Text(
        en=f"For the four pairs in their order, {written}. Where $z \\ge 0$ the output is 1, "
        f"else 0: {result}." + (f" This is {name}." if name else ""),
        hi=f"चारों जोड़ियों के लिए, क्रम से, {written}। जहाँ $z \\ge 0$ है वहाँ output 1 है, "
        f"बाक़ी जगह 0: {result}।" + (f" यह {name} है।" if name else ""),
    )
