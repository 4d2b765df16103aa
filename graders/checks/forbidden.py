"""Was an operator used that would do the task's work?"""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text

NAME = "forbidden"

FEEDBACK = {
    "forbidden_operator": Text(
        en="Your code uses {operator} (line {line}), which this task does not allow.",
        hi="आपके code में {operator} का उपयोग हुआ है (line {line}), जिसकी इस task में अनुमति नहीं है।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """None where nothing was tried: a pass of this check proves nothing and is not counted."""
    if not actual.tried and actual.status != "forbidden":
        return None
    first = actual.tried[0] if actual.tried else {}
    params = {"operator": str(first.get("operator", "?"))[:80], "line": first.get("line", 0)}
    return CheckResult(NAME, "forbidden", "forbidden_operator", params)
