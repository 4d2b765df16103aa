"""The zygote of the whole way of a solution to a graphics card and back, on a machine that has none.

Everything is real but the card: the walls of such a cell, its rule sets, limits and filter, and
threads that are
there before the filter. What a cell computes it computes on the CPU, and says that it lay on the card.

``FILES`` stand in for device files. ``python -m tests.graders.like_cuda_zygote ARGUMENTS OF THE ZYGOTE``.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable
from typing import Any

from graders.sandbox import gpu
from graders.zygote import cell, cuda, warmup, zygote

FILES = ("/dev/zero", "/dev/full")
THREADS = 3
CLAIMED_BYTES = 4096
# Who asks for less is told that nothing is left.
LEAST_MEMORY = 66 << 20

Orders = queue.SimpleQueue[tuple[Callable[[], object], threading.Event]]


class DriverThread(threading.Thread):
    """As a driver's: there before the filter, named in ``/proc``, alive until the end. It does as
    it is told.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.orders: Orders = queue.SimpleQueue()

    def run(self) -> None:
        while True:
            order, done = self.orders.get()
            order()
            done.set()


def start(memory: int) -> None:
    """In place of ``cuda.start``."""
    if memory < LEAST_MEMORY:
        raise RuntimeError("0 MiB of the card are free")
    for number in range(THREADS):
        thread = DriverThread()
        thread.start()
        # As pthread_setname_np(3) does it.
        comm = os.open(f"/proc/self/task/{thread.native_id}/comm", os.O_RDWR)
        os.write(comm, f"driver {number}".encode())
        os.close(comm)
    warmup.touch()


_run_once = cell._Cell._run_once


def on_cpu(self: Any, frame: Any, layout: str = "") -> Any:
    """In place of ``_run_once``: what is to lie on the card lies on the CPU."""
    assert frame.head["case"].pop("device", "") == "cuda", "a case of another device came here"
    told, run = _run_once(self, frame, layout)
    for entry in run.observed.entries:
        if entry.get("kind") == "tensor":
            entry["device"] = "cuda"
    frame.head["case"]["device"] = "cuda"
    told["device_bytes"] = CLAIMED_BYTES
    return told, run


if __name__ == "__main__":
    # Solutions would find in memory what they cannot import.
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]
    gpu.DEVICES = FILES
    cuda.warm, cuda.start, cuda.DEVICE = warmup.load, start, "cpu"
    cell._Cell._run_once = on_cpu
    zygote.main(sys.argv[1:])
