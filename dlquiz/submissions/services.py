"""Writes: drafts, submissions, grades."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.submissions import jobs, queue
from dlquiz.submissions.errors import DraftConflict, SourceTooLarge, TooManyInFlight
from dlquiz.submissions.models import Draft, Grade, Grading, Purpose, State, Submission
from dlquiz.tasks.models import Task
from dlquiz.tasks.selectors import package_of
from graders.contract import Report

GRADE_TASK = "dlquiz.submissions.tasks.grade"
IN_FLIGHT_LIMIT = 5
LOWEST_PRIORITY = 9


@transaction.atomic
def submission_create(*, user: User, task: Task, source: str, purpose: Purpose) -> Submission:
    """Store what was sent and have it graded. Raises ``SubmissionRefused`` and stores nothing.

    The task's current version is pinned. The message is sent once the row is committed.
    """
    assert task.current is not None
    limit = package_of(task.current).limits.source_kib
    if len(source.encode("utf-8", "surrogatepass")) > limit * 1024:
        raise SourceTooLarge(limit)
    waiting = Submission.objects.filter(user=user, state__in=(State.QUEUED, State.RUNNING)).count()
    if waiting >= IN_FLIGHT_LIMIT:
        raise TooManyInFlight(IN_FLIGHT_LIMIT)
    submission = Submission.objects.create(
        user=user,
        task=task,
        task_version=task.current,
        digest=task.current.digest,
        purpose=purpose,
        # PostgreSQL keeps no zero character; the engine would call it a syntax error just as well.
        source=source.replace("\0", "\ufffd").encode("utf-8", "replace").decode(),
        priority=min(waiting * 2, LOWEST_PRIORITY),
    )
    queue.send_on_commit(Submission, submission.pk, GRADE_TASK, queue="cpu", priority=submission.priority)
    return submission


@transaction.atomic
def grade_record(*, submission: Submission, token: int, report: Report) -> Grade | None:
    """Insert the grade, under the worker's token. None, and nothing written, where it is not the latest."""
    if not jobs.finish(Submission, submission.pk, token, State.GRADED):
        return None
    last = Grade.objects.filter(submission=submission).aggregate(last=Max("number"))["last"] or 0
    return Grade.objects.create(
        submission=submission,
        number=last + 1,
        report=report.to_json(),
        verdict=report.verdict,
        score=Decimal(str(report.score)),
        max_score=Decimal(str(report.max_score)),
        engine_version=report.versions.get("engine", ""),
    )


def grading_begin(*, submission: Submission, token: int, worker: str) -> Grading:
    """Note that a worker is at it."""
    return Grading.objects.create(submission=submission, attempt=token, worker=worker)


def grading_progress(*, grading: Grading, decided: list[dict[str, Any]]) -> None:
    """Keep the cases decided so far, for the page that waits."""
    Grading.objects.filter(pk=grading.pk).update(progress=decided)


def grading_end(*, grading: Grading, outcome: str) -> None:
    """Note how the attempt ended."""
    Grading.objects.filter(pk=grading.pk).update(ended_at=timezone.now(), outcome=outcome[:200], progress=[])


@transaction.atomic
def submission_retry(*, submission: Submission) -> bool:
    """Staff: run a submission again that we could not grade. False where it is not such a one."""
    if not jobs.retry(Submission, submission.pk):
        return False
    queue.send_on_commit(Submission, submission.pk, GRADE_TASK, queue="cpu", priority=0)
    return True


def draft_save(*, user: User, task: Task, source: str, revision: int) -> Draft:
    """Save a draft over ``revision`` (0: none known). ``DraftConflict`` where another came first."""
    now = timezone.now()
    saved = Draft.objects.filter(user=user, task=task, revision=revision).update(
        source=source, revision=F("revision") + 1, saved_at=now
    )
    if not saved:
        _draft_insert(user, task, source, revision)
    return Draft.objects.get(user=user, task=task)


def _draft_insert(user: User, task: Task, source: str, revision: int) -> None:
    try:
        with transaction.atomic():
            Draft.objects.create(user=user, task=task, source=source, saved_at=timezone.now())
    except IntegrityError:
        existing = Draft.objects.get(user=user, task=task)
        if existing.source != source:
            raise DraftConflict(existing) from None
