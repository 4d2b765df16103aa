"""Does a module behave differently in training and in evaluation where the reference does?"""

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.compare.tensors import is_near
from graders.contract import CheckResult, Text

NAME = "train_eval"

FEEDBACK = {
    "mode_ignored": Text(
        en="train() and eval() give the same result for the same input; here they must differ. "
        "Look at self.training.",
        hi="एक ही input पर train() और eval() एक ही result देते हैं; यहाँ दोनों अलग होने चाहिए। self.training देखिए।",
    ),
    "mode_result": Text(
        en="The result in evaluation mode ({name}) is wrong, though the one in training mode is right.",
        hi="Evaluation mode का result ({name}) ग़लत है, हालाँकि training mode का सही है।",
    ),
}


def judge(subject: Subject, actual: Evidence) -> CheckResult | None:
    """Applies to a case that calls a module in both modes."""
    modes = subject.modes()
    if not modes["train"] or not modes["eval"]:
        return None
    for trained in modes["train"]:
        for evaluated in modes["eval"]:
            if _ignores_mode(subject, actual, trained, evaluated):
                return CheckResult(NAME, "wrong", "mode_ignored")
    wrong = [name for name in modes["eval"] if not _is_right(subject, actual, name)]
    if wrong and all(_is_right(subject, actual, name) for name in modes["train"]):
        return CheckResult(NAME, "wrong", "mode_result", {"name": wrong[0]})
    return None if wrong else CheckResult(NAME, "pass")


def _is_right(subject: Subject, actual: Evidence, name: str) -> bool:
    return is_near(actual.array(name), subject.oracle[name], subject.tolerance(name))


def _ignores_mode(subject: Subject, actual: Evidence, trained: str, evaluated: str) -> bool:
    """The same input gave the same output in both modes, which the reference's outputs are not."""
    allowed = subject.tolerance(trained)
    if _input_of(subject, trained) != _input_of(subject, evaluated):
        return False
    differ = not is_near(subject.oracle[evaluated], subject.oracle[trained], allowed)
    found = actual.array(evaluated)
    return differ and found is not None and is_near(found, actual.array(trained), allowed)


def _input_of(subject: Subject, output: str) -> list[bytes]:
    """The bytes of what the call that made ``output`` was given."""
    for step in subject.plan.steps:
        if step["op"] == "call" and output in step["into"]:
            labels = [value["input"] for _, value in step["args"] if value]
            return [bytes(subject.plan.inputs[label].tensor.data) for label in labels]
    return []
