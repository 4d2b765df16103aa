"""The arithmetic is exact: checked against fractions, which cannot round by accident."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.gradebook.marks import fraction_of, percent, total
from dlquiz.gradebook.selectors import own_grades, reviews_of
from dlquiz.questions.models import Question
from graders.contract.marks import earned
from tests.dlquiz.gradebook.conftest import answered
from tests.guards.tree import ROOT, repository_files

shares = st.decimals("0", "1", places=4)
points = st.decimals("0.01", "1000", places=2)


def rounded(value: Fraction, places: int) -> Decimal:
    """To ``places`` decimals, halves away from zero, without any decimal arithmetic."""
    scale = 10**places
    whole = (2 * value * scale + 1) // 2
    return Decimal(int(whole)) / scale


@given(shares, points)
def test_points_are_the_share_rounded_once_half_up(share: Decimal, worth: Decimal) -> None:
    assert earned(share, worth) == rounded(Fraction(share) * Fraction(worth), 2)
    assert 0 <= earned(share, worth) <= worth


@given(st.lists(st.tuples(shares, points), max_size=60))
def test_a_total_is_exactly_what_its_cells_add_up_to(cells: list[tuple[Decimal, Decimal]]) -> None:
    shown = [earned(share, worth) for share, worth in cells]
    assert Fraction(total(shown)) == sum((Fraction(value) for value in shown), Fraction(0))
    assert total(shown) <= total(worth for _, worth in cells)


@given(st.decimals("0", "1000", places=2), points)
def test_percents_are_rounded_once_half_up(value: Decimal, maximum: Decimal) -> None:
    assert percent(value, maximum) == rounded(Fraction(value) * 100 / Fraction(maximum), 1)


@pytest.mark.parametrize(("share", "expected"), [("-5", "0.00"), ("1e9", "4.00"), ("1.0001", "4.00")])
def test_a_share_outside_of_all_bounds_earns_nothing_or_all(share: str, expected: str) -> None:
    assert earned(Decimal(share), Decimal(4)) == Decimal(expected)


def test_what_was_not_begun_counts_as_nothing() -> None:
    assert total([Decimal("1.25"), None, Decimal("0.50")]) == Decimal("1.75")
    assert total([]) == 0


def test_where_nothing_can_be_earned_there_is_no_percent() -> None:
    assert percent(Decimal(0), Decimal(0)) is None
    assert fraction_of(Decimal(3), Decimal(0)) == 0


# Shares and points whose product lies between two hundredths: half even, or a float, would go down.
HALVES = [("0.5", "0.01", "0.01"), ("0.1250", "1", "0.13"), ("0.0625", "2", "0.13"), ("0.5350", "5", "2.68")]


@pytest.mark.parametrize(("share", "worth", "points"), HALVES)
def test_a_half_is_rounded_up(share: str, worth: str, points: str) -> None:
    assert earned(Decimal(share), Decimal(worth)) == Decimal(points)


@pytest.mark.parametrize(("share", "worth", "points"), HALVES)
def test_the_review_and_the_gradebook_say_the_same_points(
    student: User, question: Question, share: str, worth: str, points: str
) -> None:
    Question.objects.filter(pk=question.pk).update(points=worth)
    answered(student, question, share)
    (review,) = reviews_of(Attempt.objects.all())
    own = own_grades(question.course, student.pk)
    assert (review.points, own.total) == (Decimal(points), Decimal(points))


def test_nobody_else_rounds_marks() -> None:
    rule = "graders/contract/marks.py"
    others = [
        path
        for path in repository_files()
        if path.startswith(("dlquiz/", "graders/")) and path.endswith(".py") and path != rule
        if re.search(r"\.quantize\(|ROUND_[A-Z]", (ROOT / path).read_text("utf-8"))
    ]
    assert others == []
