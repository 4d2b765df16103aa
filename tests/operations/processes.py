"""Looking at this machine's processes, as the tests of the supervisor need to."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
OWN_PORTS = range(8100, 8150)
_given_out: set[int] = set()


def bare_environment() -> dict[str, str]:
    """The environment of a person who has set nothing of ours; the test run has its own servers in it."""
    own = ("DLQUIZ_", "DJANGO_", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "CELERY_", "PYTEST_", "TEST_")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)}


def free_port() -> int:
    """A port that nobody listens on now, and that was not given out before."""
    for port in sorted(set(OWN_PORTS) - _given_out):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            _given_out.add(port)
            return port
    raise AssertionError("every port from 8100 to 8149 is taken")


def wait_until(condition: Callable[[], object], seconds: float, what: str) -> None:
    """Wait for a condition, and fail with words when it does not come true."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s in vain until {what}"
        time.sleep(0.05)


def processes_with(mark: str) -> list[int]:
    """All processes with this text in their environment or, as Valkey writes over its own, in their title."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and int(folder.name) != os.getpid():
            try:
                told = (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if mark.encode() in told:
                found.append(int(folder.name))
    return found


class Running:
    """A supervisor under test: its output is kept in a file that can be read while it runs."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.process = process
        self.log = log

    @property
    def output(self) -> str:
        return self.log.read_text("utf-8", "replace")

    @property
    def end_of_output(self) -> str:
        return self.output[-4000:]

    def says(self, text: str, seconds: float) -> None:
        """Wait until the output contains the text."""
        deadline = time.monotonic() + seconds
        while text not in self.output:
            assert self.process.poll() is None, f"it ended before it said {text!r}:\n{self.end_of_output}"
            assert time.monotonic() < deadline, f"it never said {text!r}:\n{self.end_of_output}"
            time.sleep(0.05)

    def end(self, number: int = signal.SIGINT, seconds: float = 60.0) -> int:
        """Send a signal, wait for the end, and return the exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=seconds)


@contextmanager
def started(
    arguments: tuple[str, ...], log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Running]:
    """A Python program running in the background, killed at the end if it is still there."""
    with log.open("wb") as file:
        process = subprocess.Popen(
            (sys.executable, *arguments),
            cwd=ROOT,
            env={**bare_environment(), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield Running(process, log)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
