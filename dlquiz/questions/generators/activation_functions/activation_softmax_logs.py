"""Softmax of logits whose powers of e are whole numbers. Seed 0: powers 1, 2, 5 give 1/8, 2/8, 5/8."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

LESSON = (1, 2, 5)
SUMS = (4, 5, 8, 10, 16, 20)

LARGEST = Text(
    "Divide by the sum of the three powers, not by the largest of them.",
    "तीनों घातों के योग से भाग दीजिए, सबसे बड़ी घात से नहीं।",
)
HARD = Text(
    "That is the decision alone. Softmax leaves some probability to every class.",
    "यह सिर्फ़ फ़ैसला है। Softmax हर class को कुछ probability देता है।",
)
EQUAL = Text(
    "Equal probabilities come from equal logits only.",
    "बराबर probabilities तभी मिलती हैं जब logits बराबर हों।",
)
POWERS_ALONE = Text(
    "The powers of $e$ are not probabilities yet: divide by their sum.",
    "$e$ की घातें अभी probabilities नहीं हैं: उन्हें उनके योग से भाग दीजिए।",
)


def vary(seed: int) -> Variation:
    """Each power over the sum of all."""
    powers = LESSON if seed == 0 else _draw(random.Random(seed))
    total, largest = sum(powers), max(powers)
    answer = _row([Fraction(power, total) for power in powers])
    wrong = [
        (_row([Fraction(power) for power in powers]), POWERS_ALONE),
        (_row([Fraction(power, largest) for power in powers]), LARGEST),
        (_row([Fraction(int(power == largest)) for power in powers]), HARD),
        (_row([Fraction("0.333")] * 3), EQUAL),
    ]
    parts = ", ".join(rf"\frac{{{power}}}{{{total}}} = {decimal(Fraction(power, total))}" for power in powers)
    sum_ = f"${' + '.join(map(str, powers))} = {total}$"
    return Variation(
        names={"logits": ", ".join(map(_logit, powers))},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            f"$e^{{\\ln k}} = k$, so the powers are {', '.join(map(str, powers))}; their sum is {sum_}. "
            f"The probabilities are ${parts}$, together 1.",
            f"$e^{{\\ln k}} = k$ है, इसलिए घातें हैं {', '.join(map(str, powers))}; उनका योग है {sum_}। "
            f"Probabilities हैं ${parts}$, कुल मिलाकर 1।",
        ),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    while True:
        total = random_.choice(SUMS)
        first, second = random_.randint(1, total - 2), random_.randint(1, total - 2)
        powers = first, second, total - first - second
        if min(powers) > 0 and len(set(powers)) > 1 and sorted(powers)[-1] != sorted(powers)[-2]:
            return powers


def _logit(power: int) -> str:
    return "0" if power == 1 else rf"\ln {power}"


def _row(values: Sequence[Fraction]) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(values),)
