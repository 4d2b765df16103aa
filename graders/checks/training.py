"""Does training get anywhere: do losses fall, is a loss reached?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from graders.compare.evidence import Array, Evidence, to_array
from graders.compare.losses import LOSSES
from graders.compare.subject import Subject
from graders.compare.tensors import wide
from graders.contract import CheckResult, Text

NAME = "training"
# Less than this share of the first loss is no movement: float32 itself wobbles by about as much.
STILL = 1e-6

FEEDBACK = {
    "loss_not_finite": Text(
        en="{name} is NaN or infinity from number {step} of {total} on: training has diverged. Look at the "
        "sign of the update and at the learning rate, and for a log of zero or a division by zero.",
        hi="{name} नंबर {step} (कुल {total}) से आगे NaN या infinity है: training diverge हो गई। Update का चिह्न और "
        "learning rate देखिए, और यह कि कहीं शून्य का log या शून्य से भाग तो नहीं है।",
    ),
    "loss_grows": Text(
        en="{name} grows, from {first} to {last}: training diverges. Look at the sign of the update, at the "
        "learning rate, and whether gradients are cleared before each step.",
        hi="{name} {first} से बढ़कर {last} हो गया: training diverge हो रही है। Update का चिह्न और learning "
        "rate देखिए, और यह कि हर step से पहले gradients शून्य किए जाते हैं या नहीं।",
    ),
    "loss_still": Text(
        en="{name} does not move: it stays at {first}. Nothing is learned: is the step taken, do gradients "
        "reach the parameters, does the optimizer hold the same parameters as the model?",
        hi="{name} बदलता ही नहीं: {first} पर ही रहता है। Model कुछ सीख नहीं रहा: क्या optimizer का step चलता है, "
        "क्या gradient parameters तक पहुँचते हैं, क्या optimizer के पास model के वही parameters हैं?",
    ),
    "loss_falls_too_little": Text(
        en="{name} falls from {first} to {last} only; it should end at {wanted} or below. Training goes the "
        "right way but too slowly: look at the learning rate, at factors (a mean taken twice), and at "
        "momentum.",
        hi="{name} {first} से सिर्फ़ {last} तक घटा; अंत में {wanted} या उससे कम होना चाहिए। Training सही "
        "दिशा में है पर बहुत धीमी है: learning rate, factors (mean दो बार तो नहीं लिया), और momentum देखिए।",
    ),
    "loss_too_high": Text(
        en="The loss of {name} is {last} after training; it should be below {wanted}.",
        hi="Training के बाद {name} का loss {last} है; {wanted} से कम होना चाहिए।",
    ),
    "loss_grows_hidden": Text(
        en="{name} grows: training diverges. Look at the sign of the update, at the learning rate, and "
        "whether gradients are cleared before each step.",
        hi="{name} बढ़ता जाता है: training diverge हो रही है। Update का चिह्न और learning rate देखिए, और यह कि हर "
        "step से पहले gradients शून्य किए जाते हैं या नहीं।",
    ),
    "loss_still_hidden": Text(
        en="{name} does not move. Nothing is learned: is the step taken, do gradients reach the parameters, "
        "does the optimizer hold the same parameters as the model?",
        hi="{name} बदलता ही नहीं। Model कुछ सीख नहीं रहा: क्या optimizer का step चलता है, क्या gradient parameters "
        "तक पहुँचते हैं, क्या optimizer के पास model के वही parameters हैं?",
    ),
    "loss_falls_too_little_hidden": Text(
        en="{name} falls, but too little. Training goes the right way but too slowly: look at the learning "
        "rate, at factors (a mean taken twice), and at momentum.",
        hi="{name} घटता तो है, पर बहुत कम। Training सही दिशा में है पर बहुत धीमी है: learning rate, factors "
        "(mean दो बार तो नहीं लिया), और momentum देखिए।",
    ),
    "loss_too_high_hidden": Text(
        en="The loss of {name} is too high after training; it should be below {wanted}.",
        hi="Training के बाद {name} का loss बहुत ज़्यादा है; {wanted} से कम होना चाहिए।",
    ),
    "loss_not_computed": Text(
        en="No loss can be computed from {name}: its shape {actual} does not fit the target's, {expected}.",
        hi="{name} से loss नहीं निकाला जा सकता: उसका shape {actual} है, जो target के shape {expected} से मेल नहीं "
        "खाता।",
    ),
}

Step = Mapping[str, Any]


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Applies to a case that says what training must reach; silent where a result is missing."""
    seen = False
    for step in subject.plan.steps_of("trained"):
        arrays = [actual.array(name) for name in step["of"]]
        if any(array is None or not array.size for array in arrays):
            continue
        seen = True
        found = [wide(array) for array in arrays if array is not None]
        result = _falls(step, found) if step["by"] is not None else _reaches(subject, step, found[0])
        if result is not None:
            return result if subject.plan.visible else _hidden(result)
    return CheckResult(NAME, "pass") if seen else None


def _hidden(result: CheckResult) -> CheckResult:
    """Without the numbers that the solution gave, or that tell how far it is from a hidden target."""
    if not {"first", "last"} & set(result.params):
        return result
    kept = {key: value for key, value in result.params.items() if key == "name"}
    if result.code == "loss_too_high":
        kept["wanted"] = result.params["wanted"]
    return _wrong(result.code + "_hidden", **kept)


def _falls(step: Step, found: Sequence[Array]) -> CheckResult | None:
    losses = np.concatenate([array.ravel() for array in found])
    name = ", ".join(step["of"])
    broken = np.flatnonzero(~np.isfinite(losses))
    if broken.size:
        return _wrong("loss_not_finite", name=name, step=int(broken[0]) + 1, total=int(losses.size))
    some = max(1, losses.size // 10)
    first, last = float(losses[:some].mean()), float(losses[-some:].mean())
    wanted = first - step["by"] * abs(first)
    told = {"name": name, "first": _short(first), "last": _short(last)}
    if np.ptp(losses) <= STILL * abs(first):
        return _wrong("loss_still", **told)
    if last > first:
        return _wrong("loss_grows", **told)
    return _wrong("loss_falls_too_little", **told, wanted=_short(wanted)) if last > wanted else None


def _reaches(subject: Subject, step: Step, found: Array) -> CheckResult | None:
    name = step["of"][0]
    if step["target"] is None:
        loss = float(found.ravel()[-1])
    else:
        target = to_array(subject.plan.inputs[step["target"]["input"]].tensor)
        computed = LOSSES[step["loss"]](found, target)
        if computed is None:
            shapes = {"actual": list(found.shape), "expected": list(target.shape)}
            return _wrong("loss_not_computed", name=name, **shapes)
        loss = computed
    if not np.isfinite(loss):
        return _wrong("loss_not_finite", name=name, step=int(found.size), total=int(found.size))
    return (
        _wrong("loss_too_high", name=name, last=_short(loss), wanted=step["below"])
        if loss >= step["below"]
        else None
    )


def _short(value: float) -> float:
    return float(f"{value:.3g}")


def _wrong(code: str, **params: object) -> CheckResult:
    return CheckResult(NAME, "wrong", code, params)
