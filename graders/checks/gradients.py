"""Do gradients flow through the result to every declared input and parameter, with right values?"""

import numpy as np

from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject, gradient_names, params_of
from graders.compare.tensors import difference, is_near
from graders.contract import CheckResult, Text

NAME = "gradients"

FEEDBACK = {
    "gradient_differs": Text(
        en="The result is right, but the gradient for {name} is not (wrong values: {wrong} of {total}).",
        hi="Result सही है, पर {name} का gradient ग़लत है ({total} में से {wrong} जगह)।",
    ),
    "gradient_not_finite": Text(
        en="The result is right, but the gradient for {name} holds NaN or infinity (wrong values: {wrong} "
        "of {total}). Often a value is discarded (by torch.where, clamp or a mask) only after a root, a "
        "log or a division whose slope there is infinite, and 0 times infinity is NaN: make the argument "
        "safe first.",
        hi="Result सही है, पर {name} के gradient में NaN या infinity है ({total} में से {wrong} जगह ग़लत)। "
        "अक्सर किसी value को (torch.where, clamp या mask से) तब हटाया जाता है जब उस पर वर्गमूल, log या भाग "
        "लग चुका होता है, और वहाँ उसका slope infinity है; 0 गुणा infinity NaN होता है: पहले argument को "
        "सुरक्षित बनाइए।",
    ),
    "gradient_of_wrong_result": Text(
        en="The result is wrong, and so is its gradient for {name} (wrong values: {wrong} of {total}).",
        hi="Result ग़लत है, और {name} का gradient भी ग़लत है ({total} में से {wrong} जगह)।",
    ),
    "gradient_detached": Text(
        en="No gradient flows back through the result. Something cuts the graph: .detach(), .data, "
        ".item(), .numpy(), torch.tensor(…) or torch.no_grad().",
        hi="Result से पीछे gradient नहीं जाता। Graph कहीं कट रहा है: .detach(), .data, .item(), .numpy(), "
        "torch.tensor(…) या torch.no_grad() देखिए।",
    ),
    "gradient_unused": Text(
        en="No gradient reaches {name}: for autograd the result does not depend on it.",
        hi="{name} तक gradient नहीं पहुँचता: autograd के लिए result उस पर निर्भर ही नहीं है।",
    ),
    "gradient_unexpected": Text(
        en="A gradient flows to {name}, where none should: something that must only be remembered is "
        "still part of the graph.",
        hi="{name} तक gradient पहुँच रहा है, जबकि नहीं पहुँचना चाहिए: जिसे सिर्फ़ याद रखना था वह अब भी graph "
        "का हिस्सा है।",
    ),
    "gradient_shape": Text(
        en="The gradient for {name} has shape {actual} instead of {expected}.",
        hi="{name} के gradient का shape {actual} है, पर {expected} होना चाहिए।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    seen, extremes = False, subject.extremes()
    for name in subject.names("grad:"):
        found = actual.observed.get(name)
        if found is None or found.kind == "no_output" or (name in extremes and found.array is not None):
            continue
        seen = True
        if found.kind == "detached":
            return CheckResult(NAME, "wrong", "gradient_detached")
        if found.kind == "unused":
            if subject.expected.observed[name].kind == "unused":
                continue
            return CheckResult(NAME, "wrong", "gradient_unused", params_of(name))
        result = _compare(subject, name, actual)
        if result is not None:
            return result
    return CheckResult(NAME, "pass") if seen else None


def _compare(subject: Subject, name: str, actual: Evidence) -> CheckResult | None:
    found, oracle = actual.array(name), subject.oracle.get(name)
    if found is not None and subject.expected.observed[name].kind == "unused":
        return CheckResult(NAME, "wrong", "gradient_unexpected", params_of(name))
    if found is None or oracle is None:
        return CheckResult(NAME, "wrong", "gradient_unused", params_of(name))
    if found.shape != oracle.shape:
        params = params_of(name, actual=list(found.shape), expected=list(oracle.shape))
        return CheckResult(NAME, "wrong", "gradient_shape", params)
    apart = difference(found, oracle, subject.tolerance(name))
    if apart is None:
        return None
    params = params_of(name, wrong=apart.wrong, total=apart.total)
    return CheckResult(NAME, "wrong", _code(subject, name, actual, found, oracle), params)


def _code(subject: Subject, name: str, actual: Evidence, found: Array, oracle: Array) -> str:
    if not _has_right_result(subject, name, actual):
        return "gradient_of_wrong_result"
    is_finite = np.isfinite(found) | ~np.isfinite(oracle)
    return "gradient_differs" if is_finite.all() else "gradient_not_finite"


def _has_right_result(subject: Subject, name: str, actual: Evidence) -> bool:
    """Is the output right through which this gradient goes?"""
    outputs = [step["of"] for step in subject.plan.steps_of("backward") if name in gradient_names(step)]
    return all(
        is_near(actual.array(output), subject.oracle[output], subject.tolerance(output))
        for output in outputs
        if output in subject.oracle
    )
