"""Runs a package's ``cases.py`` in a cell and turns what it yields into plans: JSON and tensors."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from graders.authoring import CaseError, Draw
from graders.contract.frame import RawTensor
from graders.zygote import layouts
from graders.zygote.wire import to_raw

MAX_CASES = 100


def declare(source: str, seed: int, dtype: str) -> tuple[list[dict[str, Any]], list[RawTensor]]:
    """Every case of ``cases(draw)``. Raises whatever the author's code raises, and ``CaseError``."""
    namespace: dict[str, Any] = {"__name__": "cases"}
    exec(compile(source, "cases.py", "exec", dont_inherit=True), namespace)
    if not callable(namespace.get("cases")):
        raise CaseError("cases.py defines no function cases(draw)")
    tensors: list[RawTensor] = []
    found = []
    for declared in namespace["cases"](Draw(seed, dtype)):
        if not isinstance(declared, dict) or "steps" not in declared:
            raise CaseError("cases(draw) must yield what case(...) returns")
        found.append(_Case(declared, tensors).plan())
        if len(found) > MAX_CASES:
            raise CaseError(f"more than {MAX_CASES} cases")
    return found, tensors


class _Case:
    def __init__(self, declared: dict[str, Any], tensors: list[RawTensor]) -> None:
        self.declared, self.tensors = declared, tensors
        self.inputs: dict[str, dict[str, Any]] = {}

    def plan(self) -> dict[str, Any]:
        steps = [self._step(step) for step in self.declared["steps"]]
        for number, step in enumerate(steps):
            if step["op"] == "fails":
                step["name"] = f"error:{number}"
            if step["op"] == "parameters":
                step["name"] = f"parameters:{step['slot']}@{step['at'] or number}"
        for step in steps:
            for label in step.get("wrt", ()):
                if label in self.inputs:
                    self.inputs[label]["grad"] = True
        return {**self.declared, "steps": steps, "inputs": self.inputs}

    def _step(self, step: dict[str, Any]) -> dict[str, Any]:
        told = dict(step)
        if step["op"] == "fails":
            told["step"] = self._step(step["step"])
        if "literals" in step:
            told["literals"] = [self._value(value) for value in step["literals"]]
            told["args"] = [[label, self._labelled(label, value)] for label, value in step["args"]]
            told["options"] = {key: self._value(value) for key, value in step["options"].items()}
        if step["op"] == "load":
            told["values"] = [
                [name, self._labelled(f"{step['slot']}.{name}=", value)] for name, value in step["values"]
            ]
        return told

    def _labelled(self, label: str, value: Any) -> Any:
        if not isinstance(value, Tensor):
            return self._value(value)
        if label in self.inputs:
            if label.endswith("="):
                return self._labelled(label + "=", value)
            raise CaseError(f"case {self.declared['name']!r} uses the label {label!r} twice")
        self.inputs[label] = {"index": len(self.tensors), "layout": layouts.describe(value), "grad": False}
        self.tensors.append(to_raw(value))
        return {"input": label}

    def _value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return {"tuple": [self._value(part) for part in value]}
        if isinstance(value, list):
            return [self._value(part) for part in value]
        if value is None or isinstance(value, (bool, int, float, str)):
            return value
        if isinstance(value, (torch.dtype, torch.device)):
            raise CaseError("dtypes and devices are not passed as arguments; draw decides them")
        raise CaseError(f"a {type(value).__name__} cannot be an argument; use tensors, numbers and tuples")
