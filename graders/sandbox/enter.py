"""What a freshly forked cell does to itself, in order, before it reads one byte of a job.

Every step raises when it fails, and the cell then exits: there is no half sandbox. The steps before
the fork (namespaces, read-only tree, no network) are in ``namespaces``.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
from dataclasses import dataclass

from graders.contract import Level
from graders.sandbox import system
from graders.sandbox.landlock import Ruleset
from graders.sandbox.policy import Limits
from graders.sandbox.seccomp import Filter

NOBODY = 65534
LAST_CAPABILITY = 40
_CAPABILITY_VERSION_3 = 0x20080522


@dataclass(frozen=True, slots=True)
class Wall:
    """The parts that are made once, before the fork, and put up by each cell."""

    level: Level
    limits: Limits
    base_bytes: int
    filter: Filter
    ruleset: Ruleset | None
    drop_user: bool


def prepare(level: Level, limits: Limits, readable: tuple[str, ...], base_bytes: int) -> Wall:
    """Make ready what level ``level`` needs. ``OSError`` where the kernel lacks a part of it.

    ``base_bytes`` is the zygote's own address space, which every cell inherits.
    """
    return Wall(
        level=level,
        limits=limits,
        base_bytes=base_bytes,
        filter=Filter("none" if level == "C" else "read"),
        ruleset=None if level == "C" else Ruleset(readable),
        drop_user=level != "A" and os.geteuid() == 0,
    )


def put_up(wall: Wall) -> None:
    """Close every door but descriptors 0 to 3, for good."""
    _keep_only_standard_descriptors(wall)
    _set_limits(wall)
    _drop_user(wall)
    system.prctl(system.PR_SET_PDEATHSIG, signal.SIGKILL)
    system.prctl(system.PR_SET_DUMPABLE, 0)
    system.prctl(system.PR_SET_NO_NEW_PRIVS, 1)
    _drop_capabilities()
    if wall.ruleset is not None:
        wall.ruleset.restrict_self()
    wall.filter.install()


def _keep_only_standard_descriptors(wall: Wall) -> None:
    if wall.ruleset is None:
        system.close_range(4)
        return
    # The rule set's descriptor lives until it has been put on; it is the last above 3.
    kept = wall.ruleset.descriptor
    if kept < 4:
        raise OSError("the rule set took a standard descriptor")
    if kept > 4:
        system.close_range(4, kept - 1)
    system.close_range(kept + 1)


def _set_limits(wall: Wall) -> None:
    limits, memory = wall.limits, wall.base_bytes + wall.limits.memory
    for which, bound in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_FSIZE, limits.output),
        (resource.RLIMIT_NOFILE, limits.files),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(which, (bound, bound))


def _drop_user(wall: Wall) -> None:
    if wall.drop_user:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def _drop_capabilities() -> None:
    for capability in range(LAST_CAPABILITY + 1):
        try:
            system.prctl(system.PR_CAPBSET_DROP, capability)
        except OSError:
            # Without CAP_SETPCAP the bounding set stays; no_new_privs makes it worthless.
            break
    header = ctypes.create_string_buffer(struct.pack("<Ii", _CAPABILITY_VERSION_3, 0), 8)
    nothing = ctypes.create_string_buffer(24)
    system.syscall(system.CAPSET, ctypes.byref(header), ctypes.byref(nothing))


def address_space() -> int:
    """Bytes of address space that this process takes now. Needs ``/proc``: ask before leaving it."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
