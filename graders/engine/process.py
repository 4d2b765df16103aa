"""Starts the zygote, asks it for cells, and hears from it how they ended."""

from __future__ import annotations

import errno
import logging
import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from graders.contract import Device, Level
from graders.engine.fault import EngineFault, LevelFault, ProcessLost
from graders.engine.link import CPU_SECONDS, CellLink, Ended
from graders.sandbox.folders import SandboxFolder
from graders.sandbox.policy import MIB
from graders.zygote import control

START_SECONDS = 120.0
# Where ``graders`` lies: it need not be installed.
HOME = str(Path(__file__).parents[2])
# A zygote hands out a cell within milliseconds, and a cell is ready as soon; beyond this they are stuck.
CELL_SECONDS = 10.0
READY_SECONDS = 10.0
# To begin CUDA takes seconds, and more where libraries are read from the disk for the first time.
CUDA_READY_SECONDS = 90.0
# How long the news of a cell's end may take. It comes with the end.
NEWS_SECONDS = 2.0
# All that a cell can find in its environment: a secret there is found even after environ.clear().
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
    "PYTHONDONTWRITEBYTECODE": "1",
    # torch's first backward counts the cards, and one that it finds could be used by no cell any more.
    "CUDA_VISIBLE_DEVICES": "",
}
# With a graphics card: errors where they happen, float32 as float32, the same result every time, no cache on
# disk; to ask whether there is a card must not begin CUDA.
CUDA_ENVIRONMENT = {
    **ENVIRONMENT,
    "CUDA_LAUNCH_BLOCKING": "1",
    "NVIDIA_TF32_OVERRIDE": "0",
    "CUBLAS_WORKSPACE_CONFIG": ":4096:8",
    "CUDA_CACHE_DISABLE": "1",
    "PYTORCH_NVML_BASED_CUDA_CHECK": "1",
}
# Which card, and where its libraries lie: the operator's to say.
CUDA_PASSED_ON = ("CUDA_VISIBLE_DEVICES", "LD_LIBRARY_PATH")

# What a machine runs short of, and has again some time later.
SCARCE = {errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOBUFS, errno.ENOSPC, errno.EDQUOT, errno.EAGAIN}

log = logging.getLogger(__name__)


def environment(device: Device) -> dict[str, str]:
    """All that a zygote for this device, and every cell of it, finds in its environment."""
    if device == "cpu":
        return ENVIRONMENT
    given = {name: os.environ[name] for name in CUDA_PASSED_ON if name in os.environ}
    return {
        **{name: value for name, value in CUDA_ENVIRONMENT.items() if name not in CUDA_PASSED_ON},
        **given,
    }


