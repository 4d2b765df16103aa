"""Sending a job's message. The message is only a nudge: an id.

Whatever is not sent here, the reconciler sends later.
"""

from __future__ import annotations

from django.db import transaction

from dlquiz.core.broker import forget_failures, is_empty, send
from dlquiz.submissions import jobs

__all__ = ["forget_failures", "is_empty", "send", "send_on_commit"]


def send_on_commit(model: jobs.Jobs, pk: int, task: str, *, queue: str, priority: int = 0) -> None:
    """Send once the row is safe in the database.

    The row says already that it was sent, to save a write; that is taken back where the broker refuses. Who
    dies in between leaves a row whose message looks lost, and the reconciler finds those too.
    """

    def sent() -> None:
        if not send(task, pk, queue=queue, priority=priority):
            jobs.mark_unsent(model, pk)

    transaction.on_commit(sent, robust=True)
