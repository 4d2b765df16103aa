"""One entry of a 3 × 3 feature map, by hand. Seed 0 is the course's worked example."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import matrix

Grid = tuple[tuple[int, ...], ...]

IMAGE: Grid = ((1, 1, 1, 0, 0), (0, 1, 1, 1, 0), (0, 0, 1, 1, 1), (0, 0, 1, 1, 0), (0, 1, 1, 0, 0))
KERNEL: Grid = ((1, 0, 1), (0, 1, 0), (1, 0, 1))
PLACE = (0, 2)


def feature_map(image: Grid, kernel: Grid) -> Grid:
    """Valid cross-correlation with stride 1: what PyTorch computes."""
    side, k = len(image) - len(kernel) + 1, range(len(kernel))
    return tuple(
        tuple(sum(image[row + a][column + b] * kernel[a][b] for a in k for b in k) for column in range(side))
        for row in range(side)
    )


def vary(seed: int) -> Variation:
    """An image of zeros and ones, a small kernel, and the place of the entry that is asked for."""
    image, kernel, (row, column) = (IMAGE, KERNEL, PLACE) if seed == 0 else _draw(random.Random(seed))
    entries = feature_map(image, kernel)
    answer = Fraction(entries[row][column])
    window = tuple(line[column : column + 3] for line in image[row : row + 3])
    wrong = [
        (Fraction(sum(map(sum, window))), "entry_kernel_unused"),
        (Fraction(entries[column][row]), "entry_transposed"),
        (answer / 9, "entry_averaged"),
    ]
    return Variation(
        names={
            "image": matrix(image),
            "kernel": matrix(kernel),
            "row": row + 1,
            "column": column + 1,
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(window, kernel, int(answer)),
    )


def _draw(random_: random.Random) -> tuple[Grid, Grid, tuple[int, int]]:
    image = tuple(tuple(random_.randint(0, 2) for _ in range(5)) for _ in range(5))
    kernel = tuple(tuple(random_.randint(-1, 1) for _ in range(3)) for _ in range(3))
    return image, kernel, (random_.randint(0, 2), random_.randint(0, 2))


def _solution(window: Grid, kernel: Grid, answer: int) -> Text:
    products = [
        f"{value} \\cdot {weight if weight >= 0 else f'({weight})'}"
        for row, weights in zip(window, kernel, strict=True)
        for value, weight in zip(row, weights, strict=True)
    ]
    sum_of_products = " + ".join(products)
    return Text(
        en=f"The window under the kernel is {matrix(window)} Multiply entry by entry and add: "
        f"${sum_of_products} = {answer}$.",
        hi=f"Kernel के नीचे का हिस्सा यह है: {matrix(window)} हर मान को उसके सामने वाले weight से गुणा करके जोड़िए: "
        f"${sum_of_products} = {answer}$।",
    )
