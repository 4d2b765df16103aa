"""The second row of a 3 × 3 feature map, by hand. Seed 0 is the course's worked example."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.convolution.feature_map_entry import IMAGE, KERNEL, Grid, feature_map
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import matrix, vector

ROW = 1

FIRST_ROW = Text(
    "This is the first row. For the second, the kernel begins one row further down.",
    "यह पहली row है। दूसरी row के लिए kernel एक row नीचे से शुरू होता है।",
)
LAST_ROW = Text(
    "This is the third row. The kernel has moved down two places instead of one.",
    "यह तीसरी row है। Kernel एक की जगह दो जगह नीचे खिसक गया।",
)
COLUMN = Text(
    "This is the second *column*. A row belongs to one height, and the kernel moves to the right.",
    "यह दूसरा *column* है। Row में ऊँचाई वही रहती है, और kernel दाईं ओर खिसकता है।",
)
FLIPPED = Text(
    "You have turned the kernel by 180°. PyTorch uses it as it stands.",
    "आपने kernel को 180° घुमा दिया। PyTorch उसे जैसा है वैसा ही रखता है।",
)
UNUSED = Text(
    "You have added up all nine values of each window; the kernel's weights are missing.",
    "आपने हर window के नौ मान जोड़ दिए; kernel के weights छूट गए।",
)


def vary(seed: int) -> Variation:
    """An image of 5 × 5 and a kernel of 3 × 3, mostly of zeros and ones."""
    image, kernel = (IMAGE, KERNEL) if seed == 0 else _draw(random.Random(seed))
    entries = feature_map(image, kernel)
    turned = tuple(line[::-1] for line in kernel[::-1])
    ones = ((1, 1, 1),) * 3
    wrong = [
        (entries[0], FIRST_ROW),
        (entries[2], LAST_ROW),
        (tuple(line[ROW] for line in entries), COLUMN),
        (feature_map(image, turned)[ROW], FLIPPED),
        (feature_map(image, ones)[ROW], UNUSED),
    ]
    answer = _row(entries[ROW])
    return Variation(
        names={"image": matrix(image), "kernel": matrix(kernel)},
        answer=answer,
        errors=distinct_errors(answer, [(_row(values), why) for values, why in wrong]),
        solution=_solution(image, kernel, entries[ROW]),
    )


def _draw(random_: random.Random) -> tuple[Grid, Grid]:
    while True:
        image = tuple(tuple(random_.choice([0, 0, 1, 1, 2]) for _ in range(5)) for _ in range(5))
        kernel = tuple(tuple(random_.choice([-1, 0, 0, 1, 1]) for _ in range(3)) for _ in range(3))
        used = sum(weight != 0 for line in kernel for weight in line)
        if 4 <= used <= 6 and len(set(feature_map(image, kernel)[ROW])) > 1:
            return image, kernel


def _row(values: tuple[int, ...]) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(value) for value in values),)


def _solution(image: Grid, kernel: Grid, row: tuple[int, ...]) -> Text:
    steps = "; ".join(f"${_products(image, kernel, column)} = {value}$" for column, value in enumerate(row))
    return Text(
        en=f"For the second row the kernel lies on rows 2, 3 and 4 of the image. Only its entries other than "
        f"0 count. From left to right: {steps}. So the row is ${vector(row)}$.",
        hi=f"दूसरी row के लिए kernel image की rows 2, 3 और 4 पर रहता है। Kernel के वही मान गिने जाते हैं जो 0 नहीं "
        f"हैं। बाएँ से दाएँ: {steps}। इसलिए row ${vector(row)}$ है।",
    )


def _products(image: Grid, kernel: Grid, column: int) -> str:
    """The window's values with the kernel's signs; a kernel has nothing but 0, 1 and −1."""
    parts = [
        f"{'+' if kernel[down][right] > 0 else '-'} {image[ROW + down][column + right]}"
        for down in range(3)
        for right in range(3)
        if kernel[down][right]
    ]
    return " ".join(parts).removeprefix("+ ")
