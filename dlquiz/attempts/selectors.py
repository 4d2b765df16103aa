"""Reads: how far a student is, and what a course's questions earned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Max, OuterRef, Subquery

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt, Mark, Opinion
from dlquiz.attempts.querysets import AttemptQuerySet
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Topic
from dlquiz.questions.models import Question
from dlquiz.questions.selectors import open_questions, question_title

NOT_STARTED = "not_started"


@dataclass(frozen=True)
class QuestionProgress:
    """A question in a list, with where the student stands. ``status`` is one of ``dlquiz.core.statuses``."""

    slug: str
    title: Text
    kind: str
    number: int
    points: Decimal
    status: str
    fraction: Decimal | None


@dataclass(frozen=True)
class LatestMark:
    """The newest mark of a student's best attempt at a question."""

    user_id: int
    question_id: int
    attempt_id: int
    fraction: Decimal
    outcome: str


def topic_progress(user: User, topic: Topic) -> list[QuestionProgress]:
    """The topic's questions in order, each with the student's best standing."""
    questions = open_questions(topic)
    states = _states(user, questions)
    return [
        QuestionProgress(
            slug=question.slug,
            title=question_title(question),
            kind=question.kind,
            number=number,
            points=question.points,
            status=states[question.pk][0],
            fraction=states[question.pk][1],
        )
        for number, question in enumerate(questions, start=1)
    ]


def best_fractions(course: Course) -> dict[tuple[int, int], Decimal]:
    """Per student and question the best fraction over submitted attempts, each counted by its newest mark.

    Provisional marks count until a person decides otherwise.
    """
    rows = (
        _submitted_with_mark()
        .of_course(course)
        .filter(fraction__isnull=False)
        .values("user_id", "question_id")
        .annotate(best=Max("fraction"))
    )
    return {(row["user_id"], row["question_id"]): row["best"] for row in rows}


def latest_marks(course: Course) -> list[LatestMark]:
    """The best attempt of every student at every question of the course, with its newest mark."""
    rows = (
        _submitted_with_mark()
        .of_course(course)
        .filter(fraction__isnull=False)
        .order_by("user_id", "question_id", "-fraction", "-number")
        .values_list("user_id", "question_id", "pk", "fraction", "outcome")
    )
    best: dict[tuple[int, int], LatestMark] = {}
    for user_id, question_id, attempt_id, fraction, outcome in rows:
        best.setdefault(
            (user_id, question_id), LatestMark(user_id, question_id, attempt_id, fraction, outcome)
        )
    return list(best.values())


def attempts_of(user: User, question: Question) -> Sequence[Attempt]:
    """The student's submitted attempts, newest first, each with ``fraction`` and ``outcome``."""
    return list(_submitted_with_mark().by(user).at(question).select_related("version").order_by("-number"))


def current_attempt(user: User, question: Question) -> Attempt | None:
    """The attempt that the question page shows: the open one, else the last."""
    found = Attempt.objects.practice().by(user).at(question)
    return found.select_related("version").order_by("-number").first()


def newest_mark(attempt: Attempt) -> Mark | None:
    """The mark that counts."""
    return Mark.objects.newest_of(attempt).first()


def newest_marks(attempt: Attempt) -> tuple[Mark, Mark | None]:
    """The mark that counts, and the one before it if there is one."""
    newest, *earlier = Mark.objects.newest_of(attempt).select_related("by")[:2]
    return newest, earlier[0] if earlier else None


def opinion_of(attempt: Attempt) -> Opinion | None:
    """What the language model reads in the answer, if it was asked and its reply could be believed."""
    return Opinion.objects.filter(attempt=attempt).first()


def _submitted_with_mark() -> AttemptQuerySet:
    newest = Mark.objects.newest_of(OuterRef("pk"))
    return (
        Attempt.objects.practice()
        .submitted()
        .annotate(
            fraction=Subquery(newest.values("fraction")[:1]), outcome=Subquery(newest.values("outcome")[:1])
        )
    )


def _states(user: User, questions: Sequence[Question]) -> dict[int, tuple[str, Decimal | None]]:
    states: dict[int, tuple[str, Decimal | None]] = {q.pk: (NOT_STARTED, None) for q in questions}
    begun = (
        Attempt.objects.practice()
        .by(user)
        .filter(question__in=questions, state=Attempt.State.OPEN, draft_revision__gt=0)
    )
    for question_id in begun.values_list("question_id", flat=True):
        states[question_id] = ("open", None)
    marked = _submitted_with_mark().by(user).filter(question__in=questions, fraction__isnull=False)
    for question_id, fraction, outcome in marked.order_by("fraction", "number").values_list(
        "question_id", "fraction", "outcome"
    ):
        states[question_id] = (outcome, fraction)
    return states
