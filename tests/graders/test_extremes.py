"""Very large, masked, constant and tiny inputs: who is right on ordinary ones alone hears just that."""

from __future__ import annotations

import pytest

from graders.engine import Engine, PackageBroken
from tests.graders.declared import HEAD, code, package, told

STEPS = (
    'call("double", a=draw.normal(4, 5), into="ordinary"), call("double", x={drawn}), extreme("y"), '
    "reduction=5, visible=True"
)
SOFTMAX = "def double(x):\n    return x.softmax(-1)\n"
PLAIN_SOFTMAX = "def double(x):\n    e = x.exp()\n    return e / e.sum(-1, keepdim=True)\n"
VARIANCE = "def double(x):\n    return x.var(-1, unbiased=False)\n"
MASKED = "def double(x):\n    return x.logsumexp(-1)\n"
LOGITS = "draw.extreme(4, 5)"
FAR = "draw.normal(4, 5, mean=3000.0)"
DEF = "def double(x):\n    return "


@pytest.mark.parametrize(
    ("drawn", "reference", "right"),
    [
        (LOGITS, SOFTMAX, "def double(x):\n    return (x - x.logsumexp(-1, keepdim=True)).exp()\n"),
        # Rows that are masked from end to end are NaN to the reference too.
        ("draw.masked(4, 5, rows=2)", SOFTMAX, SOFTMAX),
        # And -inf to this one.
        ("draw.masked(4, 5, rows=2)", MASKED, MASKED),
        ("draw.constant(4, 5, vary=1, whole=9)", VARIANCE, VARIANCE),
        (FAR, VARIANCE, f"{DEF}x.double().var(-1, unbiased=False).float()\n"),
        ("draw.denormal(4, 5)", f"{DEF}x * 2**20\n", f"{DEF}x * 2**19 * 2\n"),
        # Beyond what float32 holds: infinite, though the oracle is not.
        ("draw.extreme(4, 5, size=300)", f"{DEF}x.exp()\n", f"{DEF}(x / 2).exp() ** 2\n"),
    ],
)
def test_a_stable_solution_passes(engine: Engine, drawn: str, reference: str, right: str) -> None:
    task = package(STEPS.format(drawn=drawn), reference)
    for _ in range(3):
        assert code(engine, task, right, "extremes") == "pass"
        assert code(engine, task, right, "values") == "pass"


@pytest.mark.parametrize(
    ("drawn", "reference", "wrong", "expected"),
    [
        (LOGITS, SOFTMAX, PLAIN_SOFTMAX, "extreme_overflow"),
        (FAR, VARIANCE, f"{DEF}(x * x).mean(-1) - x.mean(-1) ** 2\n", "extreme_digits"),
        ("draw.masked(4, 5, rows=2)", MASKED, f"{DEF}x.clamp(min=-1e4).logsumexp(-1)\n", "extreme_infinite"),
    ],
)
def test_who_is_right_on_ordinary_inputs_alone_hears_that(
    engine: Engine, drawn: str, reference: str, wrong: str, expected: str
) -> None:
    task = package(STEPS.format(drawn=drawn), reference)
    assert code(engine, task, wrong, "values") == "pass"
    assert code(engine, task, wrong, "extremes") == expected


def test_who_is_wrong_on_ordinary_inputs_hears_of_those(engine: Engine) -> None:
    task = package(STEPS.format(drawn=LOGITS), SOFTMAX)
    source = "def double(x):\n    return x.exp()\n"
    assert code(engine, task, source, "extremes") == "silent"
    assert code(engine, task, source, "values") == "values_differ"


def test_an_ordinary_result_is_judged_as_sharply_beside_an_extreme_one(engine: Engine) -> None:
    task = package(STEPS.format(drawn="draw.extreme(4, 5, size=1e8)"), SOFTMAX)
    assert (
        code(engine, task, "def double(x):\n    return x.softmax(-1) + 1e-4\n", "values") == "values_differ"
    )


def test_an_infinite_input_does_not_let_everything_pass(engine: Engine) -> None:
    task = package('call("double", x=draw.masked(4, 5, rows=0)), visible=True', SOFTMAX)
    assert code(engine, task, "def double(x):\n    return 1.01 * x.softmax(-1)\n", "values") != "pass"


GRADIENTS = STEPS.replace('extreme("y")', 'backward("y", wrt=("x",)), extreme("y")').format(drawn=LOGITS)


def test_gradients_through_an_extreme_result_are_judged_with_it(engine: Engine) -> None:
    task = package(GRADIENTS, "def double(x):\n    return x.logsumexp(-1)\n")
    naive = "def double(x):\n    top = x.max().detach()\n    return (x - top).exp().sum(-1).log() + top\n"
    found = told(engine, task, naive, "extremes", seed=3)
    assert found is not None
    assert found.code == "extreme_overflow"
    detached = "def double(x):\n    return x.detach().logsumexp(-1)\n"
    assert code(engine, task, detached, "gradients") == "gradient_detached"


def test_an_extreme_call_without_an_ordinary_one_is_the_authors_mistake(engine: Engine) -> None:
    task = package(f'call("double", x={LOGITS}), extreme("y")', SOFTMAX)
    with pytest.raises(PackageBroken, match="needs an ordinary call of 'double' beside it"):
        engine.grade(task, HEAD + SOFTMAX)


def test_a_gradient_by_hand_from_extreme_inputs_is_told_once_and_by_what_to_look_for(engine: Engine) -> None:
    steps = (
        'call("double", a=draw.normal(4, 5), into="da", gradients=True), '
        'call("double", x=draw.extreme(4, 5), into="dx", gradients=True), extreme("dx"), reduction=5'
    )
    task = package(steps, "def double(x):\n    return torch.sigmoid(x) * torch.sigmoid(-x)\n")
    overflows = "def double(x):\n    return torch.exp(-x) / (1 + torch.exp(-x)) ** 2\n"
    assert code(engine, task, overflows, "extremes") == "extreme_overflow"
    assert code(engine, task, overflows, "backward") == "pass"
