"""Quizzes: the server's clock decides, and what was typed in time counts."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.errors import AttemptClosed, SittingClosed, SittingRefused
from dlquiz.attempts.models import Sitting
from dlquiz.attempts.quizzes import GRACE
from dlquiz.attempts.sittings import overdue_sittings_close, sitting_close, sitting_start
from dlquiz.attempts.tasks import close_overdue_sittings
from dlquiz.courses.models import Assignment, Course
from dlquiz.questions.models import Question
from tests.dlquiz.at_once import run_at_once
from tests.dlquiz.attempts.quiz_cast import HOUR, ended, keep, make_quiz, mark_of


@pytest.fixture
def quiz(course: Course, half: Question, varying: Question, kernel: Question) -> Assignment:
    return make_quiz(course, half, varying, kernel)


def test_a_sitting_has_a_variant_of_every_question_that_is_not_the_lessons(
    student: User, quiz: Assignment
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    attempts = sitting.attempts.order_by("question__position")
    assert [attempt.question.slug for attempt in attempts] == ["half", "size", "kernel"]
    assert all(attempt.seed > 0 for attempt in attempts)


def test_it_ends_by_the_limit_or_with_the_quiz_whichever_is_first(
    student: User, second_student: User, quiz: Assignment
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    assert sitting.ends_at == sitting.started_at + datetime.timedelta(minutes=30)
    Assignment.objects.filter(pk=quiz.pk).update(due_at=timezone.now() + datetime.timedelta(minutes=10))
    quiz.refresh_from_db()
    assert sitting_start(user=second_student, assignment=quiz).ends_at == quiz.due_at


def test_started_twice_it_is_one_sitting(student: User, quiz: Assignment) -> None:
    first = sitting_start(user=student, assignment=quiz)
    assert sitting_start(user=student, assignment=quiz) == first


@pytest.mark.django_db(transaction=True)
def test_started_in_many_tabs_at_once_it_is_one_sitting(student: User, quiz: Assignment) -> None:
    found = run_at_once(lambda _: sitting_start(user=student, assignment=quiz).pk, list(range(6)))
    assert len(set(found)) == 1
    assert Sitting.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"release_at": HOUR}, "not begun"),
        ({"release_at": -3 * HOUR, "due_at": -HOUR}, "over"),
    ],
)
def test_outside_its_time_it_cannot_be_sat(
    student: User, quiz: Assignment, change: dict[str, datetime.timedelta], words: str
) -> None:
    now = timezone.now()
    if "due_at" not in change:
        change = {**change, "due_at": 2 * HOUR}
    Assignment.objects.filter(pk=quiz.pk).update(**{name: now + value for name, value in change.items()})
    quiz.refresh_from_db()
    with pytest.raises(SittingRefused, match=words):
        sitting_start(user=student, assignment=quiz)


def test_it_is_sat_as_often_as_allowed(student: User, quiz: Assignment) -> None:
    sitting_close(sitting=sitting_start(user=student, assignment=quiz))
    with pytest.raises(SittingRefused, match="as often"):
        sitting_start(user=student, assignment=quiz)
    Assignment.objects.filter(pk=quiz.pk).update(sittings_allowed=2)
    quiz.refresh_from_db()
    assert sitting_start(user=student, assignment=quiz).number == 2


def test_a_quiz_without_questions_cannot_be_sat(student: User, course: Course) -> None:
    with pytest.raises(SittingRefused, match="no question"):
        sitting_start(user=student, assignment=make_quiz(course))


def test_handing_in_marks_what_was_saved(
    student: User, quiz: Assignment, half: Question, varying: Question, kernel: Question
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    keep(sitting, half, "0.5")
    keep(sitting, kernel, "The kernel slides over the image.")
    sitting_close(sitting=sitting)
    assert mark_of(sitting, half).fraction == 1
    assert mark_of(sitting, kernel).outcome == "provisional"
    # What was left empty earns nothing, and that is said.
    empty = mark_of(sitting, varying)
    assert (empty.fraction, empty.outcome) == (0, "zero")
    assert empty.feedback["remarks"][0]["code"] == "answer_blank"


def test_handed_in_twice_it_counts_once(student: User, quiz: Assignment, half: Question) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    keep(sitting, half, "0.5")
    sitting_close(sitting=sitting)
    closed_at = sitting.closed_at
    sitting_close(sitting=sitting)
    assert sitting.closed_at == closed_at
    assert sitting.attempts.get(question=half).marks.count() == 1


def test_an_answer_that_cannot_be_read_waits_for_a_person(
    student: User, quiz: Assignment, half: Question
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    keep(sitting, half, "a half, of course")
    sitting_close(sitting=sitting)
    assert mark_of(sitting, half).outcome == "provisional"


def test_what_was_typed_in_time_may_arrive_a_little_later(
    student: User, quiz: Assignment, half: Question
) -> None:
    sitting = ended(sitting_start(user=student, assignment=quiz), GRACE / 2)
    keep(sitting, half, "0.5")
    sitting_close(sitting=sitting)
    assert mark_of(sitting, half).fraction == 1


def test_what_comes_after_that_is_refused_and_what_was_saved_counts(
    student: User, quiz: Assignment, half: Question
) -> None:
    sitting = sitting_start(user=student, assignment=quiz)
    attempt = keep(sitting, half, "0.5")
    ended(sitting, 2 * GRACE)
    with pytest.raises(SittingClosed):
        keep(sitting, half, "7", attempt.draft_revision)
    assert not sitting.is_open
    assert mark_of(sitting, half).fraction == 1
    assert sitting.closed_at is not None
    assert sitting.ends_at is not None
    assert sitting.closed_at <= sitting.ends_at + GRACE


def test_the_clock_of_the_server_closes_what_a_dead_phone_left_open(
    student: User, second_student: User, quiz: Assignment, half: Question
) -> None:
    left = sitting_start(user=student, assignment=quiz)
    keep(left, half, "0.5")
    ended(left, 2 * GRACE)
    running = sitting_start(user=second_student, assignment=quiz)
    assert overdue_sittings_close() == 1
    left.refresh_from_db()
    running.refresh_from_db()
    assert (left.is_open, running.is_open) == (False, True)
    assert mark_of(left, half).fraction == 1


def test_one_that_cannot_be_closed_does_not_keep_the_others_waiting(
    student: User, second_student: User, quiz: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ended(sitting_start(user=student, assignment=quiz), 3 * GRACE)
    second = ended(sitting_start(user=second_student, assignment=quiz), 2 * GRACE)

    def close(*, sitting: Sitting) -> Sitting:
        if sitting == first:
            raise RuntimeError("a fault of ours")
        return sitting_close(sitting=sitting)

    monkeypatch.setattr("dlquiz.attempts.sittings.sitting_close", close)
    close_overdue_sittings.run()
    second.refresh_from_db()
    first.refresh_from_db()
    assert (first.is_open, second.is_open) == (True, False)


@pytest.mark.django_db(transaction=True)
def test_saving_and_handing_in_at_once_lose_nothing(student: User, quiz: Assignment, half: Question) -> None:
    """A save comes in before the end and counts, or after it and is refused: never accepted and left out."""
    for number in range(8):
        Assignment.objects.filter(pk=quiz.pk).update(sittings_allowed=number + 1)
        quiz.refresh_from_db()
        sitting = sitting_start(user=student, assignment=quiz)

        def act(turn: int, sitting: Sitting = sitting) -> bool:
            mine = Sitting.objects.get(pk=sitting.pk)
            if turn == 0:
                sitting_close(sitting=mine)
                return True
            try:
                keep(mine, half, "0.5")
            except (AttemptClosed, SittingClosed):
                return False
            return True

        accepted = run_at_once(act, [0, 1])[1]
        assert (mark_of(sitting, half).fraction == 1) is accepted
