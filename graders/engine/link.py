"""The grader's end of one cell: bounded reads, deadlines, and the kill that no cell can block."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from graders.contract.frame import PREFIX, READY, Frame, FrameError, decode, prefix_lengths
from graders.engine import usage
from graders.engine.fault import ProcessLost

# The states of proc(5) into which no cell can bring itself: it may not send signals.
HELD_STATES = {"T": "it was stopped", "t": "it was traced"}
# Nothing is waited for longer than this at a time: what passes beyond it is this process being held.
SLICE_SECONDS = 0.25
# How long a cell that closed its pipe may take to end. It does both in one go, unless a solution closed it.
END_SECONDS = 0.5
# The part of a run's time in which the cell was ready but had no processor: from here on the machine is at
# fault.
STARVED = 0.8
LOOK_AGAIN_SECONDS = 0.02
# Processor seconds after which the kernel kills a cell, whatever the grader does.
CPU_SECONDS = 120


def _nothing() -> None:
    pass


class CellTimeout(Exception):
    """The deadline passed before the cell answered, through its own doing."""


class _PipeClosed(Exception):
    """The cell's end of a pipe is closed."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a cell ended: exit code (negative: the signal), processor seconds, peak bytes; from the kernel."""

    code: int
    cpu: float
    peak: int

    @property
    def was_slow(self) -> bool:
        """Whether it took all the processor time that a cell may ever take."""
        return self.code in (-signal.SIGKILL, -signal.SIGXCPU) and self.cpu >= CPU_SECONDS - 1

    @property
    def was_killed(self) -> bool:
        """Whether the kernel, for want of memory, or somebody else killed it; a cell cannot send signals."""
        return self.code == -signal.SIGKILL and not self.was_slow


class CellGone(Exception):
    """The cell has ended through its own doing, or closed its pipe; ``ended`` is None in the latter case."""

    def __init__(self, ended: Ended | None) -> None:
        super().__init__(ended)
        self.ended = ended


class _Usage(NamedTuple):
    """State (a letter of proc(5)), and seconds that a process had and waited for a processor."""

    state: str
    ran: float
    waited: float


