"""Makes forking cheaper: the zygote's anonymous memory in huge pages, so that page tables are short."""

from __future__ import annotations

import ctypes

MADV_COLLAPSE = 25
HUGE = 2 << 20


def collapse() -> None:
    """Best effort: kernels before 6.1, or without transparent huge pages, simply refuse."""
    libc = ctypes.CDLL(None)
    libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    with open("/proc/self/maps") as file:
        lines = file.readlines()
    for line in lines:
        parts = line.split()
        if parts[1] != "rw-p" or (len(parts) > 5 and not parts[5].startswith("[heap")):
            continue
        first, last = (int(bound, 16) for bound in parts[0].split("-"))
        start = -(-first // HUGE) * HUGE
        length = (last - start) // HUGE * HUGE
        if length > 0:
            libc.madvise(start, length, MADV_COLLAPSE)
