"""Proves a package on several cores: every process has its own engine and takes its share of the draws."""

from __future__ import annotations

import multiprocessing
import queue
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import Any

from graders.engine.config import EngineConfig
from graders.engine.engine import Engine
from graders.engine.fault import EngineFault
from graders.engine.proof import OnProgress, prove_part
from graders.engine.proof_table import Part, Proof, conclude
from graders.package import Package, load_files
from graders.sandbox import system

LOOK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Share:
    """What one process is to do; the package travels as files, since not all of it can be pickled."""

    files: Mapping[str, str]
    config: EngineConfig
    numbers: range
    with_margins: bool


def prove_parallel(
    package: Package,
    seeds: int,
    jobs: int,
    config: EngineConfig | None = None,
    on_progress: OnProgress | None = None,
    with_margins: bool = False,
) -> Proof:
    """The same table as ``prove``, from ``jobs`` processes. ``EngineFault`` where one of them fails.

    ``with_margins``: say also how near every solution comes to the tolerances.
    """
    begun = time.monotonic()
    jobs = max(1, min(jobs, seeds))
    context = multiprocessing.get_context("spawn")
    told: Any = context.Queue()
    shares = [
        _Share(dict(package.files), config or EngineConfig(), range(first, seeds, jobs), with_margins)
        for first in range(jobs)
    ]
    processes = [context.Process(target=_work, args=(share, told), daemon=True) for share in shares]
    for process in processes:
        process.start()
    try:
        parts = _gather(told, processes, seeds, on_progress)
    finally:
        for process in processes:
            process.terminate()
            process.join()
    return conclude(package, seeds, parts, time.monotonic() - begun)


def _work(share: _Share, told: Any) -> None:
    # Nobody is left to hear of it.
    system.prctl(system.PR_SET_PDEATHSIG, signal.SIGKILL)
    try:
        with Engine(share.config) as engine:
            package = load_files(share.files)
            part = prove_part(engine, package, share.numbers, lambda done: told.put(1), share.with_margins)
        told.put(part)
    except EngineFault as fault:
        told.put(str(fault))


def _gather(
    told: Any, processes: Sequence[BaseProcess], seeds: int, on_progress: OnProgress | None
) -> list[Part]:
    parts: list[Part] = []
    done = 0
    while len(parts) < len(processes):
        try:
            news = told.get(timeout=LOOK_SECONDS)
        except queue.Empty:
            if any(process.exitcode not in (None, 0) for process in processes):
                raise EngineFault("a process that was proving the package has died") from None
            continue
        if isinstance(news, str):
            raise EngineFault(news)
        if isinstance(news, Part):
            parts.append(news)
            continue
        done += news
        if on_progress is not None:
            on_progress(done, seeds)
    return parts
