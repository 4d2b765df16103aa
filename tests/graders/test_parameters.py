"""A module's parameters: an optimizer learns those that it finds, and no others."""

from __future__ import annotations

import pytest

from graders.compare.evidence import from_frame
from graders.contract.frame import Frame, FrameError
from graders.engine import Engine
from graders.feedback import render
from graders.package import Package, load_files
from tests.graders.package.small import SOUND

LAYER = """\
import torch
from torch import nn


class double(nn.Module):
    def __init__(self, wide, narrow):
        super().__init__()
        {weight}
        {bias}

    def forward(self, x):
        return x @ self.weight.T + self.bias
"""
WEIGHT, BIAS = (
    "self.weight = nn.Parameter(torch.ones(narrow, wide))",
    "self.bias = nn.Parameter(torch.ones(narrow))",
)
CASES = """\
from graders.authoring import case, construct, parameters


def cases(draw):
    listed = parameters("layer", names={names})
    yield case("plain", construct("double", 3, 2, into="layer"), listed, visible=True)
    yield case("tail-dropped", construct("double", 5, 4, into="layer"), listed)
"""


def package(names: bool) -> Package:
    reference = LAYER.format(weight=WEIGHT, bias=BIAS)
    return load_files({**SOUND, "cases.py": CASES.format(names=names), "reference.py": reference})


def outcome(engine: Engine, names: bool, weight: str = WEIGHT, bias: str = BIAS) -> tuple[str, str]:
    """Code and English text of the check in the first case; no code where it passes."""
    case = engine.grade(package(names), LAYER.format(weight=weight, bias=bias)).cases[0]
    told = next(check for check in case.checks if check.check == "parameters")
    return told.code, render(told.code, told.params, "en") if told.code else told.verdict


@pytest.mark.parametrize("names", [True, False])
def test_the_right_parameters_pass(engine: Engine, names: bool) -> None:
    assert outcome(engine, names) == ("", "pass")


def test_names_count_only_where_the_case_says_so(engine: Engine) -> None:
    other = WEIGHT.replace("self.weight", "self.kernel")
    assert outcome(engine, True, weight=other)[0] == "parameters_missing"
    assert outcome(engine, False, weight=other) == ("", "pass")


def test_a_plain_tensor_is_no_parameter(engine: Engine) -> None:
    code, text = outcome(engine, True, bias="self.bias = torch.ones(narrow, requires_grad=True)")
    assert code == "parameters_missing"
    assert "bias" in text
    code, text = outcome(engine, False, bias="self.bias = torch.ones(narrow)")
    assert code == "parameters_counted"
    assert "6" in text
    assert "8" in text


def test_shape_and_learning_are_told_by_name(engine: Engine) -> None:
    swapped = WEIGHT.replace("narrow, wide", "wide, narrow")
    assert outcome(engine, True, weight=swapped)[0] == "parameters_shape"
    assert outcome(engine, False, weight=swapped)[0] == "parameters_distributed"
    frozen = "self.bias = nn.Parameter(torch.ones(narrow), requires_grad=False)"
    assert outcome(engine, True, bias=frozen)[0] == "parameters_frozen"


def test_what_is_too_many_is_counted_and_not_named(engine: Engine) -> None:
    code, text = outcome(engine, True, bias=f"{BIAS}; self.secret = nn.Parameter(torch.ones(1))")
    assert code == "parameters_extra"
    assert "secret" not in text


def test_what_is_no_module_is_told(engine: Engine) -> None:
    source = "class double:\n    def __init__(self, wide, narrow):\n        pass\n"
    report = engine.grade(package(True), source)
    assert report.verdict == "crashed"
    assert report.cases[0].checks[0].code == "missing_attribute"


@pytest.mark.parametrize(
    "items", ["text", [1], [["w", [2]]], [["w", [-1], True]], [["w", [1] * 99, True]], [["w", ["2"], True]]]
)
def test_a_forged_list_of_parameters_is_no_result(items: object) -> None:
    entry = {"name": "parameters:layer@1", "kind": "listing", "items": items}
    with pytest.raises(FrameError):
        from_frame(Frame({"status": "done", "observed": [entry]}, ()))
