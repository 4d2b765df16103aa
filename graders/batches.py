"""One package shared out among processes, or many that take turns: what the commands go through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from graders import present
from graders.engine import EngineConfig, Proof, over_packages, prove, prove_parallel
from graders.engine.pool import Work
from graders.engine.proof import OnProgress
from graders.engine.score import Score, score, score_with
from graders.package import Package, PackageRefused, load_folder

Result = TypeVar("Result")


def linted(
    folders: Sequence[Path], quiet: bool
) -> tuple[dict[Path, dict[str, Any]], list[tuple[Path, Package]]]:
    """What is wrong with the files of some, and the packages of the others."""
    documents: dict[Path, dict[str, Any]] = {}
    packages = []
    for folder in folders:
        try:
            packages.append((folder, load_folder(folder)))
        except PackageRefused as refused:
            found = [problem.to_json() for problem in refused.problems]
            documents[folder] = {"folder": folder.name, "clean": False, "problems": found}
            if not quiet:
                present.problems(present.OUT, folder.name, found)
    return documents, packages


def proofs(
    packages: Sequence[Package],
    seeds: int,
    jobs: int,
    config: EngineConfig,
    quiet: bool,
    margins: bool = False,
) -> Iterator[tuple[int, Proof]]:
    """The proof of each with its place. One package is shared out among processes; many take turns."""

    def alone(on_progress: OnProgress | None) -> Proof:
        return prove_parallel(packages[0], seeds, jobs, config, on_progress, with_margins=margins)

    work = partial(prove, seeds=seeds, with_margins=margins)
    return _each(packages, jobs, config, quiet, alone, work)


def scores(
    packages: Sequence[Package],
    seeds: int,
    jobs: int,
    config: EngineConfig,
    quiet: bool,
    margins: bool = False,
) -> Iterator[tuple[int, Score]]:
    """Likewise."""

    def alone(on_progress: OnProgress | None) -> Score:
        return score(packages[0], seeds, jobs, config, on_progress, margins)

    work = partial(score_with, seeds=seeds, with_margins=margins)
    return _each(packages, jobs, config, quiet, alone, work)


def _each(
    packages: Sequence[Package],
    jobs: int,
    config: EngineConfig,
    quiet: bool,
    alone: Callable[[OnProgress | None], Result],
    work: Work[Result],
) -> Iterator[tuple[int, Result]]:
    if len(packages) == 1:
        yield 0, alone(None if quiet else present.progress(present.LOG, packages[0].slug))
        return
    yield from _told(over_packages(work, packages, jobs, config), packages, quiet)


def _told(
    results: Iterator[tuple[int, Result]], packages: Sequence[Package], quiet: bool
) -> Iterator[tuple[int, Result]]:
    """The same, with a line for each that is done."""
    for done, (place, result) in enumerate(results, 1):
        if not quiet:
            present.LOG.print(f"{packages[place].slug}: {done} of {len(packages)} packages", highlight=False)
        yield place, result
