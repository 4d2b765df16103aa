"""The weights of a bottleneck block. Seed 0 is ResNet-50's first kind: 256 → 64 → 64 → 256, 69632 weights."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

LESSON = (256, 64)

TWO_LARGE = Text(
    "That is the block without a bottleneck: two 3×3 convolutions on all channels.",
    "यह bottleneck के बिना वाला block है: सारे channels पर दो 3×3 convolution।",
)
NO_NINE = Text(
    "The kernel in the middle has $3 \\cdot 3 = 9$ weights for every pair of channels.",
    "बीच वाले kernel में channels की हर जोड़ी के लिए $3 \\cdot 3 = 9$ weights हैं।",
)
ONE_MISSING = Text(
    "There are two 1×1 convolutions: one makes the channels fewer, one brings them back.",
    "1×1 convolution दो हैं: एक channels घटाता है, एक वापस बढ़ाता है।",
)
MIDDLE_ON_ALL = Text(
    "The 3×3 in the middle works on the few channels only; that is what the bottleneck is for.",
    "बीच का 3×3 केवल थोड़े channels पर चलता है; bottleneck है ही इसीलिए।",
)
MIDDLE_ONLY = Text(
    "The two 1×1 convolutions have weights as well.",
    "दोनों 1×1 convolutions के भी weights होते हैं।",
)
NINE_EVERYWHERE = Text(
    "A 1×1 kernel has only one weight for every pair of channels, not nine.",
    "1×1 kernel में channels की हर जोड़ी के लिए एक ही weight है, नौ नहीं।",
)


def vary(seed: int) -> Variation:
    """C · m + 9 · m · m + m · C, without biases."""
    wide, narrow = LESSON if seed == 0 else _draw(random.Random(seed))
    outer, middle = wide * narrow, 9 * narrow**2
    answer = 2 * outer + middle
    wrong = [
        (18 * wide**2, TWO_LARGE),
        (2 * outer + narrow**2, NO_NINE),
        (outer + middle, ONE_MISSING),
        (2 * outer + 9 * wide**2, MIDDLE_ON_ALL),
        (middle, MIDDLE_ONLY),
        (18 * outer + middle, NINE_EVERYWHERE),
    ]
    return Variation(
        names={"wide": wide, "narrow": narrow},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(wide, narrow, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int]:
    narrow = random_.choice([2, 4, 5, 8, 10, 12, 16, 20, 32, 64])
    return narrow * random_.choice([2, 4, 5, 8, 10]), narrow


def _solution(wide: int, narrow: int, answer: int) -> Text:
    outer = rf"{wide} \cdot {narrow} = {wide * narrow}"
    middle = rf"9 \cdot {narrow} \cdot {narrow} = {9 * narrow**2}"
    back = rf"{narrow} \cdot {wide} = {wide * narrow}"
    return Text(
        en=f"The first 1×1: ${outer}$. The 3×3: ${middle}$. The last 1×1: ${back}$. Together **{answer}**. "
        rf"Two 3×3 on all channels would have $2 \cdot 9 \cdot {wide} \cdot {wide} = {18 * wide**2}$.",
        hi=f"पहला 1×1: ${outer}$। 3×3: ${middle}$। आख़िरी 1×1: ${back}$। कुल **{answer}**। सारे channels पर दो "
        rf"3×3 होते तो $2 \cdot 9 \cdot {wide} \cdot {wide} = {18 * wide**2}$ लगते।",
    )
