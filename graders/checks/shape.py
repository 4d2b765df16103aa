"""Do results have the reference's shapes, and are they tensors at all?"""

from graders.compare.evidence import Evidence, Observation
from graders.compare.subject import Subject, params_of
from graders.contract import CheckResult, Text

NAME = "shape"

FEEDBACK = {
    "shape_differs": Text(
        en="{name} has shape {actual}, but it should be {expected}.",
        hi="{name} का shape {actual} है, जबकि {expected} होना चाहिए।",
    ),
    "shape_off_by_one": Text(
        en="{name} has shape {actual} instead of {expected}: one off along dimension {axis}. "
        "Look at how that size is counted.",
        hi="{name} का shape {actual} है, पर {expected} होना चाहिए: dimension {axis} में एक का अंतर है। "
        "देखिए कि वह size कैसे गिना जा रहा है।",
    ),
    "shape_transposed": Text(
        en="{name} has shape {actual}, but it should be {expected}: the same sizes in another order.",
        hi="{name} का shape {actual} है, पर {expected} होना चाहिए: sizes वही हैं, बस क्रम दूसरा है।",
    ),
    "not_a_tensor": Text(
        en="{name} should be a torch.Tensor; your code returned {type}.",
        hi="{name} एक torch.Tensor होना चाहिए; आपके code ने {type} लौटाया।",
    ),
    "returned_nothing": Text(
        en="Your function returned None. Is a return statement missing?",
        hi="आपके function ने None लौटाया। कहीं return लिखना तो नहीं रह गया?",
    ),
    "tensor_subclass": Text(
        en="{name} is a subclass of torch.Tensor; a plain torch.Tensor is wanted.",
        hi="{name} torch.Tensor का subclass है; सादा torch.Tensor चाहिए।",
    ),
    "wrong_count": Text(
        en="Your function should return several values ({wanted}); the number that came back is {got}.",
        hi="आपके function को एक से ज़्यादा values लौटानी चाहिए (संख्या: {wanted}); जो लौटा उसकी संख्या {got} है।",
    ),
    "unreadable": Text(
        en="{name} is a tensor whose values cannot be read (sparse, on another device, or a dtype that "
        "this task does not use).",
        hi="{name} ऐसा tensor है जिसकी values पढ़ी नहीं जा सकतीं (sparse, दूसरे device पर, या ऐसा dtype "
        "जो इस task में नहीं चलता)।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    names = [*subject.outputs(gradients=False), *subject.outputs(gradients=True)]
    if not names:
        return None
    for name in names:
        found, wanted = actual.observed.get(name), subject.expected.observed[name]
        if found is None:
            return None
        if found.kind != "tensor":
            return _not_a_tensor(name, found)
        if found.shape != wanted.shape:
            return _shape_differs(name, found.shape, wanted.shape)
    return CheckResult(NAME, "pass")


def _not_a_tensor(name: str, found: Observation) -> CheckResult:
    if found.kind == "count":
        return CheckResult(NAME, "wrong", "wrong_count", dict(found.more))
    if found.type == "NoneType":
        return CheckResult(NAME, "wrong", "returned_nothing")
    code = {"subclass": "tensor_subclass", "unreadable": "unreadable"}.get(found.kind, "not_a_tensor")
    params = params_of(name, type=found.type) if code == "not_a_tensor" else params_of(name)
    return CheckResult(NAME, "wrong", code, params)


def _shape_differs(name: str, actual: tuple[int, ...], expected: tuple[int, ...]) -> CheckResult:
    params = params_of(name, actual=list(actual), expected=list(expected))
    if len(actual) == len(expected):
        apart = [axis for axis in range(len(actual)) if actual[axis] != expected[axis]]
        if sorted(actual) == sorted(expected):
            return CheckResult(NAME, "wrong", "shape_transposed", params)
        if all(abs(actual[axis] - expected[axis]) == 1 for axis in apart):
            return CheckResult(NAME, "wrong", "shape_off_by_one", {**params, "axis": apart[0]})
    return CheckResult(NAME, "wrong", "shape_differs", params)
