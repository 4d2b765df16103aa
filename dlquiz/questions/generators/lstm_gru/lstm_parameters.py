"""Counting the parameters of nn.LSTM. Seed 0: nn.LSTM(10, 20), 2560 of them."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.lstm_gru.gated import GatedLayer, counted
from dlquiz.questions.generators.variation import Variation, distinct_errors

THREE_BLOCKS = Text(
    "You counted the three gates only. The candidate $g$ has weights of its own: four blocks in all.",
    "आपने केवल तीन gates गिने। Candidate $g$ के भी अपने weights होते हैं: कुल चार blocks।",
)
ONE_BLOCK = Text(
    "That is a simple RNN. An LSTM has four such blocks: $i$, $f$, $g$, $o$.",
    "यह साधारण RNN की गिनती है। LSTM में ऐसे चार blocks होते हैं: $i$, $f$, $g$, $o$।",
)


def vary(seed: int) -> Variation:
    """Four blocks, each of two matrices and two biases."""
    layer = GatedLayer("LSTM", 10, 20, 3) if seed == 0 else GatedLayer.drawn("LSTM", random.Random(seed))
    block = layer.block
    total = 4 * block
    wrong = [
        (3 * block, THREE_BLOCKS),
        (block, ONE_BLOCK),
        *counted(layer, 4),
    ]
    return Variation(
        names=layer.names,
        answer=total,
        errors=distinct_errors(total, wrong),
        solution=layer.solution(4, "i, f, g, o"),
    )
