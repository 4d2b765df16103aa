"""Shapes around attention with a BiLSTM encoder. Seed 0: batch 4, 7 input words, hidden size 16."""

from __future__ import annotations

import random
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

OUT, SCORES, CONTEXT = "enc_out", "weights", "context"

ONE_DIRECTION = Text(
    "The encoder is bidirectional: each of its states has twice the hidden size.",
    "Encoder bidirectional है: उसकी हर state में hidden size की दोगुनी संख्याएँ हैं।",
)
TARGET_FOR_SOURCE = Text(
    "The words of the output were counted instead of those of the input.",
    "Input के शब्दों की जगह output के शब्द गिन लिए गए।",
)
SIDES_TURNED = Text(
    "The last two dimensions are exchanged: one row for each word of the output, one column for each word "
    "of the input.",
    "आख़िरी दो dimensions आपस में बदल गए: output के हर शब्द की एक row, input के हर शब्द का एक column।",
)
NOT_SUMMED = Text(
    "In the weighted sum the words of the input are added up: their dimension is gone.",
    "Weighted sum में input के शब्द आपस में जुड़ जाते हैं: उनका dimension नहीं बचता।",
)
NO_FEATURES = Text(
    "A score is a single number: the features are used up in the dot product.",
    "Score एक ही संख्या है: dot product में features ख़त्म हो जाते हैं।",
)
WEIGHTS_FOR_CONTEXT = Text(
    "That is the shape of the weights. The context vectors have the size of the encoder states.",
    "यह weights का shape है। Context vectors का आकार encoder states जितना होता है।",
)


@dataclass(frozen=True)
class Sizes:
    """A batch of sentences, the two lengths, and the hidden size of one direction."""

    batch: int
    source: int
    target: int
    hidden: int
    wanted: str


def vary(seed: int) -> Variation:
    """The encoder's output, the attention weights, or the context vectors."""
    sizes = Sizes(4, 7, 5, 16, SCORES) if seed == 0 else _draw(random.Random(seed))
    batch, source, target, width = sizes.batch, sizes.source, sizes.target, 2 * sizes.hidden
    answer = {
        OUT: (batch, source, width),
        SCORES: (batch, target, source),
        CONTEXT: (batch, target, width),
    }[sizes.wanted]
    return Variation(
        names={
            "batch": batch,
            "source": source,
            "target": target,
            "hidden": sizes.hidden,
            "width": width,
            "wanted": sizes.wanted,
        },
        answer=answer,
        errors=distinct_errors(answer, _wrong(sizes)),
        solution=_solution(sizes, answer),
    )


def _draw(random_: random.Random) -> Sizes:
    batch, source, target = random_.sample(range(2, 13), 3)
    return Sizes(
        batch,
        source,
        target,
        random_.choice([16, 20, 32, 50]),
        random_.choice([OUT, SCORES, SCORES, CONTEXT]),
    )


def _wrong(sizes: Sizes) -> list[tuple[tuple[int, ...], Text]]:
    batch, source, target, hidden = sizes.batch, sizes.source, sizes.target, sizes.hidden
    width = 2 * hidden
    if sizes.wanted == OUT:
        return [
            ((batch, source, hidden), ONE_DIRECTION),
            ((batch, target, width), TARGET_FOR_SOURCE),
            ((batch, target, hidden), TARGET_FOR_SOURCE),
        ]
    if sizes.wanted == SCORES:
        return [
            ((batch, source, target), SIDES_TURNED),
            ((batch, target, width), NO_FEATURES),
            ((batch, source, width), NO_FEATURES),
            ((batch, target, source, width), NO_FEATURES),
            ((batch, target, target), TARGET_FOR_SOURCE),
        ]
    return [
        ((batch, target, hidden), ONE_DIRECTION),
        ((batch, source, width), NOT_SUMMED),
        ((batch, target, source, width), NOT_SUMMED),
        ((batch, target, source), WEIGHTS_FOR_CONTEXT),
    ]


def _solution(sizes: Sizes, answer: tuple[int, ...]) -> Text:
    batch, source, target, width = sizes.batch, sizes.source, sizes.target, 2 * sizes.hidden
    if sizes.wanted == OUT:
        return Text(
            en=f"A state for every word of the input, both directions side by side: **{answer}**.",
            hi=f"Input के हर शब्द की एक state, जिसमें दोनों दिशाएँ साथ-साथ हैं: **{answer}**।",
        )
    if sizes.wanted == SCORES:
        return Text(
            en=f"$({target} \\times {width}) \\cdot ({width} \\times {source})$ for each of the {batch} "
            f"sentences: a weight for every pair of an output word and an input word, **{answer}**.",
            hi=f"{batch} में से हर वाक्य के लिए $({target} \\times {width}) \\cdot ({width} \\times {source})$: "
            f"output के हर शब्द और input के हर शब्द की जोड़ी का एक weight, **{answer}**।",
        )
    return Text(
        en=f"$({target} \\times {source}) \\cdot ({source} \\times {width})$ for each of the {batch} "
        f"sentences: a context vector for every output word, **{answer}**.",
        hi=f"{batch} में से हर वाक्य के लिए $({target} \\times {source}) \\cdot ({source} \\times {width})$: "
        f"output के हर शब्द का एक context vector, **{answer}**।",
    )
