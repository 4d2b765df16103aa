"""Counting the parameters of a dense layer. Seed 0 is the first one of the course's small CNN."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

NO_BIAS = Text(
    en="These are the weights. Each output neuron has a bias as well.",
    hi="ये केवल weights हैं। हर output neuron का एक bias भी होता है।",
)
BIAS_PER_INPUT = Text(
    en="The biases belong to the outputs, not to the inputs.",
    hi="Bias हर output का होता है, हर input का नहीं।",
)
ONE_BIAS = Text(
    en="One bias is not enough: each output neuron has its own.",
    hi="एक bias काफ़ी नहीं: हर output neuron का अपना bias होता है।",
)
SUM = Text(
    en="Inputs and outputs are multiplied, not added: every output has a weight for every input.",
    hi="Inputs और outputs का गुणा होता है, जोड़ नहीं: हर output के पास हर input के लिए एक weight होता है।",
)
ONE_NEURON = Text(
    en="This is a single output neuron.",
    hi="यह एक ही output neuron की गिनती है।",
)


def vary(seed: int) -> Variation:
    """How many numbers go in and how many come out."""
    inputs, outputs = (2048, 128) if seed == 0 else _draw(random.Random(seed))
    answer = inputs * outputs + outputs
    wrong = [
        (inputs * outputs, NO_BIAS),
        (inputs * outputs + inputs, BIAS_PER_INPUT),
        (inputs * outputs + 1, ONE_BIAS),
        (inputs + outputs, SUM),
        (inputs + 1, ONE_NEURON),
    ]
    return Variation(
        names={"inputs": inputs, "outputs": outputs},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(inputs, outputs, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int]:
    return (
        random_.choice([64, 100, 120, 128, 256, 400, 512, 784, 1024, 2048]),
        random_.choice([2, 5, 10, 20, 32, 50, 64, 84, 100]),
    )


def _solution(inputs: int, outputs: int, answer: int) -> Text:
    weights = inputs * outputs
    steps = rf"${inputs} \cdot {outputs} = {weights}$", rf"${weights} + {outputs} = {answer}$"
    return Text(
        en=f"Every one of the {outputs} outputs has a weight for each of the {inputs} inputs: {steps[0]}. "
        f"With one bias for each output: {steps[1]}.",
        hi=f"{outputs} outputs में से हर एक के पास {inputs} inputs में से हर एक के लिए एक weight है: {steps[0]}। हर "
        f"output का एक bias भी जोड़िए: {steps[1]}।",
    )
