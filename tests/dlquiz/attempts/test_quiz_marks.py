"""What comes of a quiz: who marks it, when it is shown, and what it keeps from practice."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.quiz_presentation import result_of
from dlquiz.attempts.quizzes import GRACE, quiz_that_holds, shows_answers, shows_marks
from dlquiz.attempts.selectors import topic_progress
from dlquiz.attempts.services import attempt_start
from dlquiz.attempts.sittings import sitting_close, sitting_start
from dlquiz.courses.models import Assignment, Course, Topic
from dlquiz.questions.models import Question
from tests.dlquiz.attempts.quiz_cast import HOUR, RIGHT, keep, make_quiz, mark_of


@pytest.fixture
def quiz(course: Course, half: Question, varying: Question, kernel: Question) -> Assignment:
    return make_quiz(course, half, varying, kernel)


def test_marks_by_judgement_wait_for_a_person_until_the_question_is_qualified(
    student: User, second_student: User, quiz: Assignment, kernel: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    keep(sitting, kernel, RIGHT)
    sitting_close(sitting=sitting)
    waiting = mark_of(sitting, kernel)
    assert (waiting.outcome, waiting.fraction, waiting.feedback["outcome"]) == ("provisional", 1, "full")

    monkeypatch.setattr("dlquiz.attempts.qualification.is_qualified", lambda *_: True)
    other = sitting_start(user=second_student, assignment=quiz)
    keep(other, kernel, RIGHT)
    sitting_close(sitting=other)
    assert mark_of(other, kernel).outcome == "full"


def test_one_automatic_full_mark_in_twenty_is_drawn_to_be_checked(
    student: User, quiz: Assignment, kernel: Question, half: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dlquiz.attempts.qualification.is_qualified", lambda *_: True)
    asked: list[int] = []
    monkeypatch.setattr("dlquiz.attempts.marking.secrets.randbelow", lambda n: asked.append(n) or 0)
    sitting = sitting_start(user=student, assignment=quiz)
    keep(sitting, kernel, RIGHT)
    keep(sitting, half, "0.5")
    asked.clear()
    sitting_close(sitting=sitting)
    assert asked == [20]
    drawn = sitting.attempts.filter(is_audited=True)
    assert [attempt.question for attempt in drawn] == [kernel]


def test_what_belongs_to_a_quiz_is_no_practice(
    student: User, quiz: Assignment, topic: Topic, half: Question
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    keep(sitting, half, "0.5")
    sitting_close(sitting=sitting)
    assert {line.status for line in topic_progress(student, topic)} == {"not_started"}
    assert attempt_start(user=student, question=half).number == 1


@pytest.mark.parametrize(
    ("review", "marks", "answers", "marks_then", "answers_then"),
    [
        ("at_once", True, True, True, True),
        ("after_due", False, False, True, True),
        ("marks_only", False, False, True, False),
    ],
)
def test_marks_and_answers_are_shown_when_the_quiz_says(
    quiz: Assignment, review: str, marks: bool, answers: bool, marks_then: bool, answers_then: bool
) -> None:
    quiz.review = review
    assert (shows_marks(quiz), shows_answers(quiz)) == (marks, answers)
    quiz.due_at = timezone.now() - GRACE
    assert (shows_marks(quiz), shows_answers(quiz)) == (marks_then, answers_then)


def test_a_question_is_kept_from_practice_while_its_quiz_can_be_sat(
    student: User, second_student: User, quiz: Assignment, half: Question, choice: Question
) -> None:
    assert quiz_that_holds(student, half) == quiz
    assert quiz_that_holds(student, choice) is None
    Assignment.objects.filter(pk=quiz.pk).update(
        due_at=timezone.now() - GRACE, release_at=timezone.now() - HOUR
    )
    assert quiz_that_holds(student, half) is None
    # Without a date, only while one sits it.
    Assignment.objects.filter(pk=quiz.pk).update(due_at=None)
    quiz.refresh_from_db()
    sitting = sitting_start(user=student, assignment=quiz)
    assert quiz_that_holds(student, half) == quiz
    assert quiz_that_holds(second_student, half) is None
    sitting_close(sitting=sitting)
    assert quiz_that_holds(student, half) is None


def test_points_are_those_of_the_quiz(
    student: User, quiz: Assignment, half: Question, varying: Question
) -> None:

    sitting = sitting_start(user=student, assignment=quiz)
    keep(sitting, half, "0.5")
    assert result_of(sitting) is None
    result = result_of(sitting_close(sitting=sitting))
    assert result is not None
    assert (result.points, result.maximum, result.is_provisional) == (Decimal(1), Decimal(6), False)


def test_a_choice_leaves_nothing_to_judge_and_stands_at_once(
    student: User, course: Course, choice: Question
) -> None:
    sitting = sitting_start(user=student, assignment=make_quiz(course, choice, slug="choices"))
    keep(sitting, choice, "a")
    sitting_close(sitting=sitting)
    mark = mark_of(sitting, choice)
    assert (mark.outcome, mark.fraction) == ("full", 1)
    assert sitting.attempts.get().answer_key == ""
