"""What a cell may do: the levels, the limits, and the paths that it may read."""

from __future__ import annotations

import os
import sys
import sysconfig
from dataclasses import dataclass

from graders.contract import Level

MIB = 1 << 20
# Which level satisfies a required one: A holds everything that B holds, B everything that C holds.
ORDER: dict[Level, int] = {"A": 3, "B": 2, "C": 1}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one cell.

    memory: bytes of address space beyond what the zygote takes; cpu: seconds of processor time, a
    hard stop behind the grader's own deadline; output: bytes of standard output kept.
    """

    memory: int = 512 * MIB
    cpu: int = 60
    output: int = 1 * MIB
    files: int = 64


def satisfies(level: Level, required: Level) -> bool:
    return ORDER[level] >= ORDER[required]


def readable_paths() -> tuple[str, ...]:
    """The interpreter, its packages and the system's libraries: all that a cell may read."""
    wanted = {
        sys.prefix,
        sys.base_prefix,
        *(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")),
        "/usr/lib",
        "/usr/lib64",
        "/usr/local/lib",
        "/lib",
        "/lib64",
    }
    if sys.base_prefix in ("/usr", "/usr/local"):
        wanted.discard(sys.base_prefix)
    existing = sorted(path for path in wanted if path and os.path.exists(path))
    return tuple(
        path
        for path in existing
        if os.path.islink(path) or not any(_beneath(path, other) for other in existing if other != path)
    )


def _beneath(path: str, other: str) -> bool:
    return not os.path.islink(other) and os.path.commonpath([path, other]) == other
