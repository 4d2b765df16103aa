"""What this host says of itself: settings and surroundings that decide which layers are to be had."""

from __future__ import annotations

import platform
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Host:
    """``filtered``: a seccomp filter of somebody else's (a container's) is on us already. ``modules``: the
    kernel's security modules, where it tells. The sysctls are None where the kernel has none of that name."""

    kernel: str
    filtered: bool
    modules: str
    userns_clone: int | None
    apparmor_restricts: int | None
    max_user_namespaces: int | None


def look() -> Host:
    """Read it from ``/proc`` and ``/sys``."""
    return Host(
        kernel=platform.release(),
        filtered="Seccomp:\t2" in _read("/proc/self/status"),
        modules=_read("/sys/kernel/security/lsm"),
        userns_clone=_sysctl("kernel/unprivileged_userns_clone"),
        apparmor_restricts=_sysctl("kernel/apparmor_restrict_unprivileged_userns"),
        max_user_namespaces=_sysctl("user/max_user_namespaces"),
    )


def _sysctl(name: str) -> int | None:
    with suppress(ValueError):
        return int(_read(f"/proc/sys/{name}"))
    return None


def _read(path: str) -> str:
    with suppress(OSError):
        return Path(path).read_text().strip()
    return ""
