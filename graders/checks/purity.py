"""Are the caller's tensors as they were? Compared byte by byte with what the cell was sent."""

from graders.compare.evidence import Evidence, to_array
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text

NAME = "purity"

FEEDBACK = {
    "input_changed": Text(
        en="Your code changed its input {name} in place. Look for +=, for x[…] = …, and for operations that "
        "end in an underscore: compute a new tensor instead, or work on a copy (clone).",
        hi="आपके code ने अपने input {name} को ही बदल दिया। +=, x[…] = … और underscore पर ख़त्म होने वाले "
        "operations ढूँढिए: उनकी जगह नया tensor बनाइए, या copy (clone) पर काम कीजिए।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    if actual.status != "done":
        return None
    told = {label: given for label, given in subject.plan.inputs.items() if not given.withheld}
    for label, given in told.items():
        found = actual.array("input:" + label)
        sent = to_array(given.tensor)
        same = found is not None and (found.dtype, found.shape) == (sent.dtype, sent.shape)
        if found is None or not same or found.tobytes() != sent.tobytes():
            return CheckResult(NAME, "wrong", "input_changed", {"name": label})
    return CheckResult(NAME, "pass") if told else None
