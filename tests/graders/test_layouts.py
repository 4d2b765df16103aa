"""A solution must not take for granted how its inputs lie in memory."""

from __future__ import annotations

import pytest

from graders.engine import Engine, PackageBroken
from tests.graders.declared import HEAD, code, package, told

DRAWN = "x=draw.normal(3, 4)"
REPEATED = "x=draw.normal(1, 4).expand(3, 4)"
STEPS = 'call("double", {drawn}), backward("y", wrt=("x",)), layouts=("{layout}",), visible=True'
RIGHT = "def double(x):\n    return 2 * x\n"


def task(layout: str, drawn: str = "") -> object:
    return package(STEPS.format(drawn=drawn or DRAWN, layout=layout), RIGHT)


@pytest.mark.parametrize("layout", ["permuted", "strided", "offset", "expanded"])
def test_a_right_solution_passes_in_every_layout(engine: Engine, layout: str) -> None:
    wanted = task(layout, REPEATED if layout == "expanded" else "")
    for source in (RIGHT, "def double(x):\n    return x.reshape(-1).add(x.flatten()).reshape(x.shape)\n"):
        assert code(engine, wanted, source, "layouts") == "pass"


@pytest.mark.parametrize(
    ("layout", "source", "expected"),
    [
        ("permuted", "    return 2 * x.view(-1).view(x.shape)\n", "layout_raised"),
        ("strided", "    return 2 * x.view(-1).view(x.shape)\n", "layout_raised"),
        ("permuted", "    return 2 * torch.as_strided(x, x.shape, (x.shape[1], 1))\n", "layout_differs"),
        ("strided", "    return 2 * torch.as_strided(x, x.shape, (x.shape[1], 1))\n", "layout_differs"),
        (
            "offset",
            "    return 2 * torch.as_strided(x, x.shape, x.stride(), 0)\n",
            "layout_differs",
        ),
        ("expanded", "    return 2 * torch.as_strided(x, x.shape, (4, 1))\n", "layout_raised"),
        ("permuted", "    return 2 * x if x.is_contiguous() else None\n", "layout_missing"),
    ],
)
def test_what_takes_the_layout_for_granted_is_told(
    engine: Engine, layout: str, source: str, expected: str
) -> None:
    wanted = task(layout, REPEATED if layout == "expanded" else "")
    found = told(engine, wanted, "def double(x):\n" + source, "layouts")
    assert found is not None
    assert (found.verdict, found.code, found.params["layout"]) == ("wrong", expected, layout)


def test_the_line_that_stopped_is_told_and_no_value(engine: Engine) -> None:
    source = "def double(x):\n    if not x.is_contiguous():\n        raise ValueError(x)\n    return 2 * x\n"
    found = told(engine, task("strided"), source, "layouts")
    assert found is not None
    assert dict(found.params) == {"layout": "strided", "type": "ValueError", "line": HEAD.count("\n") + 3}


def test_a_solution_that_is_wrong_on_dense_inputs_hears_of_that_alone(engine: Engine) -> None:
    source = "def double(x):\n    return 3 * x.view(-1).view(x.shape)\n"
    assert code(engine, task("permuted"), source, "layouts") == "silent"
    assert code(engine, task("permuted"), source, "values") == "values_scaled"


def test_a_forbidden_operator_is_not_excused_by_the_layout(engine: Engine) -> None:
    convolution = "torch.conv1d(x.reshape(1, 1, -1), torch.ones(1, 1, 1)).reshape(x.shape)"
    source = f"def double(x):\n    return 2 * (x if x.is_contiguous() else {convolution})\n"
    assert engine.grade(task("permuted"), HEAD + source).verdict == "forbidden"


@pytest.mark.parametrize(("layout", "drawn"), [("expanded", DRAWN), ("permuted", "x=draw.normal(4)")])
def test_a_layout_that_no_input_can_have_is_the_authors_mistake(
    engine: Engine, layout: str, drawn: str
) -> None:
    with pytest.raises(PackageBroken, match=f"'plain': no input can be laid out {layout}"):
        engine.grade(task(layout, drawn), HEAD + RIGHT)


def test_the_reference_is_run_on_dense_inputs_alone(engine: Engine) -> None:
    wanted = package(
        STEPS.format(drawn=DRAWN, layout="permuted"),
        "def double(x):\n    assert x.is_contiguous()\n    return 2 * x\n",
    )
    assert engine.grade(wanted, HEAD + RIGHT).verdict == "pass"
