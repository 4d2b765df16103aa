"""Runs many of an author's own solutions, one after another, in one cell.

A cell of its own costs each solution more in copied pages than most of them take to run. Only what one
author wrote may meet like this, and only where it was seen to make no difference: ``agrees``.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from graders.compare.evidence import Array, Evidence
from graders.contract import CasePlan
from graders.engine.link import CellLink
from graders.engine.process import ZygoteProcess
from graders.engine.solution_run import Runner, SolutionRun
from graders.package import Package


class Series:
    """The cell is replaced after a solution that did not load, died or was too slow."""

    def __init__(self, zygote: ZygoteProcess, package: Package) -> None:
        self._runner = Runner(zygote, package)
        self._stack = ExitStack()
        self._cell: CellLink | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def run(self, source: str, plans: Sequence[CasePlan]) -> SolutionRun:
        """Load ``source`` where the one before it ran, and run it on all cases."""
        runner, forbidden = self._runner, self._runner.package.forbidden.operators
        if self._cell is None:
            self._cell = self._stack.enter_context(runner.new_cell(forbidden))
        done = runner.run_in(self._cell, source, plans, forbidden=forbidden)
        if done.not_loaded or any(evidence.status != "done" for evidence in done.evidence):
            self._stack.close()
            self._cell = None
        return done


def agrees(alone: SolutionRun, met: SolutionRun) -> bool:
    """Whether a solution showed the same in a cell of its own as among others, to the last bit."""
    if alone.not_loaded != met.not_loaded or len(alone.evidence) != len(met.evidence):
        return False
    return all(_same(one, other) for one, other in zip(alone.evidence, met.evidence, strict=True))


def _same(one: Evidence, other: Evidence) -> bool:
    if (one.status, one.code, one.tried) != (other.status, other.code, other.tried):
        return False
    if one.observed.keys() != other.observed.keys():
        return False
    for name, seen in one.observed.items():
        again = other.observed[name]
        if (seen.kind, seen.type, seen.dtype) != (again.kind, again.type, again.dtype):
            return False
        if _bytes(seen.array) != _bytes(again.array):
            return False
    return True


def _bytes(array: Array | None) -> tuple[object, ...]:
    return () if array is None else (array.shape, array.tobytes())
