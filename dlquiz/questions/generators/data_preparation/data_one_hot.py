"""One-hot rows of a few labels, counted from 0. Seed 0: the labels 2, 0 and 1 of four classes."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import matrix

Values = tuple[int, ...]
Rows = tuple[tuple[Fraction, ...], ...]

FROM_ONE = Text(
    "You have counted the classes from 1. The first column belongs to class 0.",
    "आपने classes को 1 से गिना। पहला column class 0 का है।",
)
REVERSED = Text(
    "The columns are in the wrong order: the first is class 0, the last the highest class.",
    "Columns का क्रम उलटा है: पहला column class 0 का है, आख़िरी column सबसे बड़ी class का।",
)
LABEL_WRITTEN = Text(
    "A one-hot row has a single 1. The label says *where* it stands; it is not written there itself.",
    "One-hot row में एक ही 1 होता है। Label बताता है कि वह *कहाँ* है; ख़ुद label वहाँ नहीं लिखा जाता।",
)
FILLED_UP = Text(
    "A row has a single 1, at the place of the class. The places before it stay 0.",
    "हर row में एक ही 1 होता है, class की जगह पर। उससे पहले की जगहें 0 रहती हैं।",
)


def vary(seed: int) -> Variation:
    """Three labels of three to five classes, not in order."""
    labels, classes = ((2, 0, 1), 4) if seed == 0 else _draw(random.Random(seed))
    answer = _rows(labels, classes)
    wrong = [
        (_rows([label - 1 for label in labels], classes), FROM_ONE),
        (tuple(row[::-1] for row in answer), REVERSED),
        (tuple(_times(label, row) for label, row in zip(labels, answer, strict=True)), LABEL_WRITTEN),
        (tuple(_up_to(label, classes) for label in labels), FILLED_UP),
    ]
    return Variation(
        names={"labels": ", ".join(map(str, labels)), "k": classes, "last": classes - 1},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(labels, answer),
    )


def _draw(random_: random.Random) -> tuple[Values, int]:
    while True:
        classes = random_.choice([3, 4, 4, 5])
        labels = tuple(random_.randrange(classes) for _ in range(3))
        if len(set(labels)) > 1 and list(labels) != sorted(labels):
            return labels, classes


def _rows(labels: Values | list[int], classes: int) -> Rows:
    return tuple(tuple(Fraction(place == label) for place in range(classes)) for label in labels)


def _times(factor: int, row: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(factor * value for value in row)


def _up_to(label: int, classes: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(place <= label) for place in range(classes))


def _solution(labels: Values, answer: Rows) -> Text:
    places = ", ".join(f"{label} → column {label + 1}" for label in labels)
    return Text(
        en=f"Class 0 has the first column, class 1 the second, and so on: {places}. {matrix(answer)}",
        hi=f"Class 0 का पहला column है, class 1 का दूसरा, और इसी तरह आगे: {places}। {matrix(answer)}",
    )
