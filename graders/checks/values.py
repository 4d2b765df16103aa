"""Are the values those of the float64 oracle, within what rounding explains?"""

import numpy as np

from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject, params_of
from graders.compare.tensors import constant_factor, difference, wide
from graders.contract import CheckResult, Text

NAME = "values"
# Where fewer numbers than this should differ from zero, zeros have many causes: the numbers tell more.
FEWEST_ZEROS = 4

FEEDBACK = {
    "values_differ": Text(
        en="Wrong values in {name}: {wrong} of {total}. The first is at {index}: yours {actual}, "
        "expected {expected}.",
        hi="{name}: {total} में से {wrong} जगह मान ग़लत है। पहली ग़लती {index} पर है: आपका मान {actual}, सही मान "
        "{expected}।",
    ),
    "values_differ_hidden": Text(
        en="Wrong values in {name}: {wrong} of {total}. The first is at {index}.",
        hi="{name}: {total} में से {wrong} जगह मान ग़लत है। पहली ग़लती {index} पर है।",
    ),
    "value_differs": Text(
        en="{name} is wrong: yours {actual}, expected {expected}.",
        hi="{name} का मान ग़लत है: आपका मान {actual}, सही मान {expected}।",
    ),
    "value_differs_hidden": Text(
        en="{name}, a single number, is wrong.",
        hi="{name}, जो एक ही संख्या है, ग़लत है।",
    ),
    "values_not_finite": Text(
        en="{name} contains NaN or infinity where ordinary numbers are expected, first at {index}. "
        "Look for a division by zero, a root or log of what can be negative, or an overflow.",
        hi="{name} में NaN या infinity है जहाँ साधारण संख्या होनी चाहिए, पहली बार {index} पर। "
        "देखिए कि कहीं शून्य से भाग, किसी negative संख्या का वर्गमूल या log, या overflow तो नहीं हो रहा।",
    ),
    "values_scaled": Text(
        en="Every value of {name} is {factor} times what it should be. A factor is missing or too many.",
        hi="{name} का हर मान सही मान का {factor} गुना है। कोई factor छूट गया है या ज़्यादा लग गया है।",
    ),
    "values_scaled_hidden": Text(
        en="Every value of {name} is the same multiple of what it should be. A factor is missing or too "
        "many.",
        hi="{name} का हर मान सही मान को एक ही संख्या से गुणा करने पर आता है। कोई factor छूट गया है या ज़्यादा लग गया "
        "है।",
    ),
    "values_all_zero": Text(
        en="{name} is zero everywhere.",
        hi="{name} हर जगह शून्य है।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Silent (None) where the shape is wrong already: there is nothing to compare."""
    seen, extremes = False, subject.extremes()
    for name in subject.outputs(gradients=False):
        found = actual.array(name)
        if name in extremes or found is None or found.shape != subject.oracle[name].shape:
            continue
        seen = True
        result = judge_array(NAME, subject, name, found)
        if result is not None:
            return result
    return CheckResult(NAME, "pass") if seen else None


def judge_array(check: str, subject: Subject, name: str, found: Array) -> CheckResult | None:
    """How ``found`` differs from the oracle under ``name``, in the codes of this module; or None."""
    oracle = subject.oracle[name]
    apart = difference(found, oracle, subject.tolerance(name))
    if apart is None:
        return None
    where = params_of(name, index=list(apart.index))
    if not np.isfinite(apart.actual) and np.isfinite(apart.expected):
        return CheckResult(check, "wrong", "values_not_finite", where)
    if not wide(found).any() and np.count_nonzero(oracle) >= FEWEST_ZEROS:
        return CheckResult(check, "wrong", "values_all_zero", params_of(name))
    factor = constant_factor(found, oracle)
    if factor is not None and not subject.plan.visible:
        # The code may have multiplied by what it was given: a number could carry a hidden input out.
        return CheckResult(check, "wrong", "values_scaled_hidden", params_of(name))
    if factor is not None:
        return CheckResult(check, "wrong", "values_scaled", params_of(name, factor=factor))
    code, params = "values_differ", apart.params(params_of(name)["name"])
    if apart.total == 1:
        code, params = "value_differs", {key: params[key] for key in ("name", "actual", "expected")}
    if not subject.plan.visible:
        code += "_hidden"
        params = {key: value for key, value in params.items() if key not in ("actual", "expected")}
    return CheckResult(check, "wrong", code, params)
