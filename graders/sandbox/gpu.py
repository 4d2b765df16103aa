"""What is left open in a cell with a graphics card, beyond what any other cell has. Read with ``enter.py``.

The driver (libcuda) works through device files: it opens them for reading and writing at any time, sends them
requests by ``ioctl``, and maps them. While it starts it makes threads, writes their names into the process's
own folder in ``/proc`` (without which it does not start at all), and reads what the kernel says about devices
and memory. It reserves addresses by the terabyte, so that no limit on address space can stand.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Sequence
from dataclasses import dataclass

DEVICES = ("/dev/nvidiactl", "/dev/nvidia[0-9]*", "/dev/nvidia-uvm", "/dev/nvidia-uvm-tools",
           "/dev/nvidia-caps/*")  # fmt: skip
# What the driver reads besides; nothing of it belongs to anybody.
TOLD_BY_THE_KERNEL = (
    "/proc/driver/nvidia", "/proc/driver/nvidia-uvm", "/proc/driver/nvidia-caps", "/proc/devices",
    "/proc/cpuinfo",
    "/proc/meminfo", "/proc/modules", "/proc/sys/vm", "/sys/devices/system", "/sys/bus/pci",
    "/sys/module/nvidia",
    "/sys/module/nvidia_uvm", "/dev/null", "/dev/urandom",
)  # fmt: skip
OWN_PROCESS = "/proc/self"
# Descriptors that a context takes: some dozens, more with several cards.
FILES = 1024


@dataclass(frozen=True, slots=True)
class Opening:
    """Paths that a cell may read besides, and device files that it may also write to."""

    readable: tuple[str, ...]
    devices: tuple[str, ...]


def opening() -> Opening:
    """What there is of it on this machine. Call it after the driver's libraries have been loaded."""
    return Opening(
        readable=tuple(path for path in TOLD_BY_THE_KERNEL if os.path.exists(path)),
        devices=tuple(path for pattern in DEVICES for path in sorted(glob.glob(pattern))),
    )


def folders_of_libraries(readable: Sequence[str]) -> tuple[str, ...]:
    """Where the libraries lie that this process has loaded, unless that is beneath ``readable``.

    Others are found beside them later.
    """
    with open("/proc/self/maps") as file:
        paths = {line.split(None, 5)[5].strip() for line in file if ".so" in line}
    known = tuple(os.path.realpath(path) + "/" for path in readable)
    folders = {os.path.dirname(path) for path in paths if os.path.isfile(path)}
    return tuple(sorted(folder for folder in folders if not (folder + "/").startswith(known)))


def kept_in_the_tree(opened: Opening) -> tuple[str, ...]:
    """What level A's tree holds besides. ``/proc`` and ``/sys`` are there; Landlock says what of them."""
    return (*opened.devices, "/proc", "/sys")


def memory_taken() -> int:
    """Bytes that ``RLIMIT_DATA`` counts of this process now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")
