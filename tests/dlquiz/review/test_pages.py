"""The review's pages, as the staff uses them."""

from __future__ import annotations

import pytest
from django.test import Client

from dlquiz.accounts.models import User
from dlquiz.attempts.appeals import appeal_create
from dlquiz.attempts.models import Attempt, Mark, Opinion
from dlquiz.attempts.selectors import newest_mark
from dlquiz.questions.models import Phrasing, Question
from tests.dlquiz.review.conftest import HALF, UNCLEAR, Answers, answered

REVIEW = "/courses/deep-learning/review/"
KERNEL = REVIEW + "questions/kernel/"
BOTH = {"concept-slides": "supported", "concept-adds": "supported"}


def test_an_empty_queue_says_so(kernel: Question, assistant_client: Client) -> None:
    assert "Nothing waits." in assistant_client.get(REVIEW).text


def test_a_group_is_marked_in_one_go(
    kernel: Question, assistant_client: Client, somebody_answers: Answers
) -> None:
    attempts = [somebody_answers(kernel, f"Number {i}.") for i in range(5)]
    assert "5 answers" in assistant_client.get(REVIEW).text
    page = assistant_client.get(KERNEL)
    assert page.text.count('type="checkbox"') == 5
    boxes = [f"{attempt.pk}:1" for attempt in attempts[1:]]
    answer = assistant_client.post(KERNEL + "decide/", {"answer": boxes, **BOTH}, follow=True)
    assert "4 answers were marked." in answer.text
    assert answer.text.count('type="checkbox"') == 1


def test_a_form_with_a_verdict_missing_comes_back_with_what_was_written(
    kernel: Question, assistant_client: Client, somebody_answers: Answers
) -> None:
    attempt = somebody_answers(kernel, UNCLEAR)
    sent = {"answer": f"{attempt.pk}:1", "concept-slides": "supported", "comment": "Nearly <there>."}
    answer = assistant_client.post(KERNEL + "decide/", {**sent, "group": "1-a-a"})
    assert answer.status_code == 422
    assert "Say of every point whether it is there." in answer.text
    assert "Nearly &lt;there&gt;." in answer.text


@pytest.mark.parametrize("sent", [["1"], ["x:y"], ["-1:1"], ["9999999999999:1"], [":"], ["\x00:1"]])
def test_boxes_that_name_no_answer_mark_nothing(
    kernel: Question, assistant_client: Client, somebody_answers: Answers, sent: list[str]
) -> None:
    somebody_answers(kernel, UNCLEAR)
    answer = assistant_client.post(KERNEL + "decide/", {"answer": sent, **BOTH})
    assert answer.status_code == 422
    assert not Mark.objects.filter(by__isnull=False).exists()


def test_an_appeal_is_read_without_name_and_mark(
    kernel: Question, student: User, assistant_client: Client
) -> None:
    attempt = answered(student, kernel, HALF)
    appeal_create(attempt=attempt, reason="Sliding is adding.")
    page = assistant_client.get(REVIEW + "appeals/next/", follow=True)
    assert "Sliding is adding." in page.text
    assert student.name not in page.text
    assert "checked" not in page.text
    assert "Provisional" not in page.text
    sent = {"answer": f"{attempt.pk}:1", "concept-slides": "supported", "concept-adds": "absent"}
    after = assistant_client.post(f"{REVIEW}answers/{attempt.pk}/", {**sent, "comment": "No."}, follow=True)
    assert "Both marks" in after.text
    mark = newest_mark(attempt)
    assert mark is not None
    assert mark.cause == Mark.Cause.APPEALED
    assert "No appeal is waiting." in assistant_client.get(REVIEW + "appeals/next/", follow=True).text


def test_what_the_language_model_reads_is_a_hint_beside_the_answer(
    kernel: Question, student: User, assistant_client: Client
) -> None:
    attempt = answered(student, kernel, UNCLEAR)
    assert "language model" not in assistant_client.get(KERNEL).text
    verdicts = [{"concept": "slides", "verdict": "supported", "quote": "strolls over"}]
    Opinion.objects.create(attempt=attempt, verdicts=verdicts, model="some-model")
    page = assistant_client.get(KERNEL).text
    assert "What the language model reads in it" in page
    assert "<q>strolls over</q>" in page
    # It chooses no verdict.
    assert 'value="supported" checked' not in page


def test_a_check_is_recorded_as_one(kernel: Question, student: User, assistant_client: Client) -> None:
    attempt = answered(student, kernel, "The kernel slides over the image and adds up the products.")
    Attempt.objects.filter(pk=attempt.pk).update(is_audited=True)
    page = assistant_client.get(REVIEW + "checks/next/", follow=True)
    assert "checked" not in page.text
    assistant_client.post(f"{REVIEW}answers/{attempt.pk}/", {"answer": f"{attempt.pk}:1", **BOTH})
    mark = newest_mark(attempt)
    assert mark is not None
    assert (mark.cause, mark.outcome) == (Mark.Cause.AUDITED, "full")


