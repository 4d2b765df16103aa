"""Refuses what the vocabulary of ``cases.py`` does not know, by the case's name, and says what is known.

``graders.authoring`` cannot make most of this by mistake; a dictionary put together by hand can, and so can a
label that is misspelt: a check that silently does not apply is a hole in a task.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from graders.authoring import CaseError
from graders.contract.plan import CHECKS, DTYPES, LAYOUTS

CASE_KEYS = frozenset({
    "name", "steps", "visible", "weight", "reduction", "checks", "layouts", "dtypes", "identity",
})  # fmt: skip
_CALL = frozenset({"target", "literals", "args", "options", "into"})
_RELATION = frozenset({"kind", "of"})
STEP_KEYS: Mapping[str, frozenset[str]] = {
    "call": _CALL | {"several", "gradients"},
    "construct": _CALL | {"meta"},
    "load": frozenset({"slot", "values"}),
    "mode": frozenset({"slot", "training"}),
    "seed": frozenset({"seed"}),
    "backward": frozenset({"of", "wrt", "at", "cotangent"}),
    "read": frozenset({"slot", "names", "at"}),
    "hold": frozenset({"slot", "names"}),
    "read_held": frozenset({"slot", "names", "at"}),
    "parameters": frozenset({"slot", "names", "at"}),
    "fails": frozenset({"step", "error"}),
    "extreme": frozenset({"of"}),
    "trained": frozenset({"of", "by", "below", "target", "loss"}),
    "limit": frozenset({"time", "memory"}),
}
RELATION_KEYS: Mapping[str, frozenset[str]] = {
    "equal": _RELATION | {"exact"},
    "different": _RELATION,
    "combined": _RELATION | {"weights"},
    "summed": _RELATION | {"axis", "to"},
}
_ZEROS = frozenset({"of", "zeros"})
_MOMENTS = _ZEROS | {"mean", "std", "distribution"}
_OUTPUT = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


def check_case(declared: Any) -> None:
    """Keys and options of a case as ``case(...)`` makes it, then its steps in order. Raises ``CaseError``."""
    if not isinstance(declared, dict) or "steps" not in declared or not isinstance(declared.get("name"), str):
        raise CaseError("cases(draw) must yield what case(...) returns")
    _keys(declared, CASE_KEYS, f"case {declared['name']!r}")
    _Names(declared["name"]).check(declared)


def _keys(found: Mapping[str, Any], known: Collection[str], where: str) -> None:
    unknown, missing = sorted(map(str, set(found) - set(known))), sorted(set(known) - set(found))
    if unknown:
        raise CaseError(f"{where} has the unknown key {unknown[0]!r}; known are {_listed(known)}")
    if missing:
        raise CaseError(f"{where} lacks the key {missing[0]!r}; it needs {_listed(known)}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


class _Names:
    """The names that a case has made so far: inputs, instances, outputs, and what was read or held."""

    def __init__(self, case: str) -> None:
        self.case = f"case {case!r}"
        self.inputs: set[str] = set()
        self.slots: set[str] = set()
        self.meta: set[str] = set()
        self.outputs: set[str] = set()
        self.states: set[str] = set()
        self.held: set[str] = set()
        self.targets: dict[str, str] = {}

    def check(self, declared: Mapping[str, Any]) -> None:
        for option, known in (("checks", CHECKS), ("layouts", LAYOUTS), ("dtypes", DTYPES)):
            for name in declared[option]:
                self._known(name, known, f"{option}=")
        for step in declared["steps"]:
            self._step(step)
        self._extremes(declared["steps"])

    def _known(self, name: Any, known: Collection[str], where: str) -> None:
        if name not in known:
            raise CaseError(
                f"{self.case}: {where} names {name!r}, which is not known; known are {_listed(known)}"
            )

    def _step(self, step: Any) -> None:
        operation = step.get("op") if isinstance(step, dict) else None
        keys = self._keys_of(step, operation)
        _keys({key: value for key, value in step.items() if key != "op"}, keys, f"{self.case}: {operation}")
        handler = getattr(self, "_see_" + str(operation), None)
        if handler is not None:
            handler(step)

    def _keys_of(self, step: Any, operation: Any) -> frozenset[str]:
        if operation == "relation":
            self._known(step.get("kind"), RELATION_KEYS, "a relation")
            return RELATION_KEYS[step["kind"]]
        if operation == "distributed":
            return _ZEROS if step.get("zeros") is not None else _MOMENTS
        self._known(operation, {*STEP_KEYS, "relation", "distributed"}, "a step")
        return STEP_KEYS[str(operation)]

    def _see_construct(self, step: Mapping[str, Any]) -> None:
        self._arguments(step)
        self.slots.add(step["into"])
        if step["meta"]:
            self.meta.add(step["into"])

    def _see_call(self, step: Mapping[str, Any]) -> None:
        self._arguments(step)
        self._has_memory(str(step["target"]).partition(".")[0], "call(...)")
        for name in step["into"]:
            if not isinstance(name, str) or not _OUTPUT.fullmatch(name):
                raise CaseError(f"{self.case}: into= cannot be {name!r}; use letters, digits and _")
            if name in self.outputs:
                raise CaseError(f"{self.case} names two outputs {name!r}: the first would be lost")
            self.outputs.add(name)
            self.targets[name] = step["target"]

    def _see_fails(self, step: Mapping[str, Any]) -> None:
        inner = step["step"]
        _keys({key: value for key, value in inner.items() if key != "op"}, self._keys_of(inner, inner["op"]),
              f"{self.case}: {inner['op']} in fails(...)")  # fmt: skip
        self._arguments(inner)

    def _arguments(self, step: Mapping[str, Any]) -> None:
        for label, value in step["args"]:
            self.inputs.add(label)
            slot = getattr(value, "slot", None)
            if slot is not None:
                self._slot(slot, "an argument")

    def _slot(self, slot: Any, where: str) -> None:
        self._known(slot, self.slots, where)
        self._has_memory(slot, where)

    def _has_memory(self, slot: Any, where: str) -> None:
        if slot in self.meta:
            raise CaseError(
                f"{self.case}: {where} names {slot!r}, which is made with meta=True: it has shapes and no "
                "values, and only parameters(...) can look at it"
            )

    def _see_load(self, step: Mapping[str, Any]) -> None:
        self._slot(step["slot"], "load(...)")

    def _see_mode(self, step: Mapping[str, Any]) -> None:
        self._slot(step["slot"], "train(...) or evaluate(...)")

    def _see_parameters(self, step: Mapping[str, Any]) -> None:
        self._known(step["slot"], self.slots, "parameters(...)")

    def _see_read(self, step: Mapping[str, Any]) -> None:
        self._slot(step["slot"], "read(...)")
        suffix = f"@{step['at']}" if step["at"] else ""
        self.states |= {f"{step['slot']}.{name}{suffix}" for name in step["names"]}

    def _see_hold(self, step: Mapping[str, Any]) -> None:
        self._slot(step["slot"], "hold(...)")
        self.held |= {f"{step['slot']}.{name}" for name in step["names"]}

    def _see_read_held(self, step: Mapping[str, Any]) -> None:
        for name in step["names"]:
            self._known(f"{step['slot']}.{name}", self.held, "read_held(...)")

    def _see_backward(self, step: Mapping[str, Any]) -> None:
        self._known(step["of"], self.outputs, "backward(...)")
        for label in step["wrt"]:
            slot = str(label).partition(".")[0]
            if label not in self.inputs and not ("." in str(label) and slot in self.slots):
                slots = {f"{slot}.…" for slot in self.slots}
                self._known(label, self.inputs | slots, "wrt=")

    def _of(self, step: Mapping[str, Any], where: str) -> None:
        for name in step["of"]:
            self._known(name, self.outputs, where)

    def _see_relation(self, step: Mapping[str, Any]) -> None:
        self._of(step, f"{step['kind']}(...)")

    def _see_trained(self, step: Mapping[str, Any]) -> None:
        self._of(step, "falls(...) or reaches(...)")

    def _see_distributed(self, step: Mapping[str, Any]) -> None:
        self._known(step["of"], self.outputs | self.states, "zeros(...) or distributed(...)")

    def _see_extreme(self, step: Mapping[str, Any]) -> None:
        self._of(step, "extreme(...)")

    def _extremes(self, steps: Iterable[Mapping[str, Any]]) -> None:
        extreme = {name for step in steps if step["op"] == "extreme" for name in step["of"]}
        ordinary = {target for name, target in self.targets.items() if name not in extreme}
        for name in sorted(extreme):
            if self.targets[name] not in ordinary:
                raise CaseError(
                    f"{self.case}: extreme({name!r}) needs an ordinary call of {self.targets[name]!r} "
                    f"beside it"
                )
