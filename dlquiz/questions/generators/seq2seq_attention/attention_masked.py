"""Softmax over the words of a sentence, its padding masked. Seed 0: ln 1, ln 3 and two padding positions."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.seq2seq_attention.states import row
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

LENGTH = 4

NOT_MASKED = Text(
    "The padding was counted in. Its scores have to be set to $-\\infty$ before softmax.",
    "Padding भी गिन ली गई। Softmax से पहले उसके scores को $-\\infty$ करना है।",
)
ZERO_BEFORE = Text(
    "The scores of the padding were set to 0. But $e^0 = 1$, so it gets a share; it must be $-\\infty$.",
    "Padding के scores को 0 रखा गया। पर $e^0 = 1$ है, तो उसे फिर भी हिस्सा मिलता है; $-\\infty$ चाहिए।",
)
ZERO_AFTER = Text(
    "The padding was set to 0 only after softmax. Then the weights do not add up to 1.",
    "Padding को softmax के बाद 0 किया गया। तब weights का जोड़ 1 नहीं होता।",
)
NOT_DIVIDED = Text(
    "Those are the powers of $e$. They have still to be divided by their sum.",
    "ये $e$ की powers हैं। इन्हें अभी इनके जोड़ से भाग देना है।",
)
SPREAD = Text(
    "The words do not share equally: their scores differ.",
    "शब्दों का हिस्सा बराबर नहीं है: उनके scores अलग-अलग हैं।",
)


def vary(seed: int) -> Variation:
    """Four positions of which the last ones are padding; scores are logarithms."""
    words, padding = ((1, 3), (4, 2)) if seed == 0 else _draw(random.Random(seed))
    total, everything = sum(words), sum(words) + sum(padding)
    none = [Fraction(0)] * len(padding)
    weights = [Fraction(word, total) for word in words] + none
    after = [Fraction(word, everything) for word in words]
    level = total + len(padding)
    wrong = [
        ([Fraction(power, everything) for power in words + padding], NOT_MASKED),
        ([Fraction(power, level) for power in words + (1,) * len(padding)], ZERO_BEFORE),
        (after + none, ZERO_AFTER),
        ([Fraction(word) for word in words] + none, NOT_DIVIDED),
        ([Fraction(1, len(words))] * len(words) + none, SPREAD),
    ]
    shares = ", ".join(rf"\frac{{{word}}}{{{total}}} = {decimal(Fraction(word, total))}" for word in words)
    scores = ", \\; ".join(rf"\ln {power}" for power in words + padding)
    return Variation(
        names={"scores": scores, "words": len(words), "padding": len(padding)},
        answer=row(weights),
        errors=distinct_errors(row(weights), [(row(value), reason) for value, reason in wrong]),
        solution=Text(
            en=f"The scores of the last {len(padding)} become $-\\infty$, and $e^{{-\\infty}} = 0$. Only the "
            f"words are left, with the sum {total}: ${shares}$. The padding gets 0.",
            hi=f"आख़िर के {len(padding)} scores $-\\infty$ हो जाते हैं, और $e^{{-\\infty}} = 0$। सिर्फ़ शब्द बचते "
            f"हैं, जिनका जोड़ {total} है: ${shares}$। Padding को 0 मिलता है।",
        ),
    )


def _draw(random_: random.Random) -> tuple[tuple[int, ...], tuple[int, ...]]:
    many = random_.choice([2, 2, 3])
    pairs = [(1, 4), (2, 3), (1, 3), (3, 7), (1, 9), (2, 8), (3, 5), (4, 6), (7, 1), (3, 2), (4, 1), (9, 1)]
    triples = [(1, 1, 2), (1, 2, 2), (1, 2, 5), (2, 3, 5), (4, 1, 5), (3, 1, 4), (6, 1, 3), (2, 1, 7)]
    words = random_.choice(pairs if many == 2 else triples)
    padding = tuple(random_.randint(2, 6) for _ in range(LENGTH - many))
    return words, padding
