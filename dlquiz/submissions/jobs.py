"""Jobs that no death of a process loses: the row is the outbox, a lease and a token guard it.

Any model with ``JobFields`` can be worked on this way. A worker claims a row by a conditional UPDATE,
which raises ``attempt``; that number is its fencing token, and nothing is written but under it. It never
goes down again, so that a token once lost stays lost. Works the same on PostgreSQL and SQLite: no row
locks, no ``skip_locked``.

Stored times are of the wall clock, which may jump. A time further ahead than any that is ever written was
written before the clock went back, and counts as past: at worst a job is done twice, and recorded once.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

import structlog
from django.conf import settings
from django.db import DatabaseError, connection, models
from django.db.models import F, Q
from django.utils import timezone

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=settings.LEASE_SECONDS)
MAX_ATTEMPTS = 3
# What has been sent this long ago and was not begun is sent again in any case ...
STALE = timedelta(seconds=60)
# ... and so soon where the broker holds no message at all: then it has lost this one.
LOST = timedelta(seconds=3)
# After a fault of ours: time for a zygote to come back or a disk to be emptied, longer each time.
PAUSE = timedelta(seconds=2)
PAUSE_DOUBLINGS = 5
BATCH = 200
ALL = Q()

QUEUED, RUNNING, INFRASTRUCTURE_ERROR = "queued", "running", "infrastructure_error"


class JobFields(models.Model):
    """What a row needs to be a job. ``state`` is the model's own field, with at least the states above."""

    # The fencing token: how often a worker has begun, over the whole life of the row.
    attempt = models.PositiveIntegerField(default=0, editable=False)
    # After so many attempts the staff look at it; a retry by them raises this and not the token.
    attempt_limit = models.PositiveIntegerField(default=MAX_ATTEMPTS, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    # Not sent again before this, after a fault.
    paused_until = models.DateTimeField(null=True, blank=True, editable=False)
    dispatched_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Of the message: 0 is the highest.
    priority = models.PositiveSmallIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class Waiting(NamedTuple):
    """A job whose message is to be sent."""

    pk: int
    priority: int


Jobs = type[models.Model]


def claim(model: Jobs, pk: int, attempt: int | None = None) -> int | None:
    """Take the job for this worker; its token, or None where it is not to be had.

    ``attempt`` is the row's, for who has just read it; where it has changed since, the job is not to be had.
    """
    if attempt is None:
        attempt = model._default_manager.filter(pk=pk).values_list("attempt", flat=True).first()
    if attempt is None:
        return None
    now = timezone.now()
    taken = (
        model._default_manager.filter(pk=pk, attempt=attempt, attempt_limit__gt=attempt)
        .filter(_claimable(now))
        .update(state=RUNNING, attempt=attempt + 1, lease_until=now + LEASE, paused_until=None)
    )
    return attempt + 1 if taken else None


def _claimable(now: datetime) -> Q:
    return Q(state=QUEUED) | (Q(state=RUNNING) & _lease_is_over(now))


def _lease_is_over(now: datetime) -> Q:
    # One that reaches further than a lease, and another for clocks that differ, was taken before a jump.
    return Q(lease_until__lt=now) | Q(lease_until__gt=now + 2 * LEASE)


def mine(model: Jobs, pk: int, token: int) -> models.QuerySet[Any]:
    """The row, as long as the token is still the latest: every write of a worker goes through this."""
    return model._default_manager.filter(pk=pk, attempt=token, state=RUNNING)


def renew(model: Jobs, pk: int, token: int) -> bool:
    """Keep the lease for another while; False where it has been lost."""
    return bool(mine(model, pk, token).update(lease_until=timezone.now() + LEASE))


def release(model: Jobs, pk: int, token: int) -> bool:
    """Give the job back after a fault of ours; the reconciler sends it again after a pause."""
    pause = PAUSE * 2 ** min(token - 1, PAUSE_DOUBLINGS)
    return bool(
        mine(model, pk, token).update(
            state=QUEUED, lease_until=None, dispatched_at=None, paused_until=timezone.now() + pause
        )
    )


def finish(model: Jobs, pk: int, token: int, state: str, **values: Any) -> bool:
    """Close the job under its token; False where another worker has it. Call inside a transaction."""
    return bool(
        mine(model, pk, token).update(state=state, lease_until=None, finished_at=timezone.now(), **values)
    )


def give_up(model: Jobs) -> int:
    """Put jobs that failed too often, through no fault of theirs, before the staff. How many."""
    now = timezone.now()
    return (
        model._default_manager.filter(attempt__gte=F("attempt_limit"))
        .filter(_claimable(now))
        .update(state=INFRASTRUCTURE_ERROR, lease_until=None, paused_until=None, finished_at=now)
    )


def retry(model: Jobs, pk: int) -> bool:
    """Begin again with a job that was given up: staff have mended what was wrong."""
    return bool(
        model._default_manager.filter(pk=pk, state=INFRASTRUCTURE_ERROR).update(
            state=QUEUED,
            attempt_limit=F("attempt") + MAX_ATTEMPTS,
            dispatched_at=timezone.now(),
            finished_at=None,
        )
    )


def waiting(model: Jobs, among: Q = ALL, *, broker_is_empty: bool) -> Sequence[Waiting]:
    """Jobs whose message is to be sent (again), oldest first: never sent, lost, or begun and abandoned."""
    now = timezone.now()
    unsent = Q(dispatched_at=None) | Q(dispatched_at__lt=now - (LOST if broker_is_empty else STALE))
    unsent |= Q(dispatched_at__gt=now + STALE)
    queued = Q(state=QUEUED) & unsent
    abandoned = Q(state=RUNNING) & _lease_is_over(now) & (unsent | Q(dispatched_at__lt=F("lease_until")))
    rested = Q(paused_until=None) | Q(paused_until__lte=now)
    rested |= Q(paused_until__gt=now + PAUSE * 2**PAUSE_DOUBLINGS)
    found = model._default_manager.filter(among, rested, queued | abandoned, attempt__lt=F("attempt_limit"))
    rows = found.order_by("created_at", "pk").values_list("pk", "priority")[:BATCH]
    return [Waiting(pk, priority) for pk, priority in rows]


def mark_unsent(model: Jobs, pk: int) -> None:
    """Note that the message is not out, so that the reconciler sends it."""
    model._default_manager.filter(pk=pk, state=QUEUED).update(dispatched_at=None)


def mark_dispatched(model: Jobs, pk: int) -> None:
    """Note that the message is out."""
    model._default_manager.filter(pk=pk, finished_at=None).update(dispatched_at=timezone.now())


class LeaseKeeper:
    """Renews a lease while the job runs. ``lost`` once somebody else has it."""

    def __init__(self, model: Jobs, pk: int, token: int) -> None:
        self._model, self._pk, self._token = model, pk, token
        self._begun = time.monotonic()
        self.lost = False

    def __enter__(self) -> LeaseKeeper:
        _renewals().keep(self)
        return self

    def __exit__(self, *_: object) -> None:
        _renewals().leave(self)

    def is_due(self) -> bool:
        """Has a third of the lease gone since it was taken or last renewed?"""
        return not self.lost and time.monotonic() - self._begun >= LEASE.total_seconds() / 3

    def renew(self) -> None:
        """Called by the thread that renews."""
        try:
            self.lost = not renew(self._model, self._pk, self._token)
            self._begun = time.monotonic()
        except DatabaseError:
            # The lease outlives two missed renewals; the fence holds even when it does not.
            log.warning("lease not renewed", job=self._pk, exc_info=True)


class _Renewals:
    """The thread that renews the leases of a process: one for all jobs, since to start one takes a while."""

    def __init__(self) -> None:
        self._kept: set[LeaseKeeper] = set()
        self._lock = threading.Lock()
        threading.Thread(target=self._live, name="lease", daemon=True).start()

    def keep(self, lease: LeaseKeeper) -> None:
        with self._lock:
            self._kept.add(lease)

    def leave(self, lease: LeaseKeeper) -> None:
        """A renewal that is under way is waited for."""
        with self._lock:
            self._kept.discard(lease)

    def _live(self) -> None:
        while True:
            # Verdicts usually come long before anything is due; nobody wakes this thread for them.
            time.sleep(LEASE.total_seconds() / 12)
            with self._lock:
                due = [lease for lease in self._kept if lease.is_due()]
                for lease in due:
                    lease.renew()
                if due:
                    connection.close()


@lru_cache(maxsize=1)
def _renewals() -> _Renewals:
    return _Renewals()


# Threads do not outlive a fork.
os.register_at_fork(after_in_child=_renewals.cache_clear)
