"""How numbers and tensors are written in questions and worked solutions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Rows = Sequence[Sequence[int | Fraction]]
_SHORTEST = 12


def matrix(rows: Rows) -> str:
    """A matrix as a displayed formula."""
    return f"$${inline_matrix(rows)}$$"


def inline_matrix(rows: Rows) -> str:
    """A matrix for use within a formula."""
    body = r" \\ ".join(" & ".join(decimal(value) for value in row) for row in rows)
    return rf"\begin{{bmatrix}} {body} \end{{bmatrix}}"


def vector(values: Sequence[int | Fraction]) -> str:
    """A vector for use within a formula: (1, 2, 3)."""
    return "(" + ", ".join(decimal(value) for value in values) + ")"


def decimal(value: int | Fraction, places: int | None = None) -> str:
    """A number in decimals: all of them where they end soon, else rounded to ``places`` (four at first)."""
    number = Fraction(value)
    if places is None and (_SHORTEST_POWER * number).denominator == 1:
        return _trimmed(number)
    rounded = round(number, 4 if places is None else places)
    return _trimmed(Fraction(rounded))


def signed(value: int | Fraction) -> str:
    """A number as a factor: in brackets where it is negative."""
    return decimal(value) if value >= 0 else f"({decimal(value)})"


def sum_of_products(pairs: Sequence[tuple[int | Fraction, int | Fraction]]) -> str:
    r"""``2 \cdot 3 + 1 \cdot (-4)``."""
    first, *others = [rf"{signed(one)} \cdot {signed(other)}" for one, other in pairs]
    # Nothing stands before the first factor that its minus could be taken for.
    return " + ".join([first.replace(signed(pairs[0][0]), decimal(pairs[0][0]), 1), *others])


def rounded(value: float, places: int = 6) -> Fraction:
    """A float as the exact decimal that answers are compared with."""
    return Fraction(f"{value:.{places}f}")


_SHORTEST_POWER = 10**6


def _trimmed(number: Fraction) -> str:
    text = f"{float(number):.{_SHORTEST}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
