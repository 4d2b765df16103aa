"""Shapes of what nn.LSTM returns. Seed 0: `out` of a bidirectional nn.LSTM(10, 20) on (5, 3, 10)."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

ONE_DIRECTION = Text(
    "With `bidirectional=True` there are two directions; in `out` they stand side by side.",
    "`bidirectional=True` हो तो दिशाएँ दो होती हैं; `out` में वे साथ-साथ रहती हैं।",
)
GATES_COUNTED = Text(
    "The four blocks of weights do not show in the shapes: each state has hidden size numbers.",
    "Weights के चार blocks shape में नहीं दिखते: हर state में hidden size जितनी ही संख्याएँ होती हैं।",
)
STATE_FOR_OUT = Text(
    "That is the shape of `h_n` and `c_n`, after the last step. `out` has a state for every step.",
    "यह `h_n` और `c_n` का shape है, आख़िरी step के बाद का। `out` में हर step की state होती है।",
)
OUT_FOR_STATE = Text(
    "That is the shape of `out`. `h_n` and `c_n` have only what is left after the last step.",
    "यह `out` का shape है। `h_n` और `c_n` में सिर्फ़ आख़िरी step के बाद की state होती है।",
)
BATCH_MOVED = Text(
    "`batch_first=True` does not touch `h_n` and `c_n`: there the batch comes second.",
    "`batch_first=True` का `h_n` और `c_n` पर असर नहीं होता: उनमें batch दूसरे स्थान पर आता है।",
)
SIDE_BY_SIDE = Text(
    "Side by side the directions stand in `out` only. In `h_n` and `c_n` each has an entry of its own.",
    "दिशाएँ साथ-साथ केवल `out` में रहती हैं। `h_n` और `c_n` में हर दिशा अलग रखी जाती है।",
)
COUNT_MISSED = Text(
    "The first dimension is the number of layers times the number of directions.",
    "पहला dimension होता है: layers की संख्या गुणा दिशाओं की संख्या।",
)
INPUT_KEPT = Text(
    "The last dimension comes from the hidden size, not from the input size.",
    "आख़िरी dimension hidden size से आता है, input size से नहीं।",
)
LAYERS_COUNTED = Text(
    "`out` holds the states of the last layer only.",
    "`out` में सिर्फ़ आख़िरी layer की states होती हैं।",
)


@dataclass(frozen=True)
class Reading:
    """A layer of nn.LSTM, what it reads (batch first), and which of the three tensors is asked for."""

    inputs: int
    hidden: int
    batch: int
    steps: int
    layers: int
    directions: int
    wanted: str

    @property
    def call(self) -> str:
        options = [f"num_layers={self.layers}"] if self.layers > 1 else []
        options += ["batch_first=True"]
        options += ["bidirectional=True"] if self.directions == 2 else []
        return f"nn.LSTM({', '.join([str(self.inputs), str(self.hidden), *options])})"

    @property
    def out(self) -> tuple[int, int, int]:
        return self.batch, self.steps, self.hidden * self.directions

    @property
    def state(self) -> tuple[int, int, int]:
        return self.layers * self.directions, self.batch, self.hidden


EXAMPLE = Reading(inputs=10, hidden=20, batch=5, steps=3, layers=1, directions=2, wanted="out")


def vary(seed: int) -> Variation:
    """`out`, `h_n` or `c_n`."""
    reading = EXAMPLE if seed == 0 else _draw(random.Random(seed))
    answer = reading.out if reading.wanted == "out" else reading.state
    wrong = _wrong_outs(reading) if reading.wanted == "out" else _wrong_states(reading)
    return Variation(
        names={
            "call": reading.call,
            "shape": str((reading.batch, reading.steps, reading.inputs)),
            "wanted": reading.wanted,
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(reading),
    )


def _draw(random_: random.Random) -> Reading:
    batch, steps, inputs = random_.sample(range(3, 13), 3)
    return Reading(
        inputs=inputs,
        hidden=random_.choice([16, 20, 32, 50, 64]),
        batch=batch,
        steps=steps,
        layers=random_.choice([1, 1, 2]),
        directions=random_.choice([2, 2, 2, 1]),
        wanted=random_.choice(["out", "h_n", "c_n"]),
    )


def _wrong_outs(reading: Reading) -> list[tuple[tuple[int, ...], Text]]:
    batch, steps, width = reading.out
    return [
        ((batch, steps, reading.hidden), ONE_DIRECTION),
        (reading.state, STATE_FOR_OUT),
        ((batch, steps, reading.inputs), INPUT_KEPT),
        ((batch, steps, 4 * reading.hidden), GATES_COUNTED),
        ((batch, steps, 4 * width), GATES_COUNTED),
        ((batch, steps, width * reading.layers), LAYERS_COUNTED),
    ]


def _wrong_states(reading: Reading) -> list[tuple[tuple[int, ...], Text]]:
    count, batch, hidden = reading.state
    return [
        ((batch, count, hidden), BATCH_MOVED),
        (reading.out, OUT_FOR_STATE),
        ((reading.layers, batch, hidden * reading.directions), SIDE_BY_SIDE),
        ((reading.layers, batch, hidden), COUNT_MISSED),
        ((reading.directions, batch, hidden), COUNT_MISSED),
        ((1, batch, hidden), COUNT_MISSED),
        ((count, batch, 4 * hidden), GATES_COUNTED),
    ]


def _solution(reading: Reading) -> Text:
    if reading.wanted == "out":
        width = rf"${reading.directions} \cdot {reading.hidden} = {reading.out[2]}$"
        return Text(
            en=f"Batch and steps stay as in the input, {reading.batch} and {reading.steps}. At every step "
            f"the last layer gives directions times hidden size: {width}. So **{reading.out}**.",
            hi=f"Batch और steps वही रहते हैं जो input में हैं, {reading.batch} और {reading.steps}। हर step पर "
            f"आख़िरी layer से दिशाएँ गुणा hidden size मिलता है: {width}। इसलिए **{reading.out}**।",
        )
    count = rf"${reading.layers} \cdot {reading.directions} = {reading.state[0]}$"
    return Text(
        en=f"Layers times directions: {count}. Then the batch, {reading.batch}, and the hidden size, "
        f"{reading.hidden}: **{reading.state}**. `h_n` and `c_n` have the same shape.",
        hi=f"Layers गुणा दिशाएँ: {count}। फिर batch, {reading.batch}, और hidden size, {reading.hidden}: "
        f"**{reading.state}**। `h_n` और `c_n` का shape एक ही होता है।",
    )
