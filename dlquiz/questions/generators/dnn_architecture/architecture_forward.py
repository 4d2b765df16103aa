"""The whole way through a network of three, two and one neurons. Seed 0 is the lesson's; its output is 5."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.dnn_architecture.architecture_layer import (
    LESSON_LAYER,
    LESSON_X,
    Pair,
    drawn_layer,
    relu,
    sums,
    written_sums,
)
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, signed, sum_of_products, vector

LESSON_OUT: tuple[Pair, int] = (3, 4), -1

NO_RELU = Text(
    "ReLU is missing between the layers: negative numbers become 0 before they go on.",
    "दोनों layers के बीच ReLU छूट गया: negative संख्या आगे जाने से पहले 0 हो जाती है।",
)
NO_FIRST_BIAS = Text("The bias of the hidden layer is left out.", "Hidden layer का bias छूट गया।")
NO_LAST_BIAS = Text("The bias of the output layer is left out.", "Output layer का bias छूट गया।")
RELU_AT_THE_END = Text(
    "The output layer has no ReLU here: for a value that may be negative there is none at the end.",
    "यहाँ output layer में ReLU नहीं है: जिस मान को negative भी होना पड़ सकता है, उसके आगे ReLU नहीं लगाते।",
)
SIGN_DROPPED = Text(
    "ReLU turns a negative number into 0, not into a positive one.",
    "ReLU negative संख्या को 0 बनाता है, positive नहीं।",
)


def vary(seed: int) -> Variation:
    """y = w2 · ReLU(W1 x + b1) + b2."""
    if seed == 0:
        layer, x, (weights, bias) = LESSON_LAYER, LESSON_X, LESSON_OUT
    else:
        random_ = random.Random(seed)
        layer, x = drawn_layer(random_)
        weights = random_.choice([-2, -1, 2, 3]), random_.choice([-3, -2, 2, 4])
        bias = random_.choice([-2, -1, 1, 2, 3])
    total = sums(layer, x)
    hidden = relu(total)
    answer = _out(weights, hidden, bias)
    rows, biases = layer
    unbiased = relu((total[0] - biases[0], total[1] - biases[1]))
    wrong = [
        (_out(weights, total, bias), NO_RELU),
        (_out(weights, unbiased, bias), NO_FIRST_BIAS),
        (_out(weights, hidden, 0), NO_LAST_BIAS),
        (max(0, answer), RELU_AT_THE_END),
        (_out(weights, (abs(total[0]), abs(total[1])), bias), SIGN_DROPPED),
    ]
    last = f"{sum_of_products(list(zip(weights, hidden, strict=True)))} + {signed(bias)} = {answer}"
    first, second = written_sums(layer, x)
    return Variation(
        names={
            "w1": inline_matrix(rows),
            "b1": inline_matrix([[value] for value in biases]),
            "w2": inline_matrix([weights]),
            "b2": bias,
            "x": inline_matrix([[value] for value in x]),
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            en=f"Hidden layer: ${first}$ and ${second}$; ReLU makes $a = {vector(hidden)}$ of it. "
            f"Output layer: $\\hat y = {last}$.",
            hi=f"Hidden layer: ${first}$ और ${second}$; ReLU के बाद $a = {vector(hidden)}$। "
            f"Output layer: $\\hat y = {last}$।",
        ),
    )


def _out(weights: Pair, hidden: Pair, bias: int) -> int:
    return weights[0] * hidden[0] + weights[1] * hidden[1] + bias
