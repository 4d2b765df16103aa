"""The engine of a worker process, used by one at a time: submissions first, preparations when nobody waits.

What later submissions need (a fresh draw of the cases, what known mistakes do on it, a new zygote) is done in
small steps by a thread, but only after a quiet moment: in a stream of submissions nobody waits for a step,
and one who comes in the middle of it waits for that step alone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# So long must have passed since the last submission. The next one of a stream comes sooner.
QUIET_SECONDS = 0.1


class SpareTime:
    """Calls ``step`` while it returns True and nobody is inside ``busy``. One step at a time."""

    def __init__(self, step: Callable[[], bool], quiet_seconds: float = QUIET_SECONDS) -> None:
        self._step, self._quiet = step, quiet_seconds
        self._engine = threading.Lock()
        self._work_done = threading.Event()
        self._last = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._live, name="spare time", daemon=True)
        self._thread.start()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Have the engine for oneself; afterwards there may be something to prepare."""
        # Said before the lock is taken: whoever waits for a step does not wait for the one after it.
        self._last = time.monotonic()
        with self._engine:
            try:
                yield
            finally:
                self._last = time.monotonic()
        self._work_done.set()

    def end(self) -> None:
        """No step is begun any more; one that runs is waited for."""
        self._ended.set()
        self._work_done.set()
        self._thread.join()

    def _live(self) -> None:
        while not self._ended.is_set():
            self._work_done.wait()
            self._work_done.clear()
            while not self._ended.is_set() and self._one():
                pass

    def _one(self) -> bool:
        """Wait for the quiet and do a step. False: there is nothing left to do."""
        left = self._last + self._quiet - time.monotonic()
        if left > 0:
            self._ended.wait(left)
            return True
        with self._engine:
            # Somebody may have come while the lock was waited for.
            return self._last + self._quiet > time.monotonic() or self._step()
