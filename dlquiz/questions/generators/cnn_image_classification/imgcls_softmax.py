"""Softmax of three small logits by hand. Seed 0 is the lesson's: (2, 1, 0)."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded, vector

Row = tuple[Fraction, ...]

LOWEST, HIGHEST = -1, 3
PLACES = 3

SHARES = Text(
    "The scores themselves were divided by their sum. Softmax takes $e^z$ of each score first.",
    "यहाँ scores को ही उनके योग से भाग दिया गया है। Softmax में पहले हर score का $e^z$ लिया जाता है।",
)
NOT_DIVIDED = Text(
    "These are the $e^z$. Divide each by the sum of all three, so that they add up to 1.",
    "ये $e^z$ हैं। हर एक को तीनों के योग से भाग दीजिए, ताकि योग 1 हो।",
)
BY_LARGEST = Text(
    "Each was divided by the largest one. Divide by the sum: probabilities add up to 1.",
    "हर एक को सबसे बड़े से भाग दिया गया है। योग से भाग दीजिए: probabilities का योग 1 होता है।",
)
SIGMOIDS = Text(
    "That is the sigmoid of each score by itself. These three do not add up to 1.",
    "यह हर score का अलग-अलग sigmoid है। इन तीनों का योग 1 नहीं होता।",
)
TURNED = Text(
    "Right numbers in the reverse order: the largest score gets the largest probability.",
    "संख्याएँ सही हैं, पर क्रम उलटा है: सबसे बड़े score की probability सबसे बड़ी होती है।",
)
HARDENED = Text(
    "That is the choice (argmax). Softmax leaves something to the other classes too.",
    "यह तो चुनाव (argmax) है। Softmax बाक़ी classes को भी कुछ देता है।",
)


def vary(seed: int) -> Variation:
    """Three different whole numbers from -1 to 3, for which the question lists the powers of e."""
    logits = (2, 1, 0) if seed == 0 else _draw(random.Random(seed))
    powers = [math.exp(logit) for logit in logits]
    answer = _row(power / sum(powers) for power in powers)
    wrong = [
        (_row(powers), NOT_DIVIDED),
        (_row(power / max(powers) for power in powers), BY_LARGEST),
        (_row(1 / (1 + math.exp(-logit)) for logit in logits), SIGMOIDS),
        (_row(float(logit == max(logits)) for logit in logits), HARDENED),
        (answer[::-1], TURNED),
    ]
    if min(logits) >= 0:
        wrong.insert(0, (_row(logit / sum(logits) for logit in logits), SHARES))
    rows = [((row,), why) for row, why in wrong]
    return Variation(
        names={"z": vector(logits), "powers": _powers(logits)},
        answer=(answer,),
        errors=distinct_errors((answer,), rows),
        solution=_solution(logits, powers, answer),
    )


def _draw(random_: random.Random) -> tuple[int, ...]:
    return tuple(random_.sample(range(LOWEST, HIGHEST + 1), 3))


def _row(values: Iterable[float]) -> Row:
    return tuple(rounded(float(value)) for value in values)


def _powers(logits: Sequence[int]) -> str:
    """``e^{0} = 1, \\; e^{1} \\approx 2.718``, from the smallest on."""
    written = [
        f"e^{{{logit}}} {'=' if logit == 0 else chr(92) + 'approx'} {_short(math.exp(logit))}"
        for logit in sorted(logits)
    ]
    return r", \; ".join(written)


def _short(value: float | Fraction) -> str:
    return decimal(rounded(float(value)), PLACES)


def _solution(logits: Sequence[int], powers: Sequence[float], answer: Row) -> Text:
    total = " + ".join(_short(power) for power in powers)
    parts = "; ".join(
        rf"$\frac{{{_short(power)}}}{{{_short(sum(powers))}}} \approx {_short(share)}$"
        for power, share in zip(powers, answer, strict=True)
    )
    return Text(
        en=f"The sum of the powers: $\\sum_j e^{{z_j}} = {total} \\approx {_short(sum(powers))}$. "
        f"Each power divided by it: {parts}. The three add up to 1, up to rounding.",
        hi=f"Powers का योग: $\\sum_j e^{{z_j}} = {total} \\approx {_short(sum(powers))}$। "
        f"हर power को इससे भाग दीजिए: {parts}। तीनों का योग 1 है (rounding का थोड़ा फ़र्क़ हो सकता है)।",
    )
