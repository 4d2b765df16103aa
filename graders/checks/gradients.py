"""Do gradients flow through the result to every declared input and parameter, with right values?"""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject, params_of
from graders.compare.tensors import difference
from graders.contract import CheckResult, Text

NAME = "gradients"

FEEDBACK = {
    "gradient_differs": Text(
        en="The gradient for {name} is wrong in {wrong} of {total} places, though the forward result may "
        "be right.",
        hi="{name} का gradient {total} में से {wrong} जगह ग़लत है, चाहे forward result सही हो।",
    ),
    "gradient_detached": Text(
        en="No gradient flows back through the result. Something cuts the graph: .detach(), .data, "
        ".item(), .numpy() or torch.no_grad().",
        hi="Result से पीछे gradient नहीं जाता। Graph कहीं कट रहा है: .detach(), .data, .item(), .numpy() "
        "या torch.no_grad()।",
    ),
    "gradient_unused": Text(
        en="The result does not depend on {name}: its gradient is missing.",
        hi="Result {name} पर निर्भर नहीं है: उसका gradient नहीं बनता।",
    ),
    "gradient_unexpected": Text(
        en="A gradient flows to {name}, where none should: something that must only be remembered is "
        "still part of the graph.",
        hi="{name} तक gradient पहुँच रहा है, जबकि नहीं पहुँचना चाहिए: जो केवल याद रखना था वह अब भी graph "
        "का हिस्सा है।",
    ),
    "gradient_shape": Text(
        en="The gradient for {name} has shape {actual} instead of {expected}.",
        hi="{name} के gradient का shape {actual} है, {expected} होना चाहिए।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    seen = False
    for name in subject.names("grad:"):
        found = actual.observed.get(name)
        if found is None or found.kind == "no_output":
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
    return CheckResult(NAME, "wrong", "gradient_differs", params)
