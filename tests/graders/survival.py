"""What tests of survival do to the engine's processes, from outside as a machine would."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graders.engine import Engine

# In the middle of every call; long enough to be found there, short of the limit.
SLOWLY = (
    "\nimport time\n_quick = conv2d\ndef conv2d(*a, **k):\n    time.sleep(0.4)\n    return _quick(*a, **k)\n"
)


def cells_of(zygote: int) -> list[int]:
    """The cells that live, those that wait among them."""
    return [int(pid) for pid in Path(f"/proc/{zygote}/task/{zygote}/children").read_text().split()]


def is_alive(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def send(number: signal.Signals, pids: Iterable[int]) -> None:
    """To each that still lives: what was read a moment ago may have ended since."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def wait_until_gone(pids: Iterable[int], seconds: float = 10.0) -> None:
    """Wait for processes to end; those that do not are named."""
    deadline = time.monotonic() + seconds
    while left := [pid for pid in pids if is_alive(pid)]:
        assert time.monotonic() < deadline, f"still alive: {left}"
        time.sleep(0.02)


def end_zygote(engine: Engine) -> None:
    """Kill it, and wait until it has gone with its cells."""
    pid = engine.zygote.pid
    pids = [pid, *cells_of(pid)]
    os.kill(pid, signal.SIGKILL)
    wait_until_gone(pids)


@contextmanager
def soon(act: Callable[[], None], seconds: float = 0.3) -> Iterator[None]:
    """Do something from another thread while the block runs."""
    timer = threading.Timer(seconds, act)
    timer.start()
    try:
        yield
    finally:
        timer.join()
