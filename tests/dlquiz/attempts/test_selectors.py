"""Progress and best fractions follow the newest mark of the best attempt."""

from __future__ import annotations

from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from dlquiz.accounts.models import User
from dlquiz.attempts.marking import mark_record
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.attempts.selectors import attempts_of, best_fractions, latest_marks, topic_progress
from dlquiz.attempts.services import attempt_start, attempt_submit, draft_save
from dlquiz.courses.models import Course, Topic
from dlquiz.questions.models import Question
from graders.answers.outcome import right, wrong


def answer(user: User, question: Question, text: str) -> Attempt:
    attempt = attempt_start(user=user, question=question)
    return attempt_submit(
        user=user,
        question=question,
        number=attempt.number,
        revision=attempt.draft_revision,
        values={"answer": text},
    )


def statuses(user: User, topic: Topic) -> list[str]:
    return [entry.status for entry in topic_progress(user, topic)]


def test_a_topic_shows_where_one_stands(
    student: User, topic: Topic, half: Question, varying: Question, kernel: Question, choice: Question
) -> None:
    assert statuses(student, topic) == ["not_started"] * 4
    answer(student, half, "0.5")
    draft_save(user=student, question=varying, number=1, revision=0, values={"answer": "3"})
    answer(student, kernel, "The kernel slides.")
    answer(student, choice, "b")
    assert statuses(student, topic) == ["full", "open", "provisional", "zero"]


def test_the_best_attempt_counts_not_the_last(
    student: User, second_student: User, course: Course, topic: Topic, half: Question
) -> None:
    answer(student, half, "0.5")
    answer(student, half, "7")
    answer(second_student, half, "7")
    assert best_fractions(course) == {
        (student.pk, half.pk): Decimal(1),
        (second_student.pk, half.pk): Decimal(0),
    }
    assert statuses(student, topic) == ["full"]


def test_the_newest_mark_of_an_attempt_counts_even_if_lower(
    student: User, course: Course, half: Question
) -> None:
    attempt = answer(student, half, "0.5")
    mark_record(attempt=attempt, marking=wrong(), cause=Mark.Cause.REVIEWED)
    assert best_fractions(course) == {(student.pk, half.pk): Decimal(0)}
    mark_record(attempt=attempt, marking=right(), cause=Mark.Cause.REVIEWED)
    assert [(mark.fraction, mark.outcome) for mark in latest_marks(course)] == [(Decimal(1), "full")]


def test_an_open_attempt_is_no_zero(student: User, course: Course, half: Question) -> None:
    draft_save(user=student, question=half, number=1, revision=0, values={"answer": "0.5"})
    assert best_fractions(course) == {}


def test_another_courses_answers_do_not_count(student: User, course: Course, half: Question) -> None:
    answer(student, half, "0.5")
    other = Course.objects.create(slug="other", title=course.title)
    assert best_fractions(other) == {}


def test_ones_own_attempts_newest_first(student: User, second_student: User, half: Question) -> None:
    answer(student, half, "7")
    answer(student, half, "0.5")
    answer(second_student, half, "1")
    assert [(a.number, a.outcome) for a in attempts_of(student, half)] == [(2, "full"), (1, "zero")]


def test_progress_asks_the_database_the_same_however_many_questions_there_are(
    student: User, topic: Topic, half: Question, varying: Question, kernel: Question
) -> None:
    for question in (half, kernel):
        answer(student, question, "1")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        topic_progress(student, topic)
    assert len(queries) == 3
