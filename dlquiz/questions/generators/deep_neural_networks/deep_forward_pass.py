"""A forward pass: two inputs, two hidden units with ReLU, one output. Seed 0 is the lesson's."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, signed, sum_of_products, vector

Pair = tuple[int, int]

NO_RELU = Text(
    "ReLU is missing in the hidden layer: what is negative there becomes 0 before it goes on.",
    "Hidden layer में ReLU छूट गया: वहाँ जो negative हो, वह आगे जाने से पहले 0 हो जाता है।",
)
NO_HIDDEN_BIAS = Text("The bias of the hidden layer is left out.", "Hidden layer का bias छूट गया।")
NO_OUTPUT_BIAS = Text("The bias of the output is left out.", "Output का bias छूट गया।")
NO_BIAS = Text("Both biases are left out.", "दोनों bias छूट गए।")
TRANSPOSED = Text(
    "Each **row** of $W$ gives one hidden unit: row times input, not column times input.",
    "$W$ की हर **row** से एक hidden unit बनता है: row गुणा input, column गुणा input नहीं।",
)
RELU_AT_END = Text(
    "There is no ReLU at the output: it may be negative.",
    "Output पर ReLU नहीं है: वह negative हो सकता है।",
)


@dataclass(frozen=True)
class Net:
    """y = v · ReLU(W x + b) + c."""

    rows: tuple[Pair, Pair]
    bias: Pair
    out: Pair
    out_bias: int
    x: Pair

    def sums(self) -> Pair:
        """The hidden units before ReLU."""
        first, second = (
            row[0] * self.x[0] + row[1] * self.x[1] + bias
            for row, bias in zip(self.rows, self.bias, strict=True)
        )
        return first, second

    def after(self, hidden: Pair) -> int:
        """The output that these hidden units give."""
        return self.out[0] * hidden[0] + self.out[1] * hidden[1] + self.out_bias


LESSON = Net(rows=((1, 2), (1, -3)), bias=(-1, 0), out=(2, 4), out_bias=1, x=(2, 1))


def relu(pair: Pair) -> Pair:
    """Each entry, with 0 in place of what is negative."""
    return max(0, pair[0]), max(0, pair[1])


def vary(seed: int) -> Variation:
    """Small whole numbers; one hidden unit is cut to 0 by ReLU, and the output shows it."""
    net = LESSON if seed == 0 else _draw(random.Random(seed))
    sums = net.sums()
    hidden = relu(sums)
    answer = net.after(hidden)
    (a, b), (c, d) = net.rows
    turned = Net(((a, c), (b, d)), net.bias, net.out, net.out_bias, net.x)
    bare = Net(net.rows, (0, 0), net.out, net.out_bias, net.x)
    wrong = [
        (net.after(sums), NO_RELU),
        (net.after(relu(turned.sums())), TRANSPOSED),
        (net.after(relu(bare.sums())), NO_HIDDEN_BIAS),
        (answer - net.out_bias, NO_OUTPUT_BIAS),
        (net.after(relu(bare.sums())) - net.out_bias, NO_BIAS),
        (max(0, answer), RELU_AT_END),
    ]
    return Variation(
        names={
            "W": inline_matrix(net.rows),
            "b": vector(net.bias),
            "v": vector(net.out),
            "c": net.out_bias,
            "x": vector(net.x),
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(net, sums, hidden, answer),
    )


def _draw(random_: random.Random) -> Net:
    while True:
        small = [random_.randint(-3, 3) for _ in range(9)]
        net = Net(
            rows=((small[0], small[1]), (small[2], small[3])),
            bias=(small[4], small[5]),
            out=(small[6], small[7]),
            out_bias=small[8],
            x=(random_.randint(1, 3), random_.randint(0, 3)),
        )
        sums = net.sums()
        one_is_cut = min(sums) < 0 < max(sums)
        if one_is_cut and all(net.out) and net.out_bias and any(net.bias):
            return net


def _solution(net: Net, sums: Pair, hidden: Pair, answer: int) -> Text:
    first, second = (
        f"${sum_of_products(list(zip(row, net.x, strict=True)))} + {signed(bias)} = {total}$"
        for row, bias, total in zip(net.rows, net.bias, sums, strict=True)
    )
    end = f"${sum_of_products(list(zip(net.out, hidden, strict=True)))} + {signed(net.out_bias)} = {answer}$"
    return Text(
        en=f"The hidden sums: {first} and {second}. ReLU makes of them "
        f"$h = {vector(hidden)}$. The output: {end}.",
        hi=f"Hidden layer के जोड़: {first} और {second}। ReLU से $h = {vector(hidden)}$ बनता है। Output: {end}।",
    )
