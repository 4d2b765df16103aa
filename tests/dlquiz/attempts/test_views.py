"""The question page: what a student sees, in both languages, with and without scripts."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.courses.models import Course
from dlquiz.questions.models import Question


def address(name: str, question: Question) -> str:
    return reverse(f"attempts:{name}", args=[question.course.slug, question.slug])


def form(answer: str, *, attempt: int = 1, revision: int = 0) -> dict[str, str]:
    return {"answer": answer, "attempt": str(attempt), "revision": str(revision), "version": "1"}


def page(client: Client, question: Question, query: str = "") -> str:
    response = client.get(address("question", question) + query)
    assert response.status_code == 200
    return response.content.decode()


def submit(client: Client, question: Question, answer: str, **more: int) -> str:
    response = client.post(address("answer", question), form(answer, **more), follow=True)
    return response.content.decode()


def in_hindi(user: User) -> None:
    User.objects.filter(pk=user.pk).update(language="hi")


def test_looking_at_a_question_begins_nothing(student_client: Client, half: Question) -> None:
    html = page(student_client, half)
    assert "What is a half?" in html
    assert 'name="answer"' in html
    assert "It is" not in html, "the solution must not be in the page before the answer"
    assert not Attempt.objects.exists()


def test_the_page_speaks_hindi(student: User, student_client: Client, half: Question) -> None:
    in_hindi(student)
    html = page(student_client, half)
    assert "आधा कितना होता है?" in html
    assert "आपका उत्तर" in html


def test_saving_says_when_and_gives_the_next_revision(student_client: Client, half: Question) -> None:
    body = student_client.post(address("save", half), form("0.")).json()
    assert body["revision"] == 1
    assert body["saved"].startswith("Saved ")
    assert 'value="0."' in page(student_client, half)


def test_a_draft_survives_reload_sign_out_and_language(
    student: User, student_client: Client, half: Question
) -> None:
    student_client.post(address("save", half), form("०.५"))
    student_client.logout()
    student_client.force_login(student, backend="django.contrib.auth.backends.ModelBackend")
    in_hindi(student)
    assert 'value="०.५"' in page(student_client, half)


def test_a_save_from_a_second_tab_gets_both_texts(student_client: Client, kernel: Question) -> None:
    student_client.post(address("save", kernel), form("first"))
    response = student_client.post(address("save", kernel), form("second"))
    assert response.status_code == 409
    assert response.json()["values"] == {"answer": "first"}
    assert response.json()["revision"] == 1


def test_answering_over_another_tabs_text_shows_both(student_client: Client, kernel: Question) -> None:
    student_client.post(address("save", kernel), form("the first tab's text"))
    response = student_client.post(address("answer", kernel), form("the second tab's text"))
    html = response.content.decode()
    assert response.status_code == 409
    assert "the first tab&#x27;s text" in html
    assert "the second tab&#x27;s text" in html
    assert 'name="revision" value="1"' in html
    assert not Mark.objects.exists()


def test_the_save_button_works_without_scripts(student_client: Client, half: Question) -> None:
    response = student_client.post(address("save", half), form("0.") | {"plain": "1"}, follow=True)
    assert response.redirect_chain
    assert 'value="0."' in response.content.decode()


def test_a_draft_too_long_to_keep_is_told_so(student_client: Client, half: Question) -> None:
    response = student_client.post(address("save", half), form("x" * 60_000))
    assert response.status_code == 422
    assert "too long" in response.json()["message"]


def test_a_right_answer_is_shown_with_its_worked_solution(student_client: Client, half: Question) -> None:
    html = submit(student_client, half, "1/2")
    assert "4 of 4 points" in html
    assert "It is" in html


def test_an_answer_that_cannot_be_read_comes_back_with_the_reason(
    student_client: Client, half: Question
) -> None:
    response = student_client.post(address("answer", half), form("<i>half</i>"))
    html = response.content.decode()
    assert response.status_code == 422
    assert "could not be read as a number" in html
    assert "&lt;i&gt;half&lt;/i&gt;" in html
    assert "<i>half" not in html


def test_feedback_names_each_concept_with_the_students_words(
    student_client: Client, kernel: Question
) -> None:
    html = submit(student_client, kernel, "Well <b>now</b>. The kernel slides over the image.")
    assert "2 of 4 points" in html
    assert "provisional" in html
    assert "The kernel slides over the image</q>" in html
    assert "It adds." in html
    assert "<b>now" not in html


def test_feedback_is_made_in_the_readers_language(
    student: User, student_client: Client, varying: Question
) -> None:
    assert "without the +1" in submit(student_client, varying, "2x2")
    in_hindi(student)
    assert "+1 छूट जाए" in page(student_client, varying)


def test_a_wrong_option_gives_its_reason(student_client: Client, choice: Question) -> None:
    html = submit(student_client, choice, "b")
    assert "That is two." in html


def test_a_new_variant_keeps_the_old_answer_in_sight(student_client: Client, varying: Question) -> None:
    submit(student_client, varying, "3x3")
    student_client.post(address("again", varying))
    html = page(student_client, varying)
    assert "5 by 5" not in html
    assert "?attempt=1" in html
    assert "5 by 5" in page(student_client, varying, "?attempt=1")


def test_answering_twice_shows_the_answer_that_counts(student_client: Client, half: Question) -> None:
    submit(student_client, half, "0.5")
    html = submit(student_client, half, "9")
    assert "4 of 4 points" in html
    assert Mark.objects.count() == 1


def test_a_save_after_the_answer_is_told_so(student_client: Client, half: Question) -> None:
    submit(student_client, half, "0.5")
    response = student_client.post(address("save", half), form("9", revision=1))
    assert response.status_code == 410


def test_next_and_previous_lead_through_the_topic(
    student_client: Client, half: Question, varying: Question, kernel: Question
) -> None:
    html = page(student_client, varying)
    assert "Question 2 of 3" in html
    assert address("question", half) in html
    assert address("question", kernel) in html
    assert "Back to the lesson" in page(student_client, kernel)


@pytest.mark.parametrize("query", ["?attempt=0", "?attempt=2", "?attempt=x", "?attempt=99999999999999"])
def test_an_attempt_that_is_not_there_is_not_found(
    student_client: Client, half: Question, query: str
) -> None:
    assert student_client.get(address("question", half) + query).status_code == 404


def test_nobody_sees_anothers_answers(
    student_client: Client, second_student_client: Client, half: Question
) -> None:
    submit(student_client, half, "0.5")
    assert second_student_client.get(address("question", half) + "?attempt=1").status_code == 404
    assert "Your answers so far" not in page(second_student_client, half)


@pytest.mark.parametrize("name", ["question", "save", "answer", "again"])
def test_a_question_is_for_members_who_are_signed_in(
    course: Course, half: Question, outsider_client: Client, anonymous_client: Client, name: str
) -> None:
    for client, status in ((outsider_client, 404), (anonymous_client, 302)):
        act = client.get if name == "question" else client.post
        assert act(address(name, half)).status_code == status
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("name", ["save", "answer", "again"])
def test_what_changes_something_takes_no_get(student_client: Client, half: Question, name: str) -> None:
    assert student_client.get(address(name, half)).status_code == 405


@pytest.mark.parametrize(
    "odd", [{"attempt": "-1"}, {"revision": "x"}, {"version": "9" * 30}, {"attempt": "٣"}, {"answer": "\x00"}]
)
def test_odd_fields_make_no_error_of_ours(
    student_client: Client, half: Question, odd: dict[str, str]
) -> None:
    assert student_client.post(address("save", half), form("1") | odd).status_code < 500
    assert student_client.post(address("answer", half), form("1") | odd).status_code < 500


def test_the_pages_have_no_inline_scripts_or_styles(student_client: Client, half: Question) -> None:
    for html in (page(student_client, half), submit(student_client, half, "7")):
        assert "<style" not in html
        assert " style=" not in html
        assert " onclick=" not in html
