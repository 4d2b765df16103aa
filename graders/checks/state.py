"""Are parameters and buffers what they should be after the steps so far?"""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject, params_of
from graders.compare.tensors import difference, is_near
from graders.contract import CheckResult, Text

NAME = "state"

FEEDBACK = {
    "state_differs": Text(
        en="{name} is wrong after the steps of this case (wrong values: {wrong} of {total}).",
        hi="इस case के steps के बाद {name} ग़लत है ({total} में से {wrong} जगह)।",
    ),
    "state_not_a_tensor": Text(
        en="{name} should be a tensor (a registered buffer or parameter); it is {type}.",
        hi="{name} एक tensor (registered buffer या parameter) होना चाहिए; वह {type} है।",
    ),
    "state_shape": Text(
        en="{name} has shape {actual} instead of {expected}.",
        hi="{name} का shape {actual} है, पर {expected} होना चाहिए।",
    ),
    "state_rebound": Text(
        en="{name} was replaced by a new tensor instead of being updated in place: whoever holds the old "
        "one does not see the change. Use copy_, mul_ or add_.",
        hi="{name} को उसी जगह update करने के बजाय वहाँ नया tensor रख दिया गया: जिसके पास पुराना tensor है उसे बदलाव "
        "नहीं दिखता। copy_, mul_ या add_ का उपयोग कीजिए।",
    ),
    "state_held_differs": Text(
        en="{name} was looked at earlier in this case, and that tensor is not at the end what it should be "
        "(wrong values: {wrong} of {total}). Either it should be the tensor itself and is a copy, or it "
        "should be a copy and is the tensor itself, or what is written into it is wrong.",
        hi="इस case में {name} को पहले देखा गया था, और अंत में उसी tensor का मान वह नहीं है जो होना चाहिए "
        "({total} में से {wrong} जगह ग़लत)। या तो वही tensor चाहिए था और copy रखी गई, या copy चाहिए थी और "
        "वही tensor रख लिया गया, या उसमें जो लिखा जाता है वही ग़लत है।",
    ),
}
HELD = "@held"


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    seen = False
    for name in subject.names("state:"):
        found = actual.observed.get(name)
        if found is None:
            continue
        seen = True
        result = _compare(subject, name, actual)
        if result is not None:
            return result
    return CheckResult(NAME, "pass") if seen else None


def _compare(subject: Subject, name: str, actual: Evidence) -> CheckResult | None:
    found, oracle = actual.observed[name], subject.oracle[name]
    if found.array is None:
        return CheckResult(NAME, "wrong", "state_not_a_tensor", params_of(name, type=found.type))
    if found.shape != oracle.shape:
        params = params_of(name, actual=list(found.shape), expected=list(oracle.shape))
        return CheckResult(NAME, "wrong", "state_shape", params)
    apart = difference(found.array, oracle, subject.tolerance(name))
    if apart is None:
        return None
    params = params_of(name.removesuffix(HELD), wrong=apart.wrong, total=apart.total)
    if not name.endswith(HELD):
        return CheckResult(NAME, "wrong", "state_differs", params)
    code = (
        "state_rebound" if _is_right_now(subject, name.removesuffix(HELD), actual) else "state_held_differs"
    )
    return CheckResult(NAME, "wrong", code, params)


def _is_right_now(subject: Subject, name: str, actual: Evidence) -> bool:
    """Is what bears the name now as it should be? Only then has it taken the place of what was held."""
    named = [other for other in subject.names("state:") if other.partition("@")[0] == name]
    read = [other for other in named if not other.endswith(HELD)]
    return bool(read) and all(
        is_near(actual.array(other), subject.oracle[other], subject.tolerance(other)) for other in read
    )
