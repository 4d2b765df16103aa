"""Do results have the reference's dtype?"""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject, params_of
from graders.contract import CheckResult, Text

NAME = "dtype"

FEEDBACK = {
    "dtype_differs": Text(
        en="{name} has dtype {actual}, but it should be {expected}, like the input. "
        "Create new tensors with the input's dtype.",
        hi="{name} का dtype {actual} है, जबकि input की तरह {expected} होना चाहिए। "
        "नए tensor input के dtype में ही बनाइए।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    seen = False
    for name in [*subject.outputs(gradients=False), *subject.outputs(gradients=True)]:
        found, wanted = actual.observed.get(name), subject.expected.observed[name]
        if found is None or found.kind != "tensor":
            continue
        seen = True
        if found.dtype != wanted.dtype:
            params = params_of(name, actual=found.dtype, expected=wanted.dtype)
            return CheckResult(NAME, "wrong", "dtype_differs", params)
    return CheckResult(NAME, "pass") if seen else None
