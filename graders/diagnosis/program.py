"""Writes a case as Python, to be pasted below a solution and run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from graders.compare.evidence import Array, to_array
from graders.contract import CasePlan, Input
from graders.diagnosis.plans import Step, labels_in

_SPECIAL = {"nan": "torch.nan", "inf": "torch.inf", "-inf": "-torch.inf"}


def program(plan: CasePlan) -> str:
    """The case, line by line: its inputs, its steps, and what to look at printed at the end."""
    lines = ["import torch", ""]
    lines += [_assignment(label, given) for label, given in _arguments(plan).items()]
    for step in plan.steps:
        lines += _WRITERS.get(step["op"], _nothing)(step, plan)
    if plan.layouts:
        lines.append(f"# And again with inputs that lie in memory otherwise: {', '.join(plan.layouts)}.")
    return "\n".join(lines) + "\n"


def _arguments(plan: CasePlan) -> dict[str, Input]:
    """The inputs of calls; what is loaded into a module stands where it is loaded."""
    loaded = {label for step in plan.steps if step["op"] == "load" for label in labels_in(step)}
    return {label: given for label, given in plan.inputs.items() if label not in loaded}


def _assignment(label: str, given: Input) -> str:
    if given.layout:
        tail = ".requires_grad_()" if given.requires_grad else ""
        return f"{_name(label)} = {_tensor(given)}{_laid(given)}{tail}"
    return f"{_name(label)} = {_tensor(given, ', requires_grad=True' if given.requires_grad else '')}"


def _laid(given: Input) -> str:
    """What gives a dense tensor the same values in another layout, see ``graders.zygote.layouts``."""
    layout, rank = given.layout, len(given.tensor.shape)
    if "order" in layout:
        order = tuple(layout["order"])
        inverse = tuple(order.index(axis) for axis in range(rank))
        return f".permute{order}.contiguous().permute{inverse}"
    if "expand" in layout:
        cuts = ", ".join(":1" if axis in layout["expand"] else ":" for axis in range(rank))
        return f"[{cuts}].expand{given.tensor.shape}"
    if "gap" in layout:
        return f".repeat_interleave({layout['gap']}, -1)[..., ::{layout['gap']}]"
    return "  # laid out otherwise in memory"


def _name(label: str) -> str:
    return "".join(sign if sign.isalnum() else "_" for sign in label)


def _tensor(given: Input, tail: str = "") -> str:
    values, dtype = to_array(given.tensor), given.tensor.dtype
    if not values.size:
        return f"torch.empty({given.tensor.shape}, dtype=torch.{dtype}{tail})"
    plain = dtype == "float32" or values.dtype.kind == "b" or dtype == "int64"
    told = "" if plain else f", dtype=torch.{dtype}"
    return f"torch.tensor({_nested(values)}{told}{tail})"


def _nested(values: Array) -> str:
    if values.ndim:
        return "[" + ", ".join(_nested(part) for part in values) + "]"
    if values.dtype.kind == "f":
        # The digits that give the same float32 back, as NumPy finds them.
        text = (
            np.format_float_positional(values.flat[0], trim="0")
            if np.isfinite(values)
            else str(float(values))
        )
        return _SPECIAL.get(text, text.removesuffix("0") if text.endswith(".0") else text)
    return str(values[()].item())


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        if "input" in value:
            return _name(value["input"])
        if "instance" in value:
            return f"list({value['instance']}.parameters())" if value["parameters"] else value["instance"]
        parts = [_value(part) for part in value["tuple"]]
        return "(" + ", ".join(parts) + ("," if len(parts) == 1 else "") + ")"
    if isinstance(value, list):
        return "[" + ", ".join(_value(part) for part in value) + "]"
    return repr(value)


def _invocation(step: Step) -> str:
    arguments = [_value(value) for value in step["literals"]]
    arguments += [_value(value) for _, value in step["args"]]
    arguments += [f"{key}={_value(value)}" for key, value in step["options"].items()]
    return f"{step['target']}({', '.join(arguments)})"


def _construct(step: Step, plan: CasePlan) -> Iterator[str]:
    if step["meta"]:
        yield 'with torch.device("meta"):'
    yield f"{'    ' if step['meta'] else ''}{step['into']} = {_invocation(step)}"


def _call(step: Step, plan: CasePlan) -> Iterator[str]:
    yield f"{', '.join(step['into'])} = {_invocation(step)}"
    for name in step["into"]:
        yield f"print({name!r}, {name})"


def _load(step: Step, plan: CasePlan) -> Iterator[str]:
    yield "with torch.no_grad():"
    for name, value in step["values"]:
        wanted = _tensor(plan.inputs[value["input"]]) if isinstance(value, Mapping) else _value(value)
        yield f"    {_member(step['slot'], name)}.copy_({wanted})"


def _mode(step: Step, plan: CasePlan) -> Iterator[str]:
    yield f"{step['slot']}.{'train' if step['training'] else 'eval'}()"


def _seed(step: Step, plan: CasePlan) -> Iterator[str]:
    yield f"torch.manual_seed({step['seed']})"


def _backward(step: Step, plan: CasePlan) -> Iterator[str]:
    targets = [_name(label) if label in plan.inputs else label for label in step["wrt"]]
    # The result of a right solution need not depend on them all: who mends the code must not meet an error.
    options = "allow_unused=True" + (", retain_graph=True" if len(plan.steps_of("backward")) > 1 else "")
    yield f"print('gradients', torch.autograd.grad({step['of']}.sum(), [{', '.join(targets)}], {options}))"


def _member(slot: str, name: str) -> str:
    """A parameter or buffer in Python; modules in a sequence have numbers for names."""
    plain = all(part.isidentifier() for part in name.split("."))
    return f"{slot}.{name}" if plain else f"{slot}.state_dict()[{name!r}]"


def _read(step: Step, plan: CasePlan) -> Iterator[str]:
    for name in step["names"]:
        yield f"print({name!r}, {_member(step['slot'], name)})"


def _hold(step: Step, plan: CasePlan) -> Iterator[str]:
    for name in step["names"]:
        yield f"held_{_name(name)} = {step['slot']}.{name}"


def _read_held(step: Step, plan: CasePlan) -> Iterator[str]:
    for name in step["names"]:
        yield f"print({name!r}, held_{_name(name)})"


def _parameters(step: Step, plan: CasePlan) -> Iterator[str]:
    yield f"print(dict({step['slot']}.named_parameters()))"


def _fails(step: Step, plan: CasePlan) -> Iterator[str]:
    yield f"{_invocation(step['step'])}  # {step['error']}"


def _nothing(step: Step, plan: CasePlan) -> Iterator[str]:
    """A relation between results is looked at, not run."""
    yield from ()


_WRITERS = {
    "construct": _construct,
    "call": _call,
    "load": _load,
    "mode": _mode,
    "seed": _seed,
    "backward": _backward,
    "read": _read,
    "hold": _hold,
    "read_held": _read_held,
    "parameters": _parameters,
    "fails": _fails,
}