def _usage(pid: int) -> _Usage:
    """Empty where the process has gone, or the kernel does not tell."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            # The name before the state is in parentheses and may hold anything.
            state = file.read().rpartition(")")[2].split()[0]
        with open(f"/proc/{pid}/schedstat") as file:
            ran, waited = (int(part) / 1e9 for part in file.read().split()[:2])
    except (OSError, ValueError, IndexError):
        return _Usage("", 0.0, 0.0)
    return _Usage(state, ran, waited)


class CellLink:
    """Pipes and pidfd of one cell; closes them, and so ends the cell, when left.

    ``ended`` says how a cell ended that has. What goes wrong is told apart here: ``CellTimeout``,
    ``CellGone`` and ``FrameError`` are the doing of what the cell ran, ``EngineFault`` is ours.
    """

    def __init__(self, pid: int, descriptors: Sequence[int], ended: Callable[[int], Ended]) -> None:
        self.pid = pid
        self._job, self._result, self._output, self._pidfd = descriptors
        self._ended = ended
        self.is_open = True
        self.shown = 0
        # What the last answer took: processor time where nobody waited for it, else wall-clock.
        self.seconds = 0.0
        # When the last answer was in, and the seconds since the start in which the cell was not waited for.
        self._answered = time.monotonic()
        self._elsewhere = 0.0
        self._began = _Usage("", 0.0, 0.0)
        self._started = self._answered
        os.set_blocking(self._job, False)
        os.set_blocking(self._result, False)

    def __enter__(self) -> CellLink:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, frame: bytes, deadline: float, meanwhile: Callable[[], None] = _nothing) -> Frame:
        """Send a frame and wait for its answer until ``deadline`` (``time.monotonic``).

        ``meanwhile`` is done while the cell works. The deadline moves by what this process was held, or busy
        with something else, since ``begin``: a paused container is not a slow solution. Raises
        ``CellTimeout``, ``CellGone``, ``FrameError`` for an answer that is not a frame, and ``EngineFault``
        where the cell was killed or held from outside.
        """
        self._elsewhere += time.monotonic() - self._answered
        begun, overtaken = time.monotonic(), False
        before = usage.processor_seconds(self.pid) if meanwhile is not _nothing else None
        try:
            self._send(memoryview(frame), deadline)
            overtaken = self._overtaken_by(meanwhile)
            head, body = prefix_lengths(self._receive(PREFIX.size, deadline))
            return decode(self._receive(head, deadline), self._receive(body, deadline))
        except CellTimeout:
            held = self.held(time.monotonic() - self._started)
            self.kill()
            if held:
                raise ProcessLost(f"a cell could not work: {held}") from None
            raise
        except FrameError:
            self.kill()
            raise
        except _PipeClosed:
            raise self._gone() from None
        finally:
            self._answered = time.monotonic()
            self.seconds = self._answered - begun
            if overtaken:
                self.seconds = min(
                    self.seconds, usage.taken(before, usage.processor_seconds(self.pid)) or 0.0
                )

    def _overtaken_by(self, meanwhile: Callable[[], None]) -> bool:
        """Do ``meanwhile``; whether the answer was there before that was done."""
        if meanwhile is _nothing:
            return False
        begun = time.monotonic()
        meanwhile()
        self._elsewhere += time.monotonic() - begun
        poll = select.poll()
        poll.register(self._result, select.POLLIN)
        return bool(poll.poll(0))

    def _gone(self) -> CellGone:
        if not self.has_ended(END_SECONDS):
            # What it runs has closed the pipe and goes on.
            self.kill()
            return CellGone(None)
        ended = self._ended(self.pid)
        if ended.was_killed:
            raise ProcessLost("a cell was killed from outside: has this machine run out of memory?")
        return CellGone(ended)

    def is_ready(self, seconds: float) -> bool:
        """Whether the cell says, within so many seconds, that its walls are up, and is well since."""
        try:
            said = self._receive(len(READY), time.monotonic() + seconds)
        except (CellTimeout, _PipeClosed):
            return False
        return said == READY and not self.has_ended(0) and _usage(self.pid).state not in HELD_STATES

    def _send(self, data: memoryview, deadline: float) -> None:
        while data:
            try:
                data = data[os.write(self._job, data) :]
            except BlockingIOError:
                self._wait(self._job, select.POLLOUT, deadline)
            except BrokenPipeError:
                raise _PipeClosed from None

    def _receive(self, count: int, deadline: float) -> bytes:
        received = bytearray()
        while len(received) < count:
            try:
                part = os.read(self._result, min(count - len(received), 1 << 20))
            except BlockingIOError:
                self._wait(self._result, select.POLLIN, deadline)
                continue
            if not part:
                raise _PipeClosed
            received += part
            # Also where there is always more to read: it may come in drops.
            if time.monotonic() > deadline + self._elsewhere and len(received) < count:
                raise CellTimeout
        return bytes(received)

    def _wait(self, descriptor: int, event: int, deadline: float) -> None:
        poll = select.poll()
        poll.register(descriptor, event)
        begun = time.monotonic()
        while (left := deadline + self._elsewhere - begun) > 0:
            asked = min(left, SLICE_SECONDS)
            found = poll.poll(asked * 1000)
            ended = time.monotonic()
            if ended - begun > asked + SLICE_SECONDS:
                self._elsewhere += ended - begun - asked
            if found:
                return
            begun = ended
        raise CellTimeout

    def has_ended(self, seconds: float) -> bool:
        """Whether the process ends within so many seconds, as the kernel tells."""
        poll = select.poll()
        poll.register(self._pidfd, select.POLLIN)
        return bool(poll.poll(seconds * 1000))

    def begin(self) -> None:
        """What is asked from now on is another run: what befell the cell before does not count."""
        self._began = _usage(self.pid)
        self._started = self._answered = time.monotonic()
        self._elsewhere = 0.0

    def held(self, seconds: float) -> str:
        """What kept the process from running in the last ``seconds``; empty where it had its time."""
        now = _usage(self.pid)
        if now.state in HELD_STATES:
            return HELD_STATES[now.state]
        if now.state == "D" and not self.has_ended(LOOK_AGAIN_SECONDS):
            again = _usage(self.pid)
            if (again.state, again.ran) == ("D", now.ran):
                return "it was waiting for a device"
        starved = now.waited - self._began.waited > STARVED * seconds
        return "it was waiting for a processor" if starved else ""

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
            # Ends it also where it is stopped.
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    def close(self) -> None:
        """End the cell, whatever it is doing: after its answer a solution may still sleep or spin."""
        if self.is_open:
            self.is_open = False
            self.kill()
            for descriptor in (self._job, self._result, self._output, self._pidfd):
                os.close(descriptor)
