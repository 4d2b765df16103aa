"""Encoder states and a decoder state of two numbers: what the questions on attention share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from dlquiz.questions.generators.writing import inline_matrix

Pair = tuple[int, int]
States = tuple[Pair, ...]
LESSON_QUERY: Pair = (2, 1)
LESSON_STATES: States = ((1, 0), (1, 2), (0, 1))


def dot(one: Sequence[int], other: Sequence[int]) -> int:
    """The dot product of two vectors."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def row(values: Sequence[int | Fraction]) -> tuple[tuple[Fraction, ...], ...]:
    """A tensor of one row, as answers are compared."""
    return (tuple(Fraction(value) for value in values),)


def column(values: Sequence[int | Fraction]) -> str:
    """A column for use within a formula."""
    return inline_matrix([[value] for value in values])


def state_names(query: Pair, states: States) -> dict[str, str]:
    """The decoder state as [[s]], the encoder states as [[h1]], [[h2]], [[h3]]."""
    named = {f"h{place}": column(state) for place, state in enumerate(states, start=1)}
    return {"s": column(query), **named}
