"""The report as HTML: what comes first, what is never said, and that nothing needs an inline style."""

import re
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from dlquiz.submissions.presentation import progress_view, report_view
from tests.dlquiz.submissions.reports import FLIPPED, SYNTAX_ERROR, report


def submission(**changes: object) -> SimpleNamespace:
    fields = {"receipt": "abc234", "state": "graded", "purpose": "submit", "attempt": 1}
    return SimpleNamespace(**{**fields, **changes})


def status(language: str = "en", **context: object) -> str:
    with translation.override(language):
        return render_to_string("submissions/_status.html", context)


def graded(language: str = "en", purpose: str = "submit", **changes: object) -> str:
    with translation.override(language):
        view = report_view(report(**changes))
    return status(language, submission=submission(purpose=purpose), report=view)


def test_the_named_reason_comes_before_the_case_and_the_case_before_the_table() -> None:
    html = graded(diagnosis=FLIPPED)
    places = [html.index(text) for text in ("The kernel is flipped", "Look here first:", "Cases and checks")]
    assert places == sorted(places)
    assert "Do <strong>not</strong> turn it." in html


def test_a_convention_is_said_to_be_right_elsewhere() -> None:
    kind = {**report(diagnosis=FLIPPED)["diagnosis"], "kind": "convention"}
    view = report_view({**report(), "diagnosis": kind}, "en")
    html = status(submission=submission(), report=view)
    assert "Right under another convention" in html
    assert "This is what you get when:" not in html


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_final_verdict_does_not_ask_again(language: str) -> None:
    assert "hx-get" not in graded(language)


@pytest.mark.parametrize("state", ["queued", "running", "infrastructure_error"])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_whatever_is_not_decided_asks_again_by_itself(state: str, language: str) -> None:
    html = status(language, submission=submission(state=state), report=None, poll=1)
    assert 'hx-get="/submissions/abc234/status/?poll=2"' in html
    assert 'hx-trigger="load delay:300ms, retry"' in html


def test_our_fault_is_said_to_be_ours_and_not_counted() -> None:
    html = status(submission=submission(state="infrastructure_error"), report=None)
    assert "our fault" in html
    assert "does not count" in html


def test_a_second_try_after_a_lost_worker_is_explained() -> None:
    assert "A worker stopped" in status(submission=submission(state="running", attempt=2), report=None)
    assert "A worker stopped" not in status(submission=submission(state="running"), report=None)


def test_cases_appear_as_they_are_decided() -> None:
    cases = progress_view(report()["cases"][:1], "en")
    html = status(submission=submission(state="running"), report=None, cases=cases)
    assert "By hand" in html
    assert "Half precision" not in html


def test_a_hidden_case_shows_its_name_and_reason_but_no_numbers() -> None:
    html = graded()
    hidden = html[html.index("What the hidden cases say") :]
    assert "Half precision" in hidden
    assert "return windows @ flat" in hidden
    assert "heatmap" not in hidden


def test_a_run_shows_no_points() -> None:
    assert "3 of 12 points" in graded(purpose="submit")
    html = graded(purpose="run")
    assert "points" not in html.lower()


def test_a_syntax_error_reaches_the_editor_and_the_eye() -> None:
    html = graded(cases=(), message=SYNTAX_ERROR)
    assert 'data-error-line="4"' in html
    assert 'def <mark class="report__place">&lt;</mark>f(:' in html


def test_what_students_write_cannot_become_markup() -> None:
    case = {**report()["cases"][0], "stdout": "<script>alert(1)</script>"}
    view = report_view({**report(), "cases": [case]}, "en")
    html = status(submission=submission(), report=view)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("language", ["en", "hi"])
def test_verdicts_have_a_word_and_a_sign_and_no_inline_style(language: str) -> None:
    html = graded(language, diagnosis=FLIPPED)
    marks = re.findall(r'class="mark[^"]*">(<svg.*?</svg>)([^<]+)<', html)
    assert len(marks) >= 6
    assert all(word.strip() for _, word in marks)
    assert not re.search(r"\sstyle=|\son[a-z]+=", html)


def test_a_refusal_takes_the_place_of_the_verdict() -> None:
    html = render_to_string("submissions/_refused.html", {"message": "Wait for <one> of them."})
    assert 'id="submission-status"' in html
    assert "Wait for &lt;one&gt; of them." in html
