"""What a cell has taken of the machine, as the kernel counts it: never what the cell says.

Processor time is read from the process's own clock (``clock_getcpuclockid(3)``), memory from
``/proc/PID/status``, which stays readable where ``/proc/PID/clear_refs`` is not, since a cell is not
dumpable.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

from graders.compare.evidence import Evidence

log = logging.getLogger(__name__)
# The clock of a process is its inverted number and this kind: CPUCLOCK_SCHED, in nanoseconds.
_SCHED = 2
_NEEDED = ("VmHWM", "RssAnon", "RssFile", "RssShmem")


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds of processor time; bytes by the names of ``/proc/PID/status``. None: not told."""

    seconds: float | None
    memory: Mapping[str, int] | None


def of(pid: int) -> Usage:
    """What the process has taken so far. Logs once what this kernel does not tell."""
    seconds, memory = processor_seconds(pid), _memory(pid)
    if seconds is None:
        _tell("processor time of a cell")
    if memory is None:
        _tell("memory of a cell (/proc/PID/status)")
    return Usage(seconds, memory)


def measured(pid: int, run: Callable[[], Evidence]) -> Evidence:
    """What ``run`` gives, with the time and memory that the process took for it."""
    before = of(pid)
    evidence = run()
    after = of(pid)
    return replace(evidence, cpu_seconds=taken(before.seconds, after.seconds), grown=_grown(before, after))


def taken(before: float | None, after: float | None) -> float | None:
    """The difference; None where either was not told."""
    return None if before is None or after is None else after - before


def _grown(before: Usage, after: Usage) -> int | None:
    """How far memory of the process's own rose above what it was, at its peak.

    The peak (VmHWM) is of the whole life: where an earlier case went higher, this is too much, and a new
    cell tells. Pages of libraries are taken off as they are now. They only ever come, so this is never too
    much.
    """
    if before.memory is None or after.memory is None:
        return None
    peak = after.memory["VmHWM"] - after.memory["RssFile"] - after.memory["RssShmem"]
    return max(0, peak - before.memory["RssAnon"])


def processor_seconds(pid: int) -> float | None:
    """What the process has had of processors so far; None where it has gone or the kernel does not tell."""
    with suppress(OSError):
        return time.clock_gettime((~pid << 3) | _SCHED)
    return None


def _memory(pid: int) -> dict[str, int] | None:
    found: dict[str, int] = {}
    with suppress(OSError, ValueError, IndexError), open(f"/proc/{pid}/status") as file:
        for line in file:
            name = line.partition(":")[0]
            if name in _NEEDED:
                found[name] = int(line.split()[1]) * 1024
    return found if len(found) == len(_NEEDED) else None


@cache
def _tell(what: str) -> None:
    log.warning("the kernel does not tell the %s: limits on it in task packages are NOT checked here", what)
