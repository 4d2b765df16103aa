"""What an expression stands for when code is read: a constant, a layer, a class, or something computed."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

MAX_ITEMS = 200

Constant = int | float | complex | str | bytes | bool | None


@dataclass(frozen=True)
class Flow:
    """Something computed or unknown, with the calls that it came out of."""

    events: frozenset[int] = frozenset()


UNKNOWN = Flow()


@dataclass(frozen=True)
class Known:
    """A number, a string, a truth value or None."""

    value: Constant


@dataclass(frozen=True)
class Reference:
    """A dotted name that imports explain: ``torch.nn.Conv2d``."""

    name: str


@dataclass(eq=False)
class Items:
    """A list, a tuple, a dictionary's values."""

    things: list[Thing]


@dataclass(eq=False)
class Choice:
    """One of several, which one cannot be seen."""

    things: list[Thing]


@dataclass(frozen=True)
class Argument:
    """What was given, and how it was written."""

    thing: Thing
    node: ast.expr


@dataclass(frozen=True)
class Arguments:
    """What a call was given by place and by name; ``open_ended`` after a star that cannot be followed."""

    placed: tuple[Argument, ...] = ()
    named: dict[str, Argument] = field(default_factory=dict)
    open_ended: bool = False

    @property
    def things(self) -> list[Thing]:
        return [argument.thing for argument in (*self.placed, *self.named.values())]

    def __bool__(self) -> bool:
        return bool(self.placed or self.named or self.open_ended)


@dataclass(eq=False)
class Layer:
    """A layer that was made; ``inner`` are the layers that it was made of."""

    name: str
    node: ast.expr
    arguments: Arguments
    inner: list[Thing] = field(default_factory=list)
    place: int = 0

    @property
    def sequential(self) -> bool:
        return self.name == "torch.nn.Sequential"

    @property
    def holds(self) -> bool:
        """Whether it is a container whose layers one can loop over."""
        return self.name.rpartition(".")[2] in {"Sequential", "ModuleList", "ModuleDict"}


@dataclass(eq=False)
class Scope:
    """Names and what they stand for, inside the scope around them."""

    names: dict[str, Thing] = field(default_factory=dict)
    around: Scope | None = None

    def find(self, name: str) -> Thing | None:
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.around
        return None


@dataclass(eq=False)
class Function:
    """A function, a method or a lambda of the answer."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    scope: Scope
    owner: Class | None = None
    read: bool = False

    @property
    def name(self) -> str:
        return "" if isinstance(self.node, ast.Lambda) else self.node.name

    @property
    def own(self) -> str:
        """The first parameter, which methods call ``self``."""
        parameters = self.node.args.args
        return parameters[0].arg if parameters else ""


@dataclass(eq=False)
class Class:
    """A class of the answer."""

    name: str
    bases: list[Thing]
    scope: Scope
    made: bool = False

    def find(self, name: str, reach: int = 8) -> Thing | None:
        """An attribute, here or in a base."""
        if name in self.scope.names or not reach:
            return self.scope.names.get(name)
        found = (base.find(name, reach - 1) for base in self.bases if isinstance(base, Class))
        return next((thing for thing in found if thing is not None), None)


@dataclass(eq=False)
class Instance:
    """An object of such a class; ``inner``: the layers that a subclass of Sequential was given."""

    cls: Class | None
    attributes: dict[str, Thing] = field(default_factory=dict)
    inner: list[Thing] = field(default_factory=list)
    applied: bool = False

    def find(self, name: str) -> Thing | None:
        found = self.attributes.get(name)
        return self.cls.find(name) if found is None and self.cls is not None else found


@dataclass(frozen=True)
class Method:
    """A function bound to its object; ``cls`` is where ``super()`` looks on from."""

    function: Function
    receiver: Instance


@dataclass(frozen=True)
class Super:
    """What ``super()`` stands for."""

    receiver: Instance
    bases: tuple[Thing, ...]


Thing = Flow | Known | Reference | Items | Choice | Layer | Function | Class | Instance | Method | Super
MODULES = (Layer, Instance)


@dataclass(eq=False)
class Event:
    """One call, in the order of reading: a layer applied, a function, a method."""

    name: str
    path: tuple[str, ...]
    node: ast.expr
    arguments: Arguments
    inputs: frozenset[int]
    layer: Layer | None = None
    method: bool = False
    # Nobody called it: its layers stand in this order, and no input goes through them.
    supposed: bool = False
    # Its result does not reach what ``forward`` returns.
    lost: bool = False


def flattened(things: Iterable[Thing]) -> list[Thing]:
    """The things inside lists inside lists; bounded, since a list may contain itself."""
    found: list[Thing] = []
    left = list(things)[::-1]
    for _ in range(20 * MAX_ITEMS):
        if not left or len(found) >= MAX_ITEMS:
            break
        thing = left.pop()
        if isinstance(thing, Items | Choice):
            left += thing.things[::-1]
        else:
            found.append(thing)
    return found


def modules_in(things: Iterable[Thing]) -> list[Thing]:
    """The layers and models among things."""
    return [thing for thing in flattened(things) if isinstance(thing, MODULES)]


def events_in(things: Iterable[Thing]) -> frozenset[int]:
    """The calls that things came out of."""
    flows = [thing.events for thing in flattened(things) if isinstance(thing, Flow)]
    return frozenset().union(*flows)


def merged(things: Sequence[Thing]) -> Thing:
    """What may be any of several things."""
    first = things[0] if things else UNKNOWN
    if all(thing is first or (isinstance(thing, Known) and thing == first) for thing in things):
        return first
    modules = modules_in(things)
    return Choice(modules) if modules else Flow(events_in(things))
