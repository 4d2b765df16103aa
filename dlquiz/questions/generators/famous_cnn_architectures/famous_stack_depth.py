"""How many small kernels see as far as a large one. Seed 0: three of 3×3 see 7×7."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

LESSON = (3, 3)

LAST_MISSED = Text(
    "One short: the first convolution sees $k$ pixels, and those that *follow* add $k - 1$ each.",
    "एक कम पड़ गया: पहला convolution $k$ pixels देखता है, और उसके *बाद* वाला हर एक $k - 1$ जोड़ता है।",
)
DIVIDED = Text(
    "The windows overlap: each further convolution adds $k - 1$ pixels, not $k$.",
    "Windows आपस में overlap करती हैं: आगे का हर convolution $k - 1$ pixels जोड़ता है, $k$ नहीं।",
)
ONE_EACH = Text(
    "Each further convolution adds $k - 1$ pixels, not one.",
    "आगे का हर convolution $k - 1$ pixels जोड़ता है, एक नहीं।",
)
SIDE_ADDED = Text(
    "Count along one side. On both sides together a convolution adds $k - 1$ pixels, half of them on each.",
    "एक ही दिशा में गिनिए। दोनों ओर मिलाकर एक convolution $k - 1$ pixels जोड़ता है, हर ओर उसका आधा।",
)


def vary(seed: int) -> Variation:
    """(n - 1) / (k - 1) convolutions of k×k see n×n."""
    k, count = LESSON if seed == 0 else _draw(random.Random(seed))
    n = 1 + count * (k - 1)
    wrong = [
        (count - 1, LAST_MISSED),
        (Fraction(n, k), DIVIDED),
        (-(-n // k), DIVIDED),
        (n - k + 1, ONE_EACH),
        (n - k, ONE_EACH),
        (2 * count, SIDE_ADDED),
    ]
    return Variation(
        names={"k": k, "n": n},
        answer=count,
        errors=distinct_errors(count, wrong),
        solution=_solution(k, n, count),
    )


def _draw(random_: random.Random) -> tuple[int, int]:
    return random_.choice([3, 3, 5, 7]), random_.randint(2, 16)


def _solution(k: int, n: int, count: int) -> Text:
    quotient = rf"$\frac{{{n} - 1}}{{{k} - 1}} = {decimal(count)}$"
    return Text(
        en=f"One value sees 1 pixel to begin with, and every {k}×{k} convolution adds ${k} - 1 = {k - 1}$. "
        f"So {quotient} of them see {n} pixels along each side.",
        hi=f"शुरू में एक मान 1 pixel देखता है, और {k}×{k} का हर convolution ${k} - 1 = {k - 1}$ जोड़ता है। "
        f"इसलिए {quotient} convolution मिलकर हर दिशा में {n} pixels देखते हैं।",
    )
