"""Are arguments that make no sense refused, with the exception that the task asks for?"""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text

NAME = "errors"

FEEDBACK = {
    "error_missing": Text(
        en="{call} must refuse these arguments with {error}, but your code went on and gave a result. "
        "Check the arguments before you compute.",
        hi="इन arguments पर {call} को {error} देना चाहिए, पर आपके code ने आगे बढ़कर result दे दिया। "
        "हिसाब करने से पहले arguments जाँचिए।",
    ),
    "error_other": Text(
        en="{call} must refuse these arguments with {error}, raised by your own code; it ended with {actual} "
        "instead.",
        hi="इन arguments पर {call} को {error} देना चाहिए, जो आपके अपने code में raise हो; यहाँ उसकी जगह {actual} "
        "आया।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Applies to a case with calls that must fail; silent where the code did not come so far."""
    seen = False
    for step in subject.plan.steps:
        found = actual.observed.get(step["name"]) if step["op"] == "fails" else None
        if found is None:
            continue
        seen = True
        params = {"call": step["step"]["target"], "error": step["error"]}
        if found.kind == "returned":
            return CheckResult(NAME, "wrong", "error_missing", params)
        if found.kind != "raised":
            return CheckResult(NAME, "wrong", "error_other", {**params, "actual": found.type or "Exception"})
    return CheckResult(NAME, "pass") if seen else None
