"""Two linear layers without activation are one: its matrix. Seed 0 is the lesson's."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, sum_of_products

Pair = tuple[int, int]
Square = tuple[Pair, Pair]

LESSON: tuple[Square, Square] = (((1, 2), (0, 1)), ((1, 0), (3, 1)))

TURNED = Text(
    "The order is turned round: $W_1$ is applied first, so it stands next to $x$: $W = W_2 W_1$.",
    "क्रम उलट गया: पहले $W_1$ लगता है, इसलिए वही $x$ के पास रहता है: $W = W_2 W_1$।",
)
ELEMENTWISE = Text(
    "Matrices are multiplied row by column, not entry by entry.",
    "Matrices का गुणा row गुणा column होता है, एक-एक मान का नहीं।",
)
ADDED = Text(
    "The layers come one after the other: the matrices are multiplied, not added.",
    "Layers एक के बाद एक आती हैं: matrices का गुणा होता है, जोड़ नहीं।",
)
RELU_USED = Text(
    "There is no activation between the layers; negative entries stay.",
    "दोनों layers के बीच कोई activation नहीं है; negative मान वैसे ही रहते हैं।",
)


def vary(seed: int) -> Variation:
    """W = W2 W1 with small whole numbers."""
    first, second = LESSON if seed == 0 else _draw(random.Random(seed))
    product = _product(second, first)
    answer = _rows(product)
    wrong = [
        (_product(first, second), TURNED),
        (_entries(first, second, times=True), ELEMENTWISE),
        (_entries(first, second, times=False), ADDED),
        (_relu(product), RELU_USED),
    ]
    return Variation(
        names={"w1": inline_matrix(first), "w2": inline_matrix(second)},
        answer=answer,
        errors=distinct_errors(answer, [(_rows(value), reason) for value, reason in wrong]),
        solution=_solution(first, second, product),
    )


def _draw(random_: random.Random) -> tuple[Square, Square]:
    while True:
        first, second = (_square(random_) for _ in range(2))
        product = _product(second, first)
        if (
            product != _product(first, second)
            and sum(value == 0 for row in first + second for value in row) < 3
        ):
            return first, second


def _square(random_: random.Random) -> Square:
    a, b, c, d = (random_.randint(-2, 3) for _ in range(4))
    return (a, b), (c, d)


def _product(left: Square, right: Square) -> Square:
    (a, b), (c, d) = left
    (e, f), (g, h) = right
    return (a * e + b * g, a * f + b * h), (c * e + d * g, c * f + d * h)


def _entries(one: Square, other: Square, *, times: bool) -> Square:
    (a, b), (c, d) = one
    (e, f), (g, h) = other
    return ((a * e, b * f), (c * g, d * h)) if times else ((a + e, b + f), (c + g, d + h))


def _relu(square: Square) -> Square:
    (a, b), (c, d) = square
    return (max(0, a), max(0, b)), (max(0, c), max(0, d))


def _rows(square: Square) -> tuple[tuple[Fraction, ...], ...]:
    return tuple(tuple(Fraction(value) for value in row) for row in square)


def _solution(first: Square, second: Square, product: Square) -> Text:
    corner = sum_of_products([(second[0][0], first[0][0]), (second[0][1], first[1][0])])
    whole = f"W_2 W_1 = {inline_matrix(product)}"
    return Text(
        en=f"$W_2 (W_1 x) = (W_2 W_1) x$. Row of $W_2$ times column of $W_1$, at the top left for example "
        f"${corner} = {product[0][0]}$: $${whole}.$$ One layer does the same as the two.",
        hi=f"$W_2 (W_1 x) = (W_2 W_1) x$। $W_2$ की row गुणा $W_1$ का column, जैसे ऊपर बाईं ओर "
        f"${corner} = {product[0][0]}$: $${whole}.$$ एक layer वही करती है जो ये दोनों।",
    )
