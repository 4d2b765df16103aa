"""Does a case take about as much time and memory as the reference takes for it? Measured by the grader.

Time is processor time and memory the growth of the cell while the case ran, both as the kernel counts them
(``graders.engine.link``). A solution that goes beyond is measured again in cells of its own before it is
refused (``graders.engine.measure``); what is judged here is the least that was seen.
"""

from __future__ import annotations

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text

NAME = "resources"
MIB = 1 << 20
# Below these, what a machine does beside a case is as large as the case: page faults, first uses of a kernel.
# docs/engine.md says what was measured.
LEAST_SECONDS = 0.05
LEAST_BYTES = 16 * MIB

FEEDBACK = {
    "too_slow": Text(
        en="Your code took {times} times as long as a plain vectorised solution; at most {limit} times is "
        "allowed. Look for a Python loop over pixels, elements or examples, and let one tensor operation do "
        "it.",
        hi="आपके code ने एक साधारण vectorised solution से {times} गुना समय लिया; ज़्यादा से ज़्यादा {limit} "
        "गुना चल सकता है। Pixels, elements या examples पर चलता Python loop ढूँढिए, और वह काम एक tensor operation "
        "से कराइए।",
    ),
    "too_much_memory": Text(
        en="Your code needed {mib} MiB for this case, {times} times as much as a plain solution; at most "
        "{limit} times is allowed. Look for a table of every pair (N·M values), or for copies that are all "
        "kept.",
        hi="इस case में आपके code ने {mib} MiB memory ली, एक साधारण solution से {times} गुना; ज़्यादा से "
        "ज़्यादा {limit} गुना चल सकता है। देखिए कि कहीं हर जोड़े की table (N·M values) तो नहीं बन रही, या सारी copies "
        "एक साथ तो नहीं रखी जा रहीं।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Applies to a case with a limit that came to its end, where the kernel tells the figures."""
    if actual.status != "done":
        return None
    seen = False
    for step in subject.plan.steps_of("limit"):
        time, memory = _slowness(subject, actual, step["time"]), _greed(subject, actual, step["memory"])
        seen = seen or time is not None or memory is not None
        if time is not None and time > 1:
            times = round(time * step["time"], 1)
            return CheckResult(NAME, "wrong", "too_slow", {"times": times, "limit": step["time"]})
        if memory is not None and memory > 1:
            told = {"times": round(memory * step["memory"], 1), "limit": step["memory"]}
            mib = round((actual.grown or 0) / MIB)
            return CheckResult(NAME, "wrong", "too_much_memory", {"mib": mib, **told})
    return CheckResult(NAME, "pass") if seen else None


def exceeds(subject: Subject, actual: Evidence) -> bool:
    """Would it be refused on these figures?"""
    result = judge(subject, actual)
    return result is not None and result.verdict != "pass"


def _slowness(subject: Subject, actual: Evidence, limit: float | None) -> float | None:
    """Seconds taken as a share of those allowed; None where there is no limit or no figure."""
    reference = subject.expected.cpu_seconds
    if limit is None or actual.cpu_seconds is None or reference is None:
        return None
    return actual.cpu_seconds / (limit * max(reference, LEAST_SECONDS / limit))


def _greed(subject: Subject, actual: Evidence, limit: float | None) -> float | None:
    """Bytes taken as a share of those allowed; None where there is no limit or no figure."""
    reference = subject.expected.grown
    if limit is None or actual.grown is None or reference is None:
        return None
    return actual.grown / (limit * max(reference, LEAST_BYTES / limit))
