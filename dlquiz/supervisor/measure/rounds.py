"""What is measured through the site: one at a time, without a pause, and while many wait."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dlquiz.supervisor.measure import site
from dlquiz.supervisor.measure.site import START_SECONDS, NotMeasured
from dlquiz.supervisor.options import available_cores
from graders.bench import figures
from graders.bench.figures import Row
from graders.package import Package

if TYPE_CHECKING:
    from dlquiz.accounts.models import User
    from dlquiz.tasks.models import Task

PARTS = ("latency", "throughput", "queue")
WAITING = (10, 10_000)
# Between two submissions of an idle site.
PAUSE_SECONDS = 0.05
# Of those who wait in the queue; the others are the ones who come later.
CROWD = site.CLASS_SIZE // 2

Solutions = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which parts, with how many timed submissions each; ``quick``: as little as shows that it works."""

    parts: tuple[str, ...]
    runs: int
    quick: bool = False


def solutions_of(package: Package, named: Sequence[str]) -> Solutions:
    """Sources by the name of their group; all accepted solutions where none is named."""
    accepted = {variant.file: variant.source for variant in package.accepted}
    if not named:
        return {"all in turn": tuple(accepted.values())}
    groups = {}
    for name, _, files in (text.partition("=") for text in named):
        missing = [file for file in files.split(",") if file not in accepted]
        if missing:
            raise NotMeasured(f"no accepted solution {missing[0]!r}")
        groups[name] = tuple(accepted[file] for file in files.split(","))
    return groups


def measure(package: Package, solutions: Solutions, wanted: Wanted, folder: Path) -> dict[str, list[Row]]:
    """Rows by part. The first of ``solutions`` is the one that is measured on every number of processes."""
    site.settle(folder)
    with site.broker_running(folder) as broker:
        site.migrate()
        rounds = _Rounds(solutions, wanted, folder, broker, *site.course(package))
        for workers in rounds.workers():
            rounds.go(workers)
    return rounds.rows


@dataclass
class _Rounds:
    """One round for each number of processes, since a worker is slow to start."""

    solutions: Solutions
    wanted: Wanted
    folder: Path
    broker: int
    task: Task
    students: list[User]
    rows: dict[str, list[Row]] = field(default_factory=lambda: {part: [] for part in PARTS})

    @property
    def first(self) -> str:
        return next(iter(self.solutions))

    def workers(self) -> list[int]:
        """One process for latency, then up to one more than there are cores; the queue comes last of all."""
        cores = available_cores()
        if self.wanted.quick:
            return [1]
        spread = list(range(1, cores + 2)) if "throughput" in self.wanted.parts else [1]
        return [*(count for count in spread if count != cores or cores == 1), cores]

    def go(self, workers: int) -> None:
        """Everything that is measured with so many processes."""
        cores = 1 if self.wanted.quick else available_cores()
        with site.worker_running(workers, self.folder) as pid:
            site.await_grades([self._sender(self.first)() for _ in range(2 * workers)], START_SECONDS)
            if workers == 1 and "latency" in self.wanted.parts:
                self.rows["latency"] += [self._latency(name) for name in self.solutions]
            if "throughput" in self.wanted.parts:
                names = list(self.solutions) if workers == cores else [self.first]
                self.rows["throughput"] += [self._throughput(name, workers, pid) for name in names]
            if workers == cores and "queue" in self.wanted.parts:
                self.rows["queue"] += [self._queue(count, pid) for count in self._waiting()]

    def _waiting(self) -> tuple[int, ...]:
        return (2, 20) if self.wanted.quick else WAITING

    def _sender(self, name: str) -> site.Send:
        return site.sender(self.task, self.students[CROWD:], self.solutions[name])

    def _latency(self, name: str) -> Row:
        send = self._sender(name)
        seconds = []
        for _ in range(self.wanted.runs):
            time.sleep(PAUSE_SECONDS)
            begun = time.perf_counter()
            site.await_grades([send()], START_SECONDS)
            seconds.append(time.perf_counter() - begun)
        return {"way": "celery", "solution": name, **figures.latency(seconds)}

    def _throughput(self, name: str, workers: int, pid: int) -> Row:
        send, count = self._sender(name), self.wanted.runs * workers
        with self._cpu(pid) as cpu:
            begun = time.perf_counter()
            sent = [send() for _ in range(count)]
            site.await_grades(sent, START_SECONDS + count, site.SELDOM_SECONDS)
            seconds = time.perf_counter() - begun
        return {
            "way": "celery", "solution": name, "workers": workers, "per_second": count / seconds,
            "cpu_ms": sum(cpu.values()) / count * 1000,
            **{f"{part}_cpu_ms": spent / count * 1000 for part, spent in cpu.items()},
        }  # fmt: skip

    @contextmanager
    def _cpu(self, worker: int) -> Iterator[dict[str, float]]:
        """Processor seconds of all who take part, filled in at the end: sender, broker, worker and cells."""

        def spent() -> dict[str, float]:
            sessions = {"broker": self.broker, "worker": worker}
            told = {name: figures.session_cpu_seconds(pid) for name, pid in sessions.items()}
            return {"sender": time.process_time(), **told}

        before, found = spent(), dict[str, float]()
        yield found
        found.update({name: after - before[name] for name, after in spent().items()})

    def _queue(self, waiting: int, pid: int) -> Row:
        """How long a student waits behind ``waiting`` others of lower priority, and how fast those go."""
        crowd, source = self.students[:CROWD], self.solutions[self.first][0]
        self._fill(crowd, source, waiting)
        graded, begun = site.graded_count(), time.perf_counter()
        seconds, sending = [], []
        with self._cpu(pid) as cpu:
            for _ in range(min(self.wanted.runs, 50)):
                whole, sent = self._one_of_many()
                seconds.append(whole)
                sending.append(sent)
                if waiting <= self.wanted.runs:
                    self._fill(crowd, source, waiting)
            graded = site.graded_count() - graded
        return {
            "waiting": waiting, "left_waiting": site.waiting_count(), **figures.latency(seconds),
            "send_p50_ms": figures.latency(sending)["p50_ms"], "look_ms": site.look_seconds() * 1000,
            "per_second": graded / (time.perf_counter() - begun),
            "worker_cpu_ms": cpu["worker"] / graded * 1000,
        }  # fmt: skip

    def _one_of_many(self) -> tuple[float, float]:
        """Seconds until a student who comes now has a grade, and until the submission is sent."""
        begun = time.perf_counter()
        submission = self._late()
        sent = time.perf_counter() - begun
        site.await_grades([submission], START_SECONDS)
        return time.perf_counter() - begun, sent

    @cached_property
    def _late(self) -> site.Send:
        return self._sender(self.first)

    def _fill(self, crowd: list[User], source: str, waiting: int) -> None:
        missing = waiting - site.waiting_count()
        if missing > 0:
            site.backlog_add(self.task, crowd, source, missing)
