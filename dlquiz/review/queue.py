"""Reads: which answers wait for a person, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Subquery

from dlquiz.attempts.models import Appeal, Attempt, Mark
from dlquiz.attempts.qualification import Qualification, qualifications_of
from dlquiz.attempts.querysets import AttemptQuerySet
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course
from dlquiz.questions.models import Phrasing, Question
from dlquiz.questions.selectors import question_title


@dataclass(frozen=True)
class Line:
    """A question with answers that wait, and how far its automatic marks are trusted."""

    question: Question
    title: Text
    waiting: int
    qualification: Qualification


@dataclass(frozen=True)
class Queue:
    """All that waits for the staff of a course."""

    lines: Sequence[Line]
    appeals: int
    audits: int
    proposed: Sequence[Phrasing]
    learned: Sequence[Phrasing]

    @property
    def waiting(self) -> int:
        return sum(line.waiting for line in self.lines)


def queue_of(course: Course) -> Queue:
    """What waits in the course, the questions with most answers first."""
    counts = Counter(waiting_answers(course).values_list("question_id", flat=True))
    questions = Question.objects.filter(pk__in=counts).select_related("topic", "current")
    asked = [(question, question.current) for question in questions if question.current is not None]
    known = qualifications_of(version for _, version in asked)
    lines = [
        Line(question, question_title(question), counts[question.pk], known[version.pk])
        for question, version in asked
    ]
    lines.sort(key=lambda line: (-line.waiting, line.question.slug))
    taught = Phrasing.objects.filter(question__course=course).select_related("question__current")
    return Queue(
        lines=lines,
        appeals=open_appeals(course).count(),
        audits=open_audits(course).count(),
        proposed=list(taught.filter(state=Phrasing.State.PROPOSED).order_by("proposed_at", "pk")),
        learned=list(taught.filter(state=Phrasing.State.APPROVED).order_by("-decided_at", "-pk")),
    )


def waiting_answers(course: Course) -> AttemptQuerySet:
    """Submitted answers whose newest mark is provisional, longest waiting first."""
    newest = Mark.objects.newest_of(OuterRef("pk"))
    return (
        Attempt.objects.of_course(course)
        .submitted()
        .annotate(standing=Subquery(newest.values("outcome")[:1]))
        .filter(standing=Mark.Outcome.PROVISIONAL)
        .order_by("submitted_at", "pk")
    )


def open_appeals(course: Course) -> AttemptQuerySet:
    """Answers that a student has asked a person to read, longest waiting first."""
    return (
        Attempt.objects.of_course(course)
        .filter(appeals__mark__isnull=True, appeals__isnull=False)
        .order_by("appeals__created_at", "pk")
    )


def open_audits(course: Course) -> AttemptQuerySet:
    """Answers drawn by chance to check an automatic mark, which no person has read yet."""
    read = Mark.objects.filter(attempt=OuterRef("pk"), by__isnull=False).exclude(cause=Mark.Cause.REGRADED)
    return (
        Attempt.objects.of_course(course)
        .submitted()
        .filter(is_audited=True)
        .filter(~Exists(read))
        .order_by("submitted_at", "pk")
    )


def open_appeal_of(attempt: Attempt) -> Appeal | None:
    """The appeal that waits, if there is one."""
    return Appeal.objects.filter(attempt=attempt, mark__isnull=True).first()
