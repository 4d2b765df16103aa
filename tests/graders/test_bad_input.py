"""Each kind of bad input has its own verdict and its own sentence, in both languages."""

from __future__ import annotations

import pytest

from graders.contract import LANGUAGES, Report
from graders.engine import Engine
from graders.feedback import render
from graders.package import Package

SIGNATURE = "import torch, numpy\ndef conv2d(x, weight, bias=None, stride=1, padding=0):\n"
RIGHT = (
    "    n, c, h, w = x.shape\n"
    "    s = stride if isinstance(stride, tuple) else (stride, stride)\n"
    "    p = padding if isinstance(padding, tuple) else (padding, padding)\n"
    "    cols = torch.nn.functional.unfold(x, weight.shape[2:], padding=p, stride=s)\n"
    "    oh = (h + 2 * p[0] - weight.shape[2]) // s[0] + 1\n"
    "    y = (weight.flatten(1) @ cols).unflatten(2, (oh, -1))\n"
    "    y = y if bias is None else y + bias[:, None, None]\n"
)


def codes(report: Report) -> set[str]:
    found = {check.code for case in report.cases for check in case.checks if check.code}
    return found | ({report.message.code} if report.message else set())


@pytest.mark.parametrize(
    ("source", "verdict", "code"),
    [
        pytest.param("", "crashed", "entry_missing", id="empty"),
        pytest.param("मेरा उत्तर सही है", "crashed", "syntax_error", id="not Python"),
        pytest.param("def conv2d(x:\n  pass", "crashed", "syntax_error", id="syntax error"),
        pytest.param("x = '\x00'", "crashed", "null_character", id="null byte"),
        pytest.param("#" * 5_000_000, "crashed", "source_too_large", id="5 MB"),
        pytest.param("(" * 60_000, "crashed", "syntax_error", id="too deep"),
        pytest.param("def convolve(x): return x", "crashed", "entry_misnamed", id="misnamed"),
        pytest.param("conv2d = 3", "crashed", "entry_not_callable", id="not a function"),
        pytest.param("import nothing_like_this", "crashed", "no_module", id="missing module"),
        pytest.param("def conv2d(x): return x", "crashed", "wrong_arguments", id="wrong arity"),
        pytest.param(SIGNATURE + "    pass", "wrong", "returned_nothing", id="None"),
        pytest.param(SIGNATURE + RIGHT + "    return [y]", "wrong", "not_a_tensor", id="list"),
        pytest.param(
            SIGNATURE + RIGHT + "    return y.detach().numpy()", "wrong", "not_a_tensor", id="NumPy array"
        ),
        pytest.param(SIGNATURE + RIGHT + "    return y.double()", "wrong", "dtype_differs", id="dtype"),
        pytest.param(SIGNATURE + RIGHT + "    return y[..., :-1]", "wrong", "shape_off_by_one", id="shape"),
        pytest.param(SIGNATURE + RIGHT + "    return y.mT", "wrong", "shape_transposed", id="transposed"),
        pytest.param(SIGNATURE + RIGHT + "    return y / 0 * 0", "wrong", "values_not_finite", id="NaN"),
        pytest.param(SIGNATURE + RIGHT + "    return y * 2", "wrong", "values_scaled", id="scaled"),
        pytest.param(SIGNATURE + RIGHT + "    return y * 0", "wrong", "values_all_zero", id="zeros"),
        pytest.param(
            SIGNATURE + RIGHT + "    return y.detach()", "wrong", "gradient_detached", id="detached"
        ),
        pytest.param(
            SIGNATURE + RIGHT + "    x.data.add_(1)\n    return y", "wrong", "input_changed", id="mutates"
        ),
        pytest.param(SIGNATURE + "    raise ValueError('no')", "crashed", "raised", id="raises"),
        pytest.param(SIGNATURE + "    return undefined", "crashed", "raised", id="name error"),
        pytest.param(SIGNATURE + "    return y.to_sparse()", "crashed", "raised", id="unbound"),
        pytest.param(
            SIGNATURE + RIGHT + "    return y.detach().to_sparse()", "wrong", "unreadable", id="sparse"
        ),
    ],
)
def test_bad_input_gets_its_own_verdict(
    engine: Engine, conv: Package, source: str, verdict: str, code: str
) -> None:
    report = engine.grade(conv, source)
    assert report.verdict == verdict
    assert code in codes(report)
    assert report.score < report.max_score
    for language in LANGUAGES:
        for result in (check for case in report.cases for check in case.checks if check.code):
            assert "–" not in render(result.code, result.params, language), "a parameter is missing"
        if report.message:
            assert render(report.message.code, report.message.params, language)


def test_a_syntax_error_shows_its_line_and_column(engine: Engine, conv: Package) -> None:
    report = engine.grade(conv, "import torch\ndef conv2d(x:\n    return x\n")
    assert report.message is not None
    params = report.message.params
    assert (params["line"], params["text"].strip()) == (2, "def conv2d(x:")
    assert params["column"] > 0


@pytest.mark.parametrize(
    ("source", "line"),
    [("\0", 1), ("import torch\n\nx = 1  # \0\0\n", 3), ("def conv2d(x:\n\0", 2), ("\r\n'\0'", 2)],
)
def test_a_null_character_is_told_with_its_line_on_every_python(
    engine: Engine, conv: Package, source: str, line: int
) -> None:
    message = engine.grade(conv, source).message
    assert message is not None
    assert (message.code, message.params) == ("null_character", {"line": line})


def test_an_exception_shows_the_students_lines_only(engine: Engine, conv: Package) -> None:
    source = SIGNATURE + "    return helper(x)\ndef helper(x):\n    return x @ torch.zeros(999, 999)\n"
    error = engine.grade(conv, source).cases[0].error
    assert error is not None
    assert [(line.line, line.function) for line in error.lines] == [(3, "conv2d"), (5, "helper")]


def test_what_it_prints_is_shown_for_visible_cases_only(engine: Engine, conv: Package) -> None:
    source = SIGNATURE + "    print('input', x.flatten()[0].item())\n" + RIGHT + "    return y\n"
    report = engine.grade(conv, source)
    assert report.verdict == "pass"
    for case in report.cases:
        assert case.stdout.startswith("input") == case.visible


def test_the_message_of_an_error_in_a_hidden_case_is_not_shown(engine: Engine, conv: Package) -> None:
    source = SIGNATURE + "    raise ValueError(str(x.flatten()[0].item()))\n"
    for case in engine.grade(conv, source).cases:
        assert case.error is not None
        assert bool(case.error.message) == case.visible
        assert case.visible or not any(check.params.get("message") for check in case.checks)


def test_the_class_name_of_an_error_carries_nothing_out(engine: Engine, conv: Package) -> None:
    source = SIGNATURE + "    raise type('leak' + str(x.shape), (ValueError,), {})()\n"
    assert {case.error.type for case in engine.grade(conv, source).cases if case.error} == {"ValueError"}


def test_an_input_whose_shape_was_changed_is_told(engine: Engine, linear: Package) -> None:
    source = (
        "def linear_backward(dout, x, weight):\n"
        "    x.unsqueeze_(0)\n"
        "    return dout @ weight, dout.T @ x[0], dout.sum(0)\n"
    )
    assert "input_changed" in codes(engine.grade(linear, source))


def test_code_that_stops_everywhere_is_given_no_misconception(engine: Engine, conv: Package) -> None:
    report = engine.grade(conv, SIGNATURE + "    raise RuntimeError\n")
    assert report.diagnosis is None
