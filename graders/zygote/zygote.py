"""The warm process: torch imported once, a sandboxed child forked for each run.

It never holds a package, a reference, a job's contents or an expected value: whatever is in its
memory, every child inherits.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import socket
import sys
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import Any, cast

import torch

from graders.contract import Level
from graders.sandbox import enter, gpu, namespaces, policy, system
from graders.zygote import cell, control, cuda, memory, operators, warmup, wire
from graders.zygote.spares import Kind, Spare, Spares

PIPE_BYTES = 1 << 20
# Control descriptors live up here, out of the way of a cell's 0 to 3.
HIGH_DESCRIPTOR = 100


class Zygote:
    """Serves one grader over ``link`` until the grader goes. ``card``: its cells have a graphics card."""

    def __init__(
        self, link: socket.socket, level: Level, limits: policy.Limits, spares: int, root: str, card: bool
    ):
        self.link, self.level, self.card = link, level, card
        # Each cell that waits holds some of the card's memory.
        self.spares = Spares(self._fork, spares, 1) if card else Spares(self._fork, spares)
        self.living: dict[int, int] = {}
        self.busy = False
        if card:
            cuda.warm()
        else:
            warmup.once()
        self.operators, self.watch = operators.Operators(card), operators.Watch()
        cell.settle()
        memory.collapse()
        self.threads = os.open("/proc/self/task", os.O_RDONLY | os.O_DIRECTORY)
        readable = policy.readable_paths()
        base = enter.address_space()
        opened = None
        if card:
            readable, opened = (*readable, *gpu.folders_of_libraries(readable)), gpu.opening()
        if level == "A":
            namespaces.enter(readable, root, gpu.kept_in_the_tree(opened) if opened else ())
        self.wall = enter.prepare(level, limits, readable, base, opened)
        if self.wall.ruleset is not None:
            self.wall.ruleset.descriptor = _high(self.wall.ruleset.descriptor)

    def serve(self) -> None:
        """Hand out cells, replace them, and report how each ended."""
        if not self.card:
            self.spares.refill(Kind(self.wall.limits.memory), 1)
        control.send(self.link, {"ready": True, "torch": str(torch.__version__)})
        poll = select.poll()
        poll.register(self.link, select.POLLIN)
        known: set[int] = set()
        while True:
            for pidfd in self.living.keys() - known:
                poll.register(pidfd, select.POLLIN)
            known = set(self.living)
            for descriptor, _ in poll.poll():
                if descriptor == self.link.fileno():
                    self._answer()
                elif descriptor in self.living:
                    poll.unregister(descriptor)
                    self._bury(descriptor)

    def _answer(self) -> None:
        message, _ = control.receive(self.link)
        self.busy = bool(message.get("busy"))
        memory = int(message.get("memory") or self.wall.limits.memory)
        kind = Kind(memory, tuple(str(pattern) for pattern in message.get("forbidden", ())))
        if self.card:
            # A cell starts its card with all operators, and bars some when it has loaded its job.
            kind = Kind(memory)
        if message.get("fresh"):
            self.spares.dismiss()
        waiting = len(self.spares)
        try:
            spare = self.spares.take(kind)
        except OSError as error:
            control.send(self.link, {"refused": f"{type(error).__name__}: {error}"})
            return
        control.send(
            self.link,
            {"cell": spare.pid, "waiting": waiting},
            [spare.job, spare.result, spare.output, spare.pidfd],
        )
        spare.close()
        # Whoever asks next, when none waits, is told why.
        with suppress(OSError):
            self.spares.refill(kind)

    def _bury(self, pidfd: int) -> None:
        pid = self.living.pop(pidfd)
        os.close(pidfd)
        _, status, usage = os.wait4(pid, 0)
        self.spares.drop(pid)
        ended: dict[str, Any] = {
            "ended": pid,
            "code": os.waitstatus_to_exitcode(status),
            "cpu": usage.ru_utime + usage.ru_stime,
            "peak": usage.ru_maxrss * 1024,
        }
        control.send(self.link, ended)

    def _fork(self, kind: Kind, waits: bool) -> Spare:
        """A new cell; ``waits``: as a spare. ``OSError`` where processes or descriptors are scarce."""
        if len(os.listdir(self.threads)) != 1:
            raise RuntimeError("the zygote has more than one thread: a child could hang for ever")
        self._bar(kind.forbidden)
        with ExitStack() as undo:
            job_end, job = _pipe(undo)
            result, result_end = _pipe(undo)
            output = os.memfd_create("output", os.MFD_CLOEXEC)
            undo.callback(os.close, output)
            pid = os.fork()
            if pid == 0:
                self._become_cell(job_end, result_end, output, kind.memory, warm=waits and not self.busy)
            pidfd = _pidfd(pid)
            self.living[pidfd] = pid
            undo.pop_all()
        os.close(job_end)
        os.close(result_end)
        return Spare(pid, pidfd, job, result, output)

    def _bar(self, forbidden: tuple[str, ...]) -> None:
        """Have the next cell's operators barred here already, so that it inherits that."""
        if self.watch.barred != forbidden:
            self.watch.lift()
            self.watch.bar(forbidden, self.operators)

    def _become_cell(self, job_end: int, result_end: int, output: int, memory: int, *, warm: bool) -> None:
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            ends = [_high(end) for end in (job_end, output, output, result_end)]
            for target, end in enumerate(ends):
                os.dup2(end, target, inheritable=False)
            assert (wire.JOB, wire.RESULT) == (0, 3)
            wall = replace(self.wall, limits=replace(self.wall.limits, memory=memory))
            cell.live(wall, self.operators, self.watch, warm=warm)
        finally:
            # Whatever went wrong here, a cell never goes back into the zygote's loop.
            os._exit(70)


def _pipe(undo: ExitStack) -> tuple[int, int]:
    """The ends for reading and for writing, which ``undo`` closes."""
    ends = os.pipe2(os.O_CLOEXEC)
    for end in ends:
        undo.callback(os.close, end)
    # Larger pipes are a matter of speed, and a user may have only so many pages of them.
    with suppress(OSError):
        fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, PIPE_BYTES)
    return ends


def _pidfd(pid: int) -> int:
    """A descriptor of the child; one that cannot be had is the end of the child."""
    try:
        return os.pidfd_open(pid)
    except OSError:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        raise


def _high(descriptor: int) -> int:
    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, HIGH_DESCRIPTOR)


def main(arguments: list[str]) -> None:
    """``python -m graders.zygote LEVEL MEMORY_BYTES CPU_SECONDS OUTPUT_BYTES SPARES ROOT DEVICE``."""
    system.prctl(system.PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    level, root, device = arguments[0], *arguments[5:7]
    memory_bytes, cpu, output, spares = (int(value) for value in arguments[1:5])
    assert level in ("A", "B", "C")
    link = socket.socket(fileno=_high(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.set_inheritable(link.fileno(), False)
    limits = policy.Limits(memory=memory_bytes, cpu=cpu, output=output)
    try:
        Zygote(link, cast(Level, level), limits, spares, root, device == "cuda").serve()
    except OSError as error:
        with suppress(OSError):
            control.send(link, {"failed": f"{type(error).__name__}: {error}", "errno": error.errno})
        sys.exit(3)
    except EOFError:
        # The grader has gone: its cells go with us.
        os._exit(0)
