"""The hostile programs where a worker runs in a container: ``python -m tests.hostile.contained LEVEL EVERY``.

As ``docker run --user 1000 --read-only --cap-drop ALL --security-opt no-new-privileges --tmpfs /tmp`` has it,
made of the same calls of the kernel. Needs root to set up; prints one JSON object, complaints by program.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

from graders.engine import Engine, EngineConfig, EngineFault
from graders.package import load_folder
from graders.sandbox import system
from tests.hostile.programs import PROGRAMS
from tests.hostile.trial import REPOSITORY, Cells, complaints

USER = 1000
LAST_CAPABILITY = 40
# What a container has of its own, and writable or not as the kernel sees fit.
TEMPORARY = "/var/tmp"
LEFT_ALONE = ("/proc", "/sys", "/dev")
MINI = REPOSITORY / "tests" / "graders" / "mini" / "conv2d-mini"


def enter(python: str, arguments: list[str]) -> None:
    """Become a container's process and run ``inside`` there with this Python. Does not return."""
    system.unshare(system.CLONE_NEWNS)
    system.mount(None, "/", None, system.MS_REC | system.MS_PRIVATE)
    _open_up([REPOSITORY, Path(sys.base_prefix), Path(sys.prefix), Path(python).parents[1]])
    for point in _mounts():
        if not point.startswith((*LEFT_ALONE, "/tmp/")):
            system.mount(None, point, None, system.MS_BIND | system.MS_REMOUNT | system.MS_RDONLY)
    # Not over /tmp, where this Python may be.
    system.mount("small", TEMPORARY, "tmpfs", system.MS_NOSUID | system.MS_NODEV, "size=16m,mode=1777")
    for capability in range(LAST_CAPABILITY + 1):
        system.prctl(system.PR_CAPBSET_DROP, capability)
    os.setgroups([])
    os.setresgid(USER, USER, USER)
    os.setresuid(USER, USER, USER)
    system.prctl(system.PR_SET_NO_NEW_PRIVS, 1)
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(REPOSITORY),
        "DLQUIZ_SECRET": "CANARY",
        "TMPDIR": TEMPORARY,
    }
    os.chdir("/")
    os.execve(python, [python, "-m", "tests.hostile.contained", "inside", *arguments], environment)


def _open_up(paths: Iterable[Path]) -> None:
    """Have ``paths`` where they are, also where a folder above them is closed to others."""
    closed: dict[Path, list[Path]] = {}
    for path in paths:
        above = [folder for folder in reversed(path.parents) if not folder.stat().st_mode & 0o001]
        if above:
            closed.setdefault(above[0], []).append(path)
    for folder, beneath in closed.items():
        with tempfile.TemporaryDirectory() as aside:
            kept = [f"{aside}/{number}" for number in range(len(beneath))]
            for path, place in zip(beneath, kept, strict=True):
                os.mkdir(place)
                system.mount(str(path), place, None, system.MS_BIND | system.MS_REC)
            system.mount("open", str(folder), "tmpfs", system.MS_NOSUID, "size=1m,mode=755")
            for path, place in zip(beneath, kept, strict=True):
                path.mkdir(parents=True, exist_ok=True)
                system.mount(place, str(path), None, system.MS_BIND | system.MS_REC)
                system.unmount(place, system.MNT_DETACH)


def _mounts() -> list[str]:
    return [line.split()[4] for line in Path("/proc/self/mountinfo").read_text().splitlines()]


def inside(level: str, every: int) -> dict[str, object]:
    """Complaints by program of every ``every``-th program, or why no engine starts here."""
    mini = load_folder(MINI)
    canary = Path(tempfile.mkdtemp()) / "canary"
    canary.write_text("CANARY")
    held = {
        "user": os.geteuid(),
        "writable": [path for path in ("/", "/usr", "/var") if os.access(path, os.W_OK)],
    }
    cells = Cells(SimpleNamespace(setattr=setattr))
    try:
        with Engine(EngineConfig(level=level, required_level=level)) as engine:  # type: ignore[arg-type]
            found = {}
            for program in PROGRAMS[::every]:
                cells.printed.clear()
                found[program.name] = complaints(engine, mini, program, cells, canary)
    except EngineFault as fault:
        return {**held, "fault": str(fault)}
    return {**held, "found": found}


if __name__ == "__main__":
    if sys.argv[1] == "inside":
        print(json.dumps(inside(sys.argv[2], int(sys.argv[3]))))
    else:
        enter(sys.argv[1], sys.argv[2:])
