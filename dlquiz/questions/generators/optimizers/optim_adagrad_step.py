"""A step of AdaGrad after some others. Seed 0: gradients 3 and 4, so the second step is 0.1 · 4 / 5."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, rounded, signed, vector

# The root of the sum of the squares is whole, and the quotients end after few decimals.
FAMILIES = (
    (3, 4),
    (6, 8),
    (12, 16),
    (15, 20),
    (7, 24),
    (1, 2, 2, 4),
    (1, 3, 3, 9),
    (1, 1, 7, 7),
    (2, 4, 4, 8),
    (1, 5, 5, 7),
)
RATES = ("0.1", "0.2", "0.4", "0.5", "1")

NO_ROOT = Text(
    "The root is missing: divide by $\\sqrt{s}$, not by $s$.",
    "Root छूट गया: $s$ से नहीं, $\\sqrt{s}$ से भाग दीजिए।",
)
LAST_ONLY = Text(
    "Only the last gradient was squared. AdaGrad adds up the squares of **all** gradients so far.",
    "केवल आख़िरी gradient का वर्ग लिया गया। AdaGrad अब तक के **सारे** gradients के वर्ग जोड़ता है।",
)
BEFORE_ONLY = Text(
    "The square of the newest gradient is missing: it is added first, then the step is made.",
    "सबसे नए gradient का वर्ग छूट गया: पहले वह जुड़ता है, फिर क़दम लिया जाता है।",
)
PLAIN = Text(
    "That is a plain step of SGD, without dividing by $\\sqrt{s}$.",
    "यह SGD का सादा क़दम है, $\\sqrt{s}$ से भाग दिए बिना।",
)
NOT_SQUARED = Text(
    "The gradients were added up as they are. It is their squares that are added.",
    "Gradients को जैसे हैं वैसे ही जोड़ दिया गया। जुड़ते उनके वर्ग हैं।",
)
MEAN = Text(
    "You took the mean of the squares. AdaGrad takes their sum, and it only grows.",
    "आपने वर्गों का औसत लिया। AdaGrad उनका जोड़ लेता है, जो बढ़ता ही जाता है।",
)
UPHILL = Text("This is a step uphill: subtract.", "यह क़दम चढ़ाई की तरफ़ है: घटाइए।")


def vary(seed: int) -> Variation:
    """s is the sum of all squares; the last step is η g / √s."""
    w, gradients, eta = (1, (3, 4), Fraction("0.1")) if seed == 0 else _draw(random.Random(seed))
    squares = sum(g * g for g in gradients)
    root, last = isqrt(squares), gradients[-1]
    answer = w - eta * Fraction(last, root)
    before = squares - last * last
    wrong = [
        (w - eta * Fraction(last, squares), NO_ROOT),
        (w - eta * (1 if last > 0 else -1), LAST_ONLY),
        (w - eta * last * rounded(before**-0.5), BEFORE_ONLY),
        (w - eta * last, PLAIN),
        (w - eta * Fraction(last, sum(abs(g) for g in gradients)), NOT_SQUARED),
        (w - eta * last * rounded((squares / len(gradients)) ** -0.5), MEAN),
        (w + eta * Fraction(last, root), UPHILL),
    ]
    return Variation(
        names={"w": w, "g": vector(gradients), "n": len(gradients), "eta": decimal(eta)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(w, gradients, eta, root),
    )


def _draw(random_: random.Random) -> tuple[int, tuple[int, ...], Fraction]:
    family = list(random_.choice(FAMILIES))
    random_.shuffle(family)
    gradients = tuple(g * random_.choice([1, 1, -1]) for g in family)
    return random_.randint(1, 5), gradients, Fraction(random_.choice(RATES))


def _solution(w: int, gradients: Sequence[int], eta: Fraction, root: int) -> Text:
    last = gradients[-1]
    sum_ = " + ".join(f"{signed(g)}^2" for g in gradients)
    s = rf"$s = {sum_} = {root * root}$"
    step = (
        rf"${w} - {decimal(eta)} \cdot \frac{{{last}}}{{{root}}} = {decimal(w - eta * Fraction(last, root))}$"
    )
    return Text(
        en=f"All squares together: {s}, and $\\sqrt{{s}} = {root}$. The last step: {step}.",
        hi=f"सारे वर्ग मिलाकर: {s}, और $\\sqrt{{s}} = {root}$। आख़िरी क़दम: {step}।",
    )
