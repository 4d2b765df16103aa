"""Sending a job's message. A broker that is down costs the sender next to nothing.

The message is only a nudge: an id. Whatever is not sent here, the reconciler sends later.
"""

from __future__ import annotations

import time

import structlog
from django.db import transaction
from kombu.exceptions import KombuError

from dlquiz.celery import app
from dlquiz.submissions import jobs

log = structlog.get_logger(__name__)

# After a failure nobody tries again for so long: one sender pays the time-out, not each of them.
PAUSE_SECONDS = 2.0
_down_until = 0.0


def send(task: str, pk: int, *, queue: str, priority: int = 0) -> bool:
    """Publish a job's message; False where the broker does not take it."""
    global _down_until
    if time.monotonic() < _down_until:
        return False
    try:
        app.send_task(task, args=(pk,), queue=queue, priority=priority, retry=False, ignore_result=True)
    except (KombuError, OSError) as error:
        _down_until = time.monotonic() + PAUSE_SECONDS
        log.warning("message not sent", task=task, job=pk, error=str(error))
        return False
    return True


def send_on_commit(model: jobs.Jobs, pk: int, task: str, *, queue: str, priority: int = 0) -> None:
    """Send once the row is safe in the database, and note that it was sent."""

    def sent() -> None:
        if send(task, pk, queue=queue, priority=priority):
            jobs.mark_dispatched(model, pk)

    transaction.on_commit(sent, robust=True)


def forget_failures() -> None:
    """Try the broker again at once."""
    global _down_until
    _down_until = 0.0
