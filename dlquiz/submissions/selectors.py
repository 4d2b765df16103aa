"""Reads: what counts, what is in front, what is stuck."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course
from dlquiz.submissions.models import Grade, Grading, Purpose, State, Submission
from dlquiz.tasks.models import Task


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One submission with the grade in force; ``counts`` marks the best."""

    submission: Submission
    grade: Grade | None
    counts: bool


@dataclass(frozen=True, slots=True)
class BestScore:
    """The result that counts for a person and task: the highest; of equals the first."""

    score: Decimal
    max_score: Decimal
    verdict: str
    receipt: str


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """Where a person stands with a task. ``state``: new, tried, passed."""

    state: str
    best: BestScore | None


def latest_grade(submission: Submission) -> Grade | None:
    """The grade in force."""
    return Grade.objects.filter(submission=submission).order_by("-number").first()


def latest_grading(submission: Submission) -> Grading | None:
    return Grading.objects.filter(submission=submission).order_by("-pk").first()


def submissions_ahead(submission: Submission) -> int | None:
    """How many wait in front; None once it is begun."""
    if submission.state != State.QUEUED:
        return None
    return Submission.objects.filter(state=State.QUEUED, created_at__lt=submission.created_at).count()


def latest_submission(user: User, task: Task) -> Submission | None:
    """The last one, of whichever purpose."""
    return Submission.objects.filter(user=user, task=task).select_related("task_version").first()


def history(user: User, task: Task) -> list[HistoryEntry]:
    """All submissions of the person for the task, latest first."""
    submissions = list(Submission.objects.filter(user=user, task=task).defer("source"))
    grades = {grade.submission_id: grade for grade in grades_in_force(s.pk for s in submissions)}
    best = best_scores_of(task.course, users=[user.pk], tasks=[task.pk]).get((user.pk, task.pk))
    return [
        HistoryEntry(s, grades.get(s.pk), counts=best is not None and best.receipt == s.receipt)
        for s in submissions
    ]


def grades_in_force(submissions: Iterable[int]) -> Sequence[Grade]:
    """The latest grade of each of these submissions, without its report."""
    last = Grade.objects.filter(submission=OuterRef("submission")).order_by("-number").values("number")[:1]
    found = Grade.objects.filter(submission__in=list(submissions), number=Subquery(last))
    return list(found.defer("report"))


def best_scores(course: Course) -> dict[tuple[int, int], BestScore]:
    """By (user, task): what counts, over the whole course. One query."""
    return best_scores_of(course)


def best_scores_of(
    course: Course, users: Sequence[int] | None = None, tasks: Sequence[int] | None = None
) -> dict[tuple[int, int], BestScore]:
    last = Grade.objects.filter(submission=OuterRef("submission")).order_by("-number").values("number")[:1]
    graded: QuerySet[Grade] = Grade.objects.filter(
        submission__task__course=course, submission__purpose=Purpose.SUBMIT, number=Subquery(last)
    )
    if users is not None:
        graded = graded.filter(submission__user__in=users)
    if tasks is not None:
        graded = graded.filter(submission__task__in=tasks)
    rows = graded.order_by("submission__created_at", "submission").values_list(
        "submission__user", "submission__task", "score", "max_score", "verdict", "submission__receipt"
    )
    best: dict[tuple[int, int], BestScore] = {}
    for user, task, score, max_score, verdict, receipt in rows:
        known = best.get((user, task))
        if known is None or score * known.max_score > known.score * max_score:
            best[user, task] = BestScore(score, max_score, verdict, receipt)
    return best


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


def stuck_submissions() -> Sequence[Submission]:
    """What we could not grade, oldest first: for the staff."""
    stuck = Submission.objects.filter(state=State.INFRASTRUCTURE_ERROR).select_related("user", "task")
    return list(stuck.order_by("created_at"))
