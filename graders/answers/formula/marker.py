"""Marks a formula: by its value at random points, so that every way of writing it counts.

Two expressions of this size that agree to ten digits at as many independent points are the same one
(Schwartz 1980, Zippel 1979, for polynomials; in practice for what stands here).
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from graders.answers.formula.parser import parse
from graders.answers.formula.symbols import Symbols
from graders.answers.formula.tree import Node
from graders.answers.formula.values import Value, value_of
from graders.answers.outcome import (
    AnswerRefused,
    Marking,
    Reason,
    Remark,
    graded,
    right,
    wrong,
    wrong_because,
)
from graders.contract import Text

POINTS = 10
ENOUGH_POINTS = 4
_VECTOR_LENGTH = 3
_LOW, _HIGH = 0.6, 3.4


@dataclass(frozen=True)
class Partly:
    """A formula that earns a share of the marks, and what is to be said of it."""

    formula: str
    share: Fraction
    reason: Text


@dataclass(frozen=True)
class LikelyFormula:
    """A wrong formula with the reason that leads to it."""

    formula: str
    reason: Reason


@dataclass(frozen=True)
class FormulaKey:
    """The right formulas (any of them), those that earn a share, and those that known slips lead to."""

    accept: tuple[str, ...]
    symbols: Symbols
    partly: tuple[Partly, ...] = ()
    errors: tuple[LikelyFormula, ...] = ()


def mark_formula(key: FormulaKey, text: str) -> Marking:
    """Mark a formula; raises ``AnswerRefused`` for one that cannot be read, or has a symbol of its own."""
    readings = _readings(text, key.symbols)
    for wanted in key.accept:
        if any(_same(node, _known(wanted, key.symbols), key.symbols) for node in readings):
            return right()
    for part in key.partly:
        if any(_same(node, _known(part.formula, key.symbols), key.symbols) for node in readings):
            return graded(part.share, notes=(part.reason,))
    for error in key.errors:
        if any(_same(node, _known(error.formula, key.symbols), key.symbols) for node in readings):
            return wrong_because(error.reason)
    slips = (_slip(node, wanted, key) for wanted in key.accept for node in readings)
    return wrong(next(filter(None, slips), Remark("formula_wrong")))


def _readings(text: str, symbols: Symbols) -> list[Node]:
    """Both readings of a division that nothing but habit decides."""
    first = parse(text, symbols).right
    try:
        second = parse(text, symbols, tight=True).right
    except AnswerRefused:
        return [first]
    return [first] if first == second else [first, second]


@lru_cache(maxsize=1000)
def _parsed(formula: str, names: tuple[tuple[str, tuple[str, ...]], ...]) -> Node:
    return parse(formula, Symbols(dict(names))).right


def _known(formula: str, symbols: Symbols) -> Node:
    return _parsed(formula, tuple((name, tuple(others)) for name, others in symbols.spellings.items()))


@lru_cache(maxsize=200)
def _points(names: tuple[str, ...], vectors: frozenset[str]) -> Sequence[dict[str, Value]]:
    """Values of all symbols, positive, the same ones each time; whole numbers tell ceil from floor + 1."""
    source = random.Random(20)

    def real() -> float:
        return source.uniform(_LOW, _HIGH)

    def whole() -> float:
        return float(source.randint(1, 6))

    return [
        {name: tuple(draw() for _ in range(_VECTOR_LENGTH)) if name in vectors else draw() for name in names}
        for draw in [real] * POINTS + [whole] * POINTS
    ]


def _pairs(one: Node, other: Node, symbols: Symbols) -> list[tuple[Value, Value]]:
    """The values of both at the points where both have one."""
    found = []
    for values in _points(tuple(sorted(symbols.spellings)), symbols.vectors):
        try:
            found.append((value_of(one, values), value_of(other, values)))
        except (ArithmeticError, ValueError):
            continue
    return found


def _same(one: Node, other: Node, symbols: Symbols) -> bool:
    pairs = _pairs(one, other, symbols)
    return len(pairs) >= ENOUGH_POINTS and all(_close(a, b) for a, b in pairs)


def _close(a: Value, b: Value) -> bool:
    if isinstance(a, tuple) or isinstance(b, tuple):
        if not (isinstance(a, tuple) and isinstance(b, tuple)):
            return False
        return len(a) == len(b) and all(_close(x, y) for x, y in zip(a, b, strict=True))
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)


def _slip(node: Node, wanted: str, key: FormulaKey) -> Remark | None:
    """The same but for the sign, or for a factor that is always the same."""
    pairs = _pairs(node, _known(wanted, key.symbols), key.symbols)
    if len(pairs) < ENOUGH_POINTS:
        return None
    ratios = [a / b for a, b in pairs if isinstance(a, float) and isinstance(b, float) and b]
    if len(ratios) < len(pairs) or not all(math.isclose(ratio, ratios[0], rel_tol=1e-9) for ratio in ratios):
        return None
    if math.isclose(ratios[0], -1, rel_tol=1e-9):
        return Remark("formula_sign")
    factor = Fraction(ratios[0]).limit_denominator(100)
    if factor and math.isclose(ratios[0], float(factor), rel_tol=1e-9):
        return Remark("formula_factor", {"factor": str(factor)})
    return None
