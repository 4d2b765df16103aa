"""Gradients of two hidden neurons that start alike: two equal rows. Seed 0 has the lesson's numbers."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, inline_matrix, signed

Grid = tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Network:
    """Two inputs, two hidden ReLU neurons whose weights are all ``c``, one output with both weights ``v``."""

    x: tuple[int, int]
    c: Fraction
    v: Fraction
    y: Fraction

    @property
    def hidden(self) -> Fraction:
        return self.c * sum(self.x)

    @property
    def output(self) -> Fraction:
        return 2 * self.v * self.hidden

    @property
    def slope(self) -> Fraction:
        """Of the loss (ŷ − y)², by ŷ."""
        return 2 * (self.output - self.y)


def vary(seed: int) -> Variation:
    """The gradient of the hidden layer's weights."""
    network = Network((1, 2), HALF, HALF, Fraction(1)) if seed == 0 else _draw(random.Random(seed))
    answer = _rows(network, network.slope * network.v)
    return Variation(
        names={
            "x1": network.x[0],
            "x2": network.x[1],
            "c": decimal(network.c),
            "v": decimal(network.v),
            "y": decimal(network.y),
        },
        answer=answer,
        errors=distinct_errors(answer, _wrong(network, answer)),
        solution=_solution(network, answer),
    )


def _draw(random_: random.Random) -> Network:
    x = random_.sample((1, 2, 3, 4), 2)
    c, v = random_.choice((HALF, Fraction(1), Fraction(2))), random_.choice((HALF, Fraction(2), Fraction(3)))
    output = 2 * v * c * sum(x)
    # The output is off by a small step, so that the slope is 1, 2 or 4, up or down.
    off = random_.choice((HALF, Fraction(1), Fraction(2), -HALF, Fraction(-1), Fraction(-2)))
    return Network((x[0], x[1]), c, v, output - off)


def _rows(network: Network, delta: Fraction) -> Grid:
    first, second = (delta * value for value in network.x)
    return (first, second), (first, second)


def _wrong(network: Network, answer: Grid) -> list[tuple[Grid, Text]]:
    (first, second), _ = answer
    return [
        (
            _rows(network, -network.slope * network.v),
            Text(
                en="The sign is turned round: the derivative of (ŷ − y)² is 2(ŷ − y).",
                hi="चिह्न उलटा है: (ŷ − y)² का derivative 2(ŷ − y) है।",
            ),
        ),
        (
            _rows(network, network.slope * network.v / 2),
            Text(en="The 2 of the square's derivative is missing.", hi="वर्ग के derivative वाला 2 छूट गया।"),
        ),
        (
            _rows(network, network.slope),
            Text(
                en="The output weight is missing: the way back to a hidden neuron leads through it.",
                hi="Output weight छूट गया: hidden neuron तक लौटने का रास्ता उसी से होकर जाता है।",
            ),
        ),
        (
            ((first, first), (second, second)),
            Text(
                en="Rows and columns are exchanged: a row belongs to a neuron, a column to an input.",
                hi="Rows और columns की अदला-बदली हो गई: row neuron की होती है, column input का।",
            ),
        ),
        (
            _rows(network, network.slope * network.hidden),
            Text(
                en="This is multiplied by h. That belongs to the gradient of the output weights.",
                hi="इसमें h से गुणा किया गया है। वह output weights के gradient में आता है।",
            ),
        ),
    ]


def _solution(network: Network, answer: Grid) -> Text:
    x1, x2 = network.x
    forward = (
        rf"$h_1 = h_2 = {decimal(network.c)} \cdot ({x1} + {x2}) = {decimal(network.hidden)}$",
        rf"$\hat{{y}} = {decimal(network.v)} \cdot ({decimal(network.hidden)} + {decimal(network.hidden)}) "
        rf"= {decimal(network.output)}$",
    )
    difference = rf"({decimal(network.output)} - {signed(network.y)})"
    slope = rf"$2(\hat{{y}} - y) = 2 \cdot {difference} = {decimal(network.slope)}$"
    delta = rf"${signed(network.slope)} \cdot {decimal(network.v)} = {decimal(network.slope * network.v)}$"
    rows = f"${inline_matrix(answer)}$"
    return Text(
        en=f"Forward: {forward[0]}, {forward[1]}. Slope of the loss: {slope}. Each hidden neuron gets "
        f"{delta}, and ReLU passes it on, since its input was positive. Times the inputs: {rows}. "
        f"**Both rows are equal**, so both neurons take the same step and stay copies of each other.",
        hi=f"Forward: {forward[0]}, {forward[1]}। Loss का slope: {slope}। हर hidden neuron को {delta} "
        f"मिलता है, और ReLU उसे आगे जाने देता है, क्योंकि उसका input शून्य से बड़ा था। Inputs से गुणा करने पर: {rows}। "
        f"**दोनों rows बराबर हैं**, इसलिए दोनों neurons एक जैसा step लेते हैं और एक-दूसरे की नकल बने रहते हैं।",
    )
