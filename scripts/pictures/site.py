"""A site of the pictures' own: started as everybody starts it, in a folder that goes afterwards."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dlquiz.supervisor.readiness import health_status

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 180.0
STOP_SECONDS = 60.0


@contextmanager
def running_site() -> Iterator[str]:
    """The address of a seeded site with its worker, as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="dlp-") as folder:
        port = _free_port()
        command = [sys.executable, "-m", "dlquiz.supervisor", "--port", str(port), "--data-dir", folder]
        with (Path(folder) / "site.log").open("wb") as log:
            site = subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=log, stderr=log)
        try:
            _wait_for(site, port, Path(folder) / "site.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            site.send_signal(signal.SIGTERM)
            site.wait(STOP_SECONDS)


def _environment() -> dict[str, str]:
    """Nothing of this shell's own site: no other database, broker or mode."""
    own = ("DATABASE_URL", "REDIS_URL", "DJANGO_", "DLQUIZ_")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(site: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while health_status("127.0.0.1", port) != 200:
        if site.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"pictures: the site did not start:\n{log.read_text('utf-8', 'replace')}")
        time.sleep(0.2)
