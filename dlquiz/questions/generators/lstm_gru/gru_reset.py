"""Where the reset gate of nn.GRU acts: after the matrix product. Seed 0: r = (0, 1), W h = (5, 11)."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, inline_matrix, signed, vector

Pair = tuple[Fraction, Fraction]
Square = tuple[tuple[int, int], tuple[int, int]]
HALF = Fraction(1, 2)

BEFORE = Text(
    "The reset gate was applied to $h_{t-1}$ *before* the product, as in the first paper. PyTorch applies it "
    "to the product $W_h h_{t-1}$.",
    "Reset gate को गुणा से *पहले* $h_{t-1}$ पर लगाया गया, जैसा पहले paper में है। PyTorch उसे गुणनफल "
    "$W_h h_{t-1}$ पर लगाता है।",
)
NO_RESET = Text("The reset gate is left out.", "Reset gate छूट गया।")
INPUT_RESET = Text(
    "The reset gate acts on what comes from the old state only, not on the part of the input.",
    "Reset gate केवल पुरानी state से आई चीज़ पर लगता है, input वाले हिस्से पर नहीं।",
)
NO_INPUT = Text("The part of the input is left out.", "Input वाला हिस्सा छूट गया।")
TURNED = Text(
    "You multiplied by $1 - r_t$. Where $r_t$ is 0, *nothing* of the old state comes through.",
    "आपने $1 - r_t$ से गुणा किया। जहाँ $r_t$ शून्य हो, वहाँ पुरानी state का *कुछ भी* नहीं आता।",
)


def vary(seed: int) -> Variation:
    """What stands inside the tanh of the candidate: a_t + r_t ⊙ (W_h h_{t-1})."""
    part, gate, square, old = (
        (_pair(1, 2), _pair(0, 1), ((1, 2), (3, 4)), _pair(1, 2)) if seed == 0 else _draw(random.Random(seed))
    )
    product = _times(square, old)
    answer = _sum(part, _each(gate, product))
    turned = (1 - gate[0], 1 - gate[1])
    wrong = [
        (_sum(part, _times(square, _each(gate, old))), BEFORE),
        (_sum(part, product), NO_RESET),
        (_each(gate, _sum(part, product)), INPUT_RESET),
        (_each(gate, product), NO_INPUT),
        (_sum(part, _each(turned, product)), TURNED),
    ]
    row = (answer,)
    return Variation(
        names={
            "a": inline_matrix([[value] for value in part]),
            "r": inline_matrix([[value] for value in gate]),
            "w": inline_matrix(square),
            "h": inline_matrix([[value] for value in old]),
        },
        answer=row,
        errors=distinct_errors(row, [((value,), reason) for value, reason in wrong]),
        solution=_solution(part, gate, product, answer),
    )


def _solution(part: Pair, gate: Pair, product: Pair, answer: Pair) -> Text:
    sums = " , \\; ".join(
        rf"{decimal(one)} + {decimal(share)} \cdot {signed(two)} = {decimal(sum_)}"
        for one, share, two, sum_ in zip(part, gate, product, answer, strict=True)
    )
    first = f"$W_h h_{{t-1}} = {vector(product)}$"
    return Text(
        en=f"First the product: {first}. Then the reset gate, entry by entry, and the part of the input: "
        f"${sums}$.",
        hi=f"पहले गुणनफल: {first}। फिर एक-एक मान पर reset gate, और input वाला हिस्सा: ${sums}$।",
    )


def _draw(random_: random.Random) -> tuple[Pair, Pair, Square, Pair]:
    while True:
        part = _pair(random_.randint(-2, 3), random_.randint(-2, 3))
        first, second = random_.sample([Fraction(0), HALF, Fraction(1)], 2)
        a, b, c, d = (random_.choice([-2, -1, 1, 2, 3]) for _ in range(4))
        square = (a, b), (c, d)
        old = _pair(random_.choice([1, 2, 4]), random_.choice([-1, 1, 2, 3]))
        product = _times(square, old)
        gate = (first, second)
        before = _times(square, _each(gate, old))
        if 0 not in product and 0 not in part and before != _each(gate, product):
            return part, gate, square, old


def _pair(first: int, second: int) -> Pair:
    return Fraction(first), Fraction(second)


def _times(square: Square, column: Pair) -> Pair:
    (a, b), (c, d) = square
    return a * column[0] + b * column[1], c * column[0] + d * column[1]


def _each(one: Pair, other: Pair) -> Pair:
    return one[0] * other[0], one[1] * other[1]


def _sum(one: Pair, other: Pair) -> Pair:
    return one[0] + other[0], one[1] + other[1]
