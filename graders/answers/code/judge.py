"""Whether what an answer made and called is what a part of the question asks for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from graders.answers.code.key import Part, Which
from graders.answers.code.reader import Reader
from graders.answers.code.signatures import Bound, argument_names, bind
from graders.answers.code.source import attributes, shown
from graders.answers.code.things import (
    MODULES,
    Class,
    Event,
    Flow,
    Items,
    Known,
    Reference,
    Thing,
)
from graders.answers.outcome import Remark, Verdict

_UNSEEN = object()


class Fit(IntEnum):
    """How far a call has what is asked for, best last."""

    MISSING = 0
    WRONG = 1
    UNSEEN = 2
    RIGHT = 3


@dataclass
class Candidate:
    """A call that a part may be about; ``place``: where inputs went through it, None if they never did."""

    name: str
    node: Any
    bound: Bound
    wanted: tuple[str, ...]
    made: int
    place: int | None = None
    applied: Event | None = None
    fit: Fit = Fit.RIGHT
    remark: Remark | None = None
    # Of what it is applied to, where the question says what that must be.
    input_fit: Fit = Fit.RIGHT
    input_remark: Remark | None = None


@dataclass
class Finding:
    """What came of one part."""

    verdict: Verdict = Verdict.ABSENT
    quote: str = ""
    remarks: list[Remark] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def complete(self) -> list[Candidate]:
        """The calls that have all their arguments, whatever the values."""
        return [candidate for candidate in self.candidates if candidate.fit is not Fit.MISSING]

    @property
    def applied(self) -> Event | None:
        right = (candidate for candidate in self.complete if candidate.input_fit is Fit.RIGHT)
        return next((candidate.applied for candidate in right if candidate.applied is not None), None)

    @property
    def doubtful_input(self) -> Candidate | None:
        """A call that is applied to something else than what the question says, or to nobody knows what."""
        return next((candidate for candidate in self.complete if candidate.input_fit is not Fit.RIGHT), None)


def judge(part: Part, reader: Reader) -> Finding:
    """What an answer shows of a part."""
    finding = _calls(part, reader) if part.calls else Finding(Verdict.SUPPORTED)
    if part.order and not _in_order(part.steps, reader.events):
        finding.remarks.append(Remark("code_order", {"wanted": _arrows(part)}))
        finding.verdict = Verdict.ABSENT
    return finding


def _calls(part: Part, reader: Reader) -> Finding:
    found = _chosen(part, _candidates(part, reader))
    for candidate in found:
        _fit(part, candidate)
    right = [candidate for candidate in found if candidate.fit is Fit.RIGHT]
    short = [candidate for candidate in found if candidate.fit is not Fit.RIGHT]
    if part.which is Which.ANY and right:
        short = []
    remarks = [candidate.remark for candidate in short[:1] if candidate.remark is not None]
    finding = Finding(candidates=found, remarks=remarks)
    if right:
        doubtful = any(candidate.fit is not Fit.MISSING for candidate in short)
        finding.verdict = Verdict.UNSURE if doubtful else Verdict.SUPPORTED
        finding.quote = shown(right[0].node)
    elif short:
        wrong = all(candidate.fit is Fit.WRONG for candidate in short)
        finding.verdict = Verdict.CONTRADICTED if wrong else Verdict.UNSURE
        finding.quote = shown(short[0].node) if short[0].fit is not Fit.MISSING else ""
    if found and not short and len(right) < part.at_least:
        finding.verdict = Verdict.ABSENT
        finding.remarks.append(Remark("code_too_few", {"call": part.label, "count": part.at_least}))
    return finding


def _candidates(part: Part, reader: Reader) -> list[Candidate]:
    found: list[Candidate] = []
    for layer in reader.layers:
        if layer.name in part.layers:
            wanted = part.layers[layer.name]
            bound = bind(layer.name, wanted, layer.arguments)
            found.append(Candidate(layer.name, layer.node, bound, wanted, layer.place))
            for place, event in enumerate(reader.events):
                if event.layer is layer:
                    found[-1].place = place
                    found[-1].applied = found[-1].applied or (event if _counts(event) else None)
    for place, event in enumerate(reader.events):
        name, wanted = _function(part, event)
        if name and event.layer is None:
            bound = bind(name, wanted, event.arguments)
            applied = event if _counts(event) else None
            found.append(Candidate(name, event.node, bound, wanted, len(reader.layers), place, applied))
    return found


def _counts(event: Event) -> bool:
    return not event.lost and not event.supposed


def _function(part: Part, event: Event) -> tuple[str, tuple[str, ...]]:
    """The function or method of a part that a call is, with the arguments that it needs."""
    for name in (event.name, ".".join(event.path)):
        if name in part.functions and event.layer is None:
            return name, part.functions[name]
    path = tuple(name for name in event.path if name != "data")
    for method, wanted in part.methods.items():
        names = tuple(method.split("."))
        if event.method and path[-len(names) :] == names:
            return "." + names[-1], wanted
    return "", ()


def _chosen(part: Part, found: list[Candidate]) -> list[Candidate]:
    """The calls that count: the first or last that an input goes through, or all."""
    placed = sorted((c for c in found if c.place is not None), key=lambda candidate: candidate.place or 0)
    row = placed or sorted(found, key=lambda candidate: candidate.made)
    if part.which is Which.FIRST:
        return row[:1]
    if part.which is Which.LAST:
        return row[-1:]
    return found


def _fit(part: Part, candidate: Candidate) -> None:
    call, bound = candidate.name.rpartition(".")[2], candidate.bound
    missing = bound.missing(candidate.wanted)
    if missing:
        candidate.fit = Fit.MISSING
        candidate.remark = Remark("code_argument_missing", {"call": call, "argument": missing})
        return
    # Another spelling of the call may have no such argument.
    arguments = argument_names(candidate.name, candidate.wanted)
    for argument, wanted in part.values.items():
        if argument in arguments:
            fit, remark = _valued(call, argument, wanted, bound)
            if fit < candidate.fit:
                candidate.fit, candidate.remark = fit, remark
    for argument, names in part.tensors.items():
        if argument in arguments:
            fit, remark = _tensor(call, argument, names, bound)
            if fit < candidate.input_fit:
                candidate.input_fit, candidate.input_remark = fit, remark


def _valued(call: str, argument: str, wanted: Sequence[Any], bound: Bound) -> tuple[Fit, Remark | None]:
    """Whether an argument is one of the wanted values."""
    if argument not in bound.things and not bound.open_ended:
        return Fit.MISSING, Remark("code_argument_missing", {"call": call, "argument": argument})
    value = plain(bound.things.get(argument, Flow()))
    if argument in bound.twice or value is _UNSEEN:
        return Fit.UNSEEN, Remark("code_argument_unseen", {"call": call, "argument": argument})
    if any(_equal(value, one) for one in wanted):
        return Fit.RIGHT, None
    node = bound.nodes.get(argument)
    given = shown(node) if node is not None else repr(value)
    if given != repr(value):
        given = f"{given} = {value!r}"
    choices = " / ".join(repr(tuple(one) if isinstance(one, list) else one) for one in wanted)
    params = {"call": call, "argument": argument, "given": given, "wanted": choices}
    return Fit.WRONG, Remark("code_argument_value", params)


def _tensor(call: str, argument: str, names: Sequence[str], bound: Bound) -> tuple[Fit, Remark | None]:
    """Whether an argument is a tensor of one of the wanted names, and not the layer that has it."""
    node, thing = bound.nodes.get(argument), bound.things.get(argument)
    if node is None or thing is None:
        return Fit.UNSEEN, Remark("code_argument_unseen", {"call": call, "argument": argument})
    path = [name for name in attributes(node) if name != "data"]
    given = shown(node)
    if isinstance(thing, (*MODULES, Class, Reference)):
        params = {"call": call, "argument": argument, "given": given, "name": names[0]}
        return Fit.WRONG, Remark("code_layer_for_tensor", params)
    named = bool(path) and any(name in path[-1] for name in names)
    if named or (len(path) == 1 and isinstance(thing, Flow) and thing.events):
        return Fit.RIGHT, None
    if len(path) > 1 or not isinstance(thing, Flow):
        params = {"call": call, "argument": argument, "given": given, "wanted": f"….{names[0]}"}
        return Fit.WRONG, Remark("code_argument_value", params)
    return Fit.UNSEEN, Remark("code_argument_unseen", {"call": call, "argument": argument})


def plain(thing: Thing) -> Any:
    """The constant, or the tuple of constants, that a thing is; ``_UNSEEN`` where that cannot be told."""
    if isinstance(thing, Known):
        return thing.value
    if isinstance(thing, Items) and all(isinstance(one, Known) for one in thing.things):
        return tuple(one.value for one in thing.things if isinstance(one, Known))
    return _UNSEEN


def _equal(value: Any, wanted: Any) -> bool:
    """Whether a value is the wanted one; sizes in a pair of equals are as good as one of them."""
    if isinstance(wanted, list | tuple):
        given = value if isinstance(value, tuple) else (value,) * len(wanted)
        return len(given) == len(wanted) and all(map(_equal, given, wanted))
    if isinstance(value, tuple):
        return len(value) > 1 and all(_equal(one, wanted) for one in value)
    if isinstance(value, bool) or isinstance(wanted, bool | str):
        return type(value) is type(wanted) and bool(value == wanted)
    numbers = isinstance(value, int | float) and isinstance(wanted, int | float)
    return numbers and math.isclose(value, wanted, rel_tol=1e-9, abs_tol=1e-12)


def _in_order(steps: Sequence[frozenset[str]], events: Sequence[Event]) -> bool:
    """Whether some input goes through the steps one after the other, whatever lies between."""
    reached: list[int] = []
    for event in events:
        before = max((reached[place] for place in event.inputs), default=0)
        here = before < len(steps) and event.name in steps[before] and not event.lost
        reached.append(before + here)
    return max(reached, default=0) == len(steps)


def _arrows(part: Part) -> str:
    first = (step.split("|")[0].strip() for step in part.order)
    return " → ".join(step.removeprefix("torch.nn.") for step in first)
