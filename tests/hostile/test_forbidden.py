"""A forbidden operator is told however it is reached, and ordinary code is never taken for one.

The small task asks for twice its input, so that a solution may do anything besides.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pytest

from graders.contract import Report
from graders.engine import Engine, caseset
from graders.package import Package, load_files
from tests.graders.package.small import SOUND
from tests.hostile.operators import (
    AROUND,
    AUTOGRAD,
    BENIGN,
    BESIDE_LIBRARIES,
    CONVOLUTION,
    FAMILIES,
    LIBRARIES,
    OTHER_FAMILIES,
)

CASES = """\
from graders.authoring import backward, call, case


def cases(draw):
    yield case("plain", call("double", x=draw.normal(2, 3)), visible=True)
    yield case("tail-dropped", call("double", x=draw.normal(4, 5)))
"""
DIFFERENTIATED = CASES.replace("x=draw.normal(2, 3))", 'x=draw.normal(2, 3)), backward("y", wrt=("x",))')
REFERENCE = "def double(x):\n    return 2 * x\n"
TWICE = "def double(v):\n    solve()\n    return 2 * v\n"


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


def task(*operators: str, cases: str = CASES) -> Package:
    forbidding = SOUND["task.toml"].replace(
        'operators = ["convolution"]', f"operators = {list(operators)}".replace("'", '"')
    )
    files = {**SOUND, "task.toml": forbidding, "cases.py": cases, "reference.py": REFERENCE}
    return load_files(files)


def solution(does: str, before: str = "") -> str:
    body = textwrap.indent(does, "    ")
    return f"{AROUND}{before}def solve():\n    global y\n{body}\n\n{TWICE}"


def told(report: Report) -> list[tuple[str, int]]:
    """Operator and line of each case that is forbidden."""
    return [
        (check.params["operator"], check.params["line"])
        for case in report.cases
        for check in case.checks
        if check.check == "forbidden" and check.verdict == "forbidden"
    ]


@pytest.mark.parametrize("way", CONVOLUTION)
def test_a_convolution_is_told_however_it_is_reached(engine: Engine, way: str) -> None:
    before = "HARMLESS = torch.conv2d\n" if "import" in way else ""
    source = solution(CONVOLUTION[way], before)
    report = engine.grade(task("convolution"), source)
    assert report.verdict == "forbidden", report.to_json()
    assert len(told(report)) == 2, "in each case"
    for operator, line in told(report):
        assert "conv" in operator
        assert 1 <= line <= source.count("\n")


@pytest.mark.parametrize(("family", "does"), OTHER_FAMILIES)
def test_every_family_closes_what_belongs_to_it(engine: Engine, family: str, does: str) -> None:
    report = engine.grade(task(family), solution(does))
    assert report.verdict == "forbidden", report.to_json()
    assert told(report)[0][1] > 0


@pytest.mark.parametrize("way", AUTOGRAD)
def test_a_derivative_by_autograd_is_told_however_it_is_reached(engine: Engine, way: str) -> None:
    report = engine.grade(task("autograd"), solution(AUTOGRAD[way]))
    assert report.verdict == "forbidden", report.to_json()
    assert told(report)[0][1] > 0


@pytest.mark.parametrize("way", BENIGN)
def test_ordinary_code_is_not_taken_for_a_convolution(engine: Engine, way: str) -> None:
    report = engine.grade(task("convolution"), solution(BENIGN[way]))
    assert report.verdict == "pass", report.to_json()


@pytest.mark.parametrize("way", BENIGN)
def test_ordinary_code_passes_where_every_family_is_closed(engine: Engine, way: str) -> None:
    report = engine.grade(task(*FAMILIES), solution(BENIGN[way]))
    assert report.verdict == "pass", report.to_json()


@pytest.mark.parametrize("way", [way for way in BENIGN if way != "optimizers"])
def test_ordinary_code_passes_where_torchs_own_python_is_closed(engine: Engine, way: str) -> None:
    closed = [family for family in LIBRARIES if family != "initialization"]
    report = engine.grade(task(*closed), solution(BENIGN[way]))
    assert report.verdict == "pass", report.to_json()


@pytest.mark.parametrize("way", BESIDE_LIBRARIES)
def test_what_a_library_is_built_of_stays_open(engine: Engine, way: str) -> None:
    report = engine.grade(task(*LIBRARIES), solution(BESIDE_LIBRARIES[way]))
    assert report.verdict == "pass", report.to_json()


@pytest.mark.parametrize("way", BENIGN)
def test_ordinary_code_is_not_taken_for_autograd(engine: Engine, way: str) -> None:
    report = engine.grade(task("autograd"), solution(BENIGN[way]))
    assert report.verdict == "pass", report.to_json()


@pytest.mark.parametrize(("family", "does"), OTHER_FAMILIES)
def test_what_is_closed_in_one_task_is_open_in_another(engine: Engine, family: str, does: str) -> None:
    other = "pooling" if family != "pooling" else "recurrent"
    assert (
        engine.grade(
            task(other), solution(f"try:\n    {does.splitlines()[-1]}\nexcept Exception: pass")
        ).verdict
        == "pass"
    )


def test_the_operator_is_told_by_the_students_name_and_line(engine: Engine) -> None:
    source = (
        "import torch\n\n\ndef double(v):\n    y = 2 * v\n"
        "    torch.nn.functional.conv1d(y[None], y[None])\n    return y\n"
    )
    assert told(engine.grade(task("convolution"), source)) == [("conv1d", 6)] * 2


def test_a_call_while_loading_is_told_with_its_line(engine: Engine) -> None:
    report = engine.grade(task("convolution"), AROUND + "torch.conv2d(s, k)\n" + REFERENCE)
    assert report.verdict == "forbidden"
    assert report.message is not None
    assert report.message.params == {"operator": "conv2d", "line": AROUND.count("\n") + 1}


def test_the_harness_differentiates_where_the_solution_may_not(engine: Engine) -> None:
    package = task("autograd", cases=DIFFERENTIATED)
    by_hand = (
        "import torch\n\n\nclass Double(torch.autograd.Function):\n"
        "    @staticmethod\n    def forward(context, v):\n        return 2 * v\n\n"
        "    @staticmethod\n    def backward(context, g):\n        return {backward}\n\n\n"
        "double = Double.apply\n"
    )
    assert engine.grade(package, REFERENCE).verdict == "pass"
    assert engine.grade(package, by_hand.format(backward="2 * g")).verdict == "pass"
    assert engine.grade(package, by_hand.format(backward="3 * g")).verdict == "wrong"
    cheat = by_hand.format(backward="torch.autograd.grad(square(g.requires_grad_()), g)[0]").replace(
        "class Double", "def square(v):\n    return (v * v).sum()\n\n\nclass Double"
    )
    assert engine.grade(package, cheat).verdict == "forbidden"


def test_an_unknown_pattern_is_still_told_to_the_author(engine: Engine) -> None:
    nothing, families = caseset.unknown_operators(
        engine.zygote, task("convolution", "no_such_thing", "autograd")
    )
    assert nothing == ["no_such_thing"]
    assert {*FAMILIES, *LIBRARIES, "autograd"} == set(families)
