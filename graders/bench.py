"""Latency and throughput beside the naive way, in the same run: ratios travel between machines.

The naive way is what a first version of any such site does: one fresh Python process per submission,
which imports torch, the reference and the solution, and compares in the same process. The submissions are
the package's accepted solutions in turn, slow loops and quick matrix products alike, the same for each way.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from graders.contract import Level
from graders.engine import Engine, EngineConfig, EngineFault
from graders.package import Package, load_files

_NAIVE = """
import sys
sys.path.insert(0, {folder!r})
import torch
from graders.authoring import Draw
from graders.contract import Input, CasePlan
from graders.zygote import declare, harness
import types
def module(path):
    made = types.ModuleType(path)
    exec(compile(open(path).read(), path, "exec"), made.__dict__)
    return made
plans, tensors = declare.declare(open("cases.py").read(), 1, "float32")
right, theirs = module("reference.py"), module("solution.py")
for plan in plans:
    inputs = plan["inputs"]
    head = {{"name": plan["name"], "inputs": inputs, "steps": plan["steps"], "cotangent_seed": 1}}
    seen = []
    for made in (right, theirs):
        run = harness.Run(made, head, tuple(tensors))
        run.execute()
        seen.append(run.observed)
    for a, b in zip(seen[0].tensors, seen[1].tensors):
        left = torch.frombuffer(bytearray(a.data), dtype=getattr(torch, a.dtype))
        assert torch.allclose(left, torch.frombuffer(bytearray(b.data), dtype=left.dtype), 1e-4, 1e-5)
"""


def measure(package: Package, runs: int, naive_runs: int, level: Level | None) -> dict[str, Any]:
    """p50 and p95 latency in ms and submissions per second, of each way; the first is the naive one."""
    sources = [solution.source for solution in package.accepted]
    naive = _naive(package, sources, naive_runs)
    with Engine(EngineConfig(level=level)) as engine:
        held = engine.level
        direct = _direct(engine, package, sources, runs)
    workers = multiprocessing.cpu_count()
    parallel = _parallel(package, sources, runs, workers, held)
    ways = [
        _way("naive: one process per submission", naive, 1 / statistics.mean(naive), naive),
        _way("direct, one after another", direct, 1 / statistics.mean(direct), naive),
        {**_way(f"direct, {workers} engines at once", direct, parallel, naive), "throughput_only": True},
    ]
    # The site brings its own measurement; where only the engine is installed there is nothing to go through.
    if importlib.util.find_spec("dlquiz") and importlib.util.find_spec("celery"):
        ways += _through_celery(package, runs, naive)
    return {"package": package.slug, "level": held, "runs": runs, "naive_runs": naive_runs, "ways": ways}


def _through_celery(package: Package, runs: int, naive: Sequence[float]) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in package.files.items():
            path = Path(folder, package.slug, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        command = (sys.executable, "-m", "dlquiz.supervisor.measure", str(Path(folder, package.slug)))
        done = subprocess.run((*command, "--runs", str(runs)), capture_output=True, text=True, check=False)
    if done.returncode:
        raise EngineFault(f"not measured through Celery: {done.stderr.strip()}")
    told = json.loads(done.stdout)
    alone, seconds = 1 / statistics.mean(told["seconds"]), told["seconds"]
    together = f"through Celery, all at once, {told['workers']} processes"
    return [
        _way("through Celery, one after another", seconds, alone, naive),
        {**_way(together, seconds, told["per_second"], naive), "throughput_only": True},
    ]


def _way(name: str, seconds: Sequence[float], per_second: float, naive: Sequence[float]) -> dict[str, Any]:
    ordered = sorted(seconds)
    middle = statistics.median(ordered)
    return {
        "way": name,
        "p50_ms": middle * 1000,
        "p95_ms": ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))] * 1000,
        "per_second": per_second,
        "times_naive": statistics.median(naive) / middle,
        "throughput_times_naive": per_second * statistics.mean(naive),
    }


def _naive(package: Package, sources: Sequence[str], count: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "reference.py").write_text(package.reference)
        Path(folder, "cases.py").write_text(package.cases)
        root = str(Path(__file__).resolve().parent.parent)
        command = [sys.executable, "-c", _NAIVE.format(folder=root)]

        def work(source: str) -> None:
            Path(folder, "solution.py").write_text(source)
            subprocess.run(command, cwd=folder, check=True, capture_output=True)

        work(sources[0])
        return _timed(work, sources, count)


def _timed(work: Callable[[str], None], sources: Sequence[str], count: int) -> list[float]:
    seconds = []
    for source in itertools.islice(itertools.cycle(sources), count):
        begun = time.perf_counter()
        work(source)
        seconds.append(time.perf_counter() - begun)
    return seconds


def _passes(engine: Engine, package: Package, source: str) -> None:
    if engine.grade(package, source).verdict != "pass":
        raise EngineFault("an accepted solution did not pass while it was timed")


def _direct(engine: Engine, package: Package, sources: Sequence[str], count: int) -> list[float]:
    engine.prepare(package)
    for source in sources:
        _passes(engine, package, source)
    seconds = []
    for source in itertools.islice(itertools.cycle(sources), count):
        seconds += _timed(lambda source: _passes(engine, package, source), [source], 1)
        while engine.idle():
            pass
    return seconds


def _serve(
    files: dict[str, str], sources: Sequence[str], count: int, level: Level, start: Any, out: Any
) -> None:
    package = load_files(files)
    with Engine(EngineConfig(level=level)) as engine:
        engine.prepare(package)
        _passes(engine, package, sources[0])
        start.wait()
        begun = time.perf_counter()
        _timed(lambda source: _passes(engine, package, source), sources, count)
        out.put(time.perf_counter() - begun)


def _parallel(package: Package, sources: Sequence[str], runs: int, workers: int, level: Level) -> float:
    """Submissions per second of ``workers`` engines, one per process, case sets drawn as they are needed."""
    context = multiprocessing.get_context("spawn")
    start, out = context.Barrier(workers), context.Queue()
    files = dict(package.files)
    processes = [
        context.Process(target=_serve, args=(files, sources, runs, level, start, out)) for _ in range(workers)
    ]
    for process in processes:
        process.start()
    slowest: float = max(out.get(timeout=600) for _ in processes)
    for process in processes:
        process.join()
    return runs * workers / slowest
