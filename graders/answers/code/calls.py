"""What calls of an answer give: layers made, layers applied, functions and classes of its own followed."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from graders.answers.code.expressions import Expressions
from graders.answers.code.python import BUILTINS, builtin, is_row, of_list
from graders.answers.code.source import attributes, dotted
from graders.answers.code.things import (
    MODULES,
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

# Methods of a model that give the model back.
_SAME = frozenset({"to", "cuda", "cpu", "eval", "train", "float", "half", "double", "apply"})
_WRAPPERS = frozenset({"torch.compile", "torch.nn.DataParallel", "copy.deepcopy", "torch.jit.script"})
_FORWARD = ("forward", "__call__")
_NO_LAYERS = frozenset({"Parameter", "Module", "Buffer"})


class Calls(Expressions):
    """Follows calls; what the body of a function does is said by a subclass."""

    def __init__(self, known: frozenset[str]) -> None:
        super().__init__(known)
        self.classes: list[Class] = []
        self.instances: list[Instance] = []
        self.active: list[Function] = []
        self.supposing = False

    def body(self, function: Function, scope: Scope) -> list[Thing]:
        """What the statements of a function return."""
        raise NotImplementedError

    def call(self, node: ast.Call, scope: Scope) -> Thing:
        arguments = self.arguments(node.args, node.keywords, scope)
        func = node.func
        if isinstance(func, ast.Name) and scope.find(func.id) is None:
            if func.id == "super":
                return self._super(scope)
            if func.id in BUILTINS:
                return builtin(func.id, arguments.things)
        if not isinstance(func, ast.Attribute):
            return self.apply(self.evaluate(func, scope), arguments, node, scope)
        receiver = self.evaluate(func.value, scope)
        result = self._of_module(receiver, func.attr, arguments, node, scope)
        if result is not None:
            return result
        target = self.attribute_of(receiver, func, scope)
        if isinstance(target, Flow):
            return self._event(node, arguments, [receiver], method=isinstance(receiver, Flow))
        return self.apply(target, arguments, node, scope)

    def apply(self, target: Thing, arguments: Arguments, node: ast.Call, scope: Scope) -> Thing:
        """What calling ``target`` gives."""
        if not self.step():
            return UNKNOWN
        self.nesting += 1
        try:
            if isinstance(target, Reference):
                return self._named(target.name, arguments, node)
            if isinstance(target, Layer):
                return self._through(target, arguments, node, scope)
            if isinstance(target, Choice):
                return merged([self.apply(thing, arguments, node, scope) for thing in target.things])
            if isinstance(target, Class):
                return self.instantiate(target, arguments)
            if isinstance(target, Instance):
                return self._forward(target, arguments, node, scope)
            if isinstance(target, Method):
                return self.invoke(target.function, arguments, target.receiver)
            if isinstance(target, Function):
                return self.invoke(target, arguments)
            return self._unknown(target, arguments, node, scope)
        finally:
            self.nesting -= 1

    def _named(self, name: str, arguments: Arguments, node: ast.Call) -> Thing:
        """A call of something imported: a layer is made, anything else computes."""
        last = name.rpartition(".")[2]
        if name == "collections.OrderedDict":
            return builtin(last, arguments.things)
        if name in _WRAPPERS and arguments.placed and isinstance(arguments.placed[0].thing, MODULES):
            return arguments.placed[0].thing
        if name.startswith("torch.nn.") and last[:1].isupper() and last not in _NO_LAYERS:
            inner = modules_in(arguments.things)
            self.layers.append(Layer(name, node, arguments, inner, len(self.layers)))
            return self.layers[-1]
        return self._event(node, arguments, [], name=name)

    def _event(
        self,
        node: ast.Call,
        arguments: Arguments,
        others: Sequence[Thing],
        *,
        name: str = "",
        method: bool = False,
        layer: Layer | None = None,
    ) -> Flow:
        path = attributes(node.func)
        known = name or ("." + path[-1] if method and path else dotted(node.func))
        inputs = events_in([*arguments.things, *others])
        event = Event(known, path, node, arguments, inputs, layer, method, self.supposing)
        self.events.append(event)
        return Flow(frozenset({len(self.events) - 1}))

    def _through(self, layer: Layer, arguments: Arguments, node: ast.Call, scope: Scope) -> Thing:
        """An input goes through a layer; through Sequential, one layer after the other."""
        if not arguments or (layer.holds and not layer.sequential):
            return UNKNOWN
        if layer.sequential:
            return self._row(layer.inner, arguments, node, scope)
        for inner in layer.inner:
            self.apply(inner, arguments, node, scope)
        return self._event(node, arguments, [], name=layer.name, layer=layer)

    def _row(self, row: Sequence[Thing], arguments: Arguments, node: ast.Call, scope: Scope) -> Thing:
        result: Thing = Flow(events_in(arguments.things))
        for thing in row:
            result = self.apply(thing, arguments, node, scope)
            arguments = Arguments((Argument(result, node),))
        return result

    def _unknown(self, target: Thing, arguments: Arguments, node: ast.Call, scope: Scope) -> Thing:
        """A call of something unknown; layers that were put into it (``model.fc = …``) are in there."""
        held = f"{dotted(node.func) or '?'}."
        inside = [thing for name, thing in scope.names.items() if name.startswith(held)]
        result = self._event(node, arguments, [target])
        for module in modules_in(inside):
            self.apply(module, Arguments((Argument(result, node),)), node, scope)
        return result

    def _forward(self, model: Instance, arguments: Arguments, node: ast.Call, scope: Scope) -> Thing:
        found = (model.find(name) for name in _FORWARD)
        function = next((thing for thing in found if isinstance(thing, Function)), None)
        if not arguments:
            return UNKNOWN
        model.applied = True
        if function is not None:
            return self.invoke(function, arguments, model)
        return self._row(model.inner, arguments, node, scope)

    def instantiate(self, cls: Class, arguments: Arguments) -> Instance:
        """An object of a class of the answer, with what ``__init__`` puts into it."""
        model = Instance(cls)
        cls.made = True
        self.instances.append(model)
        start = cls.find("__init__")
        if isinstance(start, Function):
            self.invoke(start, arguments, model)
        elif is_row(cls):
            model.inner = modules_in(arguments.things)
        return model

    def invoke(self, function: Function, arguments: Arguments, receiver: Instance | None = None) -> Thing:
        """Follow a function of the answer; one that calls itself is followed once."""
        function.read = True
        if function in self.active or not self.step():
            return Flow(events_in(arguments.things))
        scope = self._parameters(function, arguments, receiver)
        self.active.append(function)
        before = len(self.events)
        self.nesting += 2
        try:
            returned = self.body(function, scope)
        finally:
            self.active.pop()
            self.nesting -= 2
        if function.name in _FORWARD and receiver is not None:
            self._lose(before, events_in(returned))
        return merged(returned)

    def _parameters(self, function: Function, arguments: Arguments, receiver: Instance | None) -> Scope:
        scope, spec = Scope({}, function.scope), function.node.args
        names = [argument.arg for argument in (*spec.posonlyargs, *spec.args)]
        every = [*names, *(argument.arg for argument in spec.kwonlyargs)]
        defaults = {
            **dict(zip(names[::-1], spec.defaults[::-1], strict=False)),
            **dict(zip([a.arg for a in spec.kwonlyargs], spec.kw_defaults, strict=True)),
        }
        scope.names |= dict.fromkeys(every, UNKNOWN)
        for name, default in defaults.items():
            if default is not None:
                scope.names[name] = self.evaluate(default, function.scope)
        if arguments.open_ended:
            scope.names |= dict.fromkeys(defaults, UNKNOWN)
        placed = [argument.thing for argument in arguments.placed]
        things = [receiver, *placed] if receiver is not None else placed
        scope.names |= dict(zip(names, things, strict=False))
        scope.names |= {key: a.thing for key, a in arguments.named.items() if key in every}
        if spec.vararg:
            scope.names[spec.vararg.arg] = Items(things[len(names) :])
        if spec.kwarg:
            scope.names[spec.kwarg.arg] = UNKNOWN
        return scope

    def _lose(self, start: int, returned: frozenset[int]) -> None:
        """Mark the calls since ``start`` whose results do not reach what ``forward`` returns."""
        reached: set[int] = set()
        left = [place for place in returned if place >= start]
        while left:
            place = left.pop()
            if place not in reached:
                reached.add(place)
                left += [before for before in self.events[place].inputs if before >= start]
        for place in range(start, len(self.events)):
            self.events[place].lost = self.events[place].lost or place not in reached

    def _of_module(
        self, receiver: Thing, name: str, arguments: Arguments, node: ast.Call, scope: Scope
    ) -> Thing | None:
        """Methods that lists, layers and models have of themselves."""
        given = arguments.things
        result = of_list(receiver, name, given)
        if result is not None:
            return result
        if isinstance(receiver, Layer) and name in _FORWARD:
            return self.apply(receiver, arguments, node, scope)
        if isinstance(receiver, Super) and name == "__init__" and self.inherited(receiver, name) is UNKNOWN:
            if any(is_row(base) for base in receiver.bases):
                receiver.receiver.inner = modules_in(given)
            return Known(None)
        if not isinstance(receiver, MODULES) or (isinstance(receiver, Instance) and receiver.find(name)):
            return None
        if name in {"add_module", "register_module"} and len(given) == 2 and isinstance(receiver, Instance):
            label = given[0].value if isinstance(given[0], Known) else None
            receiver.attributes[str(label)] = given[1]
            receiver.inner += modules_in(given[1:]) if is_row(receiver.cls) else []
            return Known(None)
        if name == "apply" and given and isinstance(given[0], Function):
            self.invoke(given[0], Arguments())
        return receiver if name in _SAME else None

    def _super(self, scope: Scope) -> Thing:
        function = self.active[-1] if self.active else None
        receiver = scope.find(function.own) if function is not None else None
        if not isinstance(receiver, Instance) or function is None or function.owner is None:
            return UNKNOWN
        return Super(receiver, tuple(function.owner.bases))
