"""The set-up of ``make run``: SQLite instead of PostgreSQL, the same promises."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.flow.processes import ROOT


def test_sqlite_keeps_the_promises_too() -> None:
    environment = {**os.environ, "DLQUIZ_TEST_DATABASE": "sqlite"}
    for name in ("TEST_DATABASE_URL", "PYTEST_XDIST_WORKER", "PYTEST_ADDOPTS"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-k", "killed_worker or flushed or delivered", "tests/flow"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
