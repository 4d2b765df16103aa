"""What an expression of an answer stands for, worked out without running anything."""

from __future__ import annotations

import ast
import operator
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import EllipsisType

from graders.answers.code.python import MAX_ROUNDS
from graders.answers.code.source import dotted
from graders.answers.code.things import (
    MAX_ITEMS,
    UNKNOWN,
    Argument,
    Arguments,
    Choice,
    Class,
    Event,
    Flow,
    Function,
    Instance,
    Items,
    Known,
    Layer,
    Method,
    Reference,
    Scope,
    Super,
    Thing,
    events_in,
    merged,
    modules_in,
)

MAX_STEPS = 8_000
MAX_NESTING = 70
_MAX_BITS = 128

USUAL: Mapping[str, Thing] = {
    short: Reference(name)
    for short, name in {
        "torch": "torch",
        "nn": "torch.nn",
        "F": "torch.nn.functional",
        "functional": "torch.nn.functional",
        "init": "torch.nn.init",
        "optim": "torch.optim",
        "Sequential": "torch.nn.Sequential",
        "np": "numpy",
        "tf": "tensorflow",
        "keras": "keras",
        "jax": "jax",
        "jnp": "jax.numpy",
    }.items()
}
_ARITHMETIC: Mapping[type[ast.operator], Callable[[int | float, int | float], int | float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}


class Expressions(ABC):
    """Evaluates expressions; what calls mean is said by a subclass."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.globals = Scope({**USUAL, "self": Instance(None)})
        self.starred: list[str] = []
        self.layers: list[Layer] = []
        self.events: list[Event] = []
        self.functions: list[Function] = []
        self.steps = self.nesting = 0
        # Whether something was too deep or too long to be followed.
        self.cut = False

    @abstractmethod
    def call(self, node: ast.Call, scope: Scope) -> Thing:
        """What a call gives."""

    @abstractmethod
    def assign(self, target: ast.expr, thing: Thing, scope: Scope) -> None:
        """Give a name to something."""

    def step(self) -> bool:
        """Count a step; False where the answer is no longer followed."""
        self.steps += 1
        self.cut = self.cut or self.steps > MAX_STEPS or self.nesting > MAX_NESTING
        return self.steps <= MAX_STEPS and self.nesting <= MAX_NESTING

    def evaluate(self, node: ast.expr, scope: Scope) -> Thing:
        """What an expression stands for."""
        if not self.step():
            return UNKNOWN
        self.nesting += 1
        try:
            reader = getattr(self, f"_{type(node).__name__.lower()}", self._any)
            thing: Thing = reader(node, scope)
            return thing
        finally:
            self.nesting -= 1

    def _any(self, node: ast.expr, scope: Scope) -> Thing:
        """An expression of another kind comes out of all its parts."""
        parts = [
            self.evaluate(part, scope) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)
        ]
        return Flow(events_in(parts))

    def _constant(self, node: ast.Constant, scope: Scope) -> Thing:
        value = node.value
        large = isinstance(value, int) and value.bit_length() > _MAX_BITS
        return UNKNOWN if large or isinstance(value, EllipsisType) else Known(value)

    def _name(self, node: ast.Name, scope: Scope) -> Thing:
        found = scope.find(node.id)
        if found is not None:
            return found
        names = [f"{module}.{node.id}" for module in self.starred]
        return next((Reference(name) for name in names if name in self.known), UNKNOWN)

    def _attribute(self, node: ast.Attribute, scope: Scope) -> Thing:
        return self.attribute_of(self.evaluate(node.value, scope), node, scope)

    def attribute_of(self, base: Thing, node: ast.Attribute, scope: Scope) -> Thing:
        """What a dot gives: of a module a longer name, of an object what was put there."""
        found: Thing | None = None
        if isinstance(base, Reference):
            return Reference(f"{base.name}.{node.attr}")
        if isinstance(base, Super):
            return self.inherited(base, node.attr)
        if isinstance(base, Instance | Class):
            found = base.find(node.attr)
        if isinstance(base, Instance) and isinstance(found, Function):
            return Method(found, base)
        if found is None:
            found = scope.find(dotted(node))
        return found or (Flow(base.events) if isinstance(base, Flow) else UNKNOWN)

    def inherited(self, base: Super, name: str) -> Thing:
        """A method of the bases, for the object that ``super()`` is of."""
        found = (cls.find(name) for cls in base.bases if isinstance(cls, Class))
        function = next((thing for thing in found if isinstance(thing, Function)), None)
        return Method(function, base.receiver) if function is not None else UNKNOWN

    def _list(self, node: ast.List | ast.Tuple | ast.Set, scope: Scope) -> Thing:
        return Items([argument.thing for argument in self.arguments(node.elts, (), scope).placed])

    _tuple = _set = _list

    def _dict(self, node: ast.Dict, scope: Scope) -> Thing:
        for key in node.keys:
            if key is not None:
                self.evaluate(key, scope)
        return Items([self.evaluate(value, scope) for value in node.values[:MAX_ITEMS]])

    def _call(self, node: ast.Call, scope: Scope) -> Thing:
        return self.call(node, scope)

    def arguments(self, placed: Sequence[ast.expr], named: Sequence[ast.keyword], scope: Scope) -> Arguments:
        """What stands between the brackets; a starred list that is known is taken apart."""
        found: list[Argument] = []
        by_name: dict[str, Argument] = {}
        open_ended = False
        for node in placed:
            thing = self.evaluate(node.value if isinstance(node, ast.Starred) else node, scope)
            if not isinstance(node, ast.Starred):
                found.append(Argument(thing, node))
            elif isinstance(thing, Items) or (isinstance(thing, Layer) and thing.holds):
                things = thing.things if isinstance(thing, Items) else thing.inner
                found += [Argument(part, node.value) for part in things[:MAX_ITEMS]]
            else:
                open_ended = True
        for keyword in named:
            thing = self.evaluate(keyword.value, scope)
            if keyword.arg is None:
                open_ended = True
            else:
                by_name[keyword.arg] = Argument(thing, keyword.value)
        return Arguments(tuple(found[:MAX_ITEMS]), by_name, open_ended)

    def _lambda(self, node: ast.Lambda, scope: Scope) -> Thing:
        self.functions.append(Function(node, scope))
        return self.functions[-1]

    def _ifexp(self, node: ast.IfExp, scope: Scope) -> Thing:
        self.evaluate(node.test, scope)
        return merged([self.evaluate(node.body, scope), self.evaluate(node.orelse, scope)])

    def _namedexpr(self, node: ast.NamedExpr, scope: Scope) -> Thing:
        thing = self.evaluate(node.value, scope)
        self.assign(node.target, thing, scope)
        return thing

    def _unaryop(self, node: ast.UnaryOp, scope: Scope) -> Thing:
        thing = self.evaluate(node.operand, scope)
        if isinstance(thing, Known):
            negative = isinstance(thing.value, int | float) and isinstance(node.op, ast.USub)
            return _computed(Known(0), ast.Sub(), thing) if negative else UNKNOWN
        return Flow(events_in([thing]))

    def _binop(self, node: ast.BinOp, scope: Scope) -> Thing:
        left, right = self.evaluate(node.left, scope), self.evaluate(node.right, scope)
        return self.combine(left, node.op, right)

    def combine(self, left: Thing, sign: ast.operator, right: Thing) -> Thing:
        """Two things with an operator between them."""
        if isinstance(left, Known) and isinstance(right, Known):
            return _computed(left, sign, right)
        if isinstance(left, Items) and isinstance(right, Items) and isinstance(sign, ast.Add):
            return Items((left.things + right.things)[:MAX_ITEMS])
        if isinstance(left, Items) and isinstance(right, Known) and isinstance(sign, ast.Mult):
            times = right.value if isinstance(right.value, int) else 1
            return Items((left.things * max(0, min(times, MAX_ROUNDS)))[:MAX_ITEMS])
        return Flow(events_in([left, right]))

    def _subscript(self, node: ast.Subscript, scope: Scope) -> Thing:
        base = self.evaluate(node.value, scope)
        place = self._place(node.slice, scope)
        things = base.things if isinstance(base, Items) else None
        if isinstance(base, Layer) and base.holds:
            things = base.inner
        if things is None:
            return Flow(events_in([base]))
        if isinstance(place, slice):
            return Items(things[place])
        if place is not None:
            return things[place] if -len(things) <= place < len(things) else UNKNOWN
        modules = modules_in(things)
        return Choice(modules) if modules else Flow(events_in(things))

    def _place(self, node: ast.expr, scope: Scope) -> int | slice | None:
        """Where a bracket points, if that can be seen."""
        if isinstance(node, ast.Slice):
            ends = [self.evaluate(end, scope) if end else Known(None) for end in (node.lower, node.upper)]
            values = [end.value for end in ends if isinstance(end, Known)]
            seen = len(values) == 2 and all(value is None or isinstance(value, int) for value in values)
            return slice(*values) if seen and node.step is None else None
        thing = self.evaluate(node, scope)
        return thing.value if isinstance(thing, Known) and isinstance(thing.value, int) else None

    def _listcomp(self, node: ast.ListComp | ast.GeneratorExp | ast.SetComp, scope: Scope) -> Thing:
        inner = Scope({}, scope)
        return Items(
            [self.evaluate(node.elt, inner) for _ in self._rounds(node.generators, inner)][:MAX_ITEMS]
        )

    _generatorexp = _setcomp = _listcomp

    def _dictcomp(self, node: ast.DictComp, scope: Scope) -> Thing:
        inner = Scope({}, scope)
        return Items([self.evaluate(node.value, inner) for _ in self._rounds(node.generators, inner)])

    def _rounds(self, generators: Sequence[ast.comprehension], scope: Scope) -> Iterator[None]:
        first, *others = generators
        for thing in self.rounds(self.evaluate(first.iter, scope)):
            self.assign(first.target, thing, scope)
            for test in first.ifs:
                self.evaluate(test, scope)
            if others:
                yield from self._rounds(others, scope)
            else:
                yield

    def rounds(self, thing: Thing) -> Iterator[Thing]:
        """What a loop's variable stands for, round by round; once where that cannot be seen."""
        things: list[Thing] = [Flow(events_in([thing]))]
        if isinstance(thing, Items):
            things = thing.things[:MAX_ITEMS]
        elif isinstance(thing, Layer) and thing.holds:
            things = thing.inner[:MAX_ITEMS]
        for one in list(things):
            if self.steps > MAX_STEPS:
                return
            yield one


def _computed(left: Known, sign: ast.operator, right: Known) -> Thing:
    """Arithmetic with numbers of a size that a layer could have; anything else stays unknown."""
    one, other, work = left.value, right.value, _ARITHMETIC.get(type(sign))
    if not isinstance(one, int | float) or not isinstance(other, int | float) or work is None:
        return UNKNOWN
    if abs(one) >= 2**_MAX_BITS or abs(other) >= 2**_MAX_BITS:
        return UNKNOWN
    if isinstance(sign, ast.Pow) and not (0 <= other <= 32 and abs(one) <= 2**16):
        return UNKNOWN
    try:
        return Known(work(one, other))
    except (ArithmeticError, ValueError):
        return UNKNOWN
