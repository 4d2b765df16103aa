"""Where people judge: appeals, marks that the same answers share, and when automatic marks may stand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dlquiz.accounts.models import User
from dlquiz.attempts.appeals import MAX_REASON_CHARACTERS, appeal_answer, appeal_create, newest_appeal
from dlquiz.attempts.errors import AppealRefused
from dlquiz.attempts.marking import mark_record
from dlquiz.attempts.models import Appeal, Attempt, Mark
from dlquiz.attempts.qualification import qualification_of
from dlquiz.attempts.selectors import newest_mark
from dlquiz.attempts.services import attempt_start, attempt_submit
from dlquiz.courses.models import Course
from dlquiz.questions.models import Phrasing, Question
from graders.answers.outcome import right, wrong
from tests.cast import client_of, make_member

SAID = "Well seen."
UNCLEAR = "The kernel strolls over the picture."


def appeal_address(attempt: Attempt) -> str:
    return f"/courses/{attempt.question.course.slug}/answers/{attempt.pk}/appeal/"


def answered(user: User, question: Question, text: str) -> Attempt:
    attempt = attempt_start(user=user, question=question)
    return attempt_submit(
        user=user, question=question, number=attempt.number, revision=0, values={"answer": text}
    )


def decided(attempt: Attempt, by: User, *, full: bool = True) -> Mark:
    marking = right() if full else wrong()
    return mark_record(
        attempt=attempt, marking=marking, cause=Mark.Cause.REVIEWED, by=by, comment="Well seen."
    )


def test_an_appeal_waits_until_a_mark_answers_it(student: User, assistant: User, kernel: Question) -> None:
    attempt = answered(student, kernel, UNCLEAR)
    appeal = appeal_create(attempt=attempt, reason="  It does slide.  ")
    assert (appeal.reason, appeal.mark) == ("It does slide.", None)
    mark = decided(attempt, assistant)
    appeal_answer(attempt=attempt, mark=mark)
    found = newest_appeal(attempt)
    assert found is not None
    assert found.mark == mark


def test_asked_twice_it_is_one_appeal(student: User, kernel: Question) -> None:
    attempt = answered(student, kernel, UNCLEAR)
    first = appeal_create(attempt=attempt, reason="one")
    assert appeal_create(attempt=attempt, reason="two") == first
    assert Appeal.objects.count() == 1


def test_full_marks_cannot_be_appealed(student: User, half: Question) -> None:
    attempt = answered(student, half, "0.5")
    with pytest.raises(AppealRefused, match="full marks"):
        appeal_create(attempt=attempt, reason="")


def test_an_open_attempt_cannot_be_appealed(student: User, half: Question) -> None:
    with pytest.raises(AppealRefused, match="Answer the question first"):
        appeal_create(attempt=attempt_start(user=student, question=half), reason="")


def test_a_reason_that_nobody_would_read_is_refused(student: User, half: Question) -> None:
    attempt = answered(student, half, "7")
    with pytest.raises(AppealRefused, match="too long"):
        appeal_create(attempt=attempt, reason="x" * (MAX_REASON_CHARACTERS + 1))


def test_the_page_takes_an_appeal_and_says_that_it_waits(student: User, kernel: Question) -> None:
    attempt = answered(student, kernel, UNCLEAR)
    client, address = client_of(student), f"/courses/{kernel.course.slug}/questions/{kernel.slug}/"
    assert "Ask a person" in client.get(address).text
    answer = client.post(appeal_address(attempt), {"reason": "It <b>does</b>."}, follow=True)
    assert "You have asked a person" in answer.text
    assert "It &lt;b&gt;does&lt;/b&gt;." in answer.text


def test_nobody_appeals_for_another(student: User, second_student: User, kernel: Question) -> None:
    attempt = answered(student, kernel, UNCLEAR)
    assert client_of(second_student).post(appeal_address(attempt)).status_code == 404
    assert not Appeal.objects.exists()


def test_an_appeal_for_an_attempt_that_is_not_there_is_not_found(student: User, kernel: Question) -> None:
    answered(student, kernel, UNCLEAR)
    for number in (0, 10**8, 10**30):
        address = f"/courses/{kernel.course.slug}/answers/{number}/appeal/"
        assert client_of(student).post(address).status_code == 404


def test_the_student_sees_who_decided_and_what_they_say(
    student: User, assistant: User, kernel: Question
) -> None:
    decided(answered(student, kernel, UNCLEAR), assistant)
    text = client_of(student).get(f"/courses/{kernel.course.slug}/questions/{kernel.slug}/").text
    assert "A person has read your answer" in text
    assert SAID in text
    assert "Before: 0.00 of 4.00." in text


def test_the_same_words_inherit_what_a_person_decided(
    student: User, second_student: User, assistant: User, kernel: Question
) -> None:
    decided(answered(student, kernel, UNCLEAR), assistant)
    other = answered(second_student, kernel, "  the KERNEL strolls  over the picture. ")
    mark = newest_mark(other)
    assert mark is not None
    assert (mark.cause, mark.fraction, mark.comment) == ("inherited", Decimal(1), SAID)
    # The automatic mark stays in the history.
    assert other.marks.count() == 2


def test_other_words_inherit_nothing(
    student: User, second_student: User, assistant: User, kernel: Question
) -> None:
    decided(answered(student, kernel, UNCLEAR), assistant)
    other = answered(second_student, kernel, "The kernel strolls over the pictures.")
    assert [mark.cause for mark in other.marks.all()] == ["answered"]


def test_a_number_is_never_inherited(
    student: User, second_student: User, assistant: User, half: Question
) -> None:
    decided(answered(student, half, "7"), assistant)
    assert answered(second_student, half, "7").marks.count() == 1


RIGHT = "The kernel slides over the image and adds up the products."


def test_a_question_qualifies_by_answers_that_people_have_read(
    course: Course, assistant: User, kernel: Question
) -> None:
    assert kernel.current is not None
    for number in range(25):
        student = make_member(course, f"s{number}", "student")
        attempt = answered(student, kernel, RIGHT.replace("products", f"products of place {number}"))
        assert attempt.marks.get().outcome == Mark.Outcome.FULL
        assert not qualification_of(kernel.current).is_reached
        decided(attempt, assistant)
    found = qualification_of(kernel.current)
    assert (found.right, found.total, found.is_reached) == (25, 25, True)


def test_what_is_not_the_markers_full_mark_does_not_qualify(
    student: User, second_student: User, assistant: User, kernel: Question
) -> None:
    assert kernel.current is not None
    decided(answered(student, kernel, UNCLEAR), assistant)
    assert qualification_of(kernel.current).total == 0
    wrongly = answered(second_student, kernel, RIGHT)
    decided(wrongly, assistant, full=False)
    found = qualification_of(kernel.current)
    assert (found.right, found.total) == (0, 1)
    # Read again, the answer still counts once, by the newest reading.
    decided(wrongly, assistant)
    found = qualification_of(kernel.current)
    assert (found.right, found.total) == (1, 1)


def test_an_inherited_mark_qualifies_nothing(
    student: User, second_student: User, assistant: User, kernel: Question
) -> None:
    assert kernel.current is not None
    decided(answered(student, kernel, RIGHT), assistant)
    answered(second_student, kernel, RIGHT)
    assert qualification_of(kernel.current).total == 1


def test_approved_phrasings_are_marked_with_and_others_are_not(
    student: User, second_student: User, kernel: Question
) -> None:
    learned = {
        "concept": "slides", "effect": "accept", "words": "strolls", "forms": {"slide": {"en": ["strolls"]}},
    }  # fmt: skip
    phrasing = Phrasing.objects.create(question=kernel, learned=learned, words="strolls")
    before = newest_mark(answered(student, kernel, UNCLEAR))
    Phrasing.objects.filter(pk=phrasing.pk).update(state=Phrasing.State.APPROVED)
    after = newest_mark(answered(second_student, kernel, UNCLEAR))
    assert before is not None
    assert after is not None
    assert (before.fraction, after.fraction) == (Decimal(0), Decimal("0.5"))
