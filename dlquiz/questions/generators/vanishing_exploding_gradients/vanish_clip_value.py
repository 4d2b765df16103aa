"""Clipping a gradient by value. Seed 0 is the lesson's: (0.5, −3, 2, −0.2) with the limit 1."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, vector

Vector = tuple[Fraction, ...]

GIVEN: Vector = (Fraction("0.5"), Fraction(-3), Fraction(2), Fraction("-0.2"))

SIGN_LOST = Text(
    en="The sign went lost: what lies below the lower limit becomes minus the limit.",
    hi="चिह्न छूट गया: जो मान निचली सीमा से नीचे है, उसकी जगह minus वाली सीमा आती है।",
)
ZEROED = Text(
    en="Entries that are too large are not set to zero. They are set to the limit.",
    hi="जो मान ज़्यादा बड़े हैं, वे शून्य नहीं किए जाते। उन्हें सीमा पर रखा जाता है।",
)
UPPER_ONLY = Text(
    en="The limit holds on both sides: negative entries are cut off as well.",
    hi="सीमा दोनों तरफ़ की है: negative मान भी काटे जाते हैं।",
)
SCALED = Text(
    en="Here all entries were made smaller by one factor. By value, each entry is cut off by itself.",
    hi="यहाँ सारे मान एक ही factor से छोटे किए गए। Value से clip करने में हर मान अलग से काटा जाता है।",
)


def vary(seed: int) -> Variation:
    """Four entries and a limit; at least one is too large, one too small and one within."""
    given, limit = (GIVEN, Fraction(1)) if seed == 0 else _draw(random.Random(seed))
    clipped = clip(given, limit)
    wrong = [
        (tuple(min(abs(value), limit) if abs(value) > limit else value for value in given), SIGN_LOST),
        (tuple(Fraction(0) if abs(value) > limit else value for value in given), ZEROED),
        (tuple(min(value, limit) for value in given), UPPER_ONLY),
        (tuple(value * limit / max(map(abs, given)) for value in given), SCALED),
    ]
    return Variation(
        names={"g": vector(given), "c": decimal(limit)},
        answer=(clipped,),
        errors=distinct_errors((clipped,), [((row,), why) for row, why in wrong]),
        solution=_solution(given, limit),
    )


def clip(given: Vector, limit: Fraction) -> Vector:
    """Each entry moved to the nearest place between minus the limit and the limit."""
    return tuple(max(-limit, min(limit, value)) for value in given)


def _draw(random_: random.Random) -> tuple[Vector, Fraction]:
    limit = Fraction(random_.choice(("0.5", "1", "2", "5")))
    while True:
        given = tuple(Fraction(random_.randint(-30, 30), 10) * limit for _ in range(4))
        if max(given) > limit and min(given) < -limit and any(abs(value) < limit for value in given):
            return given, limit


def _solution(given: Vector, limit: Fraction) -> Text:
    least, most = decimal(-limit), decimal(limit)
    result = f"${vector(given)} \\to {vector(clip(given, limit))}$"
    return Text(
        en=f"Whatever is above {most} becomes {most}, whatever is below ${least}$ becomes ${least}$, "
        f"the rest stays: {result}.",
        hi=f"जो {most} से ऊपर है वह {most} बनता है, जो ${least}$ से नीचे है वह ${least}$, "
        f"बाक़ी वैसे ही रहते हैं: {result}।",
    )