class ZygoteProcess:
    """One zygote and the link to it."""

    # What is run: a module, and what comes before the zygote's own arguments.
    program: tuple[str, ...] = ("graders.zygote",)

    def __init__(self, level: Level, memory_mib: int, spares: int, device: Device = "cpu") -> None:
        self.level = level
        self.device = device
        self.ready_seconds = READY_SECONDS if device == "cpu" else CUDA_READY_SECONDS
        self.memory_mib = memory_mib
        self.served = 0
        self._spares = spares
        self.waiting = 0
        self.torch = ""
        self._lost = ""
        self._ended: dict[int, Ended] = {}
        self._authors: ZygoteProcess | None = None
        try:
            self._start()
        except OSError as error:
            raise EngineFault(f"the zygote cannot be started here: {error}") from error
        self._await_ready()

    def _start(self) -> None:
        with ExitStack() as undo:
            self._folder = undo.enter_context(SandboxFolder())
            self._link, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            undo.callback(self._link.close)
            arguments = [
                self.level, self.memory_mib * MIB, CPU_SECONDS, MIB, self._spares,
                self._folder.path, self.device
            ]  # fmt: skip
            with theirs:
                self._process = subprocess.Popen(
                    # Not -I: where the engine is not installed, as in a container, PYTHONPATH leads to it.
                    [sys.executable, "-s", "-P", "-m", *self.program, *(str(a) for a in arguments)],
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    env={**environment(self.device), "TMPDIR": self._folder.path, "PYTHONPATH": HOME},
                    cwd="/",
                )
            undo.pop_all()

    @property
    def authors(self) -> ZygoteProcess:
        """Where authors' code is run, which is always on the CPU: itself, or the one that it was given."""
        return self._authors or self

    @authors.setter
    def authors(self, zygote: ZygoteProcess) -> None:
        self._authors = zygote

    @property
    def pid(self) -> int:
        return self._process.pid

    def _await_ready(self) -> None:
        try:
            message, _ = self._receive(START_SECONDS)
        except (EOFError, OSError) as error:
            self.close()
            raise LevelFault(f"the zygote did not start at level {self.level}") from error
        # What it has loaded: what is installed may be another one by now.
        self.torch = str(message.get("torch"))
        if "failed" in message:
            self.close()
            why = f"the zygote cannot hold level {self.level}: {message['failed']}"
            # A machine that is short of something is no reason to make do with a weaker wall.
            raise EngineFault(why) if message["errno"] in SCARCE else LevelFault(why)

    def cell(
        self, busy: bool = False, memory_mib: int = 0, forbidden: Iterable[str] = (), fresh: bool = False
    ) -> CellLink:
        """A walled-in cell that waits for its job, with so much memory (0: the most that is allowed).

        ``busy``: do not warm the next one, others wait. ``forbidden``: operators that are barred in it, so
        that loading a solution need not do it. ``fresh``: those that wait are dismissed, and a new
        one is made.

        Raises ``EngineFault`` where there is no memory, process or descriptor left for one, ``ProcessLost``
        where the zygote has gone or is stuck.
        """
        memory = min(memory_mib or self.memory_mib, self.memory_mib) * MIB
        wanted = {"busy": busy, "memory": memory, "forbidden": list(forbidden), "fresh": fresh}
        why, deadline = "", time.monotonic() + self.ready_seconds
        # One that waited may have died; after all of those, a new one should be well.
        for _ in range(self._spares + 2):
            cell = self._take(wanted)
            left = max(deadline - time.monotonic(), 0.0)
            if cell.is_ready(left):
                self.served += 1
                return cell
            why = cell.held(left) or cell.new_output() or "it had gone"
            log.warning("cell %s did not begin: %s", cell.pid, why)
            cell.kill()
            cell.close()
        raise self._lose(f"several cells in a row did not begin: {why}")

    def _take(self, wanted: dict[str, Any]) -> CellLink:
        try:
            control.send(self._link, wanted, wait=False)
            deadline = time.monotonic() + CELL_SECONDS
            while True:
                message, descriptors = self._receive(deadline - time.monotonic())
                if "cell" in message:
                    self.waiting = message["waiting"]
                    return CellLink(message["cell"], descriptors, self.ended)
                if "refused" in message:
                    raise EngineFault(f"the zygote could make no cell: {message['refused']}")
                self._note(message)
        except (EOFError, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.EMFILE:
                raise EngineFault(f"no cell could be taken: {error}") from error
            raise self._lose(f"the zygote gave no cell: {error}") from error

    def ended(self, pid: int) -> Ended:
        """How the cell ended, which it has. ``ProcessLost`` where the zygote does not say."""
        deadline = time.monotonic() + NEWS_SECONDS
        try:
            while pid not in self._ended:
                message, _ = self._receive(deadline - time.monotonic())
                self._note(message)
        except (EOFError, OSError) as error:
            raise self._lose(f"the zygote did not say how a cell ended: {error}") from error
        return self._ended.pop(pid)

    def _lose(self, why: str) -> ProcessLost:
        """Have nothing to do with it any more; the fault to raise."""
        log.warning("%s", why)
        self._lost = why
        return ProcessLost(why)

    def _note(self, message: dict[str, Any]) -> None:
        if "ended" in message:
            self._ended[message["ended"]] = Ended(message["code"], message["cpu"], message["peak"])
            # Nobody asks about most cells: keep only the latest.
            while len(self._ended) > 64:
                self._ended.pop(next(iter(self._ended)))

    def _receive(self, seconds: float) -> tuple[dict[str, Any], list[int]]:
        if self._link.fileno() < 0:
            raise EOFError("it was closed")
        poll = select.poll()
        poll.register(self._link, select.POLLIN)
        if not poll.poll(max(seconds, 0) * 1000):
            raise TimeoutError("no word from the zygote")
        return control.receive(self._link)

    def is_alive(self) -> bool:
        """Whether it lives and does what it is asked."""
        return not self._lost and self._process.poll() is None

    def close(self) -> None:
        """Ask the zygote to go, and see to it that it has."""
        self._link.close()
        if self._lost:
            self._process.kill()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.close()
