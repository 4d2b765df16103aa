"""What a cell and the zygote keep for themselves, from the kernel's own account."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from graders.bench.figures import Row, memory_mib, middle, private_mib
from graders.engine import Engine, EngineFault
from graders.engine.solution_run import Runner
from graders.package import Package


def of_cells(engine: Engine, package: Package, sources: Sequence[str], runs: int) -> tuple[Row, ...]:
    """Private memory of cells at the end of their job, where it is largest, and of their zygote, in MiB.

    Private is what a process shares with no other: each further cell adds so much. Raises ``EngineFault``
    where the kernel does not tell, because this user may not look into the cells.
    """
    try:
        private = [
            _private_mib(engine, package, source)
            for source in itertools.islice(itertools.cycle(sources), runs)
        ]
        zygote = memory_mib(engine.zygote.pid)
    except PermissionError as error:
        raise EngineFault("the memory of a cell is for its owner to see: measure as root") from error
    return (
        {"process": "cell", "count": runs, "p50_mib": middle(private), "max_mib": max(private)},
        {"process": "zygote", "count": 1, "p50_mib": zygote["Rss"], "max_mib": zygote["Rss"]},
    )


def _private_mib(engine: Engine, package: Package, source: str) -> float:
    runner = Runner(engine.zygote, package)
    plans = [subject.plan for subject in engine.draw(package, seed=1).subjects]
    forbidden = package.forbidden.operators
    with runner.new_cell(forbidden) as cell:
        done = runner.run_in(cell, source, plans, forbidden=forbidden)
        if done.not_loaded is not None or len(done.evidence) != len(plans):
            raise EngineFault("an accepted solution did not run to its end while its memory was measured")
        return private_mib(cell.pid)
