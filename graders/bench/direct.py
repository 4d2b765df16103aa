"""The engine alone: how long one waits for it, and how much it gets through."""

from __future__ import annotations

import itertools
import multiprocessing
import time
from collections.abc import Sequence
from typing import Any

from graders.bench.figures import Row, latency
from graders.bench.packages import Solutions, cpu_seconds, passes
from graders.contract import Level
from graders.engine import Engine, EngineConfig
from graders.package import Package, load_files

# Between two submissions of an idle site, so that the cells for the next are ready.
PAUSE_SECONDS = 0.05
PATIENCE_SECONDS = 600


def idle_latency(engine: Engine, package: Package, solutions: Solutions, runs: int) -> Row:
    """Latency of ``runs`` submissions that come one by one, with a pause between them."""
    seconds = []
    for source in itertools.islice(itertools.cycle(solutions.sources), runs):
        while engine.idle():
            pass
        time.sleep(PAUSE_SECONDS)
        seconds.append(passes(engine, package, source))
    return {"way": "direct", "solution": solutions.label, **latency(seconds)}


def throughput(package: Package, solutions: Solutions, runs: int, workers: int, level: Level) -> Row:
    """What ``workers`` engines, one per process, get through without a pause.

    ``cpu_ms`` is the processor time of one submission, of all processes together: on a machine that others
    use as well it is steadier than submissions per second, which are at most cores / ``cpu_ms``.
    """
    context = multiprocessing.get_context("spawn")
    start, out = context.Barrier(workers), context.Queue()
    task = (dict(package.files), solutions.sources, runs, level, start, out)
    processes = [context.Process(target=_serve, args=task) for _ in range(workers)]
    for process in processes:
        process.start()
    told = [out.get(timeout=PATIENCE_SECONDS) for _ in processes]
    for process in processes:
        process.join()
    graded = runs * workers
    return {
        "way": "direct", "solution": solutions.label, "workers": workers,
        "per_second": graded / max(wall for wall, _ in told),
        "cpu_ms": sum(cpu for _, cpu in told) / graded * 1000,
    }  # fmt: skip


def _serve(
    files: dict[str, str], sources: Sequence[str], count: int, level: Level, start: Any, out: Any
) -> None:
    package = load_files(files, linted=False)
    with Engine(EngineConfig(level=level)) as engine:
        engine.prepare(package)
        passes(engine, package, sources[0])
        start.wait()
        begun, before = time.perf_counter(), cpu_seconds(engine)
        for source in itertools.islice(itertools.cycle(sources), count):
            passes(engine, package, source)
        out.put((time.perf_counter() - begun, cpu_seconds(engine) - before))
