"""Softmax of scores that are logarithms. Seed 0 is the lesson's: ln 2, ln 5, ln 1 give 0.25, 0.625, 0.125."""

from __future__ import annotations

import random
from fractions import Fraction
from math import log

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.seq2seq_attention.states import row
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded

# Numbers whose sum is easy to divide by
TRIPLES = (
    (1, 1, 2), (1, 1, 3), (1, 2, 2), (1, 1, 8), (1, 2, 5), (2, 3, 5), (1, 4, 5), (1, 3, 4), (1, 3, 6),
    (2, 2, 4), (2, 4, 4), (1, 5, 4), (2, 7, 1), (3, 3, 4), (2, 2, 6), (4, 6, 10), (5, 5, 10), (1, 9, 10),
    (3, 5, 8), (2, 8, 10),
)  # fmt: skip

NOT_DIVIDED = Text(
    "Those are the powers $e^{e_j}$. They have still to be divided by their sum.",
    "ये powers $e^{e_j}$ हैं। इन्हें अभी इनके जोड़ से भाग देना है।",
)
NO_EXPONENT = Text(
    "The scores themselves were divided by their sum. Softmax takes $e$ to the power of each first.",
    "Scores को ही उनके जोड़ से भाग दे दिया गया। Softmax पहले हर score को $e$ की power बनाता है।",
)
LARGEST_ONLY = Text(
    "That is the choice of the largest score. Softmax gives every state a share.",
    "यह सबसे बड़े score को चुन लेना है। Softmax हर state को एक हिस्सा देता है।",
)
EQUAL = Text(
    "Equal weights come out only where all scores are equal.",
    "बराबर weights तभी मिलते हैं जब सारे scores बराबर हों।",
)
BY_LARGEST = Text(
    "You divided by the largest power. Then the weights do not add up to 1; divide by the sum.",
    "आपने सबसे बड़ी power से भाग दिया। तब weights का जोड़ 1 नहीं होता; जोड़ से भाग दीजिए।",
)


def vary(seed: int) -> Variation:
    """Scores ln a, ln b, ln c: their powers of e are a, b, c."""
    powers = (2, 5, 1) if seed == 0 else _draw(random.Random(seed))
    total = sum(powers)
    weights = [Fraction(power, total) for power in powers]
    scores = [log(power) for power in powers]
    wrong = [
        ([Fraction(power) for power in powers], NOT_DIVIDED),
        ([rounded(score / sum(scores), 4) for score in scores], NO_EXPONENT),
        ([Fraction(power, max(powers)) for power in powers], BY_LARGEST),
        ([Fraction(int(power == max(powers))) for power in powers], LARGEST_ONLY),
        ([Fraction(1, 3)] * 3, EQUAL),
    ]
    shares = ", ".join(
        rf"\frac{{{power}}}{{{total}}} = {decimal(Fraction(power, total))}" for power in powers
    )
    names = ", \\; ".join(rf"e_{place} = \ln {power}" for place, power in enumerate(powers, start=1))
    return Variation(
        names={"scores": names},
        answer=row(weights),
        errors=distinct_errors(row(weights), [(row(value), reason) for value, reason in wrong]),
        solution=Text(
            en=f"$e^{{\\ln x}} = x$, so the powers are {powers[0]}, {powers[1]}, {powers[2]}, with the sum "
            f"{total}. The weights: ${shares}$. They add up to 1.",
            hi=f"$e^{{\\ln x}} = x$, इसलिए powers हैं {powers[0]}, {powers[1]}, {powers[2]}, और जोड़ {total}। "
            f"Weights: ${shares}$। इनका जोड़ 1 है।",
        ),
    )


def _draw(random_: random.Random) -> tuple[int, ...]:
    triple = random_.choice(TRIPLES)
    return tuple(random_.sample(triple, 3))
