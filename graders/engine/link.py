"""The grader's end of one cell: bounded reads, deadlines, and the kill that no cell can block."""

from __future__ import annotations

import os
import select
import signal
import time
from contextlib import suppress

from graders.contract.frame import PREFIX, Frame, decode, prefix_lengths


class CellTimeout(Exception):
    """The deadline passed before the cell answered."""


class CellGone(Exception):
    """The cell closed its pipe: it has exited or been killed."""


class CellLink:
    """Pipes and pidfd of one cell; closes them, and so ends the cell, when left."""

    def __init__(self, pid: int, job: int, result: int, output: int, pidfd: int) -> None:
        self.pid = pid
        self._job, self._result, self._output, self._pidfd = job, result, output, pidfd
        self._open = True
        self.shown = 0
        os.set_blocking(job, False)
        os.set_blocking(result, False)

    def __enter__(self) -> CellLink:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, frame: bytes, deadline: float) -> Frame:
        """Send a frame and wait for its answer until ``deadline`` (``time.monotonic``).

        Raises ``CellTimeout``, ``CellGone``, or ``FrameError`` for an answer that is not a frame.
        """
        self._send(memoryview(frame), deadline)
        head, body = prefix_lengths(self._receive(PREFIX.size, deadline))
        return decode(self._receive(head, deadline), self._receive(body, deadline))

    def _send(self, data: memoryview, deadline: float) -> None:
        while data:
            try:
                data = data[os.write(self._job, data) :]
            except BlockingIOError:
                self._wait(self._job, select.POLLOUT, deadline)
            except BrokenPipeError:
                raise CellGone from None

    def _receive(self, count: int, deadline: float) -> bytes:
        parts: list[bytes] = []
        while count:
            try:
                part = os.read(self._result, min(count, 1 << 20))
            except BlockingIOError:
                self._wait(self._result, select.POLLIN, deadline)
                continue
            if not part:
                raise CellGone
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _wait(self, descriptor: int, event: int, deadline: float) -> None:
        left = deadline - time.monotonic()
        poll = select.poll()
        poll.register(descriptor, event)
        if left <= 0 or not poll.poll(left * 1000):
            raise CellTimeout

    def new_output(self, most: int = 16 * 1024) -> str:
        """What was printed since the last call, at most ``most`` bytes of it."""
        size = os.fstat(self._output).st_size
        text = os.pread(self._output, min(most, max(size - self.shown, 0)), self.shown)
        self.shown = size
        return text.decode("utf-8", "replace").replace("\0", "\ufffd")

    def peak_bytes(self) -> int:
        """Largest resident size so far, measured by the kernel; 0 where it does not tell."""
        with suppress(OSError, ValueError, IndexError), open(f"/proc/{self.pid}/status") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
        return 0

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    def close(self) -> None:
        """End the cell: it reads end-of-file and exits; one that is stuck is killed by ``kill``."""
        if self._open:
            self._open = False
            for descriptor in (self._job, self._result, self._output, self._pidfd):
                os.close(descriptor)
