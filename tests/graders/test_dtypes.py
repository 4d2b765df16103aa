"""One declaration serves several dtypes: each case is drawn and judged in all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graders.checks import judge_case
from graders.compare.evidence import to_array
from graders.engine import Engine, PackageBroken
from graders.engine.solution_run import Runner
from graders.package import Package, PackageRefused
from tests.graders.declared import HEAD, TASK, package

CASE = 'call("double", x=draw.normal(3, 4)), backward("y", wrt=("x",)), visible=True, reduction=4'
RIGHT = "def double(x):\n    return 2 * x\n"


def task(dtypes: str, arguments: str = CASE, reference: str = RIGHT) -> Package:
    return package(arguments, reference, TASK.replace("requires = []", f"requires = []\ndtypes = {dtypes}"))


def verdicts(engine: Engine, wanted: Package, source: str) -> dict[str, str]:
    return {case.name: case.verdict for case in engine.grade(wanted, HEAD + source).cases}


BOTH = task('["float32", "bfloat16"]')


def test_a_case_has_a_twin_in_each_further_dtype_with_a_title_that_says_so(engine: Engine) -> None:
    report = engine.grade(BOTH, HEAD + RIGHT)
    assert [(case.name, case.verdict) for case in report.cases] == [
        ("plain", "pass"),
        ("plain-bfloat16", "pass"),
    ]
    assert [case.title.en for case in report.cases] == ["Plain", "Plain (bfloat16)"]
    assert [case.title.hi for case in report.cases] == ["साधारण", "साधारण (bfloat16)"]


def test_a_twin_has_the_same_values_but_for_rounding(engine: Engine) -> None:
    one, twin = engine.draw(BOTH, 3).plans
    first, second = (to_array(plan.inputs["x"].tensor) for plan in (one, twin))
    assert twin.inputs["x"].tensor.dtype == "bfloat16"
    assert abs(first - second).max() <= 2**-8 * abs(first).max()
    assert (first != second).any()


def test_what_is_made_in_float32_whatever_comes_in_is_told_in_the_twin_alone(engine: Engine) -> None:
    source = "def double(x):\n    return 2 * x * torch.ones(1, dtype=torch.float32)\n"
    report = engine.grade(BOTH, HEAD + source)
    assert [case.verdict for case in report.cases] == ["pass", "wrong"]
    assert {check.check for check in report.cases[1].checks if check.verdict == "wrong"} == {"dtype"}


def test_only_what_should_have_the_dtype_of_the_input_is_told_to_be_like_it(engine: Engine) -> None:
    places = package(
        'call("double", x=draw.normal(3, 4)), visible=True', "def double(x):\n    return x.argmax(1)\n"
    )
    report = engine.grade(places, HEAD + "def double(x):\n    return x.argmax(1).float()\n")
    assert [check.code for check in report.cases[0].checks if check.check == "dtype"] == ["dtype_other"]
    report = engine.grade(task('["float32"]'), HEAD + "def double(x):\n    return 2 * x.double()\n")
    assert [check.code for check in report.cases[0].checks if check.check == "dtype"] == ["dtype_differs"]


def test_the_tolerance_is_that_of_the_dtype(engine: Engine) -> None:
    off = "def double(x):\n    return 2 * x + 1e-3 * x\n"
    assert verdicts(engine, BOTH, off) == {"plain": "wrong", "plain-bfloat16": "pass"}
    assert set(verdicts(engine, BOTH, "def double(x):\n    return 2.5 * x\n").values()) == {"wrong"}
    exact = task('["float32", "float64"]')
    off = "def double(x):\n    return 2 * x + 1e-9 * x\n"
    assert verdicts(engine, exact, off) == {"plain": "pass", "plain-float64": "wrong"}


def test_modules_are_made_in_the_dtype_of_the_case(engine: Engine) -> None:
    layer = "def double(wide):\n    return torch.nn.Linear(wide, 2)\n"
    steps = (
        'construct("double", 3, into="net"), load("net", weight=draw.normal(2, 3), bias=draw.normal(2)), '
        'call("net", x=draw.normal(4, 3)), reduction=3'
    )
    wanted = task('["float32", "bfloat16"]', steps, layer)
    assert verdicts(engine, wanted, layer) == {"plain": "pass", "plain-bfloat16": "pass"}


def test_a_case_whose_dtype_is_fixed_has_no_twin(engine: Engine) -> None:
    fixed = task('["float32", "bfloat16"]', CASE.replace("4)", '4, dtype="float64")', 1))
    assert list(verdicts(engine, fixed, RIGHT)) == ["plain"]


def test_a_case_may_narrow_the_dtypes_but_not_to_none(engine: Engine) -> None:
    narrowed = task('["float32", "bfloat16"]', CASE + ', dtypes=("bfloat16",)')
    assert list(verdicts(engine, narrowed, RIGHT)) == ["plain-bfloat16"]
    with pytest.raises(PackageBroken, match="none of its dtypes"):
        engine.grade(task('["float32"]', CASE + ', dtypes=("float64",)'), HEAD + RIGHT)


MADE_INSIDE = "def double(x):\n    assert torch.get_default_device().index == 0\n    return x + x\n"


def test_what_a_solution_makes_is_made_on_the_device_of_the_case(engine: Engine) -> None:
    """The processor can be called by a number too, as a graphics card is: so it shows without one."""
    subject = engine.draw(package(CASE, RIGHT), 1).subjects[0]
    plan = replace(subject.plan, device="cpu:0")
    assert plan.to_head()[0]["device"] == "cpu:0"
    assert "device" not in subject.plan.to_head()[0]
    run = Runner(engine.zygote, package(CASE, RIGHT)).run(HEAD + MADE_INSIDE, [plan])
    assert {result.verdict for result in judge_case(subject, run.evidence[0])} == {"pass"}


@pytest.mark.parametrize(
    ("dtypes", "code"),
    [
        ('["float31"]', "value_choice"),
        ('["float32", "float32"]', "value_twice"),
        ('"float32"', "value_words"),
    ],
)
def test_dtypes_that_make_no_sense_are_refused(dtypes: str, code: str) -> None:
    with pytest.raises(PackageRefused) as refused:
        task(dtypes)
    assert [problem.code for problem in refused.value.problems] == [code]
