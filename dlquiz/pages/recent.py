"""What a person did last: where they stopped, and the verdicts since."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.attempts.access import address_of
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, Course
from dlquiz.pages.standing import work_address
from dlquiz.questions.selectors import question_title
from dlquiz.submissions.models import Draft, Grade, Purpose
from dlquiz.tasks.models import Task

SHOWN = 5
# Of quizzes only what is reviewed at once: other marks are not to be seen before the quiz is over.
_SHOWN = Q(attempt__sitting__assignment__review=Assignment.Review.AT_ONCE)


@dataclass(frozen=True, slots=True)
class Trace:
    """Something a person did. ``status`` is a name of ``dlquiz.core.statuses``."""

    kind: str
    slug: str
    title: Text
    address: str
    status: str
    at: datetime.datetime


def last_draft(user: User, courses: Collection[Course]) -> Trace | None:
    """The question or task at which the person wrote last without finishing. Two queries."""
    return max(_open_drafts(user, courses), key=lambda trace: trace.at, default=None)


def latest_verdicts(user: User, courses: Collection[Course]) -> list[Trace]:
    """What was decided last about the person's work, newest first. Two queries."""
    found = [*_marks(user, courses), *_grades(user, courses)]
    return sorted(found, key=lambda trace: trace.at, reverse=True)[:SHOWN]


def _open_drafts(user: User, courses: Collection[Course]) -> Iterator[Trace]:
    attempt = (
        Attempt.objects.by(user)
        .filter(question__course__in=courses, state=Attempt.State.OPEN, draft_saved_at__isnull=False)
        .select_related("question__course", "question__current", "sitting__assignment")
        .order_by("-draft_saved_at")
        .first()
    )
    if attempt is not None and attempt.draft_saved_at is not None:
        yield _of_question(attempt, "open", attempt.draft_saved_at)
    draft = (
        Draft.objects.filter(user=user, task__course__in=courses)
        .select_related("task__course", "task__current")
        .defer("source", "task__current__files", "task__current__proof")
        .order_by("-saved_at")
        .first()
    )
    if draft is not None:
        address = work_address("task", draft.task.course.slug, draft.task.slug)
        yield Trace("task", draft.task.slug, _task_title(draft.task), address, "open", draft.saved_at)


def _marks(user: User, courses: Collection[Course]) -> Iterator[Trace]:
    marks = (
        Mark.objects.filter(attempt__user=user, attempt__question__course__in=courses)
        .filter(Q(attempt__sitting__isnull=True) | _SHOWN)
        .select_related(
            "attempt__question__course", "attempt__question__current", "attempt__sitting__assignment"
        )
        .order_by("-created_at")[:SHOWN]
    )
    for mark in marks:
        yield _of_question(mark.attempt, mark.outcome, mark.created_at)


def _grades(user: User, courses: Collection[Course]) -> Iterator[Trace]:
    grades = (
        Grade.objects.filter(
            submission__user=user, submission__purpose=Purpose.SUBMIT, submission__task__course__in=courses
        )
        .select_related("submission__task__current")
        .defer("report", "submission__source", "submission__task__current__files")
        .order_by("-created_at")[:SHOWN]
    )
    for grade in grades:
        task = grade.submission.task
        address = reverse("submissions:result", args=[grade.submission.receipt])
        yield Trace("task", task.slug, _task_title(task), address, grade.verdict, grade.created_at)


def _of_question(attempt: Attempt, status: str, at: datetime.datetime) -> Trace:
    question = attempt.question
    return Trace("question", question.slug, question_title(question), address_of(attempt), status, at)


def _task_title(task: Task) -> Text:
    return task.current.title if task.current is not None else Text(task.slug, task.slug)