def test_an_instructor_teaches_sees_what_flips_approves_and_the_student_sees_why(
    kernel: Question, student: User, student_client: Client, instructor_client: Client
) -> None:
    attempt = answered(student, kernel, UNCLEAR)
    asked = {"attempt": attempt.pk, "words": "kernel strolls", "concept": "slides", "effect": "accept"}
    page = instructor_client.get(KERNEL + "teach/", asked)
    assert "is another word for “slide”" in page.text
    assert "1 mark would rise" in page.text
    proposed = instructor_client.post(KERNEL + "teach/", {**asked, "lesson": "1"}, follow=True)
    assert "0 % → 50 %" in proposed.text
    phrasing = Phrasing.objects.get()
    done = instructor_client.post(
        f"{REVIEW}phrasings/{phrasing.pk}/approve/", {"answer": f"{attempt.pk}:1"}, follow=True
    )
    assert "1 answer was marked again." in done.text
    seen = student_client.get("/courses/deep-learning/questions/kernel/").text
    assert "Your answer was marked again" in seen
    assert "Before: 0.00 of 4.00." in seen


def test_an_assistant_proposes_and_does_not_approve(
    kernel: Question, student: User, assistant_client: Client
) -> None:
    attempt = answered(student, kernel, UNCLEAR)
    sent = {"attempt": attempt.pk, "words": "kernel strolls", "concept": "slides", "effect": "accept"}
    page = assistant_client.post(KERNEL + "teach/", {**sent, "lesson": "1"}, follow=True)
    assert "An instructor has to approve this" in page.text
    phrasing = Phrasing.objects.get()
    assert assistant_client.post(f"{REVIEW}phrasings/{phrasing.pk}/approve/").status_code == 404
    assert assistant_client.post(f"{REVIEW}phrasings/{phrasing.pk}/reject/").status_code == 404


def test_a_lesson_is_rejected_or_retired(
    kernel: Question, instructor: User, instructor_client: Client
) -> None:
    learned = {"concept": "slides", "effect": "accept", "words": "x", "forms": {"slide": {"en": ["x"]}}}
    for state, then in (("proposed", "rejected"), ("approved", "retired")):
        phrasing = Phrasing.objects.create(question=kernel, learned=learned, words="x", state=state)
        address = f"{REVIEW}phrasings/{phrasing.pk}/"
        assert instructor_client.get(address).status_code == 200
        page = instructor_client.post(address + "reject/", follow=True)
        assert "The marker does not use it." in page.text
        phrasing.refresh_from_db()
        assert phrasing.state == then
        again = instructor_client.post(address + "approve/", follow=True)
        assert "Somebody else decided about it meanwhile." in again.text


def test_words_that_are_not_in_the_answer_are_refused_in_words(
    kernel: Question, student: User, assistant_client: Client
) -> None:
    attempt = answered(student, kernel, UNCLEAR)
    asked = {"attempt": attempt.pk, "words": "never said", "concept": "slides", "effect": "accept"}
    assert "do not stand in the answer" in assistant_client.get(KERNEL + "teach/", asked).text
    odd = {"attempt": attempt.pk, "words": "strolls", "concept": "none", "effect": "bribe"}
    assert "Choose which point" in assistant_client.get(KERNEL + "teach/", odd).text


def test_only_words_can_be_taught(half: Question, student: User, assistant_client: Client) -> None:
    attempt = answered(student, half, "7")
    address = f"{REVIEW}questions/half/teach/"
    assert assistant_client.get(address, {"attempt": attempt.pk}).status_code == 404


def test_all_decisions_are_listed_with_their_author(
    kernel: Question, student: User, assistant: User, assistant_client: Client
) -> None:
    assert "Nobody has decided anything" in assistant_client.get(REVIEW + "history/").text
    attempt = answered(student, kernel, UNCLEAR)
    assistant_client.post(KERNEL + "decide/", {"answer": f"{attempt.pk}:1", **BOTH, "comment": "Good."})
    page = assistant_client.get(REVIEW + "history/").text
    assert assistant.name in page
    assert "Good." in page


def test_an_appeal_about_a_choice_is_decided_by_a_share(
    choice: Question, student: User, assistant_client: Client
) -> None:
    attempt = answered(student, choice, "b")
    appeal_create(attempt=attempt, reason="Both are halves.")
    page = assistant_client.get(REVIEW + "appeals/next/", follow=True).text
    assert 'name="share"' in page
    assert "concept-" not in page
    address = f"{REVIEW}answers/{attempt.pk}/"
    assistant_client.post(address, {"answer": f"{attempt.pk}:1", "share": "50"})
    mark = newest_mark(attempt)
    assert mark is not None
    assert (mark.cause, str(mark.fraction)) == (Mark.Cause.APPEALED, "0.5000")
