"""Luong's general score, s^T W h. Seed 0 is the lesson's: (2, 1) W (1, 2) = 6."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.seq2seq_attention.states import Pair, column, dot
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, sum_of_products, vector

Square = tuple[Pair, Pair]

PLAIN_DOT = Text(
    "That is the dot score $s^\\top h$. The general score puts the matrix $W$ between the two.",
    "यह dot score $s^\\top h$ है। General score में दोनों के बीच matrix $W$ आता है।",
)
TURNED = Text(
    "You worked out $h^\\top W s$: the two states are exchanged.",
    "आपने $h^\\top W s$ निकाला: दोनों states आपस में बदल गईं।",
)
DIAGONAL = Text(
    "Only the diagonal of $W$ was used. Each row of $W$ meets the whole of $h$.",
    "$W$ का केवल diagonal लिया गया। $W$ की हर row पूरे $h$ से गुणा होती है।",
)
NOT_MULTIPLIED = Text(
    "That is the sum of the entries of $W h$. They have to be multiplied with the entries of $s$.",
    "यह $W h$ के मानों का जोड़ है। उन्हें $s$ के मानों से गुणा भी करना है।",
)


def vary(seed: int) -> Variation:
    """A decoder state, a matrix, an encoder state, all of small whole numbers."""
    query, square, state = ((2, 1), ((1, 0), (2, 1)), (1, 2)) if seed == 0 else _draw(random.Random(seed))
    product = _times(square, state)
    answer = dot(query, product)
    wrong = [
        (dot(query, state), PLAIN_DOT),
        (dot(state, _times(square, query)), TURNED),
        (sum(query[place] * square[place][place] * state[place] for place in (0, 1)), DIAGONAL),
        (sum(product), NOT_MULTIPLIED),
    ]
    end = f"$s^\\top (W h) = {sum_of_products(list(zip(query, product, strict=True)))} = {answer}$"
    return Variation(
        names={"s": column(query), "w": inline_matrix(square), "h": column(state)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            en=f"First $W h = {vector(product)}$, then {end}.",
            hi=f"पहले $W h = {vector(product)}$, फिर {end}।",
        ),
    )


def _times(square: Square, state: Pair) -> Pair:
    return dot(square[0], state), dot(square[1], state)


def _draw(random_: random.Random) -> tuple[Pair, Square, Pair]:
    while True:
        query = random_.randint(-2, 3), random_.randint(1, 3)
        state = random_.randint(1, 4), random_.randint(-2, 3)
        a, b, c, d = (random_.randint(-1, 2) for _ in range(4))
        square = (a, b), (c, d)
        answer = dot(query, _times(square, state))
        others = {dot(query, state), dot(state, _times(square, query))}
        if 0 not in (*query, *state) and query != state and answer not in others:
            return query, square, state
