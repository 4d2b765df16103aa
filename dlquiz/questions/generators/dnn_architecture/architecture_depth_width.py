"""A wide network and a deep one: how many parameters lie between. Seed 0: 10-100-1 against 10-20-20-1."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.dnn_architecture.architecture_parameters import parameters, written
from dlquiz.questions.generators.variation import Variation, distinct_errors

NO_BIAS = Text(
    "The biases are missing: one for every neuron after the input layer.",
    "Bias छूट गए: input layer के बाद हर neuron का एक।",
)
NEURONS = Text(
    "That is the difference in hidden neurons. Parameters lie between the layers: inputs times outputs.",
    "यह hidden neurons का अंतर है। Parameters layers के बीच होते हैं: inputs गुणा outputs।",
)
MIDDLE_FORGOTTEN = Text(
    "In the deep network the weights between its two hidden layers are missing.",
    "गहरे network में दोनों hidden layers के बीच के weights छूट गए।",
)
ONE_ONLY = Text(
    "That is the number of one network; asked is the difference.",
    "यह एक ही network की संख्या है; सवाल अंतर का है।",
)


def vary(seed: int) -> Variation:
    """One wide hidden layer against two narrow ones."""
    inputs, wide, narrow = (10, 100, 20) if seed == 0 else _draw(random.Random(seed))
    broad, deep = (inputs, wide, 1), (inputs, narrow, narrow, 1)
    many, few = parameters(broad), parameters(deep)
    answer = many - few
    wrong = [
        (answer - (wide + 1) + (2 * narrow + 1), NO_BIAS),
        (wide - 2 * narrow, NEURONS),
        (many - (few - narrow * narrow), MIDDLE_FORGOTTEN),
        (many - (few - narrow * narrow - narrow), MIDDLE_FORGOTTEN),
        (many, ONE_ONLY),
        (few, ONE_ONLY),
    ]
    first = rf"${inputs} \cdot {wide} + {wide} + {wide} \cdot 1 + 1 = {many}$"
    second = (
        rf"$({inputs} \cdot {narrow} + {narrow}) + ({narrow} \cdot {narrow} + {narrow}) "
        rf"+ ({narrow} \cdot 1 + 1) = {few}$"
    )
    return Variation(
        names={"wide": written(broad), "deep": written(deep)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            en=f"Wide: {first}. Deep: {second}. The difference is ${many} - {few} = {answer}$.",
            hi=f"चौड़ा: {first}। गहरा: {second}। अंतर ${many} - {few} = {answer}$ है।",
        ),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    while True:
        inputs = random_.choice([4, 5, 8, 10, 12, 20])
        wide, narrow = random_.choice([50, 60, 80, 100, 150, 200]), random_.choice([5, 8, 10, 12, 15, 20])
        if parameters((inputs, wide, 1)) > parameters((inputs, narrow, narrow, 1)) + 10:
            return inputs, wide, narrow
