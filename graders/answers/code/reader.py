"""Reading the statements of an answer in their order, and then what they define but never use."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from graders.answers.code.calls import Calls
from graders.answers.code.source import dotted
from graders.answers.code.things import (
    MAX_ITEMS,
    UNKNOWN,
    Argument,
    Arguments,
    Class,
    Flow,
    Function,
    Instance,
    Items,
    Layer,
    Reference,
    Scope,
    Thing,
    events_in,
    merged,
    modules_in,
)

_INPUT = ast.Name("x", ast.Load())


class Reader(Calls):
    """Follows the statements of one answer."""

    def read(self, tree: ast.Module) -> None:
        """Read an answer; what it made and called then stands in ``layers`` and ``events``."""
        self.block(tree.body, self.globals, [])
        for cls in self.classes:
            if not cls.made:
                self.instantiate(cls, Arguments())
        given = Arguments((Argument(UNKNOWN, _INPUT),))
        for model in self.instances:
            forward = model.find("forward") or model.find("__call__")
            if not model.applied and isinstance(forward, Function):
                model.applied = True
                self.invoke(forward, Arguments(), model)
        for function in self.functions:
            if not function.read:
                # PyTorch calls ``forward`` and nothing else: what is spelled otherwise is never reached.
                self.supposing = _is_mute(function.owner)
                self.invoke(function, Arguments(), self._object_of(function))
        self.supposing = True
        used = {event.layer for event in self.events}
        rows: list[Thing] = [*self.layers, *self.instances]
        for row in [thing for thing in rows if _row_of(thing)]:
            inside = _leaves(row)
            if not used & inside and not (isinstance(row, Instance) and row.applied):
                self.apply(row, given, ast.Call(_INPUT, [], []), self.globals)

    def _object_of(self, function: Function) -> Instance | None:
        """What ``self`` is in a method that nobody called; methods without their class share one object."""
        if function.owner is not None:
            return next((model for model in self.instances if model.cls is function.owner), None)
        loose = self.globals.names["self"]
        return loose if function.own == "self" and isinstance(loose, Instance) else None

    def body(self, function: Function, scope: Scope) -> list[Thing]:
        if isinstance(function.node, ast.Lambda):
            return [self.evaluate(function.node.body, scope)]
        returned: list[Thing] = []
        self.block(function.node.body, scope, returned)
        return returned

    def block(self, body: Sequence[ast.stmt], scope: Scope, returned: list[Thing]) -> bool:
        """Read statements in order; True where one of them returns, so that nothing after it counts."""
        for statement in body:
            if not self.step():
                return False
            self.nesting += 1
            try:
                if self._statement(statement, scope, returned):
                    return True
            finally:
                self.nesting -= 1
        return False

    def _statement(self, node: ast.stmt, scope: Scope, returned: list[Thing]) -> bool:
        if isinstance(node, ast.Import | ast.ImportFrom):
            self._import(node, scope)
        elif isinstance(node, ast.ClassDef):
            self._class(node, scope)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            scope.names[node.name] = self._function(node, scope)
        elif isinstance(node, ast.Assign):
            thing = self.evaluate(node.value, scope)
            for target in node.targets:
                self.assign(target, thing, scope)
        elif isinstance(node, ast.AnnAssign):
            if node.value is not None:
                self.assign(node.target, self.evaluate(node.value, scope), scope)
        elif isinstance(node, ast.AugAssign):
            self._augment(node, scope)
        elif isinstance(node, ast.Return):
            returned.append(self.evaluate(node.value, scope) if node.value else UNKNOWN)
            # Loose lines of an answer that does not parse may hold several.
            return scope is not self.globals
        elif isinstance(node, ast.If):
            return self._branches(node, scope, returned)
        elif isinstance(node, ast.For | ast.AsyncFor):
            for thing in self.rounds(self.evaluate(node.iter, scope)):
                self.assign(node.target, thing, scope)
                self.block(node.body, scope, returned)
            self.block(node.orelse, scope, returned)
        else:
            self._other(node, scope, returned)
        return False

    def _other(self, node: ast.AST, scope: Scope, returned: list[Thing]) -> None:
        """A statement of another kind: its expressions and its blocks, in the order of the text."""
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.evaluate(child, scope)
            elif isinstance(child, ast.stmt):
                self.block([child], scope, returned)
            elif isinstance(child, ast.withitem):
                thing = self.evaluate(child.context_expr, scope)
                if child.optional_vars is not None:
                    self.assign(child.optional_vars, Flow(events_in([thing])), scope)
            elif isinstance(child, ast.ExceptHandler | ast.match_case):
                self.block(child.body, scope, returned)

    def _import(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        for alias in node.names:
            head = alias.name.split(".")[0]
            if isinstance(node, ast.Import):
                scope.names[alias.asname or head] = Reference(alias.name if alias.asname else head)
            elif alias.name == "*":
                self.starred.append(node.module or "")
            elif node.module:
                scope.names[alias.asname or alias.name] = Reference(f"{node.module}.{alias.name}")

    def _class(self, node: ast.ClassDef, scope: Scope) -> None:
        bases = [self.evaluate(base, scope) for base in node.bases]
        cls = Class(node.name, bases, Scope({}, scope))
        self.block(node.body, cls.scope, [])
        for thing in cls.scope.names.values():
            if isinstance(thing, Function) and not isinstance(thing.node, ast.Lambda):
                # A method does not see the names of its class.
                thing.owner, thing.scope = cls, scope
        scope.names[node.name] = cls
        self.classes.append(cls)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> Function:
        self.functions.append(Function(node, scope))
        return self.functions[-1]

    def assign(self, target: ast.expr, thing: Thing, scope: Scope) -> None:
        if isinstance(target, ast.Name):
            scope.names[target.id] = thing
        elif isinstance(target, ast.Attribute):
            holder = self.evaluate(target.value, scope)
            if isinstance(holder, Instance):
                holder.attributes[target.attr] = thing
            elif dotted(target):
                scope.names[dotted(target)] = thing
        elif isinstance(target, ast.Tuple | ast.List):
            same = isinstance(thing, Items) and len(thing.things) == len(target.elts)
            for place, part in enumerate(target.elts):
                one = thing.things[place] if same and isinstance(thing, Items) else Flow(events_in([thing]))
                self.assign(part, one, scope)
        elif isinstance(target, ast.Subscript):
            holder = self.evaluate(target.value, scope)
            if isinstance(holder, Items) and len(holder.things) < MAX_ITEMS:
                holder.things.append(thing)
            elif isinstance(holder, Flow):
                # A tensor that something is written into comes out of that too.
                self.assign(target.value, Flow(events_in([holder, thing])), scope)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, Flow(events_in([thing])), scope)

    def _augment(self, node: ast.AugAssign, scope: Scope) -> None:
        before, added = self.evaluate(node.target, scope), self.evaluate(node.value, scope)
        if isinstance(before, Items) and isinstance(added, Items):
            before.things = [*before.things, *added.things][:MAX_ITEMS]
        else:
            self.assign(node.target, self.combine(before, node.op, added), scope)

    def _branches(self, node: ast.If, scope: Scope, returned: list[Thing]) -> bool:
        """Both branches are read; a name that they give to different things is any of these."""
        self.evaluate(node.test, scope)
        before = dict(scope.names)
        first = self.block(node.body, scope, returned)
        after, scope.names = scope.names, dict(before)
        second = self.block(node.orelse, scope, returned)
        if first or second:
            # What follows is reached through the other branch only.
            scope.names = scope.names if first else after
            return first and second
        for name, thing in after.items():
            other = scope.names.get(name)
            scope.names[name] = thing if other is None or other is thing else merged([thing, other])
        return False


def _is_mute(cls: Class | None) -> bool:
    """Whether it is a module without ``forward``."""
    bases = cls.bases if cls is not None else []
    module = any(isinstance(base, Reference) and base.name == "torch.nn.Module" for base in bases)
    return cls is not None and module and cls.find("forward") is None and cls.find("__call__") is None


def _leaves(row: Thing) -> set[Thing]:
    """Every layer inside a row, however deep; bounded, since a row may be put into itself."""
    found: set[Thing] = set()
    left = [row]
    while left and len(found) < MAX_ITEMS:
        thing = left.pop()
        if thing not in found:
            found.add(thing)
            left += modules_in(_row_of(thing))
    return found


def _row_of(thing: Thing) -> list[Thing]:
    """The layers in a row of a Sequential."""
    if isinstance(thing, Layer) and thing.sequential:
        return thing.inner
    return thing.inner if isinstance(thing, Instance) and thing.inner else []
