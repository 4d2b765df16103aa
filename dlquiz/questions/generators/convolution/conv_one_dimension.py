"""A convolution in one dimension, by hand: the whole output. Seed 0 looks for differences of neighbours."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import sum_of_products, vector

Values = tuple[int, ...]

SIGNAL: Values = (1, 3, 2, 0, 4)
KERNEL: Values = (1, 0, -1)

FLIPPED = Text(
    "You have turned the kernel round. PyTorch lays it on the signal as it stands.",
    "आपने kernel को पलट दिया। PyTorch उसे जैसा है वैसा ही signal पर रखता है।",
)
SHIFTED = Text(
    "You have put a zero before the signal, so everything has moved by one place. Here there is no padding.",
    "आपने signal से पहले एक शून्य जोड़ दिया, इसलिए सब कुछ एक जगह खिसक गया। यहाँ padding नहीं है।",
)
UNSIGNED = Text(
    "The minus signs in the kernel are left out.",
    "Kernel के minus चिह्न छूट गए।",
)
UNUSED = Text(
    "You have added up the values under the window without the kernel's weights.",
    "आपने window के नीचे के मान जोड़ दिए, kernel के weights से गुणा नहीं किया।",
)


def correlated(signal: Values, kernel: Values) -> Values:
    """The sums of products under a window that moves by one place."""
    size = len(kernel)
    return tuple(
        sum(signal[place + step] * kernel[step] for step in range(size))
        for place in range(len(signal) - size + 1)
    )


def vary(seed: int) -> Variation:
    """A signal of five or six small numbers and a kernel of two or three weights."""
    signal, kernel = (SIGNAL, KERNEL) if seed == 0 else _draw(random.Random(seed))
    output = correlated(signal, kernel)
    wrong = [
        (correlated(signal, kernel[::-1]), FLIPPED),
        (correlated((0, *signal), kernel)[: len(output)], SHIFTED),
        (correlated(signal, (1,) * len(kernel)), UNUSED),
        (correlated(signal, tuple(map(abs, kernel))), UNSIGNED),
    ]
    answer = _row(output)
    return Variation(
        names={
            "x": vector(signal),
            "w": vector(kernel),
            "n": len(signal),
            "k": len(kernel),
            "size": len(output),
        },
        answer=answer,
        errors=distinct_errors(answer, [(_row(values), why) for values, why in wrong]),
        solution=_solution(signal, kernel, output),
    )


def _draw(random_: random.Random) -> tuple[Values, Values]:
    while True:
        signal = tuple(random_.randint(0, 5) for _ in range(random_.choice([5, 5, 6])))
        kernel = tuple(random_.randint(-2, 2) for _ in range(random_.choice([2, 3, 3])))
        if kernel != kernel[::-1] and 0 not in (kernel[0], kernel[-1]) and len(set(signal)) > 2:
            return signal, kernel


def _row(values: Values) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(value) for value in values),)


def _solution(signal: Values, kernel: Values, output: Values) -> Text:
    size = len(kernel)
    steps = "; ".join(
        f"${sum_of_products(list(zip(signal[place : place + size], kernel, strict=True)))} = {value}$"
        for place, value in enumerate(output)
    )
    room = f"${len(signal)} - {size} + 1 = {len(output)}$"
    return Text(
        en=f"The kernel has room at {room} places, and each gives one number: {steps}. "
        f"So $y = {vector(output)}$.",
        hi=f"Kernel के लिए {room} जगहें हैं, और हर जगह से एक संख्या मिलती है: {steps}। इसलिए $y = {vector(output)}$।",
    )
