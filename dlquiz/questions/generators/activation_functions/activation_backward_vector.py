"""A gradient on its way back through ReLU or leaky ReLU. Seed 0: ReLU."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, vector

Values = tuple[Fraction, ...]

MASK_OF_GRADIENT = Text(
    "What counts is the sign of $z$, the input of the forward pass, not the sign of the gradient.",
    "फ़र्क़ $z$ के sign से पड़ता है, यानी forward pass के input से, gradient के sign से नहीं।",
)
UNTOUCHED = Text(
    "Where $z$ is negative, the gradient does not pass unchanged.",
    "जहाँ $z$ negative है, वहाँ gradient वैसा का वैसा नहीं गुज़रता।",
)
TIMES_VALUE = Text(
    "The gradient is multiplied by the slope (1 where $z > 0$), not by the output.",
    "Gradient slope से गुणा होता है ($z > 0$ हो तो 1), output से नहीं।",
)
TURNED = Text(
    "The sides are exchanged: the gradient passes where $z > 0$.",
    "दोनों तरफ़ें बदल गईं: gradient वहाँ गुज़रता है जहाँ $z > 0$ है।",
)
OTHER = Text(
    "That is the other of the two: ReLU has slope 0 on the left, leaky ReLU its small slope.",
    "यह दोनों में से दूसरा है: बाईं ओर ReLU का slope 0 है, leaky ReLU का अपना छोटा slope।",
)


def vary(seed: int) -> Variation:
    """dL/dz = dL/da · f'(z), entry by entry."""
    slope, z, gradient = _lesson() if seed == 0 else _draw(random.Random(seed))
    answer = _row(_through(slope, z, gradient))
    outputs = [value if value > 0 else slope * value for value in z]
    other = Fraction(0) if slope else Fraction(1, 10)
    wrong = [
        (_row([g if g > 0 else slope * g for g in gradient]), MASK_OF_GRADIENT),
        (_row(gradient), UNTOUCHED),
        (_row([out * g for out, g in zip(outputs, gradient, strict=True)]), TIMES_VALUE),
        (_row(_through(slope, [-value for value in z], gradient)), TURNED),
        (_row(_through(other, z, gradient)), OTHER),
    ]
    call = f"LeakyReLU({decimal(slope)})" if slope else "ReLU()"
    slopes = [Fraction(1) if value > 0 else slope for value in z]
    written = f"$({', '.join(map(decimal, slopes))})$"
    return Variation(
        names={"call": call, "z": vector(z), "g": vector(gradient)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            f"The slopes at the entries of $z$ are {written}. Entry by entry times the gradient that comes "
            f"in: ${vector(answer[0])}$.",
            f"$z$ के मानों पर slopes हैं {written}। आने वाले gradient से एक-एक करके गुणा कीजिए: "
            f"${vector(answer[0])}$।",
        ),
    )


def _lesson() -> tuple[Fraction, Values, Values]:
    z = tuple(Fraction(value) for value in (3, -1, -2, 5))
    return Fraction(0), z, (Fraction(2), Fraction(4), Fraction(-3), Fraction(-1))


def _draw(random_: random.Random) -> tuple[Fraction, Values, Values]:
    slope = Fraction(random_.choice(["0", "0", "0.1", "0.2", "0.01"]))
    while True:
        z = tuple(Fraction(random_.choice([-4, -3, -2, -1, 1, 2, 3, 4])) for _ in range(4))
        gradient = tuple(Fraction(random_.choice([-5, -4, -3, -2, 2, 3, 4, 5])) for _ in range(4))
        signs = {(value > 0, g > 0) for value, g in zip(z, gradient, strict=True)}
        if len(signs) == 4:
            return slope, z, gradient


def _through(slope: Fraction, z: Sequence[Fraction], gradient: Sequence[Fraction]) -> list[Fraction]:
    return [g if value > 0 else slope * g for value, g in zip(z, gradient, strict=True)]


def _row(values: Sequence[Fraction]) -> tuple[Values, ...]:
    return (tuple(values),)
