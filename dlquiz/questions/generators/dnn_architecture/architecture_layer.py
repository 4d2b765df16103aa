"""One dense layer with ReLU by hand, three inputs and two neurons. Seed 0 is the lesson's first layer."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, signed, sum_of_products, vector

Triple = tuple[int, int, int]
Pair = tuple[int, int]
Layer = tuple[tuple[Triple, Triple], Pair]

LESSON_X: Triple = (1, 2, -1)
LESSON_LAYER: Layer = (((1, 1, 0), (2, -1, 3)), (-1, 1))

NO_RELU = Text(
    "This is z. ReLU is missing: negative numbers become 0.",
    "यह z है। ReLU छूट गया: negative संख्या 0 हो जाती है।",
)
NO_BIAS = Text("The bias is left out.", "Bias छूट गया।")
SIGN_DROPPED = Text(
    "ReLU drops no sign: it turns a negative number into 0, not into a positive one.",
    "ReLU केवल चिह्न नहीं हटाता: वह negative संख्या को 0 बनाता है, positive नहीं।",
)
BIAS_LATE = Text(
    "First the bias is added, then ReLU is applied: $\\text{ReLU}(Wx + b)$, not $\\text{ReLU}(Wx) + b$.",
    "पहले bias जुड़ता है, फिर ReLU लगता है: $\\text{ReLU}(Wx + b)$, न कि $\\text{ReLU}(Wx) + b$।",
)
RELU_TURNED = Text(
    "ReLU keeps the positive numbers and turns the negative ones into 0, not the other way round.",
    "ReLU positive संख्या को रहने देता है और negative को 0 बनाता है, उलटा नहीं।",
)


def vary(seed: int) -> Variation:
    """a = ReLU(Wx + b) with small whole numbers, one of the two sums negative."""
    layer, x = (LESSON_LAYER, LESSON_X) if seed == 0 else drawn_layer(random.Random(seed))
    (first, second), bias = layer
    total = sums(layer, x)
    answer = relu(total)
    products = total[0] - bias[0], total[1] - bias[1]
    wrong = [
        (total, NO_RELU),
        (relu(products), NO_BIAS),
        ((abs(total[0]), abs(total[1])), SIGN_DROPPED),
        ((relu(products)[0] + bias[0], relu(products)[1] + bias[1]), BIAS_LATE),
        ((min(0, total[0]), min(0, total[1])), RELU_TURNED),
    ]
    row = _row(answer)
    return Variation(
        names={
            "w": inline_matrix([first, second]),
            "b": inline_matrix([[value] for value in bias]),
            "x": inline_matrix([[value] for value in x]),
        },
        answer=row,
        errors=distinct_errors(row, [(_row(value), reason) for value, reason in wrong]),
        solution=_solution(layer, x, total, answer),
    )


def drawn_layer(random_: random.Random) -> tuple[Layer, Triple]:
    """A layer and an input for which ReLU and the biases make a difference."""
    while True:
        rows = _triple(random_), _triple(random_)
        bias = random_.choice([-2, -1, 1, 2]), random_.choice([-2, -1, 1, 2])
        x = random_.randint(1, 3), random_.randint(-2, 3), random_.randint(-2, 2)
        layer: Layer = rows, bias
        total = sums(layer, x)
        if (
            min(total) < 0 < max(total)
            and 0 not in (*rows[0][:2], *rows[1][:2])
            and max(total) != -min(total)
        ):
            return layer, x


def sums(layer: Layer, x: Triple) -> Pair:
    """z = Wx + b."""
    rows, bias = layer
    first, second = (
        sum(w * value for w, value in zip(row, x, strict=True)) + b for row, b in zip(rows, bias, strict=True)
    )
    return first, second


def relu(pair: Pair) -> Pair:
    """Negative numbers become 0."""
    return max(0, pair[0]), max(0, pair[1])


def written_sums(layer: Layer, x: Triple) -> list[str]:
    """The sum of each neuron, worked out."""
    rows, bias = layer
    return [
        f"{sum_of_products(list(zip(row, x, strict=True)))} + {signed(b)} = {z}"
        for row, b, z in zip(rows, bias, sums(layer, x), strict=True)
    ]


def _triple(random_: random.Random) -> Triple:
    return random_.randint(-2, 3), random_.randint(-2, 3), random_.randint(-2, 3)


def _row(pair: Pair) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(value) for value in pair),)


def _solution(layer: Layer, x: Triple, total: Pair, answer: Pair) -> Text:
    first, second = written_sums(layer, x)
    return Text(
        en=f"Row times input plus bias: $z_1 = {first}$ and $z_2 = {second}$. ReLU turns negative "
        f"numbers into 0: $z = {vector(total)}$ becomes $a = {vector(answer)}$.",
        hi=f"Row गुणा input, और साथ में bias: $z_1 = {first}$ और $z_2 = {second}$। ReLU negative संख्या को "
        f"0 बना देता है: $z = {vector(total)}$ से $a = {vector(answer)}$ बनता है।",
    )
