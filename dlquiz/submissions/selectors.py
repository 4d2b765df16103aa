"""Reads: what counts, what is in front, what is stuck."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, FloatField, OuterRef, Q, QuerySet, Window
from django.db.models.functions import Cast, RowNumber
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course
from dlquiz.submissions.models import Draft, Explanation, Grade, Grading, Purpose, State, Submission
from dlquiz.tasks.models import Task
from dlquiz.tasks.selectors import TaskEntry, named_tasks

# A submission that has waited for so long is not waiting for its turn.
OVERDUE = timedelta(minutes=10)
# Of other verdicts there is nothing to find out: the message says all there is.
EXPLAINED = ("wrong", "crashed")
# A page asks for an explanation for so long.
EXPLANATION_WAIT = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One submission with the grade in force; ``counts`` marks the best."""

    submission: Submission
    grade: Grade | None
    counts: bool


@dataclass(frozen=True, slots=True)
class BestScore:
    """The result that counts for a person and task: the highest; of equals the first.

    ``attempts`` is how many graded ones it was chosen from.
    """

    score: Decimal
    max_score: Decimal
    verdict: str
    receipt: str
    attempts: int


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """Where a person stands with a task. ``state``: new, tried, passed."""

    state: str
    best: BestScore | None


def latest_grade(submission: Submission) -> Grade | None:
    """The grade in force."""
    return Grade.objects.filter(submission=submission).order_by("-number").first()


def is_explained(verdict: str, cases: int) -> bool:
    """Whether an explanation follows a report of this verdict with so many cases."""
    return verdict in EXPLAINED and cases > 0


def explanation_of(grade: Grade) -> Explanation | None:
    """What was found out about a grade; None where nothing was looked for, or not yet."""
    return Explanation.objects.filter(grade=grade, content__isnull=False).first()


def is_explanation_awaited(grade: Grade, explanation: Explanation | None) -> bool:
    """Whether one is on its way. After a while it is not: it was lost, which costs nobody a mark."""
    young = timezone.now() - grade.created_at < EXPLANATION_WAIT
    return explanation is None and young and is_explained(grade.verdict, len(grade.report["cases"]))


def latest_grading(submission: Submission) -> Grading | None:
    return Grading.objects.filter(submission=submission).order_by("-pk").first()


def somebody_waits(lane: str) -> bool:
    """Whether a submission waits for its turn in this queue."""
    return Submission.objects.filter(state=State.QUEUED, queue=lane).exists()


def submissions_ahead(submission: Submission) -> int | None:
    """How many wait in front; None once it is begun."""
    if submission.state != State.QUEUED:
        return None
    waiting = Submission.objects.filter(state=State.QUEUED, queue=submission.queue)
    return waiting.filter(created_at__lt=submission.created_at).count()


def latest_submission(user: User, task: Task) -> Submission | None:
    """The last one, of whichever purpose."""
    found = Submission.objects.filter(user=user, task=task).select_related("task", "task_version")
    return found.defer("task_version__files", "task_version__proof").first()


def editor_draft(user: User, task: Task, latest: Submission | None) -> Draft | None:
    """What the editor begins with: the draft, or what was sent since it was saved."""
    draft = Draft.objects.filter(user=user, task=task).first()
    if latest is None or (draft is not None and draft.saved_at >= latest.created_at):
        return draft
    revision = draft.revision if draft is not None else 0
    return Draft(source=latest.source, revision=revision, saved_at=latest.created_at)


def history(user: User, task: Task) -> QuerySet[Submission]:
    """All submissions of the person for the task, latest first, without their code."""
    return Submission.objects.filter(user=user, task=task).defer("source")


def history_entries(user: User, task: Task, submissions: Sequence[Submission]) -> list[HistoryEntry]:
    """These submissions with their grades in force. Two queries."""
    grades = {grade.submission_id: grade for grade in grades_in_force(s.pk for s in submissions)}
    best = best_score(user, task)
    return [
        HistoryEntry(s, grades.get(s.pk), counts=best is not None and best.receipt == s.receipt)
        for s in submissions
    ]


def grades_in_force(submissions: Iterable[int]) -> Sequence[Grade]:
    """The latest grade of each of these submissions, without its report."""
    found = Grade.objects.filter(submission__in=list(submissions)).exclude(_superseded())
    return list(found.defer("report"))


def _superseded() -> Exists:
    """Whether a regrade has taken this grade's place."""
    later = Grade.objects.filter(submission=OuterRef("submission"), number__gt=OuterRef("number"))
    return Exists(later)


def best_score(user: User, task: Task) -> BestScore | None:
    """What counts for this person and task."""
    return best_scores_of(task.course, users=[user.pk], tasks=[task.pk]).get((user.pk, task.pk))


def best_scores(course: Course) -> dict[tuple[int, int], BestScore]:
    """By (user, task): what counts, over the whole course. One query."""
    return best_scores_of(course)


def best_scores_of(
    course: Course, users: Sequence[int] | None = None, tasks: Sequence[int] | None = None
) -> dict[tuple[int, int], BestScore]:
    """By (user, task): what counts, for these users and tasks (None: all). One query, one row each."""
    graded = Grade.objects.filter(submission__task__course=course, submission__purpose=Purpose.SUBMIT)
    graded = graded.exclude(_superseded())
    if users is not None:
        graded = graded.filter(submission__user__in=users)
    if tasks is not None:
        graded = graded.filter(submission__task__in=tasks)
    # Versions of a task may differ in points, so shares are compared. As floats: SQLite divides whole
    # numbers without a remainder.
    share = Cast("score", FloatField()) / Cast("max_score", FloatField())
    work = ("submission__user", "submission__task")
    order = (share.desc(), "submission__created_at", "submission")
    place = Window(RowNumber(), partition_by=work, order_by=order)
    attempts = Window(Count("pk"), partition_by=work)
    rows = graded.annotate(place=place, attempts=attempts).filter(place=1)
    columns = ("score", "max_score", "verdict", "submission__receipt", "attempts")
    found: QuerySet[Any, Any] = rows.order_by().values_list("submission__user", "submission__task", *columns)
    return {(user, task): BestScore(*counted) for user, task, *counted in found.iterator()}


def task_progress(user: User, course: Course, tasks: Sequence[int]) -> dict[int, TaskProgress]:
    """Where the person stands with each of these tasks. Two queries."""
    best = best_scores_of(course, users=[user.pk], tasks=tasks)
    tried = set(Submission.objects.filter(user=user, task__in=tasks).values_list("task", flat=True))
    found = {}
    for task in tasks:
        score = best.get((user.pk, task))
        if score is not None and score.verdict == "pass":
            state = "passed"
        else:
            state = "tried" if task in tried else "new"
        found[task] = TaskProgress(state, score)
    return found


def prerequisites(user: User, course: Course, slugs: Sequence[str]) -> list[tuple[TaskEntry, TaskProgress]]:
    """The tasks that one builds on, each with where the person stands. No query where there are none."""
    needed = named_tasks(course, slugs) if slugs else []
    progress = task_progress(user, course, [entry.id for entry in needed]) if needed else {}
    return [(entry, progress[entry.id]) for entry in needed]


def stuck_submissions(now: datetime | None = None) -> Sequence[Submission]:
    """What we could not grade, and what has waited for too long, oldest first: for the staff."""
    overdue = (now or timezone.now()) - OVERDUE
    stuck = Submission.objects.filter(
        Q(state=State.INFRASTRUCTURE_ERROR)
        | Q(state__in=(State.QUEUED, State.RUNNING), created_at__lt=overdue)
    )
    return list(stuck.select_related("user", "task").defer("source").order_by("created_at"))
