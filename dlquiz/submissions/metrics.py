"""What an operator watches: who waits, how fast it goes, what fails, and who grades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.utils import timezone
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from dlquiz.submissions import jobs, reconciler
from dlquiz.submissions.models import Grading, Outcome, State, Submission, WorkerProcess

# After so long without a word a worker process counts as gone.
ALIVE = timedelta(minutes=1)
WINDOW = timedelta(hours=1)
# Of a busier hour, the latest are looked at.
SAMPLE = 5000


@dataclass(frozen=True, slots=True)
class Lane:
    """One queue. ``oldest_seconds``: how long the first in it has waited; 0 where nobody waits."""

    name: str
    waiting: int
    running: int
    oldest_seconds: float


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle, and what only one in twenty exceeds, in seconds; None where there were none."""

    p50: float | None
    p95: float | None


@dataclass(frozen=True, slots=True)
class Worker:
    """A process that grades and was heard of lately."""

    name: str
    level: str
    engine_version: str
    torch_version: str
    spare_cells: int
    zygote_restarts: int


@dataclass(frozen=True, slots=True)
class QueueStatus:
    """Verdicts of the last minute; faults, retries and spreads of the last hour; the rest is now."""

    lanes: tuple[Lane, ...]
    given_up: int
    verdicts_per_minute: int
    faults: int
    lost: int
    retries: int
    waited: Spread
    graded: Spread
    workers: tuple[Worker, ...]


def queue_status() -> QueueStatus:
    """A few queries, each over an index and over what is unfinished or of the last hour alone."""
    now = timezone.now()
    ended = Grading.objects.filter(ended_at__gt=now - WINDOW)
    counts = ended.aggregate(
        faults=Count("pk", filter=Q(outcome=Outcome.FAULT)),
        lost=Count("pk", filter=Q(outcome=Outcome.LOST)),
        retries=Count("pk", filter=Q(attempt__gt=1)),
        verdicts=Count("pk", filter=Q(outcome=Outcome.GRADED, ended_at__gt=now - timedelta(minutes=1))),
    )
    graded = ended.filter(outcome=Outcome.GRADED).order_by("-ended_at")
    times = list(graded.values_list("submission__created_at", "started_at", "ended_at", "attempt")[:SAMPLE])
    begun = [(row[1] - row[0]) for row in times if row[3] == 1]
    return QueueStatus(
        lanes=tuple(_lane(kind, now) for kind in reconciler.kinds()),
        given_up=Submission.objects.filter(state=State.INFRASTRUCTURE_ERROR).count(),
        verdicts_per_minute=counts["verdicts"],
        faults=counts["faults"],
        lost=counts["lost"],
        retries=counts["retries"],
        waited=_spread(begun),
        graded=_spread([ended_at - started_at for _, started_at, ended_at, _ in times if ended_at]),
        workers=_workers(now),
    )


def _lane(kind: reconciler.Kind, now: datetime) -> Lane:
    unfinished = kind.model._default_manager.filter(kind.rows, state__in=(jobs.QUEUED, jobs.RUNNING))
    found = unfinished.aggregate(
        waiting=Count("pk", filter=Q(state=jobs.QUEUED)),
        running=Count("pk", filter=Q(state=jobs.RUNNING)),
        oldest=Min("created_at", filter=Q(state=jobs.QUEUED)),
    )
    waited = (now - found["oldest"]).total_seconds() if found["oldest"] else 0.0
    return Lane(kind.queue, found["waiting"], found["running"], max(waited, 0.0))


def _spread(times: Sequence[timedelta]) -> Spread:
    # A clock that went back between the two makes less than nothing.
    seconds = sorted(max(time.total_seconds(), 0.0) for time in times)
    if not seconds:
        return Spread(None, None)
    return Spread(*(seconds[min(int(share * len(seconds)), len(seconds) - 1)] for share in (0.5, 0.95)))


def _workers(now: datetime) -> tuple[Worker, ...]:
    alive = WorkerProcess.objects.filter(seen_at__gt=now - ALIVE).order_by("name")
    names = ("name", "level", "engine_version", "torch_version", "spare_cells", "zygote_restarts")
    return tuple(Worker(*row) for row in alive.values_list(*names))


def prometheus_text() -> bytes:
    """The same in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Collected(queue_status()))
    return generate_latest(registry)


class _Collected(Collector):
    def __init__(self, status: QueueStatus) -> None:
        self._status = status

    def collect(self) -> Iterator[GaugeMetricFamily]:
        status = self._status
        for field, told in (
            ("waiting", "Jobs that wait"),
            ("running", "Jobs that are worked on"),
            ("oldest_seconds", "How long the first that waits has waited"),
        ):
            rows = [((lane.name,), getattr(lane, field)) for lane in status.lanes]
            yield _gauge(f"queue_{field}", told, ("lane",), rows)
        for field, told in (
            ("given_up", "Submissions that we could not grade and that wait for the staff"),
            ("verdicts_per_minute", "Verdicts of the last minute"),
            ("faults", "Attempts of the last hour that ended in a fault of ours"),
            ("lost", "Attempts of the last hour whose worker was lost"),
            ("retries", "Attempts of the last hour that were not the first"),
        ):
            yield _gauge(field, told, (), [((), getattr(status, field))])
        for name, told, spread in (
            ("waited_seconds", "From sending to the first attempt, over the last hour", status.waited),
            ("graded_seconds", "From the attempt's start to the verdict, over the last hour", status.graded),
        ):
            rows = [(("0.5",), spread.p50), (("0.95",), spread.p95)]
            yield _gauge(name, told, ("quantile",), [row for row in rows if row[1] is not None])
        yield from self._of_workers()

    def _of_workers(self) -> Iterator[GaugeMetricFamily]:
        labels = ("worker", "level", "engine", "torch")
        told = "A process that grades and was heard of lately"
        workers = self._status.workers
        rows = [((w.name, w.level, w.engine_version, w.torch_version), 1) for w in workers]
        yield _gauge("worker_alive", told, labels, rows)
        for field, told in (
            ("spare_cells", "Cells that waited when one was last taken"),
            ("zygote_restarts", "Zygotes replaced since the process started"),
        ):
            yield _gauge(field, told, ("worker",), [((w.name,), getattr(w, field)) for w in workers])


def _gauge(
    name: str, told: str, labels: Sequence[str], rows: Sequence[tuple[Sequence[str], Any]]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"dlquiz_{name}", f"{told}.", labels=labels)
    for values, number in rows:
        family.add_metric(list(values), number)
    return family
