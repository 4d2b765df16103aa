"""Writes: drafts, submissions, grades."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F, Max
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.submissions import jobs, queue
from dlquiz.submissions.errors import (
    DraftConflict,
    NotPublished,
    SourceTooLarge,
    TooManyAtOnce,
    TooManyInFlight,
)
from dlquiz.submissions.models import Draft, Grade, Grading, Lane, Outcome, Purpose, State, Submission
from dlquiz.tasks.models import Task
from dlquiz.tasks.selectors import package_of
from graders.contract import Report

GRADE_TASK = "dlquiz.submissions.tasks.grade"
# By the device of a task's package.
LANES = {"cpu": Lane.CPU, "cuda": Lane.GPU}
# Of one student: so many may wait at a time, and so many may be sent in a minute.
IN_FLIGHT_LIMIT = 5
PER_MINUTE_LIMIT = 60
LOWEST_PRIORITY = 9
# The first worker's token: no attempt was lost before it, and no grade was given.
FIRST = 1


@transaction.atomic
def submission_create(*, user: User, task: Task, source: str, purpose: Purpose) -> Submission:
    """Store what was sent and have it graded. Raises ``SubmissionRefused`` and stores nothing.

    The task's current version is pinned. The message is sent once the row is committed.
    """
    if task.current is None:
        raise NotPublished
    package = package_of(task.current)
    _check_size(source, package.limits.source_kib)
    in_flight = _check_pace(user)
    submission = Submission.objects.create(
        user=user,
        task=task,
        task_version=task.current,
        digest=task.current.digest,
        purpose=purpose,
        # PostgreSQL keeps no zero character; the sign in its place is a syntax error outside of texts.
        source=source.replace("\0", "\ufffd").encode("utf-8", "replace").decode(),
        queue=LANES[package.device],
        priority=_priority(in_flight, purpose),
        dispatched_at=timezone.now(),
    )
    _send(submission)
    return submission


def _send(submission: Submission) -> None:
    priority = submission.priority
    queue.send_on_commit(Submission, submission.pk, GRADE_TASK, queue=submission.queue, priority=priority)


def _check_size(source: str, limit_kib: int) -> None:
    if len(source.encode("utf-8", "surrogatepass")) > limit_kib * 1024:
        raise SourceTooLarge(limit_kib)


def _check_pace(user: User) -> int:
    """How many submissions of the student wait. Raises ``SubmissionRefused`` where it is enough."""
    # Held until the end of the transaction: of two requests at the same moment, the second counts the first.
    User.objects.select_for_update(no_key=True).filter(pk=user.pk).values("pk").first()
    own, now = Submission.objects.filter(user=user), timezone.now()
    in_flight = own.filter(state__in=(State.QUEUED, State.RUNNING)).count()
    if in_flight >= IN_FLIGHT_LIMIT:
        raise TooManyInFlight(IN_FLIGHT_LIMIT)
    if own.filter(created_at__range=(now - timedelta(minutes=1), now)).count() >= PER_MINUTE_LIMIT:
        raise TooManyAtOnce(PER_MINUTE_LIMIT)
    return in_flight


def _priority(in_flight: int, purpose: Purpose) -> int:
    """0 is the highest. Who has much in the queue stands behind the others; runs behind submissions."""
    return min(2 * in_flight + (purpose == Purpose.RUN), LOWEST_PRIORITY)


@transaction.atomic
def grading_begin(*, pk: int, worker: str, lane: str = Lane.CPU) -> Grading | None:
    """Claim the submission for this worker, which serves ``lane``; None where it is not to be had."""
    submission = Submission.objects.filter(pk=pk).first()
    if submission is None or submission.queue != lane:
        return None
    token = jobs.claim(Submission, pk, submission.attempt)
    if token is None:
        return None
    submission.attempt, submission.state = token, State.RUNNING
    if token > FIRST:
        _close_lost(Grading.objects.filter(submission=pk))
    return Grading.objects.create(submission=submission, attempt=token, worker=worker)


def grading_progress(*, grading: Grading, decided: list[dict[str, Any]]) -> None:
    """Keep the cases decided so far, for the page that waits."""
    Grading.objects.filter(pk=grading.pk).update(progress=decided)


@transaction.atomic
def grading_fail(*, grading: Grading, detail: str) -> bool:
    """Give the submission back after a fault of ours. False where another worker has it."""
    _grading_end(grading.submission, grading.attempt, Outcome.FAULT, detail)
    return jobs.release(Submission, grading.submission_id, grading.attempt)


@transaction.atomic
def grade_record(*, submission: Submission, token: int, report: Report) -> Grade | None:
    """Insert the grade, under the worker's token. None, and no grade, where it is not the latest."""
    if not jobs.finish(Submission, submission.pk, token, State.GRADED):
        _grading_end(submission, token, Outcome.LOST)
        return None
    _grading_end(submission, token, Outcome.GRADED)
    return Grade.objects.create(
        submission=submission,
        number=_next_number(submission) if token > FIRST else 1,
        report=report.to_json(),
        verdict=report.verdict,
        score=Decimal(str(report.score)),
        max_score=Decimal(str(report.max_score)),
        engine_version=report.versions.get("engine", ""),
    )


def _next_number(submission: Submission) -> int:
    last = Grade.objects.filter(submission=submission).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _grading_end(submission: Submission, token: int, outcome: Outcome, detail: str = "") -> None:
    open_one = Grading.objects.filter(submission=submission, attempt=token, ended_at=None)
    open_one.update(ended_at=timezone.now(), outcome=outcome, detail=detail, progress=[])


def gradings_close_lost() -> int:
    """Note the end of attempts whose worker died or lost its lease. How many."""
    return _close_lost(
        Grading.objects.exclude(submission__state=State.RUNNING, submission__attempt=F("attempt"))
    )


def _close_lost(gradings: models.QuerySet[Grading]) -> int:
    return gradings.filter(ended_at=None).update(ended_at=timezone.now(), outcome=Outcome.LOST, progress=[])


@transaction.atomic
def submission_retry(*, submission: Submission) -> bool:
    """Staff: run a submission again that we could not grade. False where it is not such a one."""
    if not jobs.retry(Submission, submission.pk):
        return False
    _send(submission)
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
