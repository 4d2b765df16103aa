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

OTHER_ORDER = Text(
    "This is $W_1 W_2$. The input meets $W_1$ first, so $W_1$ stands on the right: $W_2 (W_1 x)$.",
    "यह $W_1 W_2$ है। Input पहले $W_1$ से मिलता है, इसलिए $W_1$ दाईं ओर रहता है: $W_2 (W_1 x)$।",
)
ENTRYWISE = Text(
    "Matrices are multiplied row by column, not entry by entry.",
    "Matrices का गुणा row और column से होता है, एक-एक entry का नहीं।",
)
ADDED = Text(
    "One layer after the other multiplies the matrices, it does not add them.",
    "एक layer के बाद दूसरी layer हो तो matrices आपस में गुणा होते हैं, जुड़ते नहीं।",
)
LAST_ONLY = Text("This is the second layer alone.", "यह अकेली दूसरी layer है।")


def vary(seed: int) -> Variation:
    """W2 W1, whole numbers from -2 to 3."""
    first, second = LESSON if seed == 0 else _draw(random.Random(seed))
    answer = _product(second, first)
    wrong = [
        (_product(first, second), OTHER_ORDER),
        (_entrywise(first, second), ENTRYWISE),
        (_added(first, second), ADDED),
        (second, LAST_ONLY),
    ]
    rows = _rows(answer)
    return Variation(
        names={"W1": inline_matrix(first), "W2": inline_matrix(second)},
        answer=rows,
        errors=distinct_errors(rows, [(_rows(value), reason) for value, reason in wrong]),
        solution=_solution(first, second, answer),
    )


def _draw(random_: random.Random) -> tuple[Square, Square]:
    while True:
        first, second = _square(random_), _square(random_)
        right, turned = _flat(_product(second, first)), _flat(_product(first, second))
        apart = sum(one != other for one, other in zip(right, turned, strict=True))
        if apart >= 2 and all(any(row) for square in (first, second) for row in square):
            return first, second


def _square(random_: random.Random) -> Square:
    a, b, c, d = (random_.randint(-2, 3) for _ in range(4))
    return (a, b), (c, d)


def _flat(square: Square) -> tuple[int, ...]:
    return (*square[0], *square[1])


def _product(left: Square, right: Square) -> Square:
    (a, b), (c, d) = left
    (e, f), (g, h) = right
    return (a * e + b * g, a * f + b * h), (c * e + d * g, c * f + d * h)


def _entrywise(one: Square, other: Square) -> Square:
    (a, b), (c, d) = one
    (e, f), (g, h) = other
    return (a * e, b * f), (c * g, d * h)


def _added(one: Square, other: Square) -> Square:
    (a, b), (c, d) = one
    (e, f), (g, h) = other
    return (a + e, b + f), (c + g, d + h)


def _rows(square: Square) -> tuple[tuple[Fraction, ...], ...]:
    return tuple(tuple(Fraction(value) for value in row) for row in square)


def _solution(first: Square, second: Square, answer: Square) -> Text:
    column = (first[0][0], first[1][0])
    entry = f"${sum_of_products(list(zip(second[0], column, strict=True)))} = {answer[0][0]}$"
    product = f"$W_2 W_1 = {inline_matrix(answer)}$"
    return Text(
        en=f"$W_2 (W_1 x) = (W_2 W_1) x$. At the top left, the first row of $W_2$ meets the first "
        f"column of $W_1$: {entry}. In the same way the other three: {product}.",
        hi=f"$W_2 (W_1 x) = (W_2 W_1) x$। ऊपर बाईं ओर $W_2$ की पहली row, $W_1$ के पहले column से मिलती है: "
        f"{entry}। इसी तरह बाक़ी तीन: {product}।",
    )
