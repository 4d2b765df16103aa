"""Arguments that make no sense must be refused, by the solution's own check and with the right exception."""

from __future__ import annotations

import pytest

from graders.engine import Engine, PackageBroken
from graders.feedback import render
from graders.package import Package, load_files
from tests.graders.package.small import SOUND

GUARD = "def double(x):\n    if x.dim() == 0:\n        raise {error}('a single number')\n    return 2 * x\n"
CASES = """\
from graders.authoring import call, case, construct, fails


def cases(draw):
    yield case("plain", call("double", x=draw.normal(3)), visible=True)
    yield case("tail-dropped", fails(call("double", x=draw.normal()), "ValueError"))
"""


def package(**changes: str) -> Package:
    files = {**SOUND, "cases.py": CASES, "reference.py": GUARD.format(error="ValueError")}
    return load_files({**files, **{path.replace("__", "."): text for path, text in changes.items()}})


def outcome(engine: Engine, source: str) -> tuple[str, str, dict[str, object]]:
    """Verdict, code and parameters of the check, in the case that must be refused."""
    case = engine.grade(package(), source).cases[1]
    told = next(check for check in case.checks if check.check == "errors")
    return told.verdict, told.code, dict(told.params)


def test_the_right_refusal_passes_and_so_does_a_narrower_one(engine: Engine) -> None:
    assert outcome(engine, GUARD.format(error="ValueError"))[0] == "pass"
    narrower = "class Scalar(ValueError):\n    pass\n\n\n" + GUARD.format(error="Scalar")
    assert outcome(engine, narrower)[0] == "pass"


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_result_instead_of_a_refusal_is_told(engine: Engine, language: str) -> None:
    verdict, code, params = outcome(engine, "def double(x):\n    return 2 * x\n")
    assert (verdict, code) == ("wrong", "error_missing")
    assert "ValueError" in render(code, params, language)


@pytest.mark.parametrize(
    ("source", "actual"),
    [
        (GUARD.format(error="KeyError"), "KeyError"),
        # Raised by torch, which tells nothing of a check.
        ("def double(x):\n    return x @ x\n", "RuntimeError"),
        # Not the solution's doing: it cannot be called like this at all.
        ("def double(x, y):\n    raise ValueError\n", "TypeError"),
    ],
)
def test_another_exception_is_told_by_its_name(engine: Engine, source: str, actual: str) -> None:
    verdict, code, params = outcome(engine, source)
    assert (verdict, code, params["actual"]) == ("wrong", "error_other", actual)


def test_what_is_forbidden_stays_forbidden_where_a_refusal_is_wanted(engine: Engine) -> None:
    convolution = "torch.conv1d(x.view(1, 1, 1), x.view(1, 1, 1))"
    source = f"import torch\n\n\ndef double(x):\n    return 2 * x if x.dim() else {convolution}\n"
    assert engine.grade(package(), source).verdict == "forbidden"


def test_a_signature_that_does_not_fit_is_no_type_error_of_ones_own(engine: Engine) -> None:
    wanted = package(
        cases__py=CASES.replace('"ValueError"', '"TypeError"'), reference__py=GUARD.format(error="TypeError")
    )
    report = engine.grade(wanted, "def double(x, y):\n    return x\n")
    assert {check.verdict for check in report.cases[1].checks if check.check == "errors"} == {"wrong"}


@pytest.mark.parametrize(
    "cases",
    [
        CASES.replace('"ValueError"', '"RuntimeError"'),
        CASES.replace(
            'fails(call("double", x=draw.normal()), "ValueError")', 'fails({"op": "read"}, "ValueError")'
        ),
        # The reference takes these arguments.
        CASES.replace("draw.normal()", "draw.normal(2)"),
    ],
)
def test_an_author_is_told_what_cannot_be_expected(engine: Engine, cases: str) -> None:
    with pytest.raises(PackageBroken):
        engine.grade(package(cases__py=cases), GUARD.format(error="ValueError"))
