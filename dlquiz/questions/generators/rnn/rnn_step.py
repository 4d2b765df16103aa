"""One step of a small RNN with ReLU, two inputs and two hidden units. Seed 0 is the lesson's."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, signed, vector

Pair = tuple[int, int]
Square = tuple[Pair, Pair]

LESSON: tuple[Square, Square, Pair, Pair, Pair] = (
    ((1, -1), (2, 1)),
    ((1, -1), (0, 1)),
    (-1, -1),
    (2, 1),
    (1, 2),
)

NO_RELU = Text(
    "ReLU is missing at the end: negative sums become 0.",
    "आख़िर में ReLU छूट गया: जोड़ negative हो तो 0 हो जाता है।",
)
NO_MEMORY = Text(
    "The previous hidden state is left out; that would be an ordinary layer without memory.",
    "पिछली hidden state छूट गई; तब यह memory के बिना एक साधारण layer होती।",
)
NO_BIAS = Text("The bias is left out.", "Bias छूट गया।")
SWAPPED = Text(
    "The matrices are exchanged: $W_x$ belongs to the input, $W_h$ to the previous hidden state.",
    "Matrices आपस में बदल गए: $W_x$ input के साथ आता है, $W_h$ पिछली hidden state के साथ।",
)
TRANSPOSED = Text(
    "Each row of a matrix gives one entry: row times vector, not column times vector.",
    "Matrix की हर row से एक मान बनता है: row गुणा vector, column गुणा vector नहीं।",
)
ELEMENTWISE = Text(
    "A matrix times a vector also adds up along the row; you have used only the entries of the diagonal.",
    "Matrix गुणा vector में पूरी row पर जोड़ भी होता है; आपने केवल diagonal के मान लिए।",
)


def vary(seed: int) -> Variation:
    """h_t = ReLU(W_x x_t + W_h h_{t-1} + b) with small whole numbers."""
    of_input, of_state, bias, x, state = LESSON if seed == 0 else _draw(random.Random(seed))
    parts = _times(of_input, x), _times(of_state, state), bias
    total = _sum(*parts)
    answer = _relu(total)
    wrong = [
        (total, NO_RELU),
        (_relu(_sum(parts[0], bias)), NO_MEMORY),
        (_relu(_sum(parts[0], parts[1])), NO_BIAS),
        (_relu(_sum(_times(of_state, x), _times(of_input, state), bias)), SWAPPED),
        (_relu(_sum(_times(_turned(of_input), x), _times(_turned(of_state), state), bias)), TRANSPOSED),
        (_relu(_sum(_diagonal(of_input, x), _diagonal(of_state, state), bias)), ELEMENTWISE),
    ]
    row = _row(answer)
    return Variation(
        names={
            "wx": inline_matrix(of_input),
            "wh": inline_matrix(of_state),
            "b": inline_matrix([[value] for value in bias]),
            "x": inline_matrix([[value] for value in x]),
            "h": inline_matrix([[value] for value in state]),
        },
        answer=row,
        errors=distinct_errors(row, [(_row(value), reason) for value, reason in wrong]),
        solution=_solution(parts, total, answer),
    )


def _draw(random_: random.Random) -> tuple[Square, Square, Pair, Pair, Pair]:
    while True:
        of_input, of_state = (_square(random_) for _ in range(2))
        bias = random_.randint(-2, 2), random_.randint(-2, 2)
        x = random_.randint(0, 3), random_.randint(1, 3)
        state = random_.randint(0, 3), random_.randint(1, 3)
        total = _sum(_times(of_input, x), _times(of_state, state), bias)
        if x != state and max(total) > 0 and _times(of_state, state) != (0, 0):
            return of_input, of_state, bias, x, state


def _square(random_: random.Random) -> Square:
    a, b, c, d = (random_.randint(-2, 2) for _ in range(4))
    return (a, b), (c, d)


def _times(matrix: Square, column: Pair) -> Pair:
    (a, b), (c, d) = matrix
    return a * column[0] + b * column[1], c * column[0] + d * column[1]


def _turned(matrix: Square) -> Square:
    (a, b), (c, d) = matrix
    return (a, c), (b, d)


def _diagonal(matrix: Square, column: Pair) -> Pair:
    return matrix[0][0] * column[0], matrix[1][1] * column[1]


def _sum(*pairs: Pair) -> Pair:
    return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)


def _relu(pair: Pair) -> Pair:
    return max(0, pair[0]), max(0, pair[1])


def _row(pair: Pair) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(value) for value in pair),)


def _solution(parts: Sequence[Pair], total: Pair, answer: Pair) -> Text:
    of_input, of_state, bias = parts
    sums = [
        f"{of_input[place]} + {signed(of_state[place])} + {signed(bias[place])} = {total[place]}"
        for place in (0, 1)
    ]
    return Text(
        en=f"$W_x x_t = {vector(of_input)}$ and $W_h h_{{t-1}} = {vector(of_state)}$. Add them and the bias: "
        f"${sums[0]}$ and ${sums[1]}$. ReLU makes negative numbers 0: $h_t = {vector(answer)}$.",
        hi=f"$W_x x_t = {vector(of_input)}$ और $W_h h_{{t-1}} = {vector(of_state)}$। इन्हें और bias को जोड़िए: "
        f"${sums[0]}$ और ${sums[1]}$। ReLU negative संख्या को 0 कर देता है: $h_t = {vector(answer)}$।",
    )
