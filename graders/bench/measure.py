"""All parts of the bench in one run, so that what is compared was measured within the same minutes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from graders.bench import direct, growth, layers, memory, naive, through_celery
from graders.bench.figures import Part, Row
from graders.bench.packages import Solutions, by_speed, with_cases
from graders.contract import Level
from graders.engine import Engine, EngineConfig
from graders.package import Package

Through = Literal["direct", "celery", "both"]
# As many cases as in the goals that these figures are held against.
CASES = 12


@dataclass(frozen=True, slots=True)
class Choices:
    """What to measure, and how thoroughly.

    runs: timed submissions per row; naive_runs: of the naive way, 0 for none; quick: as little as shows that
    it works.
    """

    runs: int = 100
    naive_runs: int = 5
    through: Through = "both"
    level: Level | None = None
    quick: bool = False


class Bench:
    """Measures ``package``, cut or grown to ``CASES`` cases; each part is a method that returns its rows."""

    def __init__(self, package: Package, choices: Choices, engine: Engine) -> None:
        self.choices, self.engine, self.whole = choices, engine, package
        self.package = with_cases(package, CASES)
        self.cores = multiprocessing.cpu_count()

    @cached_property
    def solutions(self) -> tuple[Solutions, ...]:
        self.engine.prepare(self.package)
        return by_speed(self.engine, self.package)

    @property
    def quickest(self) -> Solutions:
        return self.solutions[0]

    @cached_property
    def plain(self) -> naive.Naive | None:
        runs = self.choices.naive_runs
        return naive.measure(self.package, self.quickest.sources, runs) if runs else None

    @cached_property
    def celery(self) -> dict[str, list[Row]]:
        runs, quick = self.choices.runs, self.choices.quick
        parts = [name for name in ("latency", "throughput", "queue") if name in self.wanted]
        return through_celery.measure(self.package, parts, self.solutions, runs, quick)

    # Set by ``run``: what goes through Celery is measured in one go, because its worker is slow to start.
    wanted: tuple[str, ...] = ()

    def _goes(self, way: Through) -> bool:
        if way == "celery" and not through_celery.is_installed():
            return False
        return self.choices.through in (way, "both")

    def latency(self) -> Iterator[Row]:
        """How long one waits while the site is idle."""
        if self.plain:
            yield self._beside({"way": "naive", "solution": self.quickest.label, **self.plain.row()})
        if self._goes("direct"):
            for each in self.solutions:
                row = direct.idle_latency(self.engine, self.package, each, self.choices.runs)
                yield self._beside(row)
        if self._goes("celery"):
            yield from map(self._beside, self.celery["latency"])

    def throughput(self) -> Iterator[Row]:
        """What it gets through without a pause, by solution and by number of processes."""
        if self.plain:
            row = self.plain.row()
            told = {key: row[key] for key in ("per_second", "cpu_ms")}
            yield self._beside({"way": "naive", "solution": self.quickest.label, "workers": 1, **told})
        if self._goes("direct"):
            yield from self._direct_throughput()
        if self._goes("celery"):
            yield from map(self._beside, self.celery["throughput"])

    def _direct_throughput(self) -> Iterator[Row]:
        runs, level = self.choices.runs, self.engine.level
        first = 0.0
        for workers in range(1, 2 if self.choices.quick else self.cores + 2):
            row = direct.throughput(self.package, self.quickest, runs, workers, level)
            first = first or float(row["per_second"])
            yield self._beside({**row, "efficiency": float(row["per_second"]) / first / workers})
        for each in self.solutions[1:]:
            yield self._beside(direct.throughput(self.package, each, runs, self.cores, level))

    def layers(self) -> Iterator[Row]:
        """What the sandbox costs."""
        rounds, batch = (1, 3) if self.choices.quick else (max(self.choices.runs // 10, 1), 10)
        yield from layers.cost(self.package, self.quickest.sources[0], rounds, self.engine.level, batch)

    def memory(self) -> Iterator[Row]:
        """What a cell keeps for itself."""
        sources = self.solutions[-1].sources
        yield from memory.of_cells(self.engine, self.package, sources, min(self.choices.runs, 20))

    def cases(self) -> Iterator[Row]:
        """More cases in a task."""
        runs, naive_runs = min(self.choices.runs, 20), min(self.choices.naive_runs, 2)
        counts = (2, 20) if self.choices.quick else growth.CASES
        yield from growth.of_cases(
            self.engine, self.whole, self.quickest.sources[0], runs, naive_runs, counts
        )

    def tasks(self) -> Iterator[Row]:
        """More tasks in turn."""
        counts = (2, 5) if self.choices.quick else growth.TASKS
        source = self.quickest.sources[0]
        yield from growth.of_tasks(self.engine, self.package, source, self.choices.runs, counts)

    def queue(self) -> Iterator[Row]:
        """More submissions that wait."""
        if self._goes("celery"):
            yield from self.celery["queue"]

    def _beside(self, row: Row) -> Row:
        """With the ratio to the naive way: of medians, or of submissions per second where there are none."""
        if not self.plain:
            return row
        if "p50_ms" in row:
            return {**row, "times_naive": self.plain.median * 1000 / float(row["p50_ms"])}
        return {**row, "times_naive": float(row["per_second"]) / self.plain.per_second}


_TITLES: dict[str, tuple[Callable[[Bench], Iterator[Row]], str]] = {
    "latency": (Bench.latency, "One at a time: how long a verdict takes"),
    "throughput": (Bench.throughput, "Without a pause: submissions per second"),
    "layers": (Bench.layers, "What the layers of the sandbox cost"),
    "memory": (
        Bench.memory,
        "Memory: what a cell shares with no other process, and all that the zygote has resident",
    ),
    "cases": (Bench.cases, "Growth with the number of cases"),
    "tasks": (Bench.tasks, "Growth with the number of tasks that one engine serves in turn"),
    "queue": (Bench.queue, "Growth with the number of submissions that wait"),
}
PARTS = tuple(_TITLES)


def measure(package: Package, choices: Choices, only: Sequence[str] = ()) -> Iterator[Part]:
    """The parts, one by one as they are done; ``only`` names those that are wanted, all by default."""
    wanted = tuple(name for name in PARTS if not only or name in only)
    if choices.quick:
        choices = replace(choices, runs=min(choices.runs, 5), naive_runs=min(choices.naive_runs, 1))
    with Engine(EngineConfig(level=choices.level)) as engine:
        bench = Bench(package, choices, engine)
        bench.wanted = wanted
        for name in wanted:
            rows, title = _TITLES[name]
            yield Part(name, f"{title} ({package.slug}, level {engine.level})", tuple(rows(bench)))
