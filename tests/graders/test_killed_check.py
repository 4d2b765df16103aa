"""A proof on the command line that is killed leaves nothing behind that goes on without it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.graders.survival import wait_until_gone

CHECK = (
    sys.executable,
    "-m",
    "graders",
    "check",
    "tests/graders/mini/conv2d-mini",
    "--seeds",
    "2000",
    "--jobs",
    "2",
)
ZYGOTES_SECONDS = 60.0


def descendants(pid: int) -> dict[int, str]:
    """All processes below this one, with their command lines."""
    found: dict[int, str] = {}
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found[int(child)] = Path(f"/proc/{child}/cmdline").read_text().replace("\0", " ")
        found |= descendants(int(child))
    return found


def test_a_check_that_is_killed_leaves_no_process_behind() -> None:
    with subprocess.Popen(CHECK, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as check:
        deadline = time.monotonic() + ZYGOTES_SECONDS
        below: dict[int, str] = {}
        while sum("graders.zygote" in line for line in below.values()) < 2:
            assert time.monotonic() < deadline, f"no zygotes: {below}"
            assert check.poll() is None
            time.sleep(0.1)
            try:
                below = descendants(check.pid)
            except OSError:
                continue
        os.kill(check.pid, signal.SIGKILL)
        check.wait()
    wait_until_gone(below)
