"""Runs one case: a closed list of steps on a loaded solution, and observes what came of them.

Observations are raw tensors or a word for what was there instead. No expected value is ever here.
"""

from __future__ import annotations

import builtins
import types
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from graders.contract.frame import FrameError, RawTensor
from graders.zygote import layouts, solution
from graders.zygote.operators import ForbiddenOperator
from graders.zygote.wire import dtype_name, from_raw, to_raw

_autograd_grad, _manual_seed = torch.autograd.grad, torch.manual_seed
_TENSOR_TYPES = (Tensor, nn.Parameter)
LISTED_MOST = 2000


class PlanError(Exception):
    """The plan itself cannot be carried out: the author's or our fault, not the solution's."""


class Missing(AttributeError):
    """The solution lacks an attribute that the task requires; the message is its name."""


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
            try:
                entry["index"] = self._store(value)
            except (KeyError, RuntimeError, FrameError):
                entry["kind"] = "unreadable"
        else:
            entry["kind"] = "subclass" if isinstance(value, Tensor) else "other"
        self.entries.append(entry)

    def note(self, name: str, kind: str, **more: Any) -> None:
        """Observe that there was no value, and why. ``type``: what there was instead."""
        self.entries.append({"name": name, "kind": kind, "type": "", **more})

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
        self, module: types.ModuleType, head: dict[str, Any], tensors: tuple[RawTensor, ...], cast: str = ""
    ) -> None:
        self.module, self.head = module, head
        self.cast = getattr(torch, cast) if cast else None
        self.observed = Observations()
        self.slots: dict[str, Any] = {}
        self.outputs: dict[str, Any] = {}
        self.held: dict[str, Any] = {}
        self.dtype = torch.float32
        self.inputs = {label: self._input(told, tensors) for label, told in head["inputs"].items()}

    def _input(self, told: dict[str, Any], tensors: tuple[RawTensor, ...]) -> Tensor:
        tensor = from_raw(tensors[told["index"]])
        if tensor.is_floating_point():
            self.dtype = tensor.dtype
            if self.cast is not None:
                tensor = tensor.to(self.cast)
        tensor = layouts.rebuild(tensor, told["layout"])
        return tensor.requires_grad_() if told["grad"] else tensor

    def execute(self) -> None:
        """All steps in order, then the inputs as they are now."""
        for step in self.head["steps"]:
            operation: Callable[[dict[str, Any]], None] | None = getattr(self, "_do_" + step["op"], None)
            if operation is None:
                raise PlanError(f"no operation {step['op']!r}")
            operation(step)

    def observe_inputs(self) -> None:
        for label, tensor in self.inputs.items():
            self.observed.add("input:" + label, tensor.detach())

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            if "input" in value:
                return self.inputs[value["input"]]
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
        return _attribute(self.module, name)

    def _invoke(self, step: dict[str, Any]) -> Any:
        positional, options = self._arguments(step)
        return self._target(step["target"])(*positional, **options)

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
                _attribute(self.slots[step["slot"]], name).copy_(self._value(value))

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
        found = _autograd_grad(
            output, targets, cotangent.to(output.dtype), retain_graph=True, allow_unused=True
        )
        for name, gradient in zip(names, found, strict=True):
            if gradient is None:
                self.observed.note(name, "unused")
            else:
                self.observed.add(name, gradient)

    def _cotangent(self, step: dict[str, Any], output: Tensor) -> Tensor:
        if step["cotangent"] is not None:
            value = self._value(step["cotangent"])
            assert isinstance(value, Tensor)
            return value
        generator = torch.Generator().manual_seed(self.head["cotangent_seed"])
        drawn = torch.randn(output.shape, generator=generator, dtype=torch.float64).to(self.dtype)
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
        _manual_seed(step["seed"])

    def _do_relation(self, step: dict[str, Any]) -> None:
        """Nothing to do here: the grader looks at what was observed."""

    _do_distributed = _do_relation

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
            raise Missing(
                f"{type_name(owner) if owner is None else 'the solution'} has no {path!r}"
            ) from None
    return owner
