"""The gradient through residual blocks. Seed 0: three blocks with F′ = 0.1, so 1.1³ instead of 0.001."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

SLOPES = ("0.1", "0.2", "0.3", "0.5", "0.05", "-0.1", "-0.2", "-0.5")
STARTS = ("1", "2", "0.5", "4", "10")

NO_SKIP = Text(
    en="This is the way through $F$ alone. The shortcut adds 1 to every block's factor.",
    hi="यह केवल $F$ वाला रास्ता है। Shortcut हर block के factor में 1 जोड़ता है।",
)
SKIP_ONCE = Text(
    en="The 1 belongs into every block's factor, before multiplying; here it was added once at the end.",
    hi="1 हर block के factor में, गुणा से पहले जुड़ता है; यहाँ वह अंत में एक ही बार जोड़ा गया।",
)
ADDED = Text(
    en="The blocks' factors are multiplied, not added.",
    hi="Blocks के factors का गुणा होता है, जोड़ नहीं।",
)
START_FORGOTTEN = Text(
    en="These are the factors alone; the gradient that comes in is missing.",
    hi="ये केवल factors हैं; जो gradient अंदर आता है, वह छूट गया।",
)


def vary(seed: int) -> Variation:
    """What comes in, the slope of each block's F, and the number of blocks."""
    start, slope, blocks = (Fraction(1), Fraction("0.1"), 3) if seed == 0 else _draw(random.Random(seed))
    answer = start * (1 + slope) ** blocks
    wrong = [
        (start * slope**blocks, NO_SKIP),
        (start * (1 + slope**blocks), SKIP_ONCE),
        (start * blocks * (1 + slope), ADDED),
        ((1 + slope) ** blocks, START_FORGOTTEN),
    ]
    return Variation(
        names={"g": decimal(start), "d": decimal(slope), "n": blocks},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(start, slope, blocks),
    )


def _draw(random_: random.Random) -> tuple[Fraction, Fraction, int]:
    return Fraction(random_.choice(STARTS)), Fraction(random_.choice(SLOPES)), random_.choice((2, 3))


def _solution(start: Fraction, slope: Fraction, blocks: int) -> Text:
    answer = decimal(start * (1 + slope) ** blocks, 8)
    plain = decimal(start * slope**blocks, 8)
    factor = rf"$1 + {signed(slope)} = {decimal(1 + slope)}$"
    steps = rf"${decimal(start)} \cdot {decimal(1 + slope)}^{{{blocks}}} = {answer}$"
    return Text(
        en=f"With $y = F(x) + x$ each block's factor is {factor}. {blocks} blocks: {steps}. "
        f"Without the shortcuts only ${plain}$ would be left.",
        hi=f"$y = F(x) + x$ हो तो हर block का factor {factor} है। {blocks} blocks के लिए: {steps}। "
        f"Shortcut न होते तो केवल ${plain}$ बचता।",
    )
