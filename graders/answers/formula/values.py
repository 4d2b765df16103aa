"""What a formula comes to, for given values of its symbols: in floats, bounded, no code of the student's.

A vector is a tuple of floats. Raises ``ArithmeticError`` or ``ValueError`` where the formula has no value.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from graders.answers.formula.tree import Call, Change, Name, Negative, Node, Number, Operation, Transposed

Vector = tuple[float, ...]
Value = float | Vector


class NoValue(ArithmeticError):
    """The formula means nothing there: half a derivative alone, a vector where a number has to be."""


class _Row(tuple[float, ...]):
    """A transposed vector: times a vector it is a number."""


_OF_NUMBERS: dict[str, Callable[[float], float]] = {
    "exp": math.exp,
    "log": math.log,
    "sqrt": math.sqrt,
    "abs": abs,
    "tanh": math.tanh,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "sin": math.sin,
    "cos": math.cos,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "relu": lambda x: max(0.0, x),
    "floor": lambda x: float(math.floor(x)),
    "ceil": lambda x: float(math.ceil(x)),
}
_OF_TWO: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: math.pow(a, b),
    "max": max,
    "min": min,
}


def value_of(node: Node, values: Mapping[str, Value]) -> Value:
    """The value of a formula."""
    match node:
        case Number(value):
            return float(value)
        case Name(name):
            return values[name]
        case Negative(inner):
            return _each(lambda x: -x, value_of(inner, values))
        case Transposed(inner):
            found = value_of(inner, values)
            return _Row(found) if isinstance(found, tuple) else found
        case Operation(sign, left, right):
            return _joined(sign, value_of(left, values), value_of(right, values))
        case Call(function, arguments):
            return _called(function, [value_of(argument, values) for argument in arguments])
        case Change():
            raise NoValue
    raise TypeError(node)


def _joined(sign: str, left: Value, right: Value) -> Value:
    if sign == "*" and isinstance(left, _Row) and isinstance(right, tuple):
        return sum(a * b for a, b in zip(left, right, strict=True))
    operate = _OF_TWO[sign]
    if isinstance(left, tuple) and isinstance(right, tuple):
        return tuple(operate(a, b) for a, b in zip(left, right, strict=True))
    if isinstance(left, tuple):
        assert isinstance(right, float | int)
        return type(left)(operate(a, right) for a in left)
    if isinstance(right, tuple):
        return type(right)(operate(left, b) for b in right)
    return operate(left, right)


def _called(function: str, arguments: list[Value]) -> Value:
    if function in ("max", "min"):
        return _joined(function, *arguments)
    (argument,) = arguments
    if function == "sum":
        return math.fsum(argument) if isinstance(argument, tuple) else argument
    if function == "norm":
        return math.hypot(*argument) if isinstance(argument, tuple) else abs(argument)
    return _each(_OF_NUMBERS[function], argument)


def _each(operate: Callable[[float], float], value: Value) -> Value:
    return type(value)(operate(x) for x in value) if isinstance(value, tuple) else operate(value)
