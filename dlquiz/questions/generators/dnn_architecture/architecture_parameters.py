"""Counting the parameters of a network of dense layers. Seed 0: 784-512-256-10, 535,818 of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

NO_BIAS = Text(
    "These are the weights alone. Every neuron after the input layer also has a bias.",
    "ये केवल weights हैं। Input layer के बाद के हर neuron का एक bias भी होता है।",
)
BIAS_OF_INPUT = Text(
    "The input layer computes nothing: it has no biases.",
    "Input layer कोई हिसाब नहीं करती: उसके bias नहीं होते।",
)
ONE_BIAS_EACH = Text(
    "A layer has not one bias but one for each of its neurons.",
    "हर layer में एक ही bias नहीं होता, हर neuron का अपना होता है।",
)
LAST_FORGOTTEN = Text(
    "The output layer is missing: it has weights and biases, too.",
    "Output layer छूट गई: उसके भी weights और bias होते हैं।",
)
NEURONS = Text(
    "This counts the neurons. Between two layers there is a weight for every pair of neurons.",
    "यह neurons की गिनती है। दो layers के बीच neurons की हर जोड़ी के लिए एक weight होता है।",
)


def vary(seed: int) -> Variation:
    """Four layers of neurons, three of weights."""
    sizes = (784, 512, 256, 10) if seed == 0 else _draw(random.Random(seed))
    total = parameters(sizes)
    biases = sum(sizes[1:])
    wrong = [
        (total - biases, NO_BIAS),
        (total + sizes[0], BIAS_OF_INPUT),
        (total - biases + len(sizes) - 1, ONE_BIAS_EACH),
        (parameters(sizes[:-1]), LAST_FORGOTTEN),
        (sum(sizes), NEURONS),
        (biases, NEURONS),
    ]
    return Variation(
        names={"sizes": written(sizes)},
        answer=total,
        errors=distinct_errors(total, wrong),
        solution=_solution(sizes, total),
    )


def parameters(sizes: Sequence[int]) -> int:
    """Weights and biases of the dense layers between layers of these sizes."""
    return sum(inputs * outputs + outputs for inputs, outputs in pairwise(sizes))


def written(sizes: Sequence[int]) -> str:
    """The sizes as the lesson writes them: 784–512–256–10."""
    return "–".join(str(size) for size in sizes)


def _draw(random_: random.Random) -> tuple[int, ...]:
    return (
        random_.choice([4, 10, 20, 30, 50, 64, 100, 784]),
        random_.choice([16, 20, 32, 40, 64, 100, 128]),
        random_.choice([8, 10, 12, 15, 24, 30, 50]),
        random_.choice([1, 2, 3, 5, 6]),
    )


def _solution(sizes: Sequence[int], total: int) -> Text:
    counts = [inputs * outputs + outputs for inputs, outputs in pairwise(sizes)]
    rows = [
        rf"${inputs} \cdot {outputs} + {outputs} = {count}$"
        for (inputs, outputs), count in zip(pairwise(sizes), counts, strict=True)
    ]
    sum_ = rf"${' + '.join(map(str, counts))} = {total}$"
    return Text(
        en=f"Each layer has inputs times outputs weights, and as many biases as outputs: {rows[0]}, "
        f"{rows[1]} and {rows[2]}. Together {sum_}.",
        hi=f"हर layer में inputs गुणा outputs जितने weights होते हैं, और outputs जितने bias: {rows[0]}, "
        f"{rows[1]} और {rows[2]}। कुल मिलाकर {sum_}।",
    )
