"""What is measured and how it is told: rows of named figures, the unit at the end of each name."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# ``_ms`` milliseconds, ``_mib`` mebibytes, ``_share`` parts of one, ``times_…`` ratios; the rest are counts.
Row = dict[str, str | int | float]

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the bench: its rows, under a name by which it can be asked for alone."""

    name: str
    title: str
    rows: tuple[Row, ...]

    def to_json(self) -> dict[str, object]:
        return {"part": self.name, "title": self.title, "rows": list(self.rows)}


def latency(seconds: Sequence[float]) -> Row:
    """Median and 95th percentile (nearest rank) of ``seconds``, in ms."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return {"p50_ms": statistics.median(ordered) * 1000, "p95_ms": high * 1000}


def tree_cpu_seconds(pid: int) -> float:
    """Processor time of a process and of its children that have ended, from ``/proc``; steps of 10 ms."""
    return _cpu_seconds(_stat(Path(f"/proc/{pid}")))


def session_cpu_seconds(session: int) -> float:
    """The same, of all processes that live in one session."""
    found = (_stat(path) for path in Path("/proc").iterdir() if path.name.isdecimal())
    return sum(_cpu_seconds(fields) for fields in found if fields and int(fields[3]) == session)


def _cpu_seconds(fields: Sequence[str]) -> float:
    return sum(int(ticks) for ticks in fields[11:15]) / _TICKS


def _stat(process: Path) -> list[str]:
    """The fields of ``/proc/PID/stat`` from the third on; none where the process has gone."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def memory_mib(pid: int) -> dict[str, float]:
    """Resident memory of a process by the kernel's names (``Rss``, ``Private_Dirty``), in MiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    return {name: int(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines)}


def private_mib(pid: int) -> float:
    """What a process does not share with another, in MiB."""
    told = memory_mib(pid)
    return told["Private_Clean"] + told["Private_Dirty"]


def middle(values: Iterable[float]) -> float:
    return statistics.median(values)
