"""Iterations, size of the last batch, and iterations with drop_last. Seed 0: 1000 examples, batches of 64."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

Row = tuple[tuple[Fraction, ...], ...]

DROPPED = Text(
    en="Without `drop_last` the smaller last batch counts as an iteration: round up.",
    hi="`drop_last` न हो तो आख़िरी छोटा batch भी एक iteration है: ऊपर की ओर पूर्णांक लीजिए।",
)
LAST_IS_FULL = Text(
    en="The last batch is not full: what remains after the full ones is less than the batch size.",
    hi="आख़िरी batch भरा हुआ नहीं है: पूरे batches के बाद batch size से कम उदाहरण बचते हैं।",
)
WHAT_IS_MISSING = Text(
    en="That many examples are missing from a full batch. Asked is how many there are.",
    hi="पूरे batch से इतने उदाहरण कम हैं। पूछा यह गया है कि कितने हैं।",
)
KEPT = Text(
    en="With `drop_last=True` the smaller last batch is left out, so there is one iteration less.",
    hi="`drop_last=True` से आख़िरी छोटा batch छोड़ दिया जाता है, इसलिए एक iteration कम होता है।",
)


def vary(seed: int) -> Variation:
    """A data set whose size is no multiple of the batch size."""
    examples, batch = (1000, 64) if seed == 0 else _draw(random.Random(seed))
    full, rest = divmod(examples, batch)
    answer = _row(full + 1, rest, full)
    wrong = [
        (_row(full, rest, full), DROPPED),
        (_row(full + 1, batch, full), LAST_IS_FULL),
        (_row(full + 1, batch - rest, full), WHAT_IS_MISSING),
        (_row(full + 1, rest, full + 1), KEPT),
    ]
    return Variation(
        names={"examples": examples, "batch": batch},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(examples, batch),
    )


def _row(*values: int) -> Row:
    return (tuple(Fraction(value) for value in values),)


def _draw(random_: random.Random) -> tuple[int, int]:
    while True:
        examples, batch = 10 * random_.randint(20, 150), random_.choice([16, 24, 32, 48, 64, 80, 96, 128])
        if examples % batch and examples > 2 * batch:
            return examples, batch


def _solution(examples: int, batch: int) -> Text:
    full, rest = divmod(examples, batch)
    used = rf"${full} \cdot {batch} = {full * batch}$"
    left = rf"${examples} - {full * batch} = {rest}$"
    return Text(
        en=f"{full} full batches use {used} examples; {left} remain and make one more, smaller batch. So an "
        f"epoch has **{full + 1}** iterations, the last batch has **{rest}** examples, and with "
        f"`drop_last=True` there are **{full}** iterations.",
        hi=f"{full} पूरे batches में {used} उदाहरण आते हैं; {left} बचते हैं और एक छोटा batch बनाते हैं। इसलिए एक epoch "
        f"में **{full + 1}** iterations होते हैं, आख़िरी batch में **{rest}** उदाहरण, और "
        f"`drop_last=True` हो तो **{full}** iterations।",
    )
