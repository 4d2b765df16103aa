"""Are the caller's tensors as they were? Compared byte by byte with what the cell was sent."""

from graders.compare.evidence import Evidence, to_array
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text

NAME = "purity"

FEEDBACK = {
    "input_changed": Text(
        en="Your code changed its input {name} in place. Work on a copy, or avoid operations that end "
        "in an underscore.",
        hi="आपके code ने अपने input {name} को वहीं बदल दिया। Copy पर काम कीजिए, या underscore पर ख़त्म "
        "होने वाले operations से बचिए।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    if actual.status != "done":
        return None
    for label, given in subject.plan.inputs.items():
        found = actual.array("input:" + label)
        sent = to_array(given.tensor)
        same = found is not None and (found.dtype, found.shape) == (sent.dtype, sent.shape)
        if found is None or not same or found.tobytes() != sent.tobytes():
            return CheckResult(NAME, "wrong", "input_changed", {"name": label})
    return CheckResult(NAME, "pass") if subject.plan.inputs else None
