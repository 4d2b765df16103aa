"""What a stack of 3×3 convolutions saves. Seed 0: two of them for one 5×5, with 64 channels."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

LESSON = (2, 64)
CHANNELS = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 30, 32, 40, 50, 64, 100]

STACK_ONLY = Text(
    "Those are the weights of the stack. Subtract them from those of the large kernel.",
    "ये 3×3 वालों के weights हैं। इन्हें बड़े kernel के weights में से घटाइए।",
)
LARGE_ONLY = Text(
    "Those are the weights of the large kernel. The stack's weights have to be subtracted.",
    "ये बड़े kernel के weights हैं। इनमें से 3×3 वालों के weights घटाने हैं।",
)
ONE_OF_STACK = Text(
    "Only one of the 3×3 convolutions was subtracted; each of them has weights of its own.",
    "केवल एक 3×3 convolution घटाया गया; हर एक के अपने weights होते हैं।",
)
CHANNELS_ONCE = Text(
    "Each of the $C$ kernels reads all $C$ channels: $C \\cdot C$, not $C$.",
    "$C$ kernels में से हर एक सारे $C$ channels पढ़ता है: $C \\cdot C$, न कि $C$।",
)
NO_CHANNELS = Text(
    "That holds for one channel in and one out. Multiply by $C \\cdot C$.",
    "यह एक channel अंदर और एक बाहर के लिए है। $C \\cdot C$ से गुणा कीजिए।",
)


def vary(seed: int) -> Variation:
    """((2m + 1)² - 9m) · C² for m convolutions of 3×3 with C channels in and out."""
    stacked, channels = LESSON if seed == 0 else _draw(random.Random(seed))
    large = 2 * stacked + 1
    of_large, of_stack = large**2 * channels**2, 9 * stacked * channels**2
    answer = of_large - of_stack
    wrong = [
        (of_stack, STACK_ONLY),
        (of_large, LARGE_ONLY),
        (of_large - 9 * channels**2, ONE_OF_STACK),
        ((large**2 - 9 * stacked) * channels, CHANNELS_ONCE),
        (large**2 - 9 * stacked, NO_CHANNELS),
    ]
    return Variation(
        names={"stacked": stacked, "large": large, "channels": channels},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(stacked, channels, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int]:
    return random_.choice([2, 3, 4]), random_.choice(CHANNELS)


def _solution(stacked: int, channels: int, answer: int) -> Text:
    large = 2 * stacked + 1
    of_large = rf"${large} \cdot {large} \cdot {channels} \cdot {channels} = {large**2 * channels**2}$"
    of_stack = rf"${stacked} \cdot 3 \cdot 3 \cdot {channels} \cdot {channels} = {9 * stacked * channels**2}$"
    return Text(
        en=f"One {large}×{large} has {of_large} weights, the {stacked} of 3×3 have {of_stack}. "
        f"Saved: **{answer}**.",
        hi=f"एक {large}×{large} में {of_large} weights हैं, 3×3 वाले {stacked} में {of_stack}। बचत: **{answer}**।",
    )
