"""What a small network with two hidden units says to the four pairs of 0 and 1. Seed 0 is XOR."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors

Row = tuple[int, int, int, int]
INPUTS = ((0, 0), (0, 1), (1, 0), (1, 1))

NO_RELU = Text(
    "Without ReLU the two hidden units are one linear function. Negative sums become 0.",
    "ReLU के बिना दोनों hidden units मिलकर एक ही linear function हैं। जो जोड़ negative हो, वह 0 हो जाता है।",
)
FIRST_ONLY = Text("The second hidden unit is left out.", "दूसरा hidden unit छूट गया।")
NO_BIAS = Text("The biases of the hidden units are left out.", "Hidden units के bias छूट गए।")
PLAIN_SUM = Text(
    "The hidden units are not just added: each has its own factor in the output.",
    "Hidden units सीधे नहीं जुड़ते: output में हर एक का अपना factor है।",
)


@dataclass(frozen=True)
class Unit:
    """ReLU(a x1 + b x2 + c), and its factor in the output."""

    a: int
    b: int
    c: int
    factor: int

    def total(self, x: tuple[int, int]) -> int:
        return self.a * x[0] + self.b * x[1] + self.c

    def written(self) -> str:
        return rf"\text{{ReLU}}({_sum((self.a, 'x_1'), (self.b, 'x_2'), (self.c, ''))})"


XOR = Unit(1, 1, 0, 1), Unit(1, 1, -1, -2)


def vary(seed: int) -> Variation:
    """y = u h1 + v h2 for (0,0), (0,1), (1,0), (1,1)."""
    units = XOR if seed == 0 else _draw(random.Random(seed))
    first, second = units
    answer = _relu_table(units)
    wrong = [
        (_table(units, lambda total: total), NO_RELU),
        (_table((first,), lambda total: max(0, total)), FIRST_ONLY),
        (_relu_table(tuple(Unit(one.a, one.b, 0, one.factor) for one in units)), NO_BIAS),
        (_relu_table(tuple(Unit(one.a, one.b, one.c, 1) for one in units)), PLAIN_SUM),
    ]
    return Variation(
        names={
            "h1": first.written(),
            "h2": second.written(),
            "y": _sum((first.factor, "h_1"), (second.factor, "h_2")),
        },
        answer=_row(answer),
        errors=distinct_errors(_row(answer), [(_row(table), reason) for table, reason in wrong]),
        solution=_solution(units, answer),
    )


def _draw(random_: random.Random) -> tuple[Unit, Unit]:
    while True:
        first, second = (
            Unit(
                random_.choice([-1, 1, 2]),
                random_.choice([-1, 1, 2]),
                random_.randint(-1, 1),
                random_.choice([-2, -1, 1, 2, 3]),
            )
            for _ in range(2)
        )
        units = first, second
        linear = _table(units, lambda total: total)
        bends = sum(one != other for one, other in zip(_relu_table(units), linear, strict=True))
        alive = all(sum(one.total(x) > 0 for x in INPUTS) for one in units)
        if bends >= 2 and alive and len(set(_relu_table(units))) > 1 and first.c != second.c:
            return units


def _table(units: tuple[Unit, ...], activation: Callable[[int], int]) -> Row:
    one, two, three, four = (sum(unit.factor * activation(unit.total(x)) for unit in units) for x in INPUTS)
    return one, two, three, four


def _relu_table(units: tuple[Unit, ...]) -> Row:
    return _table(units, lambda total: max(0, total))


def _row(values: Row) -> tuple[tuple[Fraction, ...], ...]:
    return (tuple(Fraction(value) for value in values),)


def _sum(*terms: tuple[int, str]) -> str:
    """``2 x_1 - x_2 + 1``, without what is 0."""
    text = ""
    for number, name in terms:
        if not number:
            continue
        size = "" if name and abs(number) == 1 else str(abs(number))
        before = ("-" if number < 0 else "") if not text else (" - " if number < 0 else " + ")
        text += f"{before}{size}{' ' if size and name else ''}{name}"
    return text


def _solution(units: tuple[Unit, Unit], answer: Row) -> Text:
    steps = []
    for x, result in zip(INPUTS, answer, strict=True):
        one, two = (max(0, unit.total(x)) for unit in units)
        steps.append(f"${x[0]}, {x[1]}$: $h_1 = {one}$, $h_2 = {two}$, $y = {result}$")
    written = "; ".join(steps)
    return Text(en=f"Row by row: {written}.", hi=f"एक-एक करके: {written}।")
