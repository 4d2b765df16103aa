"""What a formula is, once it has been read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

# Functions of one argument. ``sum`` and ``norm`` are of a vector.
FUNCTIONS = frozenset({
    "exp", "log", "sqrt", "abs", "tanh", "sinh", "cosh", "sin", "cos", "sigmoid", "relu", "floor", "ceil",
    "sum", "norm",
})  # fmt: skip


@dataclass(frozen=True)
class Number:
    value: Fraction


@dataclass(frozen=True)
class Name:
    """A symbol by its plain name: ``eta``, ``w_t``, ``dL/dw``."""

    name: str


@dataclass(frozen=True)
class Change:
    """∂L or dL: half of a derivative, which is nothing by itself."""

    of: str


@dataclass(frozen=True)
class Transposed:
    inner: Node


@dataclass(frozen=True)
class Negative:
    inner: Node


@dataclass(frozen=True)
class Operation:
    """Two operands joined by one of ``+ - * / ^``."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Call:
    """A function of one argument, or of two where they are compared (``max``, ``min``)."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Name | Change | Transposed | Negative | Operation | Call


def children(node: Node) -> tuple[Node, ...]:
    """The operands of a node."""
    match node:
        case Operation(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
        case Negative(inner) | Transposed(inner):
            return (inner,)
    return ()


def names(node: Node) -> Iterator[str]:
    """The symbols of a formula, each as often as it stands there."""
    if isinstance(node, Name):
        yield node.name
    if isinstance(node, Change):
        yield f"d{node.of}"
    for child in children(node):
        yield from names(child)
