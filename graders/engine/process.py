"""Starts the zygote, asks it for cells, and hears from it how they ended."""

from __future__ import annotations

import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graders.contract import Level
from graders.engine.fault import EngineFault
from graders.engine.link import CellLink
from graders.sandbox.folders import SandboxFolder
from graders.sandbox.policy import MIB
from graders.zygote import control

START_SECONDS = 120.0
CELL_SECONDS = 20.0
# All that a cell can find in its environment: a secret there is found even after environ.clear().
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
    "PYTHONDONTWRITEBYTECODE": "1",
}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a cell ended: exit code (negative: the signal) and peak memory, from the kernel."""

    code: int
    peak: int


class ZygoteProcess:
    """One zygote and the link to it."""

    def __init__(self, level: Level, memory_mib: int, spares: int, cpu_seconds: int = 120) -> None:
        self.level = level
        self.memory_mib = memory_mib
        self.served = 0
        self._ended: dict[int, Ended] = {}
        self._folder = SandboxFolder()
        self._link, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        arguments = [level, memory_mib * MIB, cpu_seconds, MIB, spares, self._folder.path]
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-m", "graders.zygote", *(str(a) for a in arguments)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                env={**ENVIRONMENT, "TMPDIR": self._folder.path},
                cwd="/",
            )
        finally:
            theirs.close()
        self._await_ready()

    @property
    def pid(self) -> int:
        return self._process.pid

    def _await_ready(self) -> None:
        try:
            message, _ = self._receive(START_SECONDS)
        except (EOFError, TimeoutError) as error:
            self.close()
            raise EngineFault(f"the zygote did not start at level {self.level}") from error
        if "failed" in message:
            self.close()
            raise EngineFault(f"the zygote cannot hold level {self.level}: {message['failed']}")

    def cell(self, busy: bool = False, memory_mib: int = 0, forbidden: Iterable[str] = ()) -> CellLink:
        """A walled-in cell that waits for its job, with so much memory (0: the most that is allowed).

        ``busy``: do not warm the next one, others wait. ``forbidden``: operators that are barred in it, so
        that loading a solution need not do it.
        """
        memory = min(memory_mib or self.memory_mib, self.memory_mib) * MIB
        try:
            control.send(self._link, {"busy": busy, "memory": memory, "forbidden": list(forbidden)})
            deadline = time.monotonic() + CELL_SECONDS
            while True:
                message, descriptors = self._receive(deadline - time.monotonic())
                if "cell" in message:
                    self.served += 1
                    return CellLink(message["cell"], *descriptors)
                self._note(message)
        except (EOFError, OSError) as error:
            raise EngineFault(f"the zygote gave no cell: {error}") from error

    def ended(self, pid: int, seconds: float = 2.0) -> Ended | None:
        """How the cell ended, waiting at most so long for the news; None when it has not."""
        deadline = time.monotonic() + seconds
        while pid not in self._ended:
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            try:
                message, _ = self._receive(left)
            except TimeoutError:
                return None
            except (EOFError, OSError) as error:
                raise EngineFault("the zygote has gone") from error
            self._note(message)
        return self._ended.pop(pid)

    def _note(self, message: dict[str, Any]) -> None:
        if "ended" in message:
            self._ended[message["ended"]] = Ended(message["code"], message["peak"])
            # Nobody asks about most cells: keep only the latest.
            while len(self._ended) > 64:
                self._ended.pop(next(iter(self._ended)))

    def _receive(self, seconds: float) -> tuple[dict[str, Any], list[int]]:
        poll = select.poll()
        poll.register(self._link, select.POLLIN)
        if not poll.poll(max(seconds, 0) * 1000):
            raise TimeoutError("no word from the zygote")
        return control.receive(self._link)

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        """Ask the zygote to go, and see to it that it has."""
        self._link.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.close()
