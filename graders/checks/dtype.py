"""Do results have the reference's dtype, and lie on the device of the inputs?"""

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
    "dtype_other": Text(
        en="{name} has dtype {actual}, but it should be {expected}. Look at where it is created or converted "
        "(dtype=…, .to(…)).",
        hi="{name} का dtype {actual} है, जबकि {expected} होना चाहिए। देखिए कि वह कहाँ बनाया या बदला जाता है "
        "(dtype=…, .to(…))।",
    ),
    "device_differs": Text(
        en="{name} is on {actual}, but it should be on {expected}, like the input. "
        "Create new tensors on the input's device (x.device), and do not move the result.",
        hi="{name} {actual} पर है, जबकि input की तरह {expected} पर होना चाहिए। "
        "नए tensor input के device (x.device) पर ही बनाइए, और result को कहीं और मत ले जाइए।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    seen, given = False, {value.tensor.dtype for value in subject.plan.inputs.values()}
    for name in [*subject.outputs(gradients=False), *subject.outputs(gradients=True)]:
        found, wanted = actual.observed.get(name), subject.expected.observed[name]
        if found is None or found.kind != "tensor":
            continue
        seen = True
        if found.dtype != wanted.dtype:
            params = params_of(name, actual=found.dtype, expected=wanted.dtype)
            # Indices and counts are no floating numbers, whatever the inputs are.
            code = "dtype_differs" if wanted.dtype in given else "dtype_other"
            return CheckResult(NAME, "wrong", code, params)
        # Copied to the CPU on its way here; where it lay is what its cell says, which is to no one's good.
        device = subject.plan.device.partition(":")[0]
        if found.more.get("device") != device:
            params = params_of(name, actual=found.more.get("device"), expected=device)
            return CheckResult(NAME, "wrong", "device_differs", params)
    return CheckResult(NAME, "pass") if seen else None
