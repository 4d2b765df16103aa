"""Precision or recall of one class from a small confusion matrix. Seed 0 is the lesson's: 6 of 8."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, matrix

Matrix = tuple[tuple[int, ...], ...]

MATRIX: Matrix = ((6, 3, 1), (2, 8, 0), (0, 1, 9))
NAMES = "ABC"
PLACES = 3

PRECISION = Text(
    "That is the precision: of those *called* by this class, how many are of it. Recall goes along the row.",
    "यह precision है: जिन्हें network ने इस class का *बताया*, उनमें से कितने इसके हैं। Recall के लिए row देखिए।",
)
RECALL = Text(
    "That is the recall: of those that *are* of this class, how many were found. Precision: see the column.",
    "यह recall है: जो *सचमुच* इस class के हैं, उनमें से कितने मिले। Precision के लिए column देखिए।",
)
ACCURACY = Text(
    "That is the accuracy: all right answers of all images. Here one class is asked for.",
    "यह accuracy है: सारी images में से सही जवाब। यहाँ एक ही class के बारे में पूछा गया है।",
)
OF_ALL = Text(
    "The right ones of this class were divided by the number of all images.",
    "इस class के सही जवाबों को सारी images की संख्या से भाग दिया गया है।",
)
WRONG_ONES = Text(
    "That is the share of the wrong ones; asked for is the share of the right ones.",
    "यह ग़लत वालों का हिस्सा है; पूछा गया है सही वालों का हिस्सा।",
)


def vary(seed: int) -> Variation:
    """Three classes of ten images each; the class and the measure that are asked for."""
    values, which, what = (MATRIX, 0, "precision") if seed == 0 else _draw(random.Random(seed))
    hit = values[which][which]
    column, row, total = _column(values, which), sum(values[which]), sum(map(sum, values))
    precision, recall = Fraction(hit, column), Fraction(hit, row)
    answer, other = (precision, (recall, RECALL)) if what == "precision" else (recall, (precision, PRECISION))
    accuracy = Fraction(sum(values[place][place] for place in range(3)), total)
    wrong = [other, (accuracy, ACCURACY), (Fraction(hit, total), OF_ALL), (1 - answer, WRONG_ONES)]
    return Variation(
        names={"matrix": matrix(values), "what": what, "class": NAMES[which]},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(values, which, what, answer),
    )


def _draw(random_: random.Random) -> tuple[Matrix, int, str]:
    while True:
        values = tuple(_row(random_, place) for place in range(3))
        which = random_.randrange(3)
        if _column(values, which) != 10:
            return values, which, random_.choice(["precision", "recall"])


def _row(random_: random.Random, right: int) -> tuple[int, ...]:
    """Ten images of one class: five to nine found, the others among the two wrong classes."""
    found = random_.randint(5, 9)
    first = random_.randint(0, 10 - found)
    row = [first, 10 - found - first]
    row.insert(right, found)
    return tuple(row)


def _column(values: Matrix, which: int) -> int:
    return sum(row[which] for row in values)


def _solution(values: Matrix, which: int, what: str, answer: Fraction) -> Text:
    hit, name = values[which][which], NAMES[which]
    if what == "precision":
        counts = " + ".join(str(row[which]) for row in values)
        total = _column(values, which)
        begin_en = f"Precision asks about what was *called* {name}, the column: ${counts} = {total}$ images."
        begin_hi = (
            f"Precision में वे images गिनी जाती हैं जिन्हें {name} *बताया गया*, यानी column: ${counts} = {total}$।"
        )
    else:
        counts = " + ".join(map(str, values[which]))
        total = sum(values[which])
        begin_en = f"Recall asks about what *is* {name}, the row: ${counts} = {total}$ images."
        begin_hi = f"Recall में वे images गिनी जाती हैं जो *सचमुच* {name} हैं, यानी row: ${counts} = {total}$।"
    exact = "=" if round(answer, PLACES) == answer else r"\approx"
    share = rf"$\frac{{{hit}}}{{{total}}} {exact} {decimal(answer, PLACES)}$"
    return Text(
        en=f"{begin_en} Right are {hit} of them: {share}.",
        hi=f"{begin_hi} इनमें से {hit} सही हैं: {share}।",
    )
