"""Jobs that no death of a process loses: the row is the outbox, a lease and a token guard it.

Any model with ``JobFields`` can be worked on this way. A worker claims a row by a conditional UPDATE,
which raises ``attempt``; that number is its fencing token, and nothing is written but under it. Works
the same on PostgreSQL and SQLite: no row locks, no ``skip_locked``.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import DatabaseError, connection, models
from django.db.models import Q
from django.utils import timezone

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=30)
RENEW_SECONDS = LEASE.total_seconds() / 3
MAX_ATTEMPTS = 3
# A message that has been out for so long without a claim is taken for lost and sent again.
STALE = timedelta(seconds=20)
BATCH = 200

QUEUED, RUNNING, INFRASTRUCTURE_ERROR = "queued", "running", "infrastructure_error"


class JobFields(models.Model):
    """What a row needs to be a job. ``state`` is the model's own field, with at least the states above."""

    attempt = models.PositiveIntegerField(default=0, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    dispatched_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


Jobs = type[models.Model]


def claim(model: Jobs, pk: int) -> int | None:
    """Take the job for this worker; its token, or None where it is not to be had."""
    row = model._default_manager.filter(pk=pk).values_list("attempt", flat=True).first()
    if row is None:
        return None
    now = timezone.now()
    taken = (
        model._default_manager.filter(pk=pk, attempt=row, attempt__lt=MAX_ATTEMPTS)
        .filter(_claimable(now))
        .update(state=RUNNING, attempt=row + 1, lease_until=now + LEASE)
    )
    return row + 1 if taken else None


def _claimable(now: datetime) -> Q:
    return Q(state=QUEUED) | Q(state=RUNNING, lease_until__lt=now)


def mine(model: Jobs, pk: int, token: int) -> models.QuerySet[Any]:
    """The row, as long as the token is still the latest: every write of a worker goes through this."""
    return model._default_manager.filter(pk=pk, attempt=token, state=RUNNING)


def renew(model: Jobs, pk: int, token: int) -> bool:
    """Keep the lease for another while; False where it has been lost."""
    return bool(mine(model, pk, token).update(lease_until=timezone.now() + LEASE))


def release(model: Jobs, pk: int, token: int) -> bool:
    """Give the job back after a fault of ours; the reconciler sends it again after a pause."""
    return bool(mine(model, pk, token).update(state=QUEUED, lease_until=None, dispatched_at=timezone.now()))


def finish(model: Jobs, pk: int, token: int, state: str, **values: Any) -> bool:
    """Close the job under its token; False where another worker has it. Call inside a transaction."""
    return bool(
        mine(model, pk, token).update(state=state, lease_until=None, finished_at=timezone.now(), **values)
    )


def give_up(model: Jobs) -> int:
    """Put jobs that failed too often, through no fault of theirs, before the staff. How many."""
    now = timezone.now()
    return (
        model._default_manager.filter(attempt__gte=MAX_ATTEMPTS)
        .filter(_claimable(now))
        .update(state=INFRASTRUCTURE_ERROR, lease_until=None, finished_at=now)
    )


def retry(model: Jobs, pk: int) -> bool:
    """Begin again with a job that was given up: staff have mended what was wrong."""
    return bool(
        model._default_manager.filter(pk=pk, state=INFRASTRUCTURE_ERROR).update(
            state=QUEUED, attempt=0, lease_until=None, dispatched_at=None, finished_at=None
        )
    )


def waiting(model: Jobs) -> Iterable[int]:
    """Keys of jobs to be sent: never sent, sent long ago and not begun, or begun and abandoned."""
    now = timezone.now()
    unsent = Q(state=QUEUED, dispatched_at__isnull=True)
    stale = Q(state=QUEUED, dispatched_at__lt=now - STALE)
    abandoned = Q(state=RUNNING, lease_until__lt=now)
    found = model._default_manager.filter(attempt__lt=MAX_ATTEMPTS).filter(unsent | stale | abandoned)
    return list(found.order_by("created_at").values_list("pk", flat=True)[:BATCH])


def mark_dispatched(model: Jobs, pk: int) -> None:
    model._default_manager.filter(pk=pk).exclude(state=INFRASTRUCTURE_ERROR).update(
        dispatched_at=timezone.now()
    )


class LeaseKeeper:
    """Renews a lease from a thread while the job runs. ``lost`` once somebody else has it."""

    def __init__(self, model: Jobs, pk: int, token: int) -> None:
        self._model, self._pk, self._token = model, pk, token
        self._done = threading.Event()
        self._thread: threading.Thread | None = None
        self.lost = False

    def __enter__(self) -> LeaseKeeper:
        # Verdicts usually come within the first period: the thread is then never more than started.
        self._thread = threading.Thread(target=self._keep, name="lease", daemon=True)
        self._thread.start()
        return self

    def _keep(self) -> None:
        try:
            while not self._done.wait(RENEW_SECONDS):
                try:
                    if not renew(self._model, self._pk, self._token):
                        self.lost = True
                        return
                except DatabaseError:
                    # The lease outlives two missed renewals; the fence holds even when it does not.
                    log.warning("lease not renewed", job=self._pk, exc_info=True)
        finally:
            connection.close()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()
