"""A small map padded with its nearest values. Seed 0 is the lesson's: 1, 2, 3, 4."""

from __future__ import annotations

import random
from collections.abc import Callable

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import inline_matrix, matrix

Map = tuple[tuple[int, ...], ...]

ZEROS = Text(
    "That is zero padding. Here each new place repeats the nearest value of the map.",
    "यह zero padding है। यहाँ हर नई जगह पर map का सबसे पास वाला मान दोहराया जाता है।",
)
CORNERS = Text(
    "The sides are right; the corners have a nearest value too, the corner of the map.",
    "किनारे सही हैं; कोनों का भी सबसे पास वाला मान होता है, यानी map का कोना।",
)
MIRRORED = Text(
    "That is the padding called *reflect*, which mirrors the map at its border value.",
    "यह *reflect* padding है, जो map को किनारे के मान पर शीशे की तरह उलट देती है।",
)
WRAPPED = Text(
    "That is the padding called *circular*, which takes the values from the other side.",
    "यह *circular* padding है, जो दूसरी तरफ़ के मान लेती है।",
)


def padded(values: Map, place: Callable[[int, int], int]) -> Map:
    """One ring around the map; ``place(index, length)`` says which entry stands at an index from -1 on."""
    rows, columns = range(-1, len(values) + 1), range(-1, len(values[0]) + 1)
    return tuple(
        tuple(values[place(row, len(values))][place(column, len(values[0]))] for column in columns)
        for row in rows
    )


def vary(seed: int) -> Variation:
    """A map of two or three rows and columns, of small whole numbers."""
    values: Map = ((1, 2), (3, 4)) if seed == 0 else _draw(random.Random(seed))
    answer = padded(values, _nearest)
    wrong = [
        (_ring(answer, lambda _row, _column: True), ZEROS),
        (_ring(answer, lambda row, column: row and column), CORNERS),
        (padded(values, _mirror), MIRRORED),
        (padded(values, lambda index, length: index % length), WRAPPED),
    ]
    return Variation(
        names={"map": matrix(values)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(values, answer),
    )


def _draw(random_: random.Random) -> Map:
    rows, columns = random_.choice([(2, 2), (2, 3), (3, 2)])
    return tuple(tuple(random_.randint(1, 9) for _ in range(columns)) for _ in range(rows))


def _nearest(index: int, length: int) -> int:
    return min(max(index, 0), length - 1)


def _mirror(index: int, length: int) -> int:
    return 1 if index < 0 else (length - 2 if index == length else index)


def _ring(values: Map, gone: Callable[[bool, bool], bool]) -> Map:
    """Zeros in the ring where ``gone`` says so: is the row an outer one, is the column?"""
    last_row, last_column = len(values) - 1, len(values[0]) - 1

    def entry(row: int, column: int) -> int:
        outer = row in (0, last_row), column in (0, last_column)
        return 0 if any(outer) and gone(*outer) else values[row][column]

    return tuple(
        tuple(entry(row, column) for column in range(last_column + 1)) for row in range(last_row + 1)
    )


def _solution(values: Map, answer: Map) -> Text:
    result = f"$${inline_matrix(answer)}$$"
    before, after = f"{len(values)}×{len(values[0])}", f"{len(answer)}×{len(answer[0])}"
    corners = ", ".join(str(row[place]) for row in (answer[0], answer[-1]) for place in (0, -1))
    return Text(
        en=f"One ring around {before} makes {after}. The first and last rows and columns are repeated, "
        f"the corners too ({corners}): {result}",
        hi=f"{before} के चारों ओर एक घेरा लगाने पर {after} बनता है। पहली और आख़िरी rows और columns दोहराई जाती हैं, "
        f"कोने भी ({corners}): {result}",
    )
