"""Workers and beat in processes of their own, which can be killed, held and let go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


class Part:
    """One Celery process and all that it starts, in a session of its own."""

    def __init__(self, arguments: tuple[str, ...], environment: Mapping[str, str], log: Path) -> None:
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "celery", "-A", "dlquiz", *arguments],
                cwd=ROOT,
                env={**os.environ, **environment},
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def kill(self) -> None:
        """Kill it and everything that it started, as a power cut would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Worker(Part):
    """A worker for all queues, with ``concurrency`` pool processes."""

    def __init__(self, environment: Mapping[str, str], log: Path, concurrency: int) -> None:
        queues = ("--queues", "cpu,control,batch")
        quiet = ("--without-gossip", "--without-mingle", "--loglevel", "INFO")
        super().__init__(("worker", *queues, "--concurrency", str(concurrency), *quiet), environment, log)

    def pool_processes(self) -> list[int]:
        """The processes that do the work."""
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def kill_pool_process(self) -> None:
        """Kill one of them; the worker itself lives on."""
        os.kill(self.pool_processes()[0], signal.SIGKILL)

    def hold(self) -> None:
        """Stop the pool processes where they are, as a machine that swaps or a paused container would."""
        self._signal_pool(signal.SIGSTOP)

    def let_go(self) -> None:
        self._signal_pool(signal.SIGCONT)

    def _signal_pool(self, number: signal.Signals) -> None:
        for child in self.pool_processes():
            os.kill(child, number)


class Beat(Part):
    """The clock that sends the reconciler on its rounds."""

    def __init__(self, environment: Mapping[str, str], log: Path, schedule: Path) -> None:
        files = ("--pidfile=", "--schedule", str(schedule))
        super().__init__(("beat", *files, "--loglevel", "WARNING"), environment, log)


def wait_until(holds: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait until something holds; the deadline is far beyond what it takes, for noisy machines."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.05)
