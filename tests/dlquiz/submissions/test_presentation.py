"""A report as the reader sees it: in their language, the reason first, nothing hidden told."""

import dataclasses

import pytest
from django.utils import translation

from dlquiz.submissions.presentation import CHECK_LABELS, poll_delay, progress_view, report_view
from graders.checks import JUDGES
from tests.dlquiz.submissions.reports import (
    FLIPPED,
    HIDDEN_FAILED,
    HIDDEN_PASSED,
    SYNTAX_ERROR,
    VISIBLE,
    report,
)


def test_texts_are_in_the_language_asked_for() -> None:
    english, hindi = (
        report_view(report(diagnosis=FLIPPED), "en"),
        report_view(report(diagnosis=FLIPPED), "hi"),
    )
    assert english.diagnosis is not None
    assert hindi.diagnosis is not None
    assert english.diagnosis.title == "The kernel is flipped"
    assert hindi.diagnosis.title == "Kernel उलटा है"
    assert "Wrong values in y: 1 of 4." in english.cases[0].failures[0].text
    assert "ग़लत" in hindi.cases[0].failures[0].text


def test_the_active_language_is_used_when_none_is_named() -> None:
    with translation.override("hi"):
        assert report_view(report()).cases[0].title == "हाथ से"
    with translation.override("en"):
        assert report_view(report()).cases[0].title == "By hand"


def test_a_convention_is_told_apart_from_a_misconception() -> None:
    convention = dataclasses.replace(FLIPPED, kind="convention")
    assert report_view(report(diagnosis=convention), "en").diagnosis.is_convention  # type: ignore[union-attr]
    assert not report_view(report(diagnosis=FLIPPED), "en").diagnosis.is_convention  # type: ignore[union-attr]


def test_columns_are_the_checks_that_some_case_has_in_reading_order() -> None:
    view = report_view(report(), "en")
    assert view.columns == ("Runs", "Shape", "Values", "Gradients")
    by_hand, half, tail = view.cases
    assert [check.verdict if check else None for check in by_hand.checks] == ["pass", "pass", "wrong", None]
    assert [check.verdict if check else None for check in half.checks] == ["crashed", None, None, None]
    assert [check.verdict if check else None for check in tail.checks] == ["pass", None, None, "pass"]


def test_every_check_of_the_engine_has_a_heading() -> None:
    assert set(CHECK_LABELS) == set(JUDGES)


def test_a_check_that_this_site_does_not_know_yet_still_has_a_column() -> None:
    unknown = dataclasses.replace(VISIBLE.checks[0], check="curvature")
    case = dataclasses.replace(VISIBLE, checks=(unknown,))
    assert report_view(report(cases=(case,)), "en").columns == ("curvature",)


def test_points_of_a_case_are_its_share_of_the_weights() -> None:
    view = report_view(report(), "en")
    assert [case.points for case in view.cases] == [3.0, 6.0, 3.0]
    assert [case.earned for case in view.cases] == [0.0, 0.0, 3.0]
    assert view.passed_cases == 1


def test_the_smallest_visible_failure_comes_first() -> None:
    larger = dataclasses.replace(
        VISIBLE,
        name="larger",
        tensors=tuple(dataclasses.replace(t, shape=(4,)) for t in VISIBLE.tensors) + VISIBLE.tensors,
    )
    view = report_view(report(cases=(HIDDEN_FAILED, larger, VISIBLE, HIDDEN_PASSED)), "en")
    assert view.smallest is not None
    assert view.smallest.name == "by-hand"
    assert [case.name for case in view.other_visible] == ["larger"]
    assert [case.name for case in view.failed_hidden] == ["half"]


def test_a_hidden_failure_comes_first_where_no_visible_case_failed() -> None:
    passed = dataclasses.replace(VISIBLE, verdict="pass", checks=VISIBLE.checks[:2])
    view = report_view(report(cases=(passed, HIDDEN_FAILED)), "en")
    assert view.smallest is not None
    assert view.smallest.name == "half"
    assert view.failed_hidden == ()


def test_nothing_is_put_first_when_everything_passed() -> None:
    view = report_view(report(verdict="pass", score=12.0, cases=(HIDDEN_PASSED,)), "en")
    assert view.passed
    assert view.smallest is None


def test_a_syntax_error_is_shown_with_its_line_parted_at_the_place() -> None:
    view = report_view(report(cases=(), message=SYNTAX_ERROR), "en")
    assert view.message is not None
    assert view.message.text == "Line 4 is not valid Python: invalid syntax."
    assert view.message.line == 4
    assert (view.message.before, view.message.at, view.message.after) == ("\tdef ", "<", "f(:")


@pytest.mark.parametrize(
    "params", [{}, {"line": 3}, {"text": "x", "column": 99}, {"text": "x", "column": None}]
)
def test_a_message_without_a_usable_place_marks_none(params: dict[str, object]) -> None:
    message = dataclasses.replace(SYNTAX_ERROR, params=params)
    view = report_view(report(cases=(), message=message), "en")
    assert view.message is not None
    assert (view.message.at, view.message.after) == ("", "")


def test_a_line_that_ends_too_early_is_marked_behind_its_end() -> None:
    message = dataclasses.replace(
        SYNTAX_ERROR, params={"line": 1, "text": "def f()\n", "column": 8, "detail": ""}
    )
    view = report_view(report(cases=(), message=message), "en")
    assert view.message is not None
    assert (view.message.before, view.message.at, view.message.after) == ("def f()", " ", "")


def test_a_report_of_another_schema_is_refused() -> None:
    with pytest.raises(ValueError, match="schema"):
        report_view({**report(), "schema": 2}, "en")


def test_progress_shows_the_cases_decided_so_far() -> None:
    decided = report()["cases"][:2]
    views = progress_view(decided, "hi")
    assert [(case.title, case.verdict) for case in views] == [
        ("हाथ से", "wrong"),
        ("आधी precision", "crashed"),
    ]
    assert progress_view([], "en") == ()


def test_the_page_asks_soon_at_first_and_never_stops_asking() -> None:
    delays = [poll_delay(number) for number in range(9)]
    assert delays == [150, 300, 600, 1000, 2000, 3000, 3000, 3000, 3000]
    assert poll_delay(-1) == 150
