"""What must hold between results, whatever their values are: linearity, sums, repeatability."""

from __future__ import annotations

import pytest

from graders.engine import Engine, PackageBroken
from graders.feedback import render
from graders.package import Package, load_files
from tests.graders.package.small import SOUND

HEAD = "import torch\n\n\ndef double(x):\n"
CASES = """\
from graders.authoring import call, case, combined, different, equal, seed, summed


def cases(draw):
    a, b = draw.normal(4, 8), draw.normal(4, 8)
    yield case(
        "plain", {first}, visible=True, checks=("invariants",),
    )
    yield case("tail-dropped", call("double", x=draw.normal(5)))
"""
LINEAR = (
    'call("double", a=a, into="ya"), call("double", b=b, into="yb"), '
    'call("double", c=2 * a + b, into="yc"), combined("yc", ya=2, yb=1)'
)
SOFTMAX = 'call("double", a=a), summed("y", axis=-1, to=1)'
SHIFTED = 'call("double", a=a, into="y1"), call("double", b=a + 3, into="y2"), equal("y1", "y2")'
SEEDED = (
    'seed(1), call("double", a=a, into="y1"), seed(1), call("double", b=a, into="y2"), seed(2), '
    'call("double", c=a, into="y3"), equal("y1", "y2", exact=True), different("y1", "y3")'
)


def package(steps: str, reference: str) -> Package:
    return load_files({**SOUND, "cases.py": CASES.format(first=steps), "reference.py": HEAD + reference})


@pytest.mark.parametrize(
    ("steps", "right", "wrong", "code"),
    [
        (LINEAR, "    return 2 * x\n", "    return 2 * x + 1\n", "not_combined"),
        (LINEAR, "    return x + x\n", "    return x.relu()\n", "not_combined"),
        (SOFTMAX, "    return x.softmax(-1)\n", "    return x.softmax(0)\n", "not_summed"),
        (SHIFTED, "    return x.softmax(-1)\n", "    return x.exp() / (1 + x.exp().sum())\n", "not_equal"),
        (
            SHIFTED,
            "    return x - x.mean()\n",
            "    double.calls = getattr(double, 'calls', 0) + 1\n    return x[: double.calls]\n",
            "relation_shapes",
        ),
        (
            SEEDED,
            "    return x * (torch.rand(x.shape) > 0.5)\n",
            "    import random\n\n    return x * random.random()\n",
            "not_repeatable",
        ),
        (SEEDED, "    return x + torch.rand(x.shape)\n", "    return x + 1\n", "not_different"),
    ],
)
def test_a_relation_holds_for_the_right_and_is_told_for_the_wrong(
    engine: Engine, steps: str, right: str, wrong: str, code: str
) -> None:
    task = package(steps, right)
    assert engine.grade(task, HEAD + right).cases[0].verdict == "pass"
    case = engine.grade(task, HEAD + wrong).cases[0]
    told = next(check for check in case.checks if check.check == "invariants")
    assert (told.verdict, told.code) == ("wrong", code)
    for language in ("en", "hi"):
        assert "{" not in render(told.code, told.params, language)


def test_rounding_is_no_broken_relation(engine: Engine) -> None:
    task = package(LINEAR, "    return 2 * x\n")
    source = HEAD + "    return (x / 3 + x * 5 / 3)\n"
    for _ in range(20):
        assert engine.grade(task, source).cases[0].verdict == "pass"


def test_a_result_that_is_missing_is_told_by_others(engine: Engine) -> None:
    report = engine.grade(package(SOFTMAX, "    return x.softmax(-1)\n"), HEAD + "    return None\n")
    assert all(check.check != "invariants" for check in report.cases[0].checks)


def test_a_combination_of_nothing_is_the_authors_mistake(engine: Engine) -> None:
    with pytest.raises(PackageBroken):
        engine.grade(package('combined("y")', "    return x\n"), HEAD + "    return x\n")
