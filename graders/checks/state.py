"""Are parameters and buffers what they should be after the steps so far?"""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject, params_of
from graders.compare.tensors import difference
from graders.contract import CheckResult, Text

NAME = "state"

FEEDBACK = {
    "state_differs": Text(
        en="{name} is wrong after these steps, in {wrong} of {total} places.",
        hi="इन steps के बाद {name} ग़लत है, {total} में से {wrong} जगह।",
    ),
    "state_not_a_tensor": Text(
        en="{name} should be a tensor (a registered buffer or parameter); it is {type}.",
        hi="{name} एक tensor (registered buffer या parameter) होना चाहिए; वह {type} है।",
    ),
    "state_shape": Text(
        en="{name} has shape {actual} instead of {expected}.",
        hi="{name} का shape {actual} है, {expected} होना चाहिए।",
    ),
    "state_rebound": Text(
        en="{name} was replaced by a new tensor instead of being updated in place: whoever holds the old "
        "one does not see the change. Use copy_, mul_ or add_.",
        hi="{name} को उसी जगह update करने के बजाय नया tensor बना दिया गया: जिसके पास पुराना है उसे बदलाव "
        "नहीं दिखता। copy_, mul_ या add_ का उपयोग कीजिए।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    seen = False
    for name in subject.names("state:"):
        found = actual.observed.get(name)
        if found is None:
            continue
        seen = True
        result = _compare(subject, name, actual)
        if result is not None:
            return result
    return CheckResult(NAME, "pass") if seen else None


def _compare(subject: Subject, name: str, actual: Evidence) -> CheckResult | None:
    found, oracle = actual.observed[name], subject.oracle[name]
    if found.array is None:
        return CheckResult(NAME, "wrong", "state_not_a_tensor", params_of(name, type=found.type))
    if found.shape != oracle.shape:
        params = params_of(name, actual=list(found.shape), expected=list(oracle.shape))
        return CheckResult(NAME, "wrong", "state_shape", params)
    apart = difference(found.array, oracle, subject.tolerance(name))
    if apart is None:
        return None
    if name.endswith("@held"):
        return CheckResult(NAME, "wrong", "state_rebound", params_of(name.removesuffix("@held")))
    params = params_of(name, wrong=apart.wrong, total=apart.total)
    return CheckResult(NAME, "wrong", "state_differs", params)
