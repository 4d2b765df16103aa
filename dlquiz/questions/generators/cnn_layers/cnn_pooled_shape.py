"""The shape after a pooling layer. Seed 0 is the first pooling of the course's small CNN."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

CHANNELS_TOO = Text(
    en="Pooling works on each channel by itself: the number of channels stays.",
    hi="Pooling हर channel पर अलग-अलग चलती है: channels की संख्या उतनी ही रहती है।",
)
NOTHING = Text(
    en="This is the shape that went in: a pooling layer makes the map smaller.",
    hi="यह तो अंदर जाने वाला shape है: pooling से map छोटा हो जाता है।",
)
STRIDE_ONE = Text(
    en="This is what stride 1 would give. Where no stride is named, a pooling layer moves by its whole "
    "window.",
    hi="Stride 1 हो तो यही आता है। Stride न लिखा हो, तो pooling layer अपनी पूरी window जितना आगे बढ़ती है।",
)
WINDOW_AS_STRIDE = Text(
    en="This divides by the window. The stride is named here, and it is another number.",
    hi="इसमें window से भाग दिया गया है। यहाँ stride अलग से लिखा है, और वह दूसरी संख्या है।",
)
ROUNDED_UP = Text(
    en="This is rounded up: a last window that does not fit is dropped.",
    hi="इसमें ऊपर की ओर round किया गया है: आख़िरी window पूरी न समाए तो छोड़ दी जाती है।",
)
ONE_SIDE = Text(
    en="The window is square: width shrinks just as height does.",
    hi="Window चौकोर है: चौड़ाई भी ऊँचाई की तरह ही घटती है।",
)


def size_after(side: int, window: int, stride: int) -> int:
    """How many whole windows fit along one side."""
    return (side - window) // stride + 1


def vary(seed: int) -> Variation:
    """A batch of feature maps, a window, and a stride that is named or left out."""
    drawn = (1, 16, 32, 2, 2) if seed == 0 else _draw(random.Random(seed))
    batch, channels, side, window, stride = drawn
    after = size_after(side, window, stride)
    answer = (batch, channels, after, after)
    up = -(-(side - window) // stride) + 1
    wrong = [
        ((batch, max(1, channels // window), after, after), CHANNELS_TOO),
        ((batch, channels, side, side), NOTHING),
        ((batch, channels, up, up), ROUNDED_UP),
        ((batch, channels, side - window + 1, side - window + 1), STRIDE_ONE),
        ((batch, channels, side // window, side // window), WINDOW_AS_STRIDE),
        ((batch, channels, after, side), ONE_SIDE),
    ]
    layer = f"nn.MaxPool2d({window})" if stride == window else f"nn.MaxPool2d({window}, stride={stride})"
    return Variation(
        names={"shape": (batch, channels, side, side), "layer": layer},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(drawn, answer),
    )


def _draw(random_: random.Random) -> tuple[int, int, int, int, int]:
    window, stride = random_.choice([(2, 2), (2, 2), (3, 3), (3, 2), (4, 4)])
    return (
        random_.choice([1, 4, 8, 32, 64]),
        random_.choice([6, 8, 16, 32, 64]),
        random_.choice([8, 13, 14, 15, 24, 27, 28, 32, 55, 56]),
        window,
        stride,
    )


def _solution(drawn: tuple[int, ...], answer: tuple[int, ...]) -> Text:
    batch, channels, side, window, stride = drawn
    span = side - window
    steps = (
        rf"$\left\lfloor \frac{{{side} - {window}}}{{{stride}}} \right\rfloor + 1 = "
        rf"{span // stride} + 1 = {answer[2]}$"
    )
    said_en = "as large as the window" if stride == window else "named"
    said_hi = "window जितना ही है" if stride == window else "अलग से लिखा है"
    return Text(
        en=f"Batch ({batch}) and channels ({channels}) stay. The stride, {stride}, is {said_en}. Height and "
        f"width become {steps}, so the shape is **{answer}**.",
        hi=f"Batch ({batch}) और channels ({channels}) वही रहते हैं। Stride {stride} {said_hi}। ऊँचाई और चौड़ाई "
        f"{steps} हो जाती हैं, इसलिए shape **{answer}** है।",
    )
