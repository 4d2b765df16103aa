"""The shape of the last hidden state. Seed 0, the layer of ``rnn_output_shape``, gives (1, 5, 20)."""

from __future__ import annotations

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.rnn.rnn_output_shape import RecurrentLayer, drawn_layer
from dlquiz.questions.generators.variation import Variation, distinct_errors

BATCH_MOVED = Text(
    "`batch_first=True` moves the batch in the input and in `out` only. In `h_n` it always comes second.",
    "`batch_first=True` से batch की जगह केवल input और `out` में बदलती है। `h_n` में वह हमेशा दूसरा dimension है।",
)
FIRST_DROPPED = Text(
    "The first dimension stays, even where it is 1: it counts layers times directions.",
    "पहला dimension 1 हो, तब भी रहता है: वह layers गुणा दिशाएँ गिनता है।",
)
EVERY_STEP = Text(
    "That is `out`, with a state for every step. `h_n` has only the last one.",
    "यह `out` है, जिसमें हर step की state है। `h_n` में सिर्फ़ आख़िरी वाली होती है।",
)
COUNT_MISSED = Text(
    "The first dimension is the number of layers times the number of directions.",
    "पहला dimension होता है: layers की संख्या गुणा दिशाओं की संख्या।",
)
SIDE_BY_SIDE = Text(
    "Side by side the directions stand in `out`. In `h_n` each has an entry of its own.",
    "साथ-साथ तो दिशाएँ `out` में रहती हैं। `h_n` में हर दिशा अलग रखी जाती है।",
)


def vary(seed: int) -> Variation:
    """Layers times directions, batch, hidden size: whatever the order of the input."""
    layer = drawn_layer(seed)
    count = layer.layers * layer.directions
    answer = (count, layer.batch, layer.hidden)
    wrong = [
        ((layer.batch, count, layer.hidden), BATCH_MOVED),
        ((layer.batch, layer.hidden), FIRST_DROPPED),
        ((*layer.leading, layer.hidden * layer.directions), EVERY_STEP),
        ((*layer.leading, layer.hidden), EVERY_STEP),
        ((layer.layers, layer.batch, layer.hidden * layer.directions), SIDE_BY_SIDE),
        ((1, layer.batch, layer.hidden), COUNT_MISSED),
        ((layer.layers, layer.batch, layer.hidden), COUNT_MISSED),
        ((layer.directions, layer.batch, layer.hidden), COUNT_MISSED),
    ]
    return Variation(
        names=layer.names,
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(layer, answer),
    )


def _solution(layer: RecurrentLayer, answer: tuple[int, ...]) -> Text:
    count = rf"${layer.layers} \cdot {layer.directions} = {answer[0]}$"
    layers_en = "layer" if layer.layers == 1 else "layers"
    directions_en = "direction" if layer.directions == 1 else "directions"
    return Text(
        en=f"{layer.layers} {layers_en} times {layer.directions} {directions_en}: {count}. Then the batch, "
        f"{layer.batch}, and the hidden size, {layer.hidden}: **{answer}**. The number of steps "
        f"({layer.steps}) is gone, for this is the state after the last one.",
        hi=f"Layers: {layer.layers}, दिशाएँ: {layer.directions}, गुणा करने पर {count}। फिर batch, यानी "
        f"{layer.batch}, और hidden size, यानी {layer.hidden}: **{answer}**। Steps की संख्या "
        f"({layer.steps}) इसमें नहीं आती, क्योंकि यह आख़िरी step के बाद की state है।",
    )
