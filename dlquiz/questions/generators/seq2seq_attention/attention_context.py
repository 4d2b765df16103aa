"""The context vector as the weighted sum of encoder states. Seed 0 is the lesson's: (0.875, 1.375)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.seq2seq_attention.states import (
    LESSON_STATES,
    Pair,
    States,
    column,
    row,
)
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, sum_of_products

NOT_WEIGHTED = Text(
    "The states were added without their weights.",
    "States को weights के बिना जोड़ दिया गया।",
)
AVERAGED = Text(
    "That is the plain mean. Attention gives every state its own weight.",
    "यह सादा औसत है। Attention हर state को उसका अपना weight देता है।",
)
LAST_STATE = Text(
    "That is the last encoder state: the context vector of a model *without* attention.",
    "यह आख़िरी encoder state है: *बिना* attention वाले model का context vector।",
)
STRONGEST = Text(
    "That is the state with the largest weight alone. The others count as well, each by its weight.",
    "यह केवल सबसे बड़े weight वाली state है। बाक़ी भी गिनी जाती हैं, हर एक अपने weight जितनी।",
)
REVERSED = Text(
    "The weights were used from the last to the first.",
    "Weights पीछे से लगाए गए: आख़िरी से पहले तक।",
)
DIVIDED = Text(
    "The weights add up to 1 already; nothing is to be divided by the number of states.",
    "Weights का जोड़ पहले से 1 है; states की गिनती से भाग नहीं देना है।",
)
SHARES = (
    ("0.1", "0.2", "0.7"), ("0.2", "0.3", "0.5"), ("0.1", "0.3", "0.6"), ("0.1", "0.4", "0.5"),
    ("0.25", "0.25", "0.5"), ("0.2", "0.2", "0.6"), ("0.1", "0.1", "0.8"), ("0.05", "0.15", "0.8"),
)  # fmt: skip

LESSON: tuple[tuple[Fraction, ...], States] = (
    (Fraction(1, 4), Fraction(5, 8), Fraction(1, 8)),
    LESSON_STATES,
)


def vary(seed: int) -> Variation:
    """c = α_1 h_1 + α_2 h_2 + α_3 h_3."""
    weights, states = LESSON if seed == 0 else _draw(random.Random(seed))
    answer = _mixed(weights, states)
    whole = _mixed((Fraction(1),) * 3, states)
    strongest = states[weights.index(max(weights))]
    wrong: list[tuple[list[Fraction], Text]] = [
        (whole, NOT_WEIGHTED),
        ([value / 3 for value in whole], AVERAGED),
        (_mixed((Fraction(0), Fraction(0), Fraction(1)), states), LAST_STATE),
        ([Fraction(value) for value in strongest], STRONGEST),
        (_mixed(weights[::-1], states), REVERSED),
        ([value / 3 for value in answer], DIVIDED),
    ]
    lines = [
        f"${sum_of_products([(w, state[place]) for w, state in zip(weights, states, strict=True)])} = "
        f"{decimal(answer[place])}$"
        for place in (0, 1)
    ]
    named = {f"h{place}": column(state) for place, state in enumerate(states, start=1)}
    shares = {f"w{place}": decimal(weight) for place, weight in enumerate(weights, start=1)}
    return Variation(
        names={**named, **shares},
        answer=row(answer),
        errors=distinct_errors(row(answer), [(row(value), reason) for value, reason in wrong]),
        solution=Text(
            en=f"Entry by entry, every state times its weight. First entry: {lines[0]}. "
            f"Second entry: {lines[1]}.",
            hi=f"एक-एक मान करके, हर state गुणा उसका weight। पहला मान: {lines[0]}। दूसरा मान: {lines[1]}।",
        ),
    )


def _mixed(weights: Sequence[Fraction], states: States) -> list[Fraction]:
    return [
        sum((w * state[place] for w, state in zip(weights, states, strict=True)), Fraction(0))
        for place in (0, 1)
    ]


def _draw(random_: random.Random) -> tuple[tuple[Fraction, ...], States]:
    while True:
        shares = random_.sample(random_.choice(SHARES), 3)
        states: list[Pair] = [(random_.randint(-2, 5), random_.randint(-2, 5)) for _ in range(3)]
        if len(set(states)) == 3:
            return tuple(Fraction(share) for share in shares), tuple(states)
