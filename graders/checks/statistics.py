"""Are random results distributed as the task says? Dropout's rate, an initialisation's mean and spread.

Bounds are chosen for a false alarm in at most one of a million right submissions. A share of n independent
events lies within sqrt(ln(2/α) / 2n) of its probability but for a chance of α (Hoeffding 1963, theorem 2). A
mean and a variance of n values are normal enough for n ≥ 1000; their standard errors are σ/√n and
σ²·sqrt((κ - 1)/n), with κ the distribution's kurtosis, 3 for a normal and 9/5 for a uniform one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject
from graders.compare.tensors import wide
from graders.contract import CheckResult, Text

NAME = "statistics"
FALSE_ALARM = 1e-6
# Standard errors: 5.5 are left by a normal variable with a chance of 4e-8, by the variance of 1000 normal
# values, which is skewed, with one of 2e-7.
ERRORS = 5.5
KURTOSIS = {"normal": 3.0, "uniform": 1.8}
# The kurtosis of a normal sample is skewed far more: of 500,000 samples of 1000 values the lowest lay 3.7
# standard errors, sqrt(24/n), below 3, and the highest 8.1 above.
FLATTER, PEAKED = 5.5, 12.0

FEEDBACK = {
    "zeros_rate": Text(
        en="{percent} % of {name} is zero; about {expected} % should be.",
        hi="{name} का {percent} % हिस्सा शून्य है; लगभग {expected} % होना चाहिए।",
    ),
    "mean_off": Text(
        en="The mean of {name} is {actual}; it should be about {expected}.",
        hi="{name} का औसत (mean) {actual} है; लगभग {expected} होना चाहिए।",
    ),
    "spread_off": Text(
        en="The standard deviation of {name} is {actual}; it should be about {expected}. Look at what it is "
        "computed from: fan-in, fan-out, a root that is missing or too many.",
        hi="{name} का standard deviation {actual} है; लगभग {expected} होना चाहिए। देखिए कि वह किससे निकाला "
        "गया है: fan-in या fan-out, और कोई वर्गमूल छूट तो नहीं गया या दो बार तो नहीं लग गया।",
    ),
    "distribution_other": Text(
        en="{name} has the right mean and spread, but its values do not follow the distribution that the "
        "task asks for: {expected}.",
        hi="{name} का mean और फैलाव सही है, पर उसकी values उस distribution की नहीं हैं जो task माँगता है: "
        "{expected}।",
    ),
    "mean_off_hidden": Text(
        en="The mean of {name} should be about {expected}, and it is not.",
        hi="{name} का औसत (mean) लगभग {expected} होना चाहिए, पर है नहीं।",
    ),
    "spread_off_hidden": Text(
        en="The standard deviation of {name} should be about {expected}, and it is not. Look at what it is "
        "computed from: fan-in, fan-out, a root that is missing or too many.",
        hi="{name} का standard deviation लगभग {expected} होना चाहिए, पर है नहीं। देखिए कि वह किससे "
        "निकाला गया है: fan-in या fan-out, और कोई वर्गमूल छूट तो नहीं गया या दो बार तो नहीं लग गया।",
    ),
    "statistics_not_finite": Text(
        en="{name} holds NaN or infinity.",
        hi="{name} में NaN या infinity है।",
    ),
}

Step = Mapping[str, Any]


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Applies to a case that states a distribution; silent where the result is missing."""
    seen = False
    for step in subject.plan.steps:
        if step["op"] != "distributed":
            continue
        found = actual.array(step["of"])
        found = actual.array("state:" + step["of"]) if found is None else found
        if found is None or not found.size:
            continue
        seen = True
        result = _result(step, wide(found))
        if result is not None:
            return result if subject.plan.visible else _hidden(result)
    return CheckResult(NAME, "pass") if seen else None


def _hidden(result: CheckResult) -> CheckResult:
    """Without the number that the solution gave: it could be a hidden input."""
    if "actual" not in result.params:
        return result
    return _wrong(result.code + "_hidden", name=result.params["name"], expected=result.params["expected"])


def _result(step: Step, values: Array) -> CheckResult | None:
    name = step["of"]
    if not np.isfinite(values).all():
        return _wrong("statistics_not_finite", name=name)
    if step["zeros"] is not None:
        return _zeros(name, values, step["zeros"])
    return _moments(name, values, step["mean"], step["std"], step["distribution"])


def _zeros(name: str, values: Array, rate: float) -> CheckResult | None:
    share = float((values == 0).mean())
    if abs(share - rate) <= math.sqrt(math.log(2 / FALSE_ALARM) / (2 * values.size)):
        return None
    return _wrong("zeros_rate", name=name, percent=round(100 * share, 1), expected=round(100 * rate, 1))


def _moments(name: str, values: Array, mean: float, std: float, kind: str) -> CheckResult | None:
    count, found = values.size, float(values.mean())
    if abs(found - mean) > ERRORS * std / math.sqrt(count):
        return _wrong("mean_off", name=name, actual=_short(found), expected=_short(mean))
    variance = float(((values - mean) ** 2).mean())
    if abs(variance - std**2) > ERRORS * std**2 * math.sqrt((KURTOSIS[kind] - 1) / count):
        return _wrong("spread_off", name=name, actual=_short(math.sqrt(variance)), expected=_short(std))
    if _is_another(values, mean, std, kind):
        return _wrong("distribution_other", name=name, expected=kind)
    return None


def _is_another(values: Array, mean: float, std: float, kind: str) -> bool:
    if kind == "uniform":
        # Nothing lies outside of a uniform distribution's ends, but for the last digit.
        return bool(np.abs(values - mean).max() > math.sqrt(3) * std * (1 + 1e-5))
    squares = (values - mean) ** 2
    apart = float((squares**2).mean() / squares.mean() ** 2) - KURTOSIS[kind]
    return not -FLATTER <= apart / math.sqrt(24 / values.size) <= PEAKED


def _short(value: float) -> float:
    return float(f"{value:.3g}")


def _wrong(code: str, **params: object) -> CheckResult:
    return CheckResult(NAME, "wrong", code, params)
