"""Does the code work whatever way its inputs lie in memory? Judged where it is right on dense ones."""

from __future__ import annotations

import builtins

from graders.compare.evidence import Evidence, Observation
from graders.compare.subject import Subject, params_of
from graders.compare.tensors import is_near
from graders.contract import CheckResult, Text

NAME = "layouts"

FEEDBACK = {
    "layout_differs": Text(
        en="Your code is right on dense inputs, but wrong in {name} on the same values in another memory "
        "layout ({layout}). It reads memory in its order instead of by index: look for as_strided, "
        "data_ptr, storage or numpy buffers.",
        hi="Dense inputs पर आपका code सही है, पर वही values memory में दूसरे layout ({layout}) में रखी हों "
        "तो {name} ग़लत आता है। आपका code values को index से नहीं, memory के क्रम से पढ़ रहा है: as_strided, "
        "data_ptr, storage या numpy buffer ढूँढिए।",
    ),
    "layout_raised": Text(
        en="Your code works on dense inputs, but stops with {type} (line {line}) when the same values lie "
        "in memory in another way ({layout}). .view() and in-place operations take the layout for granted: "
        "use .reshape(), or work on a copy.",
        hi="Dense inputs पर आपका code चलता है, पर वही values memory में दूसरी तरह ({layout}) रखी हों तो "
        "{type} के साथ रुक जाता है (line {line})। .view() और in-place operations layout को तय मान लेते "
        "हैं: .reshape() लीजिए, या copy पर काम कीजिए।",
    ),
    "layout_missing": Text(
        en="Your code gives {name} on dense inputs, but no such result on the same values in another memory "
        "layout ({layout}).",
        hi="Dense inputs पर आपका code {name} देता है, पर वही values memory में दूसरे layout ({layout}) में "
        "रखी हों तो ऐसा result नहीं मिलता।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Silent where the dense run is wrong already: that is told by others."""
    if not subject.plan.layouts or actual.status != "done":
        return None
    names = [name for name in subject.oracle if not name.startswith(("cotangent:", "input:"))]
    if not all(_is_right(subject, name, actual.observed.get(name)) for name in names):
        return None
    for layout in subject.plan.layouts:
        result = _judge_layout(subject, actual, layout, names)
        if result is not None:
            return result
    return CheckResult(NAME, "pass")


def _judge_layout(subject: Subject, actual: Evidence, layout: str, names: list[str]) -> CheckResult | None:
    prefix = f"layout:{layout}:"
    ended = actual.observed.get(prefix)
    if ended is None or ended.kind != "done":
        line = ended.more.get("line", 0) if ended is not None else 0
        told = {"type": _exception(ended), "line": line}
        return CheckResult(NAME, "wrong", "layout_raised", {"layout": layout, **told})
    for name in names:
        found = actual.observed.get(prefix + name)
        if found is None or found.array is None:
            return CheckResult(NAME, "wrong", "layout_missing", params_of(name, layout=layout))
        if not _is_right(subject, name, found):
            return CheckResult(NAME, "wrong", "layout_differs", params_of(name, layout=layout))
    return None


def _exception(ended: Observation | None) -> str:
    """The name of a builtin exception: no message and no name of the solution's, which could carry an input
    out.
    """
    name = "" if ended is None else ended.type
    kind = getattr(builtins, name, None)
    return name if isinstance(kind, type) and issubclass(kind, BaseException) else "Exception"


def _is_right(subject: Subject, name: str, found: Observation | None) -> bool:
    if found is None or found.array is None:
        return False
    return is_near(found.array, subject.oracle[name], subject.tolerance(name))
