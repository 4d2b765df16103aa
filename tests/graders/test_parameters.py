"""A module's parameters: an optimizer learns those that it finds, and no others."""

from __future__ import annotations

import pytest

from graders.compare.evidence import from_frame
from graders.contract.frame import Frame, FrameError
from graders.engine import Engine, Patience
from graders.feedback import render
from graders.package import Package, load_files
from tests.graders import declared
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


def test_a_parameter_that_is_missing_is_explained(engine: Engine) -> None:
    """The search for a small example meets the list of parameters as well."""
    spoilt = LAYER.format(weight=WEIGHT, bias="self.bias = torch.ones(narrow)")
    found = engine.explain(package(names=True), spoilt, Patience(20.0))
    assert found.counter_example is not None
    assert found.counter_example.check.code == "parameters_missing"


LOADED = """\
from graders.authoring import call, case, construct, load


def cases(draw):
    for name, visible in (("plain", True), ("tail-dropped", False)):
        yield case(
            name,
            construct("double", 3, 2, into="layer"),
            load("layer", weight=draw.normal(2, 3)),
            call("layer", x=draw.normal(4, 3)),
            visible=visible,
        )
"""


@pytest.mark.parametrize(
    ("shape", "actual"), [("wide, narrow", "(3, 2)"), ("1, wide", "(1, 3)"), ("1", "(1,)")]
)
def test_a_parameter_that_the_cases_values_do_not_fit_is_named(
    engine: Engine, shape: str, actual: str
) -> None:
    """Also one into which they would be stretched, which hides the mistake until later."""
    reference = LAYER.format(weight=WEIGHT, bias=BIAS)
    task = load_files({**SOUND, "cases.py": LOADED, "reference.py": reference})
    report = engine.grade(task, reference.replace("torch.ones(narrow, wide)", f"torch.ones({shape})"))
    visible, hidden = (case.checks[0] for case in report.cases)
    assert (visible.code, dict(visible.params)) == (
        "parameter_misshapen",
        {"name": "layer.weight", "actual": actual, "expected": "(2, 3)"},
    )
    assert hidden.code == "parameter_misshapen_hidden"
    assert dict(hidden.params) == {"name": "layer.weight", "expected": [2, 3]}
    for told in (visible, hidden):
        for language in ("en", "hi"):
            assert "–" not in render(told.code, told.params, language)


BIG = """\
import torch
from torch import nn


class double(nn.Module):
    def __init__(self, wide):
        super().__init__()
        self.lower = nn.Linear(wide, wide)
        self.upper = nn.Linear(wide, {upper})
"""
BIG_CASES = """\
from graders.authoring import case, construct, parameters


def cases(draw):
    listed = parameters("net")
    yield case("plain", construct("double", 100_000, into="net", meta=True), listed, visible=True)
    yield case("tail-dropped", construct("double", 7, into="net"), listed)
"""


def test_a_network_that_fits_into_no_memory_is_counted_all_the_same(engine: Engine) -> None:
    """80 GB of weights, of which none is ever made."""
    task = load_files({**SOUND, "cases.py": BIG_CASES, "reference.py": BIG.format(upper=10)})
    right = engine.grade(task, BIG.format(upper=10))
    assert [case.verdict for case in right.cases] == ["pass", "pass"]
    wrong = engine.grade(task, BIG.format(upper=9)).cases[0].checks
    told = next(check for check in wrong if check.check == "parameters")
    assert (told.code, told.params["actual"]) == ("parameters_shape", [9, 100_000])


SEQUENCE = """\
import torch


class double(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.parts = torch.nn.Sequential(torch.nn.Linear(1, 1, bias=False))

    def forward(self, x):
        return self.parts(x)
"""
NUMBERED = (
    'construct("double", into="net"), load("net", parts__0__weight=draw.normal(1, 1)), '
    'call("net", x=draw.normal(2, 1)), reduction=1'
)


def test_an_example_names_a_numbered_module_so_that_python_can_run_it(engine: Engine) -> None:
    task = declared.package(NUMBERED, SEQUENCE)
    wrong = SEQUENCE.replace("return self.parts(x)", "return self.parts(x) + 1")
    example = engine.explain(task, wrong, Patience(20.0)).counter_example
    assert example is not None
    assert "net.state_dict()['parts.0.weight'].copy_(" in example.program
    exec(f"{wrong}\n{example.program}", {})


def test_cases_make_tensors_whatever_the_solution_imports(engine: Engine) -> None:
    steps = 'construct("torch.clone", given=draw.normal(3), into="p"), call("double", x=instance("p"))'
    task = declared.package(steps, "def double(x):\n    return 2 * x\n")
    assert engine.grade(task, "def double(x):\n    return x + x\n").verdict == "pass"
