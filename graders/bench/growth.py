"""What more of something costs: more cases in a task, more tasks in turn."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from graders.bench import naive
from graders.bench.figures import Row, latency
from graders.bench.packages import cpu_seconds, passes, renamed, with_cases
from graders.engine import Engine
from graders.package import Package

CASES, TASKS = (10, 100), (2, 60)
# Families of operators that no accepted solution uses, so that cells of one task do not serve another.
FAMILIES = ("convolution", "batch_norm", "recurrent", "attention", "pooling", "softmax")


def of_cases(
    engine: Engine, package: Package, source: str, runs: int, naive_runs: int, counts: Sequence[int] = CASES
) -> tuple[Row, ...]:
    """Latency by the number of cases; beside it the naive way's, where ``naive_runs`` is not 0."""
    rows = []
    for count in counts:
        grown = with_cases(package, count)
        engine.draw(grown, seed=1)
        passes(engine, grown, source)
        measured = _timed(engine, [grown] * runs, source)
        row: Row = {"cases": count, **measured, "cpu_ms_per_case": float(measured["cpu_ms"]) / count}
        if naive_runs:
            plain = naive.measure(grown, [source], naive_runs).median * 1000
            row |= {"naive_p50_ms": plain, "times_naive": plain / float(measured["p50_ms"])}
        rows.append(row)
    return tuple(rows)


def of_tasks(
    engine: Engine, package: Package, source: str, runs: int, counts: Sequence[int] = TASKS
) -> tuple[Row, ...]:
    """Latency of one engine that serves so many tasks in turn, alike, and then with cells of several kinds.

    The first submission of each task, which waits for a draw of its cases, is a figure of its own.
    """
    rows = []
    for kinds in (1, len(FAMILIES)):
        for count in counts:
            rows.append(_row(engine, package, source, runs, count, kinds))
    return tuple(rows)


def _row(engine: Engine, package: Package, source: str, runs: int, count: int, kinds: int) -> Row:
    tasks = [
        renamed(package, number, [FAMILIES[0], *FAMILIES[1 : number % kinds + 1]]) for number in range(count)
    ]
    first = [passes(engine, task, source) for task in tasks]
    later = _timed(engine, list(itertools.islice(itertools.cycle(tasks), max(runs, count))), source)
    return {
        "tasks": count, "kinds_of_cell": min(kinds, count), **later,
        "first_p50_ms": latency(first)["p50_ms"],
    }  # fmt: skip


def _timed(engine: Engine, tasks: Sequence[Package], source: str) -> Row:
    before = cpu_seconds(engine)
    measured = latency([passes(engine, task, source) for task in tasks])
    return {**measured, "cpu_ms": (cpu_seconds(engine) - before) / len(tasks) * 1000}
