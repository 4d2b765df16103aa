"""How wide a dilated kernel reaches. Seed 0: three weights with dilation 2 reach over five places."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors


def vary(seed: int) -> Variation:
    """A square kernel, a dilation, and an image that it slides over with stride 1."""
    k, d, n = (3, 2, 16) if seed == 0 else _draw(random.Random(seed))
    reach = d * (k - 1) + 1
    answer = Fraction(n - reach + 1)
    wrong = [
        (
            Fraction(n - k + 1),
            Text(
                "The dilation is left out: this is the output of an ordinary kernel.",
                "Dilation छूट गया: यह तो साधारण kernel का output है।",
            ),
        ),
        (
            Fraction(n - d * k + 1),
            Text(
                f"The kernel does not reach over $d \\cdot k = {d * k}$ places: "
                "there are gaps only *between* its weights, one less than there are weights.",
                f"Kernel $d \\cdot k = {d * k}$ जगहों तक नहीं फैलता: ख़ाली जगह केवल weights के *बीच* होती है, "
                "और ऐसे बीच weights से एक कम हैं।",
            ),
        ),
        (
            Fraction(n - (k + (k - 1) * d) + 1),
            Text(
                "Dilation $d$ leaves $d - 1$ places free between two weights, not $d$.",
                "Dilation $d$ हो तो दो weights के बीच $d - 1$ जगहें ख़ाली रहती हैं, $d$ नहीं।",
            ),
        ),
        (
            Fraction(n - reach),
            Text(
                "The $+1$ is missing: the first place of the kernel counts too.",
                "$+1$ छूट गया: kernel की पहली जगह भी गिनी जाती है।",
            ),
        ),
        (
            Fraction(reach),
            Text(
                "That is how far the kernel reaches. The question is for the width of the output.",
                "यह तो kernel का फैलाव है। प्रश्न output की चौड़ाई का है।",
            ),
        ),
    ]
    return Variation(
        names={"k": k, "d": d, "n": n},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(k, d, n, reach),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    while True:
        k, d, n = random_.choice([3, 3, 5]), random_.choice([2, 3, 4]), random_.randint(12, 40)
        if n - d * k >= 2:
            return k, d, n


def _solution(k: int, d: int, n: int, reach: int) -> Text:
    steps = (
        rf"${d} \cdot ({k} - 1) + 1 = {reach}$",
        rf"${n} - {reach} + 1 = {n - reach + 1}$",
    )
    return Text(
        en=f"From the first to the last weight there are {k - 1} jumps of {d}, so the kernel reaches over "
        f"{steps[0]} places. It then slides like a kernel of that size: {steps[1]}.",
        hi=f"पहले weight से आख़िरी तक {d}-{d} की {k - 1} छलाँगें हैं, इसलिए kernel {steps[0]} जगहों तक फैलता है। "
        f"फिर वह उतने ही बड़े kernel की तरह खिसकता है: {steps[1]}।",
    )
