"""The shape of what nn.RNN returns for every step. Seed 0: nn.RNN(10, 20, batch_first=True) on (5, 3, 10)."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

INPUT_KEPT = Text(
    "The last dimension of the output is the hidden size, not the input size.",
    "Output का आख़िरी dimension hidden size होता है, input size नहीं।",
)
AXES_SWAPPED = Text(
    "Batch and time have changed places. The output keeps the order that the input has.",
    "Batch और समय की जगह बदल गई है। Output में क्रम वही रहता है जो input में है।",
)
ONE_DIRECTION = Text(
    "With `bidirectional=True` the states of both directions stand side by side: twice the hidden size.",
    "`bidirectional=True` हो तो दोनों दिशाओं की states साथ-साथ रखी जाती हैं: hidden size दोगुना हो जाता है।",
)
LAYERS_COUNTED = Text(
    "The output holds the states of the last layer only; the number of layers shows in `h_n`.",
    "Output में सिर्फ़ आख़िरी layer की states होती हैं; layers की गिनती `h_n` में दिखती है।",
)
LAST_ONLY = Text(
    "That is one state for each sequence. `out` has one for every step; the last one alone is in `h_n`.",
    "यह हर sequence की एक ही state है। `out` में हर step की state होती है; अकेली आख़िरी वाली `h_n` में है।",
)


@dataclass(frozen=True)
class RecurrentLayer:
    """A layer of nn.RNN and the batch that it is applied to."""

    inputs: int
    hidden: int
    batch: int
    steps: int
    batch_first: bool = True
    bidirectional: bool = False
    layers: int = 1

    @property
    def directions(self) -> int:
        return 2 if self.bidirectional else 1

    @property
    def call(self) -> str:
        options = [f"num_layers={self.layers}"] if self.layers > 1 else []
        options += ["batch_first=True"] if self.batch_first else []
        options += ["bidirectional=True"] if self.bidirectional else []
        return f"nn.RNN({', '.join([str(self.inputs), str(self.hidden), *options])})"

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (*self.leading, self.inputs)

    @property
    def leading(self) -> tuple[int, int]:
        """Batch and steps, in the order that the layer wants."""
        return (self.batch, self.steps) if self.batch_first else (self.steps, self.batch)

    @property
    def names(self) -> dict[str, object]:
        return {"call": self.call, "shape": str(self.input_shape)}


EXAMPLE = RecurrentLayer(inputs=10, hidden=20, batch=5, steps=3)


def drawn_layer(seed: int) -> RecurrentLayer:
    """The lesson's layer for seed 0; else one whose sizes all differ, so that no two can be mixed up."""
    if seed == 0:
        return EXAMPLE
    random_ = random.Random(seed)
    batch, steps, inputs = random_.sample(range(2, 13), 3)
    hidden = random_.choice([16, 20, 32, 50, 64])
    return RecurrentLayer(
        inputs=inputs,
        hidden=hidden,
        batch=batch,
        steps=steps,
        batch_first=random_.random() < 0.6,
        bidirectional=random_.random() < 0.4,
        layers=random_.choice([1, 1, 2, 3]),
    )


def vary(seed: int) -> Variation:
    """The states of the last layer at every step, both directions side by side."""
    layer = drawn_layer(seed)
    width = layer.hidden * layer.directions
    answer = (*layer.leading, width)
    wrong = [
        ((*layer.leading, layer.inputs), INPUT_KEPT),
        ((*reversed(layer.leading), width), AXES_SWAPPED),
        ((*layer.leading, layer.hidden), ONE_DIRECTION),
        ((*layer.leading, width * layer.layers), LAYERS_COUNTED),
        ((layer.directions * layer.layers, layer.batch, layer.hidden), LAST_ONLY),
        ((layer.batch, width), LAST_ONLY),
    ]
    return Variation(
        names=layer.names,
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(layer, answer),
    )


def _solution(layer: RecurrentLayer, answer: tuple[int, ...]) -> Text:
    order_en, order_hi = ("batch, time", "batch, समय") if layer.batch_first else ("time, batch", "समय, batch")
    option_en = f"{'With' if layer.batch_first else 'Without'} `batch_first=True`"
    option_hi = f"`batch_first=True` {'है' if layer.batch_first else 'नहीं है'}"
    width_en, width_hi = _width(layer)
    return Text(
        en=f"{option_en} the order is {order_en}, features: the layer reads a batch of {layer.batch} "
        f"sequences of {layer.steps} steps. There is a state for every step, {width_en}: **{answer}**.",
        hi=f"{option_hi}, इसलिए क्रम है {order_hi}, features: batch में {layer.batch} sequences हैं, हर एक में "
        f"{layer.steps} steps। हर step की एक state है, {width_hi}: **{answer}**।",
    )


def _width(layer: RecurrentLayer) -> tuple[str, str]:
    if not layer.bidirectional:
        return f"of {layer.hidden} numbers", f"जिसमें {layer.hidden} संख्याएँ हैं"
    both = rf"$2 \cdot {layer.hidden} = {2 * layer.hidden}$"
    return f"of {both} numbers (two directions)", f"जिसमें {both} संख्याएँ हैं (दो दिशाएँ)"
