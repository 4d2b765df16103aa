"""What the cases that fail have and the others do not: an option, a size, a way of lying in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graders.compare.subject import Subject
from graders.contract import Message

Feature = tuple[str, tuple[tuple[str, Any], ...]]


def condition(subjects: Sequence[Subject], failing: Sequence[bool]) -> Message | None:
    """The one feature that all failing cases have and no other; None where there is none, or several."""
    if all(failing) or sum(failing) < 1:
        return None
    features = [set(_features(subject)) for subject in subjects]
    wrong = [found for found, fails in zip(features, failing, strict=True) if fails]
    right = [found for found, fails in zip(features, failing, strict=True) if not fails]
    telling = set.intersection(*wrong) - set[Feature]().union(*right)
    if len(telling) != 1:
        return None
    code, params = telling.pop()
    return Message(code, dict(params))


def _features(subject: Subject) -> Iterator[Feature]:
    plan = subject.plan
    for step in plan.steps:
        yield from _options(step)
    # Neither cotangents nor what is loaded into a module.
    shapes = [value.tensor.shape for label, value in plan.inputs.items() if not set(label) & {":", "="}]
    if shapes and shapes[0] and shapes[0][0] == 1:
        yield "condition_batch_of_one", ()
    if any(len(shape) >= 2 and shape[-1] != shape[-2] for shape in shapes[:1]):
        yield "condition_not_square", ()
    if any(value.layout for value in plan.inputs.values()):
        yield "condition_layout", ()
    if any(value.tensor.dtype == "float64" for value in plan.inputs.values()):
        yield "condition_dtype", (("dtype", "float64"),)


def _options(step: Mapping[str, Any]) -> Iterator[Feature]:
    """Options that are given, and whether they stand for two directions that differ."""
    if step["op"] == "fails":
        step = step["step"]
    if step["op"] not in ("call", "construct"):
        return
    for name, value in step["options"].items():
        yield "condition_option", (("option", name),)
        if isinstance(value, dict) and len(set(map(str, value.get("tuple", ())))) > 1:
            yield "condition_option_pair", (("option", name),)
    for name, value in step["args"]:
        if value is None:
            yield "condition_without", (("option", name),)
