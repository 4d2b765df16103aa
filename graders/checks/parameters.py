"""Has the module the parameters that it should learn: their names, shapes and number?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from graders.compare.evidence import Evidence, Listed
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text

NAME = "parameters"
NAMED = 5

FEEDBACK = {
    "parameters_missing": Text(
        en="{module} has no parameter {names}. Only an nn.Parameter that is assigned to self, or a "
        "submodule, is found by the optimizer.",
        hi="{module} में parameter {names} नहीं है। Optimizer को वही nn.Parameter मिलता है जो self पर रखा गया हो, "
        "या किसी submodule में हो।",
    ),
    "parameters_extra": Text(
        en="{module} has more parameters than it should have (too many by {number}). What is not learned is "
        "a buffer or a plain tensor.",
        hi="{module} में ज़रूरत से ज़्यादा parameters हैं (ज़्यादा: {number})। जो सीखा नहीं जाता वह buffer या साधारण "
        "tensor होता है।",
    ),
    "parameters_shape": Text(
        en="The parameter {name} of {module} has shape {actual}, but it should be {expected}.",
        hi="{module} के parameter {name} का shape {actual} है, पर {expected} होना चाहिए।",
    ),
    "parameters_frozen": Text(
        en="The parameter {name} of {module} cannot be learned: requires_grad is off.",
        hi="{module} का parameter {name} सीख नहीं सकता: requires_grad बंद है।",
    ),
    "parameters_counted": Text(
        en="Learnable numbers in {module}: {actual}; there should be {expected}. Count the weights and "
        "biases of each layer.",
        hi="{module} में सीखने वाली संख्याओं की गिनती {actual} है; {expected} होनी चाहिए। हर layer के weights और "
        "biases गिनिए।",
    ),
    "parameters_distributed": Text(
        en="{module} has the right number of learnable numbers, but not in the right shapes: a parameter "
        "of shape {expected} is missing.",
        hi="{module} में सीखने वाली संख्याओं की गिनती सही है, पर shapes सही नहीं हैं: {expected} shape का एक "
        "parameter कम है।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Applies where a case lists a module's parameters; by name only where the case says so."""
    seen = False
    for step in subject.plan.steps:
        if step["op"] != "parameters" or step["name"] not in actual.observed:
            continue
        seen = True
        wanted = subject.expected.observed[step["name"]].listed
        found = actual.observed[step["name"]].listed
        compare = _by_name if step["names"] else _by_shape
        result = compare(str(step["slot"]), found, wanted)
        if result is not None:
            return result
    return CheckResult(NAME, "pass") if seen else None


def _by_name(module: str, found: tuple[Listed, ...], wanted: tuple[Listed, ...]) -> CheckResult | None:
    ours = {entry.name: entry for entry in found}
    missing = [entry.name for entry in wanted if entry.name not in ours]
    if missing:
        return _wrong("parameters_missing", module, names=", ".join(missing[:NAMED]))
    for entry in wanted:
        if ours[entry.name].shape != entry.shape:
            shapes = {"actual": list(ours[entry.name].shape), "expected": list(entry.shape)}
            return _wrong("parameters_shape", module, name=entry.name, **shapes)
        if entry.learned and not ours[entry.name].learned:
            return _wrong("parameters_frozen", module, name=entry.name)
    if len(ours) > len(wanted):
        # Not by name: a name that the solution makes up could carry a hidden input out.
        return _wrong("parameters_extra", module, number=len(ours) - len(wanted))
    return None


def _by_shape(module: str, found: tuple[Listed, ...], wanted: tuple[Listed, ...]) -> CheckResult | None:
    actual, expected = _numbers(found), _numbers(wanted)
    if actual != expected:
        return _wrong("parameters_counted", module, actual=actual, expected=expected)
    lacking = Counter(entry.shape for entry in wanted) - Counter(entry.shape for entry in found)
    if lacking:
        return _wrong("parameters_distributed", module, expected=list(next(iter(lacking))))
    return None


def _numbers(listed: Iterable[Listed]) -> int:
    return sum(math.prod(entry.shape) for entry in listed if entry.learned)


def _wrong(code: str, module: str, **params: object) -> CheckResult:
    return CheckResult(NAME, "wrong", code, {"module": module, **params})
