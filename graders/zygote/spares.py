"""Cells that wait for their job, by what is put on before the job is known."""

from __future__ import annotations

import os
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

# Kinds for which cells are kept. Tasks come in turns, most of them with the same limit of memory.
KINDS = 4


class Kind(NamedTuple):
    """``memory``: bytes that the job may take. ``forbidden``: operators that are barred already."""

    memory: int
    forbidden: tuple[str, ...] = ()


@dataclass(slots=True)
class Spare:
    """A cell that waits for its job, and the grader's ends of its pipes."""

    pid: int
    pidfd: int
    job: int
    result: int
    output: int

    def close(self) -> None:
        for descriptor in (self.job, self.result, self.output):
            os.close(descriptor)


class Spares:
    """``fork`` makes one, that is to wait or not; ``wanted`` are kept of each of the ``kinds``
    asked for last.
    """

    def __init__(self, fork: Callable[[Kind, bool], Spare], wanted: int, kinds: int = KINDS) -> None:
        self._fork, self._wanted, self._kinds = fork, wanted, kinds
        self._waiting: OrderedDict[Kind, deque[Spare]] = OrderedDict()

    def __len__(self) -> int:
        return sum(len(waiting) for waiting in self._waiting.values())

    def take(self, kind: Kind) -> Spare:
        """One of this kind, or one in which nothing is barred yet, or a new one."""
        for found in (kind, Kind(kind.memory)):
            if self._waiting.get(found):
                return self._waiting[found].popleft()
        return self._fork(kind, False)

    def refill(self, kind: Kind, count: int | None = None) -> None:
        """Have cells of this kind wait. Those of the kind that was asked for longest ago go."""
        waiting = self._waiting.setdefault(kind, deque())
        self._waiting.move_to_end(kind)
        while len(self._waiting) > self._kinds:
            for spare in self._waiting.popitem(last=False)[1]:
                spare.close()
        while len(waiting) < (self._wanted if count is None else count):
            waiting.append(self._fork(kind, True))

    def dismiss(self) -> None:
        """Let all of them go: what they were made ready for has changed."""
        for waiting in self._waiting.values():
            while waiting:
                waiting.popleft().close()

    def drop(self, pid: int) -> None:
        """Forget a cell that has ended while it waited."""
        for waiting in self._waiting.values():
            for spare in [spare for spare in waiting if spare.pid == pid]:
                waiting.remove(spare)
                spare.close()
