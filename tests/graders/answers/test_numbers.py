"""Numbers are read as people write them, exactly, and never computed beyond bounds."""

from __future__ import annotations

import contextlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graders.answers.numbers import LikelyError, NumberKey, mark_number, parse_number
from graders.answers.outcome import AnswerRefused, Outcome


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9", 9),
        (" 2.5 ", Fraction(5, 2)),
        ("-0.4", Fraction(-2, 5)),
        ("\u22120.4", Fraction(-2, 5)),  # the minus sign of a phone's keyboard
        ("3/4", Fraction(3, 4)),
        ("1 1/2", Fraction(3, 2)),
        ("५.५", Fraction(11, 2)),
        ("३/४", Fraction(3, 4)),
        ("3,14", Fraction(314, 100)),
        ("1,000", 1000),
        ("1,00,000", 100_000),
        ("1,234,567.5", Fraction(2469135, 2)),
        ("1e-3", Fraction(1, 1000)),
        ("1.5 × 10^-3", Fraction(3, 2000)),
        ("2*10**3", 2000),
        ("10^-2", Fraction(1, 100)),
        ("62 %", Fraction(62, 100)),
        ("६२%", Fraction(62, 100)),
        ("x = 4", 4),
        (".5", Fraction(1, 2)),
        ("5.", 5),
        ("\u200b7\u200e", 7),
    ],
)
def test_a_number_is_read_exactly(text: str, value: int | Fraction) -> None:
    assert parse_number(text).value == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "answer_blank"),
        ("   ", "answer_blank"),
        ("nan", "number_unreadable"),
        ("inf", "number_unreadable"),
        ("Infinity", "number_unreadable"),
        ("four", "number_unreadable"),
        ("0.5.5", "number_unreadable"),
        ("1,2,3", "number_unreadable"),
        ("2^2^2", "number_unreadable"),
        ("1e400", "number_out_of_range"),
        ("1e-99999999999999", "number_out_of_range"),
        ("1/0", "number_divides_by_zero"),
        ("9" * 100_000, "number_too_long"),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        parse_number(text)
    assert refused.value.remark.code == code


@given(st.text(max_size=200))
def test_no_text_makes_reading_crash(text: str) -> None:
    with contextlib.suppress(AnswerRefused):
        parse_number(text)


@given(st.fractions(min_value=-10_000, max_value=10_000, max_denominator=500))
def test_a_written_fraction_comes_back(value: Fraction) -> None:
    assert parse_number(f"{value.numerator}/{value.denominator}").value == value


def test_the_tolerance_is_the_larger_of_absolute_and_relative() -> None:
    key = NumberKey(Fraction(200), absolute=Fraction(1), relative=Fraction(1, 100))
    assert mark_number(key, "202").outcome is Outcome.FULL
    assert mark_number(key, "202.1").outcome is Outcome.ZERO


def test_a_known_slip_is_named() -> None:
    key = NumberKey(Fraction(10), errors=(LikelyError(Fraction(9), "parameters_forgot_bias"),))
    assert [remark.code for remark in mark_number(key, "9").remarks] == ["parameters_forgot_bias"]
    assert [remark.code for remark in mark_number(key, "8").remarks] == ["number_wrong"]


def test_a_unit_may_be_left_out_but_not_be_wrong() -> None:
    key = NumberKey(Fraction(3), units=("ms",))
    assert mark_number(key, "3").outcome is Outcome.FULL
    assert mark_number(key, "3 MS").outcome is Outcome.FULL
    assert mark_number(key, "3 s").outcome is Outcome.ZERO
