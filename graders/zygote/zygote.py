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
from contextlib import suppress
from dataclasses import replace
from typing import Any

from graders.contract import Level
from graders.sandbox import enter, namespaces, policy, system
from graders.zygote import cell, control, memory, operators, warmup, wire
from graders.zygote.spares import Kind, Spare, Spares

PIPE_BYTES = 1 << 20
# Control descriptors live up here, out of the way of a cell's 0 to 3.
HIGH_DESCRIPTOR = 100


class Zygote:
    """Serves one grader over ``link`` until the grader goes."""

    def __init__(self, link: socket.socket, level: Level, limits: policy.Limits, spares: int, root: str):
        self.link, self.level = link, level
        self.spares = Spares(self._fork, spares)
        self.living: dict[int, int] = {}
        self.busy = False
        warmup.once()
        self.operators = operators.Operators()
        cell.settle()
        memory.collapse()
        self.threads = os.open("/proc/self/task", os.O_RDONLY | os.O_DIRECTORY)
        readable = policy.readable_paths()
        base = enter.address_space()
        if level == "A":
            namespaces.enter(readable, root)
        self.wall = enter.prepare(level, limits, readable, base)
        if self.wall.ruleset is not None:
            self.wall.ruleset.descriptor = _high(self.wall.ruleset.descriptor)

    def serve(self) -> None:
        """Hand out cells, replace them, and report how each ended."""
        self.spares.refill(Kind(self.wall.limits.memory), 1)
        control.send(self.link, {"ready": True, "level": self.level})
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
        spare = self.spares.take(kind)
        control.send(
            self.link,
            {"cell": spare.pid},
            [spare.job, spare.result, spare.output, spare.pidfd],
        )
        spare.close()
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

    def _fork(self, kind: Kind) -> Spare:
        if len(os.listdir(self.threads)) != 1:
            raise RuntimeError("the zygote has more than one thread: a child could hang for ever")
        job_end, job = os.pipe2(os.O_CLOEXEC)
        result, result_end = os.pipe2(os.O_CLOEXEC)
        output = os.memfd_create("output", os.MFD_CLOEXEC)
        for pipe in (job, result):
            with suppress(OSError):
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        pid = os.fork()
        if pid == 0:
            self._become_cell(job_end, result_end, output, kind)
        os.close(job_end)
        os.close(result_end)
        pidfd = os.pidfd_open(pid)
        self.living[pidfd] = pid
        return Spare(pid, pidfd, job, result, output)

    def _become_cell(self, job_end: int, result_end: int, output: int, kind: Kind) -> None:
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            ends = [_high(end) for end in (job_end, output, output, result_end)]
            for target, end in enumerate(ends):
                os.dup2(end, target, inheritable=False)
            assert (wire.JOB, wire.RESULT) == (0, 3)
            limits = replace(self.wall.limits, memory=kind.memory)
            wall = replace(self.wall, limits=limits)
            cell.live(wall, self.operators, kind.forbidden, warm=not self.busy)
        finally:
            # Whatever went wrong here, a cell never goes back into the zygote's loop.
            os._exit(70)


def _high(descriptor: int) -> int:
    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, HIGH_DESCRIPTOR)


def main(arguments: list[str]) -> None:
    """``python -m graders.zygote LEVEL MEMORY_BYTES CPU_SECONDS OUTPUT_BYTES SPARES ROOT``."""
    system.prctl(system.PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    level, root = arguments[0], arguments[5]
    memory_bytes, cpu, output, spares = (int(value) for value in arguments[1:5])
    assert level in ("A", "B", "C")
    link = socket.socket(fileno=_high(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.set_inheritable(link.fileno(), False)
    limits = policy.Limits(memory=memory_bytes, cpu=cpu, output=output)
    try:
        Zygote(link, level, limits, spares, root).serve()  # type: ignore[arg-type]
    except OSError as error:
        with suppress(OSError):
            control.send(link, {"failed": f"{type(error).__name__}: {error}"})
        sys.exit(3)
    except EOFError:
        # The grader has gone: its cells go with us.
        os._exit(0)
