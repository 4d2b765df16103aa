"""One cell for many uses, for what a single author wrote: a fresh one costs about as much as a use of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from graders.engine.link import CellLink
from graders.engine.process import ZygoteProcess


class KeptCell:
    """The cell is replaced after ``uses``, since what code leaves behind must stay small, and after ``end``.

    ``zygote`` gives the process that makes cells, another one where the first was replaced; ``make`` asks it.
    """

    def __init__(
        self, zygote: Callable[[], ZygoteProcess], make: Callable[[ZygoteProcess], CellLink], uses: int
    ) -> None:
        self._zygote, self._make, self._most = zygote, make, uses
        self._stack = ExitStack()
        self._cell: CellLink | None = None
        self._of: ZygoteProcess | None = None
        self._uses = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def take(self) -> CellLink:
        """The cell, for one more use."""
        zygote = self._zygote()
        # A zygote is replaced after many cells, and what it made ends with it.
        if self._cell is None or self._of is not zygote or self._uses >= self._most:
            self.end()
            self._cell, self._of = self._stack.enter_context(self._make(zygote)), zygote
        self._uses += 1
        return self._cell

    def end(self) -> None:
        """Let it go: whatever failed in it may have spoilt it."""
        self._stack.close()
        self._cell, self._uses = None, 0
