"""Many packages on several cores: each process has one engine and takes one package after another.

Starting an engine costs as much as proving a small package does, and the first draws of a proof run
everything: both are paid once where a package is not shared out among processes.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize
from typing import TypeVar

from graders.engine.config import EngineConfig
from graders.engine.engine import Engine
from graders.engine.fault import EngineFault
from graders.package import Package, load_files
from graders.sandbox import system

Result = TypeVar("Result")
Work = Callable[[Engine, Package], Result]
_engines: list[Engine] = []


def over_packages(
    work: Work[Result], packages: Sequence[Package], jobs: int, config: EngineConfig | None = None
) -> Iterator[tuple[int, Result]]:
    """What ``work`` returns for each package, with its place in ``packages``, in the order of their ends.

    ``work`` travels to other processes: a function of a module, or a ``partial`` of one. Raises
    ``EngineFault`` where an engine fails or a process dies.
    """
    context = multiprocessing.get_context("spawn")
    begin = (config or EngineConfig(),)
    with ProcessPoolExecutor(min(jobs, len(packages)), context, _begin, begin) as pool:
        places = {
            pool.submit(_done, work, dict(package.files)): place for place, package in enumerate(packages)
        }
        try:
            for future in as_completed(places):
                yield places[future], future.result()
        except BrokenProcessPool:
            raise EngineFault("a process that was working on packages has died") from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin(config: EngineConfig) -> None:
    # Nobody is left to hear of it.
    system.prctl(system.PR_SET_PDEATHSIG, signal.SIGKILL)
    engine = Engine(config)
    _engines.append(engine)
    # Its folder goes with it when the process ends in order.
    Finalize(None, engine.close, exitpriority=1)


def _done(work: Work[Result], files: Mapping[str, str]) -> Result:
    try:
        return work(_engines[0], load_files(files))
    except EngineFault as fault:
        # Kinds of it hold more than a text, and would not arrive.
        raise EngineFault(str(fault)) from None
