"""Runs one case: a closed list of steps on a loaded solution, and observes what came of them.

Observations are raw tensors or a word for what was there instead. No expected value is ever here.
"""

from __future__ import annotations

import builtins
import types
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import torch
from torch import Tensor, nn

from graders.contract.frame import FrameError, RawTensor
from graders.contract.plan import ONES
from graders.zygote import device_faults, layouts, solution
from graders.zygote.autograd import gradients
from graders.zygote.chance import seed_torch
from graders.zygote.lacking import Misshapen, Missing
from graders.zygote.operators import ForbiddenOperator
from graders.zygote.wire import dtype_name, from_raw, to_raw

_TENSOR_TYPES = (Tensor, nn.Parameter)
LISTED_MOST = 2000
# Methods of nn.Module that find by name what is registered.
_LOOK_UPS = ("get_buffer", "get_parameter", "get_submodule")


class PlanError(Exception):
    """The plan itself cannot be carried out: the author's or our fault, not the solution's."""


class Observations:
    """What a case showed: a list of entries, and the tensors that they refer to by index."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self.tensors: list[RawTensor] = []

    def add(self, name: str, value: Any) -> None:
        """Observe ``value`` under ``name``."""
        entry: dict[str, Any] = {"name": name, "type": type_name(value)}
        if type(value) in _TENSOR_TYPES:
            entry |= {"kind": "tensor", "dtype": dtype_name(value.dtype), "shape": list(value.shape)}
            entry["grad"] = bool(value.requires_grad)
            if value.device.type != "cpu":
                entry["device"] = value.device.type
            try:
                entry["index"] = self._store(value)
            except (KeyError, RuntimeError, FrameError) as error:
                if device_faults.fault(error):
                    raise
                entry["kind"] = "unreadable"
        else:
            entry["kind"] = "subclass" if isinstance(value, Tensor) else "other"
        self.entries.append(entry)

    def note(self, name: str, kind: str, **more: Any) -> None:
        """Observe that there was no value, and why. ``type``: what there was instead."""
        self.entries.append({"name": name, "kind": kind, "type": "", **more})

    def take(self, prefix: str, others: Observations, ending: dict[str, Any]) -> None:
        """What another run of the same case showed, and how it ended, its names begun with ``prefix``."""
        first = len(self.tensors)
        for entry in others.entries:
            moved = {"index": first + entry["index"]} if "index" in entry else {}
            self.entries.append({**entry, **moved, "name": prefix + entry["name"]})
        self.tensors += others.tensors
        error = ending.get("error") or {}
        lines = error.get("lines") or [{}]
        self.note(prefix, ending["status"], type=error.get("type", ""), line=lines[-1].get("line", 0))

    def _store(self, tensor: Tensor) -> int:
        self.tensors.append(to_raw(tensor))
        return len(self.tensors) - 1


def type_name(value: Any) -> str:
    kind = type(value)
    module = kind.__module__
    plain = module in ("builtins", "torch", "numpy", "torch.nn.parameter")
    if not plain:
        return "object"
    return kind.__name__ if module == "builtins" else f"{module.split('.')[0]}.{kind.__name__}"


class Run:
    """One case on one solution."""

    def __init__(
        self,
        module: types.ModuleType,
        head: dict[str, Any],
        tensors: tuple[RawTensor, ...],
        cast: str = "",
        layout: str = "",
    ) -> None:
        self.module, self.head, self.layout = module, head, layout
        self.cast = getattr(torch, cast) if cast else None
        self.observed = Observations()
        self.slots: dict[str, Any] = {}
        self.outputs: dict[str, Any] = {}
        self.held: dict[str, Any] = {}
        self.dtype = torch.float32
        self.inputs = {label: self._input(label, told, tensors) for label, told in head["inputs"].items()}

    def _input(self, label: str, told: dict[str, Any], tensors: tuple[RawTensor, ...]) -> Tensor:
        tensor = from_raw(tensors[told["index"]])
        if "device" in self.head:
            tensor = tensor.to(self.head["device"])
        if tensor.is_floating_point():
            self.dtype = tensor.dtype
            if self.cast is not None:
                tensor = tensor.to(self.cast)
        if self.layout and layouts.is_relaid(label):
            tensor = layouts.relaid(tensor, self.layout)
        else:
            tensor = layouts.rebuild(tensor, told["layout"])
        return tensor.requires_grad_() if told["grad"] else tensor

    def execute(self) -> None:
        """All steps in order, then the inputs as they are now."""
        for step in self.head["steps"]:
            operation: Callable[[dict[str, Any]], None] | None = getattr(self, "_do_" + step["op"], None)
            if operation is None:
                raise PlanError(f"no operation {step['op']!r}")
            operation(step)

    def differentiates(self) -> bool:
        """Does the case ask for gradients through the solution's own code?"""
        return any(step["op"] == "backward" for step in self.head["steps"])

    def observe_inputs(self) -> None:
        for label, tensor in self.inputs.items():
            self.observed.add("input:" + label, tensor.detach())

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            if "input" in value:
                return self.inputs[value["input"]]
            if "instance" in value:
                found = self.slots[value["instance"]]
                return list(_attribute(found, "parameters")()) if value["parameters"] else found
            return tuple(self._value(part) for part in value["tuple"])
        if isinstance(value, list):
            return [self._value(part) for part in value]
        return value

    def _arguments(self, step: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        positional = [self._value(value) for value in step["literals"]]
        positional += [self._value(value) for _, value in step["args"]]
        return positional, {key: self._value(value) for key, value in step["options"].items()}

    def _target(self, name: str) -> Any:
        first, _, rest = name.partition(".")
        if first in self.slots:
            return _attribute(self.slots[first], rest) if rest else self.slots[first]
        # Cases may make tensors whatever a solution imports, and under whatever name.
        return _attribute(torch, rest) if first == "torch" and rest else _attribute(self.module, name)

    def _invoke(self, step: dict[str, Any]) -> Any:
        positional, options = self._arguments(step)
        target = self._target(step["target"])
        try:
            with torch.device("meta") if step.get("meta") else nullcontext():
                return target(*positional, **options)
        except AttributeError as error:
            if step["target"].rpartition(".")[2] in _LOOK_UPS and not solution.is_own(error):
                raise Missing(str(positional[0])) from None
            raise

    def _do_construct(self, step: dict[str, Any]) -> None:
        self.slots[step["into"]] = self._invoke(step)

    def _do_fails(self, step: dict[str, Any]) -> None:
        try:
            self._invoke(step["step"])
        except Exception as error:
            # Whatever a student's code raises: which exception it is, is what is asked here.
            if isinstance(error, ForbiddenOperator) or solution.is_out_of_memory(error):
                raise
            # Raised before the solution's first line, it is a signature that does not fit.
            wanted = isinstance(error, getattr(builtins, step["error"])) and solution.is_own(error)
            kind = "raised" if wanted else "raised_other"
            self.observed.note(step["name"], kind, type=solution.type_name(error))
        else:
            self.observed.note(step["name"], "returned")

    def _do_load(self, step: dict[str, Any]) -> None:
        with torch.no_grad():
            for name, value in step["values"]:
                place, values = _attribute(self.slots[step["slot"]], name), self._value(value)
                # copy_ would stretch values that can be, and speak of tensors "a" and "b" where not.
                if isinstance(place, Tensor) and isinstance(values, Tensor) and place.shape != values.shape:
                    raise Misshapen(f"{step['slot']}.{name}", place, values)
                place.copy_(values)

    def _do_mode(self, step: dict[str, Any]) -> None:
        _attribute(self.slots[step["slot"]], "train")(step["training"])

    def _do_call(self, step: dict[str, Any]) -> None:
        result = self._invoke(step)
        names = step["into"]
        if not step["several"]:
            self._output(names[0], result)
        elif isinstance(result, (tuple, list)) and len(result) == len(names):
            for name, value in zip(names, result, strict=True):
                self._output(name, value)
        else:
            got = len(result) if isinstance(result, (tuple, list)) else 1
            for name in names:
                self.observed.note(name, "count", wanted=len(names), got=got)

    def _output(self, name: str, value: Any) -> None:
        self.outputs[name] = value
        self.observed.add(name, value)

    def _do_backward(self, step: dict[str, Any]) -> None:
        suffix = "@" + step["at"] if step["at"] else ""
        names = [f"grad:{label}{suffix}" for label in step["wrt"]]
        output = self.outputs.get(step["of"])
        if not isinstance(output, Tensor) or type(output) not in _TENSOR_TYPES or not output.requires_grad:
            for name in names:
                self.observed.note(name, "detached" if isinstance(output, Tensor) else "no_output")
            return
        cotangent = self._cotangent(step, output)
        if cotangent.shape != output.shape:
            for name in names:
                self.observed.note(name, "no_output")
            return
        targets = [self._differentiable(label) for label in step["wrt"]]
        found = gradients(output, targets, cotangent.to(output.dtype))
        for name, gradient in zip(names, found, strict=True):
            if gradient is None:
                self.observed.note(name, "unused")
            else:
                self.observed.add(name, gradient)

    def _cotangent(self, step: dict[str, Any], output: Tensor) -> Tensor:
        if step["cotangent"] == ONES:
            return torch.ones_like(output)
        if step["cotangent"] is not None:
            value = self._value(step["cotangent"])
            assert isinstance(value, Tensor)
            return value
        generator = torch.Generator().manual_seed(self.head["cotangent_seed"])
        on_cpu = torch.randn(output.shape, generator=generator, dtype=torch.float64, device="cpu")
        drawn = on_cpu.to(output.device, self.dtype)
        self.observed.add(f"cotangent:{step['of']}@{step['at']}", drawn)
        return drawn

    def _differentiable(self, label: str) -> Tensor:
        if label in self.inputs:
            return self.inputs[label]
        slot, _, name = label.partition(".")
        found = _attribute(self.slots[slot], name)
        if not isinstance(found, Tensor) or not found.requires_grad:
            raise Missing(label)
        return found

    def _do_read(self, step: dict[str, Any]) -> None:
        for name in step["names"]:
            value = _attribute(self.slots[step["slot"]], name)
            self.observed.add(state_name(step, name), value.detach() if isinstance(value, Tensor) else value)

    def _do_parameters(self, step: dict[str, Any]) -> None:
        named = list(_attribute(self.slots[step["slot"]], "named_parameters")())
        items = [
            [str(name), list(value.shape), bool(value.requires_grad)] for name, value in named[:LISTED_MOST]
        ]
        self.observed.note(step["name"], "listing", items=items)

    def _do_seed(self, step: dict[str, Any]) -> None:
        seed_torch(step["seed"])

    def _do_hold(self, step: dict[str, Any]) -> None:
        for name in step["names"]:
            self.held[f"{step['slot']}.{name}"] = _attribute(self.slots[step["slot"]], name)

    def _do_read_held(self, step: dict[str, Any]) -> None:
        for name in step["names"]:
            value = self.held[f"{step['slot']}.{name}"]
            self.observed.add(state_name(step, name), value.detach() if isinstance(value, Tensor) else value)


def state_name(step: dict[str, Any], name: str) -> str:
    return f"state:{step['slot']}.{name}" + ("@" + step["at"] if step["at"] else "")


def _attribute(owner: Any, path: str) -> Any:
    for part in path.split("."):
        try:
            owner = getattr(owner, part)
        except AttributeError:
            raise Missing(path) from None
    return owner
