"""Are the values those of the float64 oracle, within what rounding explains?"""

import numpy as np

from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject, params_of
from graders.compare.tensors import difference
from graders.contract import CheckResult, Text

NAME = "values"

FEEDBACK = {
    "values_differ": Text(
        en="{wrong} of {total} values of {name} are wrong; the first is at {index}: "
        "yours {actual}, expected {expected}.",
        hi="{name} के {total} में से {wrong} values ग़लत हैं; पहला {index} पर है: आपका {actual}, अपेक्षित {expected}।",
    ),
    "values_differ_hidden": Text(
        en="{wrong} of {total} values of {name} are wrong; the first is at {index}.",
        hi="{name} के {total} में से {wrong} values ग़लत हैं; पहला {index} पर है।",
    ),
    "values_not_finite": Text(
        en="{name} contains NaN or infinity where ordinary numbers are expected, first at {index}. "
        "Look for a division by zero or an overflow.",
        hi="{name} में NaN या infinity है जहाँ साधारण संख्या होनी चाहिए, पहली बार {index} पर। "
        "देखिए कि कहीं शून्य से भाग या overflow तो नहीं हो रहा।",
    ),
    "values_scaled": Text(
        en="Every value of {name} is {factor} times what it should be. A factor is missing or too many.",
        hi="{name} का हर value सही value का {factor} गुना है। कोई factor छूट गया है या ज़्यादा है।",
    ),
    "values_all_zero": Text(
        en="{name} is zero everywhere.",
        hi="{name} हर जगह शून्य है।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Silent (None) where the shape is wrong already: there is nothing to compare."""
    seen = False
    for name in subject.outputs(gradients=False):
        found = actual.array(name)
        if found is None or found.shape != subject.oracle[name].shape:
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
    if not found.any() and oracle.any():
        return CheckResult(check, "wrong", "values_all_zero", params_of(name))
    factor = constant_factor(found, oracle)
    if factor is not None:
        return CheckResult(check, "wrong", "values_scaled", params_of(name, factor=factor))
    params = apart.params(params_of(name)["name"])
    if not subject.plan.visible:
        hidden = {key: params[key] for key in ("name", "wrong", "total", "index")}
        return CheckResult(check, "wrong", "values_differ_hidden", hidden)
    return CheckResult(check, "wrong", "values_differ", params)


def constant_factor(actual: Array, oracle: Array) -> float | None:
    """The one number that turns the oracle into ``actual``, to four digits, where there is one."""
    if actual.size < 4:
        return None
    with np.errstate(all="ignore"):
        ours = oracle.astype(np.float64)
        useful = np.abs(ours) > 1e-3 * np.abs(ours).max(initial=0.0)
        ratios = actual.astype(np.float64)[useful] / ours[useful]
    if ratios.size < 4 or not np.isfinite(ratios).all():
        return None
    middle = float(np.median(ratios))
    if abs(middle) < 1e-6 or np.abs(ratios - middle).max() > 1e-3 * abs(middle):
        return None
    return float(f"{middle:.4g}")
