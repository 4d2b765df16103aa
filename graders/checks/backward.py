"""Is a backward pass written by hand equal to the derivative, in float64?"""

import numpy as np

from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject, params_of
from graders.compare.tensors import difference
from graders.contract import CheckResult, Text

NAME = "backward"

FEEDBACK = {
    "backward_differs": Text(
        en="{name} is not the gradient: {wrong} of {total} values are wrong, the first at {index}.",
        hi="{name} सही gradient नहीं है: {total} में से {wrong} values ग़लत हैं, पहला {index} पर।",
    ),
    "backward_sign": Text(
        en="{name} has the right size but the opposite sign.",
        hi="{name} का मान सही है पर चिह्न उल्टा है।",
    ),
    "backward_transposed": Text(
        en="{name} is the right gradient transposed.",
        hi="{name} सही gradient का transpose है।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    seen = False
    for name in subject.outputs(gradients=True):
        found = actual.array(name)
        if found is None or found.shape != subject.oracle[name].shape:
            continue
        seen = True
        result = _compare(subject, name, found)
        if result is not None:
            return result
    return CheckResult(NAME, "pass") if seen else None


def _compare(subject: Subject, name: str, found: Array) -> CheckResult | None:
    oracle, allowed = subject.oracle[name], subject.tolerance(name)
    apart = difference(found, oracle, allowed)
    if apart is None:
        return None
    if difference(-found, oracle, allowed) is None:
        return CheckResult(NAME, "wrong", "backward_sign", params_of(name))
    square = found.ndim == 2 and found.shape[0] == found.shape[1]
    if square and difference(np.swapaxes(found, 0, 1), oracle, allowed) is None:
        return CheckResult(NAME, "wrong", "backward_transposed", params_of(name))
    params = params_of(name, wrong=apart.wrong, total=apart.total, index=list(apart.index))
    return CheckResult(NAME, "wrong", "backward_differs", params)
