"""What a small residual block gives out. Seed 0 is the lesson's: x = (1, 3) becomes (0, 6)."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, vector

Pair = tuple[int, int]
Square = tuple[Pair, Pair]

LESSON: tuple[Square, Square, Pair] = (((1, -1), (0, 1)), ((1, -1), (1, 1)), (1, 3))

NO_SHORTCUT = Text(
    "The shortcut is missing: add $x$ before the last ReLU.",
    "Shortcut छूट गया: आख़िरी ReLU से पहले $x$ जोड़िए।",
)
NO_LAST_RELU = Text(
    "The last ReLU is missing: it comes after the sum.",
    "आख़िरी ReLU छूट गया: वह जोड़ के बाद आता है।",
)
NO_INNER_RELU = Text(
    "The ReLU between the two matrices is missing.",
    "दोनों matrices के बीच का ReLU छूट गया।",
)
RELU_TOO_EARLY = Text(
    "ReLU was applied to $F(x)$ alone. Add $x$ first.",
    "ReLU केवल $F(x)$ पर लगा दिया गया। पहले $x$ जोड़िए।",
)
MULTIPLIED = Text(
    "$x$ is added to $F(x)$, not multiplied with it.",
    "$x$ को $F(x)$ में जोड़ा जाता है, उससे गुणा नहीं किया जाता।",
)


def vary(seed: int) -> Variation:
    """ReLU(F(x) + x) with F(x) = W2 ReLU(W1 x)."""
    first, second, x = LESSON if seed == 0 else _draw(random.Random(seed))
    inner = _times(first, x)
    change = _times(second, _relu(inner))
    total = _sum(change, x)
    answer = _row(_relu(total))
    wrong = [
        (_relu(change), NO_SHORTCUT),
        (change, NO_SHORTCUT),
        (total, NO_LAST_RELU),
        (_relu(_sum(_times(second, inner), x)), NO_INNER_RELU),
        (_sum(_relu(change), x), RELU_TOO_EARLY),
        (_relu((change[0] * x[0], change[1] * x[1])), MULTIPLIED),
    ]
    return Variation(
        names={
            "first": inline_matrix(first),
            "second": inline_matrix(second),
            "x": inline_matrix([[value] for value in x]),
        },
        answer=answer,
        errors=distinct_errors(answer, [(_row(pair), reason) for pair, reason in wrong]),
        solution=_solution(inner, change, total),
    )


def _draw(random_: random.Random) -> tuple[Square, Square, Pair]:
    while True:
        first, second = _square(random_), _square(random_)
        x = random_.randint(0, 4), random_.randint(1, 4)
        change = _times(second, _relu(_times(first, x)))
        if all(change) and max(_sum(change, x)) > 0:
            return first, second, x


def _square(random_: random.Random) -> Square:
    a, b, c, d = (random_.randint(-2, 2) for _ in range(4))
    return (a, b), (c, d)


def _times(matrix: Square, column: Pair) -> Pair:
    (a, b), (c, d) = matrix
    return a * column[0] + b * column[1], c * column[0] + d * column[1]


def _sum(one: Pair, other: Pair) -> Pair:
    return one[0] + other[0], one[1] + other[1]


def _relu(pair: Pair) -> Pair:
    return max(0, pair[0]), max(0, pair[1])


def _row(pair: Pair) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(value) for value in pair),)


def _solution(inner: Pair, change: Pair, total: Pair) -> Text:
    steps = [
        rf"$W_1 x = {vector(inner)}$",
        rf"$\text{{ReLU}}(W_1 x) = {vector(_relu(inner))}$",
        rf"$F(x) = {vector(change)}$",
        rf"$F(x) + x = {vector(total)}$",
    ]
    return Text(
        en=f"{'; '.join(steps)}. The last ReLU makes negative numbers 0: **{vector(_relu(total))}**.",
        hi=f"{'; '.join(steps)}। आख़िरी ReLU negative संख्याओं को 0 कर देता है: **{vector(_relu(total))}**।",
    )
