"""Finds what a crash, a lost message or a broker that was down left behind, and sends it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.db.models import Q

from dlquiz.submissions import jobs, queue
from dlquiz.submissions.models import Lane, Submission
from dlquiz.submissions.services import GRADE_TASK, gradings_close_lost

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job: its model, the task that does it, where its messages go, and which rows are meant."""

    model: jobs.Jobs
    task: str
    queue: str
    rows: Q = jobs.ALL


_kinds: list[Kind] = [Kind(Submission, GRADE_TASK, lane, Q(queue=lane)) for lane in Lane.values]


def register(kind: Kind) -> None:
    """Have another kind of job looked after; apps above this one call it when they are ready."""
    if kind not in _kinds:
        _kinds.append(kind)


def kinds() -> tuple[Kind, ...]:
    """All kinds of job that are looked after."""
    return tuple(_kinds)


def reconcile(send: Callable[..., bool] = queue.send) -> int:
    """Give up what failed too often and send what waits, until the broker refuses. How many were sent."""
    queue.forget_failures()
    gradings_close_lost()
    sent = 0
    for kind in _kinds:
        given_up = jobs.give_up(kind.model)
        if given_up:
            log.error("jobs given up", kind=kind.model.__name__, count=given_up)
        for job in jobs.waiting(kind.model, kind.rows, broker_is_empty=queue.is_empty(kind.queue)):
            if not send(kind.task, job.pk, queue=kind.queue, priority=job.priority):
                return sent
            jobs.mark_dispatched(kind.model, job.pk)
            sent += 1
    return sent
