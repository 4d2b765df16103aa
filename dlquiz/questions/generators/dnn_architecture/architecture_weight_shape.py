"""The shape of a layer's weight in PyTorch. Seed 0: the second layer of 784-512-256-10, (256, 512)."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.dnn_architecture.architecture_parameters import written
from dlquiz.questions.generators.variation import Variation, distinct_errors

TRANSPOSED = Text(
    "Turned round: `nn.Linear` keeps one row for each output, so the number of outputs comes first.",
    "उलटा हो गया: `nn.Linear` में हर output की एक row होती है, इसलिए outputs की संख्या पहले आती है।",
)
OTHER_LAYER = Text(
    "That is the weight of another layer: count the layers of weights, not the layers of neurons.",
    "यह किसी और layer का weight है: neurons की नहीं, weights की layers गिनिए।",
)
BIAS_INSIDE = Text(
    "The bias is a tensor of its own; it makes no column in the weight.",
    "Bias एक अलग tensor है; वह weight में कोई column नहीं जोड़ता।",
)
BIAS_ONLY = Text(
    "That is the shape of the bias. The weight has two dimensions.",
    "यह bias का shape है। Weight के दो dimensions होते हैं।",
)
BATCH = Text(
    "The batch is no part of the weights: the same weights serve every example.",
    "Weights में batch नहीं आता: वही weights हर example के काम आते हैं।",
)

_PLACES = (Text("first", "पहली"), Text("second", "दूसरी"), Text("third", "तीसरी"))


def vary(seed: int) -> Variation:
    """One of the three dense layers of a network: its outputs, its inputs."""
    sizes, place, batch = ((784, 512, 256, 10), 1, 32) if seed == 0 else _draw(random.Random(seed))
    layers = [(sizes[number + 1], sizes[number]) for number in range(3)]
    answer = layers[place]
    outputs, inputs = answer
    wrong: list[tuple[tuple[int, ...], Text]] = [
        ((inputs, outputs), TRANSPOSED),
        *((shape, OTHER_LAYER) for shape in layers),
        *(((shape[1], shape[0]), OTHER_LAYER) for shape in layers),
        ((outputs, inputs + 1), BIAS_INSIDE),
        ((outputs,), BIAS_ONLY),
        ((batch, outputs), BATCH),
        ((batch, outputs, inputs), BATCH),
    ]
    return Variation(
        names={"sizes": written(sizes), "name": f"layer{place + 1}", "batch": batch},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(place, inputs, outputs),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, ...], int, int]:
    sizes = tuple(random_.sample([3, 5, 8, 10, 12, 16, 20, 24, 30, 40, 50, 64, 100, 128, 200], 4))
    return sizes, random_.randrange(3), random_.choice([4, 6, 32, 48, 256])


def _solution(place: int, inputs: int, outputs: int) -> Text:
    name = _PLACES[place]
    return Text(
        en=f"The {name.en} layer of weights leads from {inputs} to {outputs} numbers: "
        f"`nn.Linear({inputs}, {outputs})`. Its weight has one row for each of the {outputs} outputs and one "
        f"column for each of the {inputs} inputs: **({outputs}, {inputs})**. The bias has "
        f"the shape ({outputs},).",
        hi=f"Weights की {name.hi} layer {inputs} संख्याओं से {outputs} संख्याएँ बनाती है: "
        f"`nn.Linear({inputs}, {outputs})`। उसके weight में {outputs} outputs में से हर एक की एक row होती है और "
        f"{inputs} inputs में से हर एक का एक column: **({outputs}, {inputs})**। Bias का shape है ({outputs},)।",
    )
