"""Reads: the rules of a quiz, when its marks and answers may be seen, and what it keeps from practice."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt, Sitting
from dlquiz.courses.models import Assignment, AssignmentItem
from dlquiz.questions.models import Question

# How long after the end of a sitting what was typed in time may still arrive.
GRACE = datetime.timedelta(seconds=60)


@dataclass(frozen=True)
class QuizQuestion:
    """A question of a quiz, with what it is worth there."""

    question: Question
    points: Decimal


def quiz_questions(assignment: Assignment) -> list[QuizQuestion]:
    """The quiz's questions in order; items that are no question, or have no version, are left out."""
    items = list(assignment.items.filter(kind=AssignmentItem.Kind.QUESTION).order_by("position", "pk"))
    known = {
        question.slug: question
        for question in Question.objects.of_course(assignment.course)
        .filter(slug__in=[item.slug for item in items], current__isnull=False)
        .select_related("current", "topic")
    }
    return [QuizQuestion(known[item.slug], item.points) for item in items if item.slug in known]


def is_over(assignment: Assignment, now: datetime.datetime | None = None) -> bool:
    """Whether nobody may sit it any more."""
    return assignment.due_at is not None and (now or timezone.now()) >= assignment.due_at


def shows_marks(assignment: Assignment) -> bool:
    """Whether students see what they earned in it."""
    if assignment.review == Assignment.Review.AT_ONCE or assignment.due_at is None:
        return True
    return timezone.now() >= assignment.due_at + GRACE


def shows_answers(assignment: Assignment) -> bool:
    """Whether students see the worked answers and what was found in theirs."""
    return assignment.review != Assignment.Review.MARKS_ONLY and shows_marks(assignment)


def remaining(sitting: Sitting) -> datetime.timedelta | None:
    """How much time is left, never less than none; None where there is no limit."""
    if sitting.ends_at is None:
        return None
    return max(sitting.ends_at - timezone.now(), datetime.timedelta(0))


def is_overdue(sitting: Sitting) -> bool:
    """Whether its time is over and nothing more can arrive."""
    return sitting.is_open and sitting.ends_at is not None and timezone.now() >= sitting.ends_at + GRACE


def sittings_of(user: User, assignment: Assignment) -> Sequence[Sitting]:
    """A student's sittings of a quiz, newest first."""
    return list(Sitting.objects.by(user).at(assignment).order_by("-number"))


def quiz_that_holds(user: User, question: Question) -> Assignment | None:
    """The quiz that keeps a question from being practised now, for this student.

    From its release until it is over; a quiz without a date, while the student sits it. Otherwise practice
    would show the worked answer of what is being asked.
    """
    now = timezone.now()
    quizzes = Assignment.objects.filter(
        course=question.course_id,
        form=Assignment.Form.QUIZ,
        release_at__lte=now,
        items__kind=AssignmentItem.Kind.QUESTION,
        items__slug=question.slug,
    )
    for quiz in quizzes:
        if quiz.due_at is None:
            if Sitting.objects.by(user).at(quiz).open().exists():
                return quiz
        elif now < quiz.due_at + GRACE:
            return quiz
    return None


def attempts_in(sitting: Sitting) -> list[Attempt]:
    """The sitting's attempts in the order of the quiz."""
    order = {entry.question.pk: place for place, entry in enumerate(quiz_questions(sitting.assignment))}
    found = list(sitting.attempts.select_related("question__topic", "question__current", "version"))
    return sorted(found, key=lambda attempt: (order.get(attempt.question_id, len(order)), attempt.pk))


def points_in(assignment: Assignment) -> dict[int, Decimal]:
    """What each question is worth in the quiz, by its key."""
    return {entry.question.pk: entry.points for entry in quiz_questions(assignment)}
