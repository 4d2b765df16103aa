"""The output size of a convolution. Seed 0 has the lesson's numbers: 5 × 5, kernel 3 × 3, nothing else."""

from __future__ import annotations

import random

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors


def vary(seed: int) -> Variation:
    """A square image and kernel, stride and padding; never an output of less than 2 × 2."""
    n, k, s, p = (5, 3, 1, 0) if seed == 0 else _draw(random.Random(seed))
    size = (n + 2 * p - k) // s + 1
    wrong = [
        ((n + 2 * p - k) // s, "size_forgot_plus_one"),
        ((n - k) // s + 1, "size_forgot_padding"),
        ((n + p - k) // s + 1, "size_padding_once"),
        (n + 2 * p - k + 1, "size_stride_ignored"),
        (-(-(n + 2 * p - k) // s) + 1, "size_rounded_up"),
    ]
    errors = distinct_errors((size, size), [((side, side), code) for side, code in wrong if side > 0])
    return Variation(
        names={"n": n, "k": k, "s": s, "p": p},
        answer=(size, size),
        errors=errors,
        solution=_solution(n, k, s, p, size),
    )


def _draw(random_: random.Random) -> tuple[int, int, int, int]:
    while True:
        n, k = random_.randint(6, 32), random_.choice([2, 3, 4, 5, 7])
        s, p = random_.choice([1, 2, 2, 3]), random_.choice([0, 1, 1, 2])
        if p < k and (n + 2 * p - k) // s + 1 >= 2 and k < n:
            return n, k, s, p


def _solution(n: int, k: int, s: int, p: int, size: int) -> Text:
    span = n + 2 * p - k
    formula = rf"$\left\lfloor \frac{{{n} + 2 \cdot {p} - {k}}}{{{s}}} \right\rfloor + 1"
    steps = rf"{formula} = \left\lfloor \frac{{{span}}}{{{s}}} \right\rfloor + 1 = {span // s} + 1 = {size}$"
    dropped = span % s
    tail_en = (
        f" A remainder of {dropped} is left over: the kernel does not fit there again." if dropped else ""
    )
    tail_hi = f" शेष {dropped} बचता है: वहाँ kernel दोबारा नहीं समाता।" if dropped else ""
    return Text(
        en=f"With padding the image is ${n} + 2 \\cdot {p} = {n + 2 * p}$ pixels wide. {steps}.{tail_en} "
        f"Height and width are alike, so the output is **({size}, {size})**.",
        hi=f"Padding के साथ image की चौड़ाई ${n} + 2 \\cdot {p} = {n + 2 * p}$ pixels है। {steps}।{tail_hi} "
        f"ऊँचाई और चौड़ाई एक जैसी हैं, इसलिए output **({size}, {size})** है।",
    )
