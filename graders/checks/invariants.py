"""Do the results stand in the relation to each other that the task promises, whatever their values are?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject
from graders.compare.tensors import difference, wide
from graders.compare.tolerance import Tolerance, tolerance
from graders.contract import CheckResult, Text

NAME = "invariants"

FEEDBACK = {
    "not_equal": Text(
        en="{first} and {second} must be equal here, but they are not (different values: {wrong} of "
        "{total}).",
        hi="यहाँ {first} और {second} बराबर होने चाहिए, पर वे {total} में से {wrong} जगह अलग हैं।",
    ),
    "not_repeatable": Text(
        en="Under the same seed {first} and {second} must be the same to the last bit, but they are not "
        "(different values: {wrong} of {total}). Take random numbers from torch alone, and as many of them "
        "each time.",
        hi="एक ही seed पर {first} और {second} आख़िरी bit तक एक जैसे होने चाहिए, पर वे {total} में से {wrong} जगह अलग "
        "हैं। Random संख्याएँ सिर्फ़ torch से लीजिए, और हर बार उतनी ही।",
    ),
    "not_different": Text(
        en="{first} and {second} must not be the same: something that should have changed between the two "
        "did not.",
        hi="{first} और {second} एक जैसे नहीं होने चाहिए: जो दोनों के बीच बदलना था वह नहीं बदला।",
    ),
    "not_combined": Text(
        en="{first} must be {formula}, but it is not (wrong values: {wrong} of {total}). The function "
        "should be linear.",
        hi="{first} का मान {formula} होना चाहिए; {total} में से {wrong} जगह ऐसा नहीं है। Function linear होना "
        "चाहिए।",
    ),
    "not_summed": Text(
        en="{first} must add up to {to} along axis {axis}, but it does not (wrong sums: {wrong} of {total}).",
        hi="{first} को axis {axis} पर जोड़ने से {to} आना चाहिए; {total} में से {wrong} जगह ऐसा नहीं है।",
    ),
    "relation_shapes": Text(
        en="{first} cannot be compared with {second}: their shapes are {actual} and {expected}.",
        hi="{first} की {second} से तुलना नहीं हो सकती: उनके shapes {actual} और {expected} हैं।",
    ),
}

Step = Mapping[str, Any]


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Applies to a case that states relations; silent where a result is missing, which others tell."""
    seen = False
    for step in subject.plan.steps:
        if step["op"] != "relation":
            continue
        arrays = [actual.array(name) for name in step["of"]]
        if any(array is None for array in arrays):
            continue
        seen = True
        result = _RELATIONS[step["kind"]](subject, step, [array for array in arrays if array is not None])
        if result is not None:
            return result
    return CheckResult(NAME, "pass") if seen else None


def _equal(subject: Subject, step: Step, arrays: list[Array]) -> CheckResult | None:
    names = {"first": step["of"][0], "second": step["of"][1]}
    if arrays[0].shape != arrays[1].shape:
        return _wrong(
            "relation_shapes", **names, actual=list(arrays[0].shape), expected=list(arrays[1].shape)
        )
    allowed = Tolerance(0.0, 0.0) if step["exact"] else _allowed(subject, arrays[1])
    apart = difference(arrays[0], arrays[1], allowed)
    if apart is None:
        return None
    code = "not_repeatable" if step["exact"] else "not_equal"
    return _wrong(code, **names, wrong=apart.wrong, total=apart.total)


def _different(subject: Subject, step: Step, arrays: list[Array]) -> CheckResult | None:
    same = arrays[0].shape == arrays[1].shape and arrays[0].tobytes() == arrays[1].tobytes()
    return _wrong("not_different", first=step["of"][0], second=step["of"][1]) if same else None


def _combined(subject: Subject, step: Step, arrays: list[Array]) -> CheckResult | None:
    first, *rest = arrays
    for name, array in zip(step["of"][1:], rest, strict=True):
        if array.shape != first.shape:
            names = {"first": step["of"][0], "second": name}
            return _wrong("relation_shapes", **names, actual=list(first.shape), expected=list(array.shape))
    weighted = list(zip(step["weights"], rest, strict=True))
    wanted = sum((weight * wide(array) for weight, array in weighted), np.zeros(first.shape))
    scale = max(abs(weight) * float(np.abs(array).max(initial=0.0)) for weight, array in weighted)
    apart = difference(
        first, wanted, tolerance(str(first.dtype), subject.plan.reduction, wanted, None, scale)
    )
    if apart is None:
        return None
    named = zip(step["weights"], step["of"][1:], strict=True)
    formula = " + ".join(f"{weight:g}·{name}" for weight, name in named)
    return _wrong("not_combined", first=step["of"][0], formula=formula, wrong=apart.wrong, total=apart.total)


def _summed(subject: Subject, step: Step, arrays: list[Array]) -> CheckResult | None:
    array, axis = arrays[0], step["axis"]
    if not -array.ndim <= axis < array.ndim:
        return None
    sums = wide(array).sum(axis=axis)
    largest = float(np.abs(array).max(initial=0.0))
    allowed = tolerance(str(array.dtype), array.shape[axis], np.asarray(sums), None, largest)
    apart = difference(np.asarray(sums), np.full(sums.shape, step["to"]), allowed)
    if apart is None:
        return None
    shown = {"first": step["of"][0], "axis": axis, "to": step["to"]}
    return _wrong("not_summed", **shown, wrong=apart.wrong, total=apart.total)


def _allowed(subject: Subject, array: Array) -> Tolerance:
    """Two results of the solution itself may each be off by what rounding explains."""
    one = tolerance(str(array.dtype), subject.plan.reduction, array, None, subject.scale())
    return Tolerance(2 * one.relative, 2 * one.absolute)


def _wrong(code: str, **params: object) -> CheckResult:
    return CheckResult(NAME, "wrong", code, params)


_RELATIONS: Mapping[str, Callable[[Subject, Step, list[Array]], CheckResult | None]] = {
    "equal": _equal,
    "different": _different,
    "combined": _combined,
    "summed": _summed,
}
