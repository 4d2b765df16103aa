"""Shapes in all their spellings; a slip is named where one explains the answer."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graders.answers.outcome import AnswerRefused, Outcome
from graders.answers.shapes import LikelyShape, ShapeKey, mark_shape, parse_shape


@pytest.mark.parametrize(
    "text",
    [
        "(1, 1, 3, 3)", "(1,1,3,3,)", "1x1x3x3", "1 X 1 X 3 X 3", "1×1×3×3", "[1, 1, 3, 3]", "1 1 3 3",
        "1,1,3,3",
        "torch.Size([1, 1, 3, 3])", "Size(1, 1, 3, 3)", "१×१×३×३", "(१, १, ३, ३)", "1 by 1 by 3 by 3",
        "1*1*3*3",
        "((1, 1, 3, 3))", "1x1x3x3।", "\u200e1x1x3x3",
    ],
)  # fmt: skip
def test_one_shape_in_many_spellings(text: str) -> None:
    assert parse_shape(text) == (1, 1, 3, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "answer_blank"),
        ("three by three", "shape_unreadable"),
        ("(1, -1)", "shape_unreadable"),
        ("1.5x2", "shape_unreadable"),
        ("()", "shape_unreadable"),
        ("1x2x3x4x5x6x7x8x9", "shape_too_long"),
        ("99999999999", "shape_size_too_large"),
        ("1x" * 1000, "shape_too_long"),
    ],
)
def test_what_is_no_shape_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        parse_shape(text)
    assert refused.value.remark.code == code


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8))
def test_what_python_writes_is_read(sizes: list[int]) -> None:
    assert parse_shape(str(tuple(sizes))) == tuple(sizes)


@given(st.text(max_size=150))
def test_no_text_makes_reading_crash(text: str) -> None:
    with contextlib.suppress(AnswerRefused):
        parse_shape(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(2, 3)", "size_forgot_plus_one"),
        ("(4, 3)", "shape_axes_swapped"),
        ("(3, 4, 1)", "shape_rank_wrong"),
        ("(7, 7)", "shape_wrong"),
    ],
)
def test_a_wrong_shape_is_told_what_is_wrong(text: str, code: str) -> None:
    marking = mark_shape(ShapeKey((3, 4), (LikelyShape((2, 3), "size_forgot_plus_one"),)), text)
    assert marking.outcome is Outcome.ZERO
    assert [remark.code for remark in marking.remarks] == [code]
