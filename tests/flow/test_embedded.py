"""The set-up of ``make run``: SQLite instead of PostgreSQL, the same promises."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.flow.processes import ROOT


def test_sqlite_keeps_the_promises_too() -> None:
    # Nothing of this run's own: with its settings module in sight, the inner run would read its database's
    # address before it has set one of its own.
    ours = ("DATABASE_URL", "DJANGO_", "DLQUIZ_", "PYTEST_", "TEST_DATABASE_URL")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment["DLQUIZ_TEST_DATABASE"] = "sqlite"
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
