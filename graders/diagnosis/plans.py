"""Small changes to a case: an input's numbers, a step, an option."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from graders.compare.evidence import Array, to_array
from graders.contract import CasePlan, Input
from graders.contract.frame import RawTensor
from graders.contract.plan import ONES

COTANGENT = "cotangent:"
Step = Mapping[str, Any]


def array_of(plan: CasePlan, label: str) -> Array:
    """The values of an input."""
    return to_array(plan.inputs[label].tensor)


def can_be_changed(given: Input) -> bool:
    """NumPy has no bfloat16: such an input stays as it is."""
    return given.tensor.dtype != "bfloat16"


def with_arrays(plan: CasePlan, arrays: Mapping[str, Array]) -> CasePlan:
    """The plan with other values for some inputs, which then lie densely in memory."""
    inputs = dict(plan.inputs)
    for label, values in arrays.items():
        given = inputs[label]
        raw = RawTensor(given.tensor.dtype, tuple(int(n) for n in values.shape), _bytes(values, given))
        same_place = raw.shape == given.tensor.shape
        inputs[label] = replace(given, tensor=raw, layout=given.layout if same_place else {})
    return replace(plan, inputs=inputs)


def _bytes(values: Array, given: Input) -> bytes:
    return np.ascontiguousarray(values).astype(to_array(given.tensor).dtype, copy=False).tobytes()


def dense(plan: CasePlan) -> CasePlan:
    """All inputs laid densely in memory."""
    return replace(
        plan,
        inputs={label: replace(given, layout={}) for label, given in plan.inputs.items()},
    )


def in_float32(plan: CasePlan) -> CasePlan:
    """Double precision left out."""
    inputs = dict(plan.inputs)
    for label, given in plan.inputs.items():
        if given.tensor.dtype == "float64":
            values = to_array(given.tensor).astype(np.float32)
            raw = RawTensor("float32", given.tensor.shape, values.tobytes())
            inputs[label] = replace(given, tensor=raw)
    return replace(plan, inputs=inputs, dtype="float32" if plan.dtype == "float64" else plan.dtype)


def with_plain_cotangents(plan: CasePlan) -> CasePlan:
    """Gradients of sums instead of random products, which nobody could check by hand."""
    steps = tuple({**step, "cotangent": ONES} if step["op"] == "backward" else step for step in plan.steps)
    inputs = {label: given for label, given in plan.inputs.items() if not label.startswith(COTANGENT)}
    return replace(plan, inputs=inputs, steps=steps)


def with_steps(plan: CasePlan, steps: tuple[Step, ...]) -> CasePlan:
    """Other steps, and only the inputs that they use."""
    used = {label for step in steps for label in labels_in(step)}
    differentiated = {label for step in steps for label in step.get("wrt", ())}
    inputs = {
        label: replace(given, requires_grad=given.requires_grad and label in differentiated)
        for label, given in plan.inputs.items()
        if label in used
    }
    return replace(plan, inputs=inputs, steps=steps)


def labels_in(value: Any) -> Iterator[str]:
    """The labels of all inputs that a step, or a part of it, refers to."""
    if isinstance(value, Mapping):
        if set(value) == {"input"}:
            yield value["input"]
        else:
            for part in value.values():
                yield from labels_in(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from labels_in(part)


def map_numbers(step: Step, change: Callable[[int], int]) -> Step:
    """The step with ``change`` done to every whole number among its positional literals and options."""

    def mapped(value: Any) -> Any:
        if type(value) is int:
            return change(value)
        if isinstance(value, list):
            return [mapped(part) for part in value]
        if isinstance(value, dict) and "tuple" in value:
            return {"tuple": mapped(value["tuple"])}
        return value

    if "literals" not in step:
        return step
    options = {key: mapped(value) for key, value in step["options"].items()}
    return {**step, "literals": mapped(step["literals"]), "options": options}
