"""Where an author's own code runs: cases and reference, in a cell for each use or in one that is kept.

A student's case set is always drawn in fresh cells. A proof draws hundreds, of one author's code, and cells
of its own cost each draw about as much as the draw itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from graders.engine.kept_cell import KeptCell
from graders.engine.link import CellLink
from graders.engine.process import ZygoteProcess
from graders.package import Package

# What code may leave behind stays small.
USES = 40


class AuthorCells:
    """``zygote`` gives the process that makes the cells, another one where the first has died.

    ``keep``: one cell for many uses. Whatever fails in it ends it.
    """

    def __init__(self, zygote: Callable[[], ZygoteProcess], package: Package, keep: bool = False) -> None:
        self._zygote, self._memory_mib, self._keep = zygote, package.limits.memory_mib, keep
        self._kept = KeptCell(zygote, self._fresh, USES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.end()

    @contextmanager
    def cell(self) -> Iterator[CellLink]:
        """A cell in which nobody but this author's code has run."""
        if not self._keep:
            with self._fresh(self._zygote()) as fresh:
                yield fresh
            return
        try:
            yield self._kept.take()
        except BaseException:
            self._kept.end()
            raise

    def _fresh(self, zygote: ZygoteProcess) -> CellLink:
        return zygote.cell(memory_mib=self._memory_mib)
