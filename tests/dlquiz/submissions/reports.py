"""Reports as the engine writes them, for tests of how they are shown."""

from typing import Any

from graders.contract import (
    CaseResult,
    CheckResult,
    CodeError,
    Diagnosis,
    Message,
    Report,
    ShownTensor,
    SourceLine,
    Text,
)

X = (1.0, 0.0, 2.0, 3.0)
Y_EXPECTED = (4.0, 3.0, -2.0, 0.5)
Y_ACTUAL = (4.0, 3.0, -2.0, 1.0)
VALUES_DIFFER = CheckResult(
    "values",
    "wrong",
    "values_differ",
    {"wrong": 1, "total": 4, "name": "y", "index": [0, 0, 1, 1], "expected": 0.5, "actual": 1.0},
)
VISIBLE = CaseResult(
    name="by-hand",
    title=Text("By hand", "हाथ से"),
    visible=True,
    weight=1.0,
    verdict="wrong",
    seconds=0.004,
    checks=(CheckResult("run", "pass"), CheckResult("shape", "pass"), VALUES_DIFFER),
    stdout="hello from the student\n",
    tensors=(
        ShownTensor("x", "input", "int64", (2, 2), X),
        ShownTensor("y", "expected", "float32", (1, 1, 2, 2), Y_EXPECTED),
        ShownTensor("y", "actual", "float32", (1, 1, 2, 2), Y_ACTUAL),
    ),
)
HIDDEN_FAILED = CaseResult(
    name="half",
    title=Text("Half precision", "आधी precision"),
    visible=False,
    weight=2.0,
    verdict="crashed",
    seconds=0.001,
    checks=(
        CheckResult("run", "crashed", "raised", {"type": "RuntimeError", "line": 12, "message": "no half"}),
    ),
    error=CodeError("RuntimeError", "", (SourceLine(12, "return windows @ flat", "conv2d"),)),
)
HIDDEN_PASSED = CaseResult(
    name="tail",
    title=Text("The tail", "आख़िरी हिस्सा"),
    visible=False,
    weight=1.0,
    verdict="pass",
    seconds=0.002,
    checks=(CheckResult("run", "pass"), CheckResult("gradients", "pass")),
)
FLIPPED = Diagnosis(
    variant="kernel_flipped",
    kind="misconception",
    title=Text("The kernel is flipped", "Kernel उलटा है"),
    explanation=Text("Do **not** turn it.", "उसे **न** घुमाएँ।"),
    cases=("by-hand",),
)
SYNTAX_ERROR = Message(
    "syntax_error", {"line": 4, "column": 6, "text": "\tdef <f(:", "detail": "invalid syntax"}
)


def report(**changes: Any) -> dict[str, Any]:
    """A stored report: one visible case wrong, one hidden crashed, one hidden passed."""
    fields: dict[str, Any] = {
        "verdict": "crashed",
        "score": 3.0,
        "max_score": 12.0,
        "cases": (VISIBLE, HIDDEN_FAILED, HIDDEN_PASSED),
        "seconds": 0.011,
        "peak_bytes": 7 * 2**20,
        "level": "C",
        "versions": {"engine": "0.1.0"},
    }
    return Report(**{**fields, **changes}).to_json()
