"""Namespaces: the zygote moves itself, once, into a read-only tree without network or ``/proc``.

Its cells inherit all of it for nothing.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from graders.sandbox import system

FLAGS = (
    system.CLONE_NEWUSER
    | system.CLONE_NEWNS
    | system.CLONE_NEWNET
    | system.CLONE_NEWIPC
    | system.CLONE_NEWUTS
)
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
# ST_NOSUID, ST_NODEV, ST_NOEXEC, ST_NOATIME, ST_NODIRATIME, ST_RELATIME have the values of MS_*
# but for RELATIME, whose bit statvfs(2) moves.
_LOCKED = system.MS_NOSUID | system.MS_NODEV | system.MS_NOEXEC | 1024 | 2048
READ_ONLY = system.MS_BIND | system.MS_REMOUNT | system.MS_RDONLY | system.MS_NOSUID | system.MS_NODEV


def enter(readable: Sequence[str], root: str, kept: Sequence[str] = ()) -> None:
    """Leave the host behind; needs one thread. ``OSError`` where the host does not allow it.

    ``readable`` are the paths that exist in the new tree, under the same names, read-only; ``kept`` those
    that stay as they are, device files and ``/proc``, which a driver writes to. ``root`` is an empty folder
    that whoever started this process removes. After an error the process may be half way and must exit: its
    parent falls back to level B in a fresh one.
    """
    user, group = os.geteuid(), os.getegid()
    system.unshare(FLAGS)
    _map_identity(user, group)
    _build_tree(root, readable, kept)
    _pivot(root)


def _map_identity(user: int, group: int) -> None:
    for path, line in (
        ("/proc/self/setgroups", "deny"),
        ("/proc/self/uid_map", f"{user} {user} 1"),
        ("/proc/self/gid_map", f"{group} {group} 1"),
    ):
        with open(path, "w") as file:
            file.write(line)


def _build_tree(root: str, readable: Sequence[str], kept: Sequence[str]) -> None:
    system.mount(None, "/", None, system.MS_REC | system.MS_PRIVATE)
    system.mount("cell", root, "tmpfs", system.MS_NOSUID | system.MS_NODEV, "size=1m,mode=755")
    for path in readable:
        _bind(root, path, READ_ONLY)
    os.makedirs(root + "/dev", exist_ok=True)
    for device in (*DEVICES, *kept):
        # MS_NODEV would make a device file useless; a bind keeps the host's node, written to by no one
        # who could not write to it before.
        _bind(root, device, system.MS_BIND | system.MS_REMOUNT | system.MS_NOSUID | system.MS_NOEXEC)


def _bind(root: str, path: str, flags: int) -> None:
    target = root + path
    if os.path.islink(path):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.symlink(os.readlink(path), target)
        return
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        open(target, "w").close()
    system.mount(path, target, None, system.MS_BIND | system.MS_REC)
    # A mount inherited into a user namespace keeps its flags locked: dropping one is refused.
    system.mount(None, target, None, flags | (os.statvfs(target).f_flag & _LOCKED))


def _pivot(root: str) -> None:
    os.chdir(root)
    system.syscall(system.PIVOT_ROOT, b".", b".")
    system.unmount(".", system.MNT_DETACH)
    system.mount(None, "/", None, system.MS_REMOUNT | system.MS_BIND | system.MS_RDONLY | system.MS_NOSUID)
    os.chdir("/")
