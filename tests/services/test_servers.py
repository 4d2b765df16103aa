"""The servers of a test run go with it, whatever becomes of the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
A_RUN = """
from tests.services.servers import Servers
servers = Servers()
print(servers.start() and servers.folder, flush=True)
{then}
"""


def wait_until(holds: Callable[[], bool], seconds: float = 30.0) -> bool:
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.05)
    return holds()


@pytest.mark.parametrize(
    "then",
    ["raise SystemExit('as a broken conftest does')", "import time; time.sleep(600)"],
    ids=["failed", "killed"],
)
def test_nothing_of_a_run_is_left(then: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TEST_")}
    run = subprocess.Popen(
        (sys.executable, "-W", "ignore", "-c", A_RUN.format(then=then)),
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert run.stdout is not None
    folder = Path(run.stdout.readline().strip())
    assert folder.name.startswith("dlq-")
    if "sleep" in then:
        assert (folder / "valkey.sock").exists()
        run.send_signal(signal.SIGKILL)
    run.communicate(timeout=60)
    assert wait_until(lambda: not folder.exists())
    assert wait_until(lambda: not processes_in(folder))


def processes_in(folder: Path) -> list[str]:
    """The command lines that name the folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(folder) in line:
            found.append(line)
    return found
