"""What feedback says is true of the code that it is said of, and reads well with every number."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from graders.contract import CheckResult
from graders.engine import Engine
from graders.feedback import TEXTS, placeholders, render
from graders.next_steps import next_step
from graders.package import Package, load_folder
from tests.graders import declared

MODELS = Path(__file__).parent.parent.parent / "reference_models"
PACKAGES = {name: load_folder(MODELS / name) for name in ("conv2d-forward", "batchnorm2d")}
COUNTS = {"wrong", "total", "number", "wanted", "got", "found", "given", "step", "english", "hindi"}
LANGUAGES = pytest.mark.parametrize("language", ["en", "hi"])


def failures(engine: Engine, name: str, variant: str) -> list[CheckResult]:
    """Every check that a known-wrong variant of a shipped task fails, in every case."""
    package: Package = PACKAGES[name]
    source = next(wrong.source for wrong in package.wrong if wrong.file == f"{variant}.py")
    report = engine.grade(package, source)
    return [check for case in report.cases for check in case.checks if check.verdict != "pass"]


@LANGUAGES
@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_sentence_is_right_where_there_is_only_one(code: str, language: str) -> None:
    params = {name: 1 if name in COUNTS else "§" for name in placeholders(TEXTS[code].get(language))}
    assert not re.search(r"\b1 (?!is\b|has\b|times\b)[a-z]+s\b", render(code, params, language))


@LANGUAGES
def test_no_line_is_told_where_none_is_known(language: str) -> None:
    for line in (0, 7):
        params = {"type": "RuntimeError", "line": line, "operator": "conv2d", "layout": "reversed"}
        for code in (
            "raised",
            "raised_hidden",
            "forbidden_operator",
            "layout_raised",
            "no_cuda",
            "author_code_failed",
        ):
            assert ("(line 7)" in render(code, params, language)) is (line == 7)
            assert "line 0" not in render(code, params, language)


@LANGUAGES
def test_an_inherited_operator_is_told_without_a_line(engine: Engine, language: str) -> None:
    (told,) = {
        render(check.code, check.params, language) for check in failures(engine, "batchnorm2d", "ready_made")
    }
    assert "batch_norm" in told
    assert "0" not in told


def test_the_gradient_of_a_wrong_result_is_told_as_that(engine: Engine) -> None:
    wrong = {check.code for check in failures(engine, "conv2d-forward", "kernel_flipped")}
    assert "gradient_of_wrong_result" in wrong
    assert "gradient_differs" not in wrong
    right = {check.code for check in failures(engine, "batchnorm2d", "statistics_detached")}
    assert right == {"gradient_differs"}


def test_a_buffer_that_is_not_registered_is_told_by_name(engine: Engine) -> None:
    told = failures(engine, "batchnorm2d", "buffers_not_registered")
    assert {check.code for check in told} == {"missing_attribute"}
    assert {check.params["detail"] for check in told} == {"running_mean"}


def test_a_single_number_that_is_zero_is_told_with_the_right_one(engine: Engine) -> None:
    told = failures(engine, "batchnorm2d", "batches_not_counted")
    assert "values_all_zero" not in {check.code for check in told}


def test_what_is_read_at_a_moment_is_told_with_the_moment_in_brackets(engine: Engine) -> None:
    told = failures(engine, "batchnorm2d", "momentum_inverted")
    names = {check.params["name"] for check in told if check.code == "state_differs"}
    assert "bn.running_mean (after-1)" in names


def needs_old_values() -> None:
    y = torch.ones(2, requires_grad=True).exp()
    y += 1
    y.sum().backward()


def writes_into_a_leaf() -> None:
    torch.ones(2, requires_grad=True)[0] += 1


class WithoutInit(nn.Module):
    def __init__(self) -> None:
        self.size = 3


class AssignsFirst(nn.Module):
    def __init__(self) -> None:
        self.weight = nn.Parameter(torch.ones(1))


def adds_halves_to_whole_numbers() -> None:
    y = torch.ones(2, dtype=torch.int64)
    y += 0.5


def asks_a_whole_tensor() -> bool:
    return bool(torch.ones(2) > 0)


MISTAKES: list[tuple[Callable[[], Any], str]] = [
    (needs_old_values, "in place|ends in an underscore"),
    (writes_into_a_leaf, "ends in an underscore"),
    (lambda: WithoutInit()(torch.ones(1)), r"super\(\).__init__\(\)"),
    (AssignsFirst, r"super\(\).__init__\(\)"),
    (lambda: torch.ones(2, 3) @ torch.ones(3, 2, dtype=torch.float64), "dtype=x.dtype"),
    (lambda: torch.dot(torch.ones(2), torch.ones(2, dtype=torch.float64)), "dtype=x.dtype"),
    (adds_halves_to_whole_numbers, "dtype=x.dtype"),
    (lambda: torch.ones(2, 3).t().view(6), "reshape"),
    (lambda: torch.ones(2, requires_grad=True).numpy(), "NumPy"),
    (asks_a_whole_tensor, "torch.where"),
    (lambda: torch.ones(2).sum().backward(), "no graph"),
    (lambda: torch.ones(2, 3) @ torch.ones(2, 3), "shapes and values"),
]


@pytest.mark.parametrize(("mistake", "advice"), MISTAKES)
def test_what_pytorch_says_is_advised_on(mistake: Callable[[], Any], advice: str) -> None:
    with pytest.raises((RuntimeError, AttributeError)) as caught:
        mistake()
    params = {"type": type(caught.value).__name__, "message": str(caught.value)}
    assert re.search(advice, next_step("raised", params, "en"))
    # Of a hidden case no message is known.
    assert next_step("raised_hidden", {"type": "RuntimeError"}, "en").startswith("See whether a visible case")


def test_two_values_that_differ_never_look_alike() -> None:
    text = render("value_differs", {"name": "y", "actual": 255.0, "expected": 255.00000021}, "en")
    assert text == "y is wrong: yours 255, expected 255.0000002."
    same = render("value_differs", {"name": "y", "actual": 0.5, "expected": 0.25}, "hi")
    assert "0.5" in same


def test_a_gradient_lost_behind_a_mask_is_told_as_that(engine: Engine) -> None:
    task = declared.package(
        'call("double", x=draw.normal(4, 5)), backward("y", wrt=("x",))',
        "def double(x):\n    return x.clamp(min=0)\n",
    )
    masked = "def double(x):\n    return torch.where(x > 0, x.log().exp(), 0.0)\n"
    assert declared.code(engine, task, masked, "values") == "pass"
    assert declared.code(engine, task, masked, "gradients") == "gradient_not_finite"
    twice = "def double(x):\n    y = x.relu()\n    return 2 * y - y.detach()\n"
    assert declared.code(engine, task, twice, "gradients") == "gradient_differs"


SUMS = """\
class double:
    def __init__(self):
        self.total = torch.zeros(3)

    def add(self, x):
        {adds}
        return x + 1
"""
STEPS = 'construct("double", into="sums"), hold("sums", "total"), call("sums.add", x=draw.normal(3)), '


def test_only_what_is_right_now_is_told_as_replaced(engine: Engine) -> None:
    reads, adds = 'read("sums", "total"), ', SUMS.format(adds="self.total += x")
    both = declared.package(STEPS + reads + 'read_held("sums", "total")', adds)
    held = declared.package(STEPS + 'read_held("sums", "total")', adds)
    replaced, doubled = (
        SUMS.format(adds=line) for line in ("self.total = self.total + x", "self.total += 2 * x")
    )
    assert declared.code(engine, both, replaced, "state") == "state_rebound"
    assert declared.code(engine, both, doubled, "state") == "state_differs"
    assert declared.code(engine, held, doubled, "state") == "state_held_differs"


def test_minus_zero_is_told_as_zero() -> None:
    params = {"name": "y", "actual": -0.0, "expected": 2.0}
    assert "-0" not in render("value_differs", params, "en")
