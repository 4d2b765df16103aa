"""Short code is read and never run; what it shows is found however it is written."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graders.answers.code.key import CodeKey, Part
from graders.answers.code.marker import mark_code
from graders.answers.outcome import AnswerRefused, Outcome, Verdict

KEY = CodeKey(
    Part(
        layers={"torch.nn.Conv2d": ("in_channels", "out_channels", "kernel_size")},
        functions={"torch.nn.functional.conv2d": ("input", "weight")},
    ),
    rivals=("torch.nn.Conv1d",),
)


@pytest.mark.parametrize(
    "source",
    [
        "conv = nn.Conv2d(1, 1, 3)\ny = conv(x)",
        "conv = torch.nn.Conv2d(1, 1, kernel_size=3)\ny = conv(input=x)",
        "from torch.nn import Conv2d as C\ny = C(1, 1, 3)(x)",
        "import torch.nn.functional as fun\ny = fun.conv2d(x, w)",
        "from torch.nn.functional import conv2d\nconv2d(x, weight=w)",
        "net = nn.Sequential(nn.Conv2d(1, 1, 3), nn.ReLU())\nnet(x)",
        "class N(nn.Module):\n    def __init__(self):\n        self.c = nn.Conv2d(1, 1, 3)\n"
        "    def forward(self, x):\n        return self.c(x)",
        "```python\nconv = nn.Conv2d(1, 1, 3)\nconv(x)\n```",
        ">>> conv = nn.Conv2d(1, 1, 3)\n>>> conv(x)",
        "    conv = nn.Conv2d(*sizes)\n    conv(x)",
    ],
)
def test_right_code_gets_full_marks(source: str) -> None:
    assert mark_code(KEY, source).outcome is Outcome.FULL


@pytest.mark.parametrize(
    ("source", "made", "applied", "code"),
    [
        ("conv = nn.Conv2d(1, 1, 3)", Verdict.SUPPORTED, Verdict.ABSENT, "code_not_applied"),
        ("nn.Conv1d(1, 1, 3)(x)", Verdict.CONTRADICTED, Verdict.ABSENT, "code_other_call"),
        ("conv = nn.Conv2d(1, 1)\nconv(x)", Verdict.UNSURE, Verdict.ABSENT, "code_argument_missing"),
        ("use nn.Conv2d(1, 1, 3) here", Verdict.SUPPORTED, Verdict.ABSENT, "code_not_applied"),
        ("conv = nn.Conv2d(1, 1, 3\ny = 2", Verdict.ABSENT, Verdict.ABSENT, "code_unreadable"),
        ("# nn.Conv2d(1, 1, 3)(x)", Verdict.ABSENT, Verdict.ABSENT, "code_none"),
    ],
)
def test_incomplete_code_is_told_what_is_missing(
    source: str, made: Verdict, applied: Verdict, code: str
) -> None:
    marking = mark_code(KEY, source)
    assert [concept.verdict for concept in marking.concepts] == [made, applied]
    assert code in [remark.code for remark in marking.remarks]
    assert marking.outcome is not Outcome.FULL


def test_a_layer_named_in_a_string_counts_for_nothing() -> None:
    assert mark_code(KEY, "print('nn.Conv2d(1, 1, 3)(x)')").fraction == 0


def test_nothing_of_the_answer_is_run(tmp_path: Path) -> None:
    witness = tmp_path / "ran"
    mark_code(KEY, f"open({str(witness)!r}, 'w')\n__import__('pathlib').Path({str(witness)!r}).touch()")
    assert not witness.exists()


@pytest.mark.parametrize("source", ["(" * 2000, "x = " + "[" * 41 + "]" * 41, "x" * 5000, "", " \n"])
def test_what_is_too_deep_too_long_or_empty_is_refused(source: str) -> None:
    with pytest.raises(AnswerRefused):
        mark_code(KEY, source)


@pytest.mark.parametrize(
    "source", ["-" * 3000 + "1", "a" + "+a" * 1900, "nn.Conv2d(1, 1, a" + "+a" * 1500 + ")"]
)
def test_long_chains_of_operators_are_survived(source: str) -> None:
    assert mark_code(KEY, source).outcome is not Outcome.FULL


@given(st.text(max_size=300))
def test_no_text_makes_marking_crash(source: str) -> None:
    with contextlib.suppress(AnswerRefused):
        mark_code(KEY, source)
