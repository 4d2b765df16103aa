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
from collections.abc import Callable
from dataclasses import dataclass

from graders.contract import Level
from graders.sandbox import gpu, system
from graders.sandbox.landlock import Ruleset
from graders.sandbox.policy import Limits
from graders.sandbox.seccomp import Filter

NOBODY = 65534
LAST_CAPABILITY = 40
_CAPABILITY_VERSION_3 = 0x20080522


@dataclass(frozen=True, slots=True)
class Wall:
    """The parts that are made once, before the fork, and put up by each cell.

    ``opened``: what is left open for a graphics card; its rule set is made by the cell, since it names the
    cell's own folder in ``/proc``, from ``readable``.
    """

    level: Level
    limits: Limits
    base_bytes: int
    filter: Filter
    ruleset: Ruleset | None
    drop_user: bool
    readable: tuple[str, ...] = ()
    opened: gpu.Opening | None = None


def prepare(
    level: Level,
    limits: Limits,
    readable: tuple[str, ...],
    base_bytes: int,
    opened: gpu.Opening | None = None,
) -> Wall:
    """Make ready what level ``level`` needs. ``OSError`` where the kernel lacks a part of it.

    ``base_bytes`` is the zygote's own address space, which every cell inherits. ``opened``: for cells with a
    graphics card.
    """
    has_card = opened is not None
    ruleset = None if level == "C" else Ruleset(readable)
    return Wall(
        level=level,
        limits=limits,
        base_bytes=base_bytes,
        filter=Filter("none" if level == "C" else "read", has_card),
        ruleset=ruleset,
        drop_user=level != "A" and os.geteuid() == 0,
        readable=readable,
        opened=opened,
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


def put_up_around_a_card(wall: Wall, start: Callable[[], None]) -> None:
    """The same for a cell with a graphics card. ``start`` wakes the driver; no stranger's code runs in it.

    The driver's threads inherit user, capabilities and Landlock, so these come first. What it could not start
    behind comes after it: the limits on memory and on threads, and the filter, on all its threads at once.
    """
    assert wall.opened is not None
    system.close_range(4)
    _set_common_limits(wall.limits, gpu.FILES)
    # Held open: a rule is on an inode, and one in /proc may be made anew once nobody holds it.
    own = os.open(gpu.OWN_PROCESS, os.O_PATH | os.O_CLOEXEC)
    # By the user that may look at these paths.
    rulesets = _rulesets(wall, wall.opened)
    _drop_user(wall)
    system.prctl(system.PR_SET_PDEATHSIG, signal.SIGKILL)
    # A change of user takes it away, and with it the process's own folder in /proc.
    system.prctl(system.PR_SET_DUMPABLE, 1)
    system.prctl(system.PR_SET_NO_NEW_PRIVS, 1)
    _drop_capabilities()
    for ruleset in rulesets[:1]:
        ruleset.restrict_self()
    start()
    _limit(resource.RLIMIT_DATA, gpu.memory_taken() + wall.limits.memory)
    for ruleset in rulesets[1:]:
        ruleset.restrict_self()
    os.close(own)
    _limit(resource.RLIMIT_NPROC, 0)
    system.prctl(system.PR_SET_DUMPABLE, 0)
    wall.filter.install_on_all_threads()


def _rulesets(wall: Wall, opened: gpu.Opening) -> list[Ruleset]:
    """For the driver and its threads while it starts; then, for the thread that runs solutions, less."""
    if wall.level == "C":
        return []
    everything = Ruleset((*wall.readable, *opened.readable), (*opened.devices, gpu.OWN_PROCESS))
    return [everything, Ruleset(wall.readable, opened.devices)]


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
    _limit(resource.RLIMIT_AS, wall.base_bytes + wall.limits.memory)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_MEMLOCK, 0)
    _set_common_limits(wall.limits, wall.limits.files)


def _set_common_limits(limits: Limits, files: int) -> None:
    _limit(resource.RLIMIT_CPU, limits.cpu)
    _limit(resource.RLIMIT_FSIZE, limits.output)
    _limit(resource.RLIMIT_NOFILE, files)
    _limit(resource.RLIMIT_CORE, 0)


def _limit(which: int, bound: int) -> None:
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
