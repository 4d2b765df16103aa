"""Runs a package's ``cases.py`` in a cell and turns what it yields into plans: JSON and tensors."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from graders.authoring import CaseError, Draw
from graders.authoring.steps import Instance
from graders.contract.frame import RawTensor
from graders.contract.plan import STATEMENTS
from graders.zygote import layouts
from graders.zygote.vocabulary import check_case
from graders.zygote.wire import from_raw, to_raw

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
        check_case(declared)
        found.append(_Case(declared, tensors).plan(dtype))
        if len(found) > MAX_CASES:
            raise CaseError(f"more than {MAX_CASES} cases")
    return found, tensors


class _Case:
    def __init__(self, declared: dict[str, Any], tensors: list[RawTensor]) -> None:
        self.declared, self.tensors = declared, tensors
        self.inputs: dict[str, dict[str, Any]] = {}

    def plan(self, dtype: str) -> dict[str, Any]:
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
        self._check_layouts()
        return {**self.declared, "steps": steps, "inputs": self.inputs, "dtype": dtype}

    def _check_layouts(self) -> None:
        """A case with layouts is run on dense inputs first; each layout must be another for one of them."""
        if not self.declared["layouts"]:
            return
        sent = [from_raw(self.tensors[told["index"]]) for told in self._relaid_inputs()]
        for layout in self.declared["layouts"]:
            if not any(layouts.differs(tensor, layout) for tensor in sent):
                why = " (no input repeats its values along an axis)" if layout == "expanded" else ""
                raise CaseError(f"case {self.declared['name']!r}: no input can be laid out {layout}{why}")

    def _relaid_inputs(self) -> list[dict[str, Any]]:
        """Inputs of calls, which are given in each layout; what is loaded is copied anyway."""
        for told in self.inputs.values():
            told["layout"] = {}
        return [told for label, told in self.inputs.items() if layouts.is_relaid(label)]

    def _step(self, step: dict[str, Any]) -> dict[str, Any]:
        told = dict(step)
        if step["op"] == "fails":
            told["step"] = self._step(step["step"])
        if "literals" in step:
            told["literals"] = [self._value(value) for value in step["literals"]]
            told["args"] = [[label, self._labelled(label, value)] for label, value in step["args"]]
            told["options"] = {key: self._value(value) for key, value in step["options"].items()}
        if step.get("target") is not None and step["op"] in STATEMENTS:
            told["target"] = self._withheld(step["target"], step["of"][0])
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
        told = {
            "index": len(self.tensors),
            "layout": layouts.describe(value),
            "grad": False,
            "withheld": False,
        }
        self.inputs[label] = told
        self.tensors.append(to_raw(value))
        return {"input": label}

    def _withheld(self, value: Any, of: str) -> dict[str, str]:
        """A tensor for the grader alone; its label is none that a call could have."""
        label = f"target:{of}"
        if not isinstance(value, Tensor) or label in self.inputs:
            raise CaseError(f"case {self.declared['name']!r}: {of!r} needs one tensor as its target")
        told = self._labelled(label, value)
        self.inputs[label]["withheld"] = True
        assert isinstance(told, dict)
        return told

    def _value(self, value: Any) -> Any:
        if isinstance(value, Instance):
            return {"instance": value.slot, "parameters": value.parameters}
        if isinstance(value, tuple):
            return {"tuple": [self._value(part) for part in value]}
        if isinstance(value, list):
            return [self._value(part) for part in value]
        if value is None or isinstance(value, (bool, int, float, str)):
            return value
        if isinstance(value, (torch.dtype, torch.device)):
            raise CaseError("dtypes and devices are not passed as arguments; draw decides them")
        raise CaseError(f"a {type(value).__name__} cannot be an argument; use tensors, numbers and tuples")
