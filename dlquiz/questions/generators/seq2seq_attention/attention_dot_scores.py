"""Dot scores of a decoder state with three encoder states. Seed 0 is the lesson's: 2, 4, 1."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.seq2seq_attention.states import (
    LESSON_QUERY,
    LESSON_STATES,
    Pair,
    States,
    dot,
    row,
    state_names,
)
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import sum_of_products

ADDED = Text(
    "The entries of the two vectors were added. For a dot product they are multiplied first, then added.",
    "दोनों vectors के मान जोड़ दिए गए। Dot product में पहले गुणा होता है, फिर जोड़।",
)
STATES_ALONE = Text(
    "Those are the sums of the encoder states alone. The decoder state has to come in.",
    "यह केवल encoder states के मानों का जोड़ है। Decoder state भी आनी चाहिए।",
)
NEIGHBOURS = Text(
    "You multiplied the encoder states with each other. Each is compared with the decoder state $s$.",
    "आपने encoder states का गुणा आपस में कर दिया। हर एक की तुलना decoder state $s$ से होती है।",
)
CROSSED = Text(
    "The entries were paired crosswise. First goes with first, second with second.",
    "मानों की जोड़ियाँ उलटी बन गईं। पहला पहले के साथ, दूसरा दूसरे के साथ।",
)
REVERSED = Text(
    "The scores are right, but stand in the order from the last state to the first.",
    "Scores सही हैं, पर क्रम उलटा है: आख़िरी state से पहली तक।",
)


def vary(seed: int) -> Variation:
    """e_j = s · h_j for three encoder states of two numbers each."""
    query, states = (LESSON_QUERY, LESSON_STATES) if seed == 0 else _draw(random.Random(seed))
    scores = [dot(query, state) for state in states]
    wrong = [
        ([sum(query) + sum(state) for state in states], ADDED),
        ([sum(state) for state in states], STATES_ALONE),
        ([dot(query[::-1], state) for state in states], CROSSED),
        (scores[::-1], REVERSED),
        ([dot(state, states[(place + 1) % 3]) for place, state in enumerate(states)], NEIGHBOURS),
    ]
    lines = [
        f"$e_{place} = {sum_of_products(list(zip(query, state, strict=True)))} = {score}$"
        for place, (state, score) in enumerate(zip(states, scores, strict=True), start=1)
    ]
    return Variation(
        names=state_names(query, states),
        answer=row(scores),
        errors=distinct_errors(row(scores), [(row(value), reason) for value, reason in wrong]),
        solution=Text(
            en=f"Entry times entry, then add: {', '.join(lines)}.",
            hi=f"हर मान को उसके सामने वाले से गुणा कीजिए, फिर जोड़िए: {', '.join(lines)}।",
        ),
    )


def _draw(random_: random.Random) -> tuple[Pair, States]:
    while True:
        query = random_.randint(-2, 3), random_.randint(1, 4)
        states = tuple((random_.randint(-2, 4), random_.randint(-2, 4)) for _ in range(3))
        scores = [dot(query, state) for state in states]
        if query[0] not in (0, query[1]) and len(set(scores)) == 3 and len(set(states)) == 3:
            return query, states
