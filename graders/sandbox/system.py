"""The few system calls that Python does not offer, by number, for x86-64 and aarch64."""

from __future__ import annotations

import ctypes
import os
import platform

MACHINE = platform.machine()
if MACHINE not in ("x86_64", "aarch64"):
    raise ImportError(f"the sandbox knows x86_64 and aarch64, not {MACHINE}")

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long

# The same numbers on both machines: these calls are younger than the split of the tables.
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446
CLOSE_RANGE, PIDFD_OPEN, PIDFD_SEND_SIGNAL = 436, 434, 424
CAPSET = 126 if MACHINE == "x86_64" else 91
PIVOT_ROOT = 155 if MACHINE == "x86_64" else 41

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP = 1, 4, 22, 24
PR_SET_NO_NEW_PRIVS, PR_SET_NAME, PR_CAP_AMBIENT = 38, 15, 47

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 32, 4096, 16384, 1 << 18
MNT_DETACH = 2


def check(result: int, what: str) -> int:
    """``result``, or the ``OSError`` that its being negative means."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def syscall(number: int, *arguments: object) -> int:
    """One raw system call; ``OSError`` when it fails."""
    widened = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return check(_libc.syscall(ctypes.c_long(number), *widened), f"syscall {number}")


def prctl(option: int, *arguments: object) -> int:
    """``prctl(2)`` with unused arguments zero; ``OSError`` when it fails."""
    widened = [ctypes.c_ulong(a) if isinstance(a, int) else a for a in arguments]
    widened += [ctypes.c_ulong(0)] * (4 - len(widened))
    return check(_libc.prctl(ctypes.c_int(option), *widened), f"prctl {option}")


def unshare(flags: int) -> None:
    check(_libc.unshare(ctypes.c_int(flags)), "unshare")


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    encoded = [None if part is None else part.encode() for part in (source, target, kind, data)]
    check(
        _libc.mount(encoded[0], encoded[1], encoded[2], ctypes.c_ulong(flags), encoded[3]),
        f"mount {target}",
    )


def unmount(target: str, flags: int = 0) -> None:
    check(_libc.umount2(target.encode(), ctypes.c_int(flags)), f"umount {target}")


def close_range(first: int, last: int = 0xFFFFFFFF) -> None:
    syscall(CLOSE_RANGE, first, last, 0)
