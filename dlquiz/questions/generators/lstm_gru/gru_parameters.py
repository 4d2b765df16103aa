"""Counting the parameters of nn.GRU. Seed 0: nn.GRU(10, 20), 1920 of them."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.lstm_gru.gated import GatedLayer, counted
from dlquiz.questions.generators.variation import Variation, distinct_errors

FOUR_BLOCKS = Text(
    "That is an LSTM of the same size. A GRU has three blocks: $r$, $z$, $n$.",
    "यह उसी आकार के LSTM की गिनती है। GRU में तीन blocks होते हैं: $r$, $z$, $n$।",
)
TWO_BLOCKS = Text(
    "You counted the two gates only. The candidate $n$ has weights of its own: three blocks in all.",
    "आपने केवल दोनों gates गिने। Candidate $n$ के भी अपने weights होते हैं: कुल तीन blocks।",
)
ONE_BLOCK = Text(
    "That is a simple RNN. A GRU has three such blocks: $r$, $z$, $n$.",
    "यह साधारण RNN की गिनती है। GRU में ऐसे तीन blocks होते हैं: $r$, $z$, $n$।",
)


def vary(seed: int) -> Variation:
    """Three blocks, each of two matrices and two biases."""
    layer = GatedLayer("GRU", 10, 20, 3) if seed == 0 else GatedLayer.drawn("GRU", random.Random(seed))
    block = layer.block
    total = 3 * block
    wrong = [
        (4 * block, FOUR_BLOCKS),
        (2 * block, TWO_BLOCKS),
        (block, ONE_BLOCK),
        *counted(layer, 3),
    ]
    return Variation(
        names=layer.names,
        answer=total,
        errors=distinct_errors(total, wrong),
        solution=layer.solution(3, "r, z, n"),
    )
