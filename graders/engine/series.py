"""Runs many of an author's own solutions, one after another, in one cell.

A cell of its own costs each solution more in copied pages than most of them take to run. Only what one
author wrote may meet like this, and only where it was seen to make no difference: ``agrees``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from graders.compare.evidence import Array, Evidence
from graders.contract import CasePlan
from graders.engine.kept_cell import KeptCell
from graders.engine.link import CellLink
from graders.engine.process import ZygoteProcess
from graders.engine.solution_run import Runner, SolutionRun
from graders.package import Package

# An exception leaves a cell as sound as a result does.
HARMLESS = frozenset({
    "raised", "wrong_arguments", "missing_attribute", "parameter_misshapen", "forbidden_operator",
})  # fmt: skip
SOLUTIONS = 200


class Series:
    """The cell is replaced after a solution that did not load, died or was too slow, and after many.

    ``zygote`` gives the process that makes the cells, another one where the first was replaced.
    """

    def __init__(self, zygote: Callable[[], ZygoteProcess], package: Package) -> None:
        self._zygote, self._package = zygote, package
        self._kept = KeptCell(zygote, self._fresh, SOLUTIONS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.end()

    def run(self, source: str, plans: Sequence[CasePlan], chance: int | None = None) -> SolutionRun:
        """Load ``source`` where the one before it ran, and run it on all cases."""
        try:
            cell = self._kept.take()
            runner = Runner(self._zygote(), self._package, chance=chance)
            done = runner.run_in(cell, source, plans, forbidden=self._package.forbidden.operators)
        except BaseException:
            self._kept.end()
            raise
        if done.not_loaded or any(e.status != "done" and e.code not in HARMLESS for e in done.evidence):
            self._kept.end()
        return done

    def _fresh(self, zygote: ZygoteProcess) -> CellLink:
        return Runner(zygote, self._package).new_cell(self._package.forbidden.operators)


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
