"""The Huber loss of a small and of a large error. Seed 0 is the lesson's example: 0.5 and 3 with δ = 1."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

HALF = Fraction(1, 2)

ALL_SQUARED = Text(
    "The second error is larger than $\\delta$: there the Huber loss grows along a straight line, "
    "not as a square.",
    "दूसरा error $\\delta$ से बड़ा है: वहाँ Huber loss सीधी रेखा में बढ़ता है, वर्ग की तरह नहीं।",
)
ALL_LINEAR = Text(
    "The first error is not larger than $\\delta$: there the Huber loss is half the square.",
    "पहला error $\\delta$ से बड़ा नहीं है: वहाँ Huber loss वर्ग का आधा है।",
)
NO_HALF = Text(
    "Half the square: the factor $\\frac{1}{2}$ is missing in the first.",
    "वर्ग का आधा लेना है: पहले में $\\frac{1}{2}$ छूट गया।",
)
NOT_JOINED = Text(
    "$\\delta \\cdot |e|$ alone would jump at $\\delta$. Take half of $\\delta$ off first: "
    "$\\delta \\cdot (|e| - \\frac{\\delta}{2})$.",
    "अकेला $\\delta \\cdot |e|$ हो तो $\\delta$ पर उछाल आ जाएगा। पहले $\\delta$ का आधा घटाइए: "
    "$\\delta \\cdot (|e| - \\frac{\\delta}{2})$।",
)
NO_SLOPE = Text(
    "The straight part has the slope $\\delta$, not 1: the factor $\\delta$ is missing.",
    "सीधे हिस्से का slope $\\delta$ है, 1 नहीं: $\\delta$ वाला factor छूट गया।",
)
SIGN_KEPT = Text(
    "The sign of the error does not count: take $|e|$.",
    "Error का चिह्न नहीं गिना जाता: $|e|$ लीजिए।",
)
EXCHANGED = Text(
    "The order is the other way round: first the loss of the first error.",
    "क्रम उलटा है: सबसे पहले पहले error का loss।",
)


def huber(error: Fraction, delta: Fraction) -> Fraction:
    """Half the square up to δ, a straight line beyond."""
    size = abs(error)
    return HALF * size**2 if size <= delta else delta * (size - HALF * delta)


def vary(seed: int) -> Variation:
    """An error within δ and one beyond it."""
    near, far, delta = (HALF, Fraction(3), Fraction(1)) if seed == 0 else _draw(random.Random(seed))
    first, second = huber(near, delta), huber(far, delta)
    size = abs(far)
    answer = ((first, second),)
    wrong = [
        ((first, HALF * far**2), ALL_SQUARED),
        ((near**2, far**2), ALL_SQUARED),
        ((delta * (abs(near) - HALF * delta), second), ALL_LINEAR),
        ((near**2, second), NO_HALF),
        ((first, delta * size), NOT_JOINED),
        ((first, size - HALF * delta), NO_SLOPE),
        ((first, delta * (far - HALF * delta)), SIGN_KEPT),
        ((second, first), EXCHANGED),
    ]
    return Variation(
        names={"near": decimal(near), "far": decimal(far), "delta": decimal(delta)},
        answer=answer,
        errors=distinct_errors(answer, [((pair,), why) for pair, why in wrong]),
        solution=_solution(near, far, delta),
    )


def _draw(random_: random.Random) -> tuple[Fraction, Fraction, Fraction]:
    delta = Fraction(random_.choice([1, 2, 3, 4]), 2)
    near = delta * random_.choice([Fraction(1, 2), Fraction(2, 5), Fraction(4, 5), Fraction(1, 5)])
    far = delta + random_.randint(1, 8) * HALF
    return random_.choice([-1, 1]) * near, random_.choice([-1, 1]) * far, delta


def _solution(near: Fraction, far: Fraction, delta: Fraction) -> Text:
    d, size = decimal(delta), decimal(abs(far))
    steps = (
        rf"$|{decimal(near)}| \le {d}$",
        rf"$\frac{{1}}{{2}} \cdot {signed(near)}^2 = {decimal(huber(near, delta))}$",
        rf"$|{decimal(far)}| > {d}$",
        rf"${d} \cdot ({size} - \frac{{{d}}}{{2}}) = {decimal(huber(far, delta))}$",
    )
    return Text(
        en=f"{steps[0]}, so half the square: {steps[1]}. {steps[2]}, so the straight line: {steps[3]}.",
        hi=f"{steps[0]}, इसलिए वर्ग का आधा: {steps[1]}। {steps[2]}, इसलिए सीधी रेखा: {steps[3]}।",
    )
