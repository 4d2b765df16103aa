"""Counting the parameters of nn.RNN. Seed 0: nn.RNN(10, 20), 640 of them."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

ONE_BIAS = Text(
    "PyTorch keeps two biases, one beside each matrix (`bias_ih` and `bias_hh`).",
    "PyTorch में दो bias होते हैं, हर matrix के साथ एक (`bias_ih` और `bias_hh`)।",
)
NO_BIAS = Text("The two biases are missing.", "दोनों bias छूट गए।")
NO_RECURRENCE = Text(
    "The recurrent matrix is missing: from the hidden state to the hidden state.",
    "Recurrent matrix छूट गया: hidden state से hidden state वाला।",
)
EVERY_STEP = Text(
    "The same weights serve at every step: the length of the sequence does not enter.",
    "वही weights हर step पर काम आते हैं: sequence की लंबाई गिनती में नहीं आती।",
)
SQUARE_OF_INPUTS = Text(
    "The recurrent matrix has hidden size rows and columns; the input size stands only in the other one.",
    "Recurrent matrix में rows और columns दोनों hidden size जितने होते हैं; input size केवल दूसरे matrix में आता है।",
)


def vary(seed: int) -> Variation:
    """Two matrices and two biases, one layer in one direction."""
    inputs, hidden, steps = (10, 20, 3) if seed == 0 else _draw(random.Random(seed))
    total = hidden * inputs + hidden * hidden + 2 * hidden
    wrong = [
        (total - hidden, ONE_BIAS),
        (total - 2 * hidden, NO_BIAS),
        (hidden * inputs + hidden, NO_RECURRENCE),
        (hidden * inputs + 2 * hidden, NO_RECURRENCE),
        (steps * total, EVERY_STEP),
        (hidden * inputs + inputs * inputs + 2 * hidden, SQUARE_OF_INPUTS),
    ]
    return Variation(
        names={"inputs": inputs, "hidden": hidden, "steps": steps},
        answer=total,
        errors=distinct_errors(total, wrong),
        solution=_solution(inputs, hidden, total),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    return (
        random_.choice([1, 2, 3, 4, 5, 8, 10, 28, 50]),
        random_.choice([2, 4, 6, 8, 10, 16, 20, 32, 64]),
        random_.randint(3, 12),
    )


def _solution(inputs: int, hidden: int, total: int) -> Text:
    first = rf"${hidden} \cdot {inputs} = {hidden * inputs}$"
    second = rf"${hidden} \cdot {hidden} = {hidden * hidden}$"
    biases = rf"$2 \cdot {hidden} = {2 * hidden}$"
    sum_ = rf"${hidden * inputs} + {hidden * hidden} + {2 * hidden} = {total}$"
    return Text(
        en=f"From the input to the hidden state: {first} weights. From the hidden state to the hidden state: "
        f"{second}. Two biases: {biases}. Together {sum_}.",
        hi=f"Input से hidden state तक: {first} weights। Hidden state से hidden state तक: {second}। दो bias: "
        f"{biases}। कुल मिलाकर {sum_}।",
    )
