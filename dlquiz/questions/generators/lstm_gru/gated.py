"""Layers made of several blocks of weights: what the two questions that count parameters share."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text

ONE_BIAS = Text(
    "PyTorch keeps two biases in every block (`bias_ih` and `bias_hh`).",
    "PyTorch हर block में दो bias रखता है (`bias_ih` और `bias_hh`)।",
)
NO_BIAS = Text("The biases are missing.", "Bias छूट गए।")
NO_RECURRENCE = Text(
    "In every block the matrix from the hidden state is missing: hidden size times hidden size.",
    "हर block में hidden state वाला matrix छूट गया: hidden size गुणा hidden size।",
)
EVERY_STEP = Text(
    "The same weights serve at every step: the length of the sequence does not enter.",
    "वही weights हर step पर काम आते हैं: sequence की लंबाई गिनती में नहीं आती।",
)


@dataclass(frozen=True)
class GatedLayer:
    """nn.LSTM or nn.GRU with one layer in one direction, and the sequences that it reads."""

    kind: str
    inputs: int
    hidden: int
    steps: int

    @classmethod
    def drawn(cls, kind: str, random_: random.Random) -> GatedLayer:
        return cls(
            kind,
            random_.choice([1, 2, 3, 4, 5, 8, 10, 28]),
            random_.choice([2, 3, 4, 5, 6, 8, 10, 16, 20]),
            random_.randint(5, 12),
        )

    @property
    def weights(self) -> int:
        """Of one block, without its biases."""
        return self.hidden * self.inputs + self.hidden**2

    @property
    def block(self) -> int:
        """The parameters of one block: as many as nn.RNN has."""
        return self.weights + 2 * self.hidden

    @property
    def names(self) -> dict[str, object]:
        return {"call": f"nn.{self.kind}({self.inputs}, {self.hidden})", "steps": self.steps}

    def solution(self, blocks: int, letters: str) -> Text:
        inputs, hidden = self.inputs, self.hidden
        sum_ = (
            rf"${hidden} \cdot {inputs} + {hidden} \cdot {hidden} + 2 \cdot {hidden} = "
            rf"{hidden * inputs} + {hidden**2} + {2 * hidden} = {self.block}$"
        )
        product = rf"${blocks} \cdot {self.block} = {blocks * self.block}$"
        return Text(
            en=f"One block has a matrix for the input, one for the hidden state, and two biases: {sum_}. "
            f"There are {blocks} blocks, ${letters}$: {product}.",
            hi=f"एक block में input का matrix, hidden state का matrix और दो bias होते हैं: {sum_}। "
            f"ऐसे {blocks} blocks हैं, ${letters}$: {product}।",
        )


def counted(layer: GatedLayer, blocks: int) -> list[tuple[int, Text]]:
    """The slips that both kinds of layer share."""
    hidden = layer.hidden
    return [
        (blocks * (layer.block - hidden), ONE_BIAS),
        (blocks * layer.weights, NO_BIAS),
        (blocks * (layer.block - hidden**2), NO_RECURRENCE),
        (layer.steps * blocks * layer.block, EVERY_STEP),
    ]
