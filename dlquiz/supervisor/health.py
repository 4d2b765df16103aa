"""``python -m dlquiz.supervisor.health web|worker|beat``: is this part of the site well?

For the health checks of containers and service managers; exit status 0 or 1, and one line that says why.
"""

import argparse
import os
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from dlquiz.supervisor.readiness import EVERY_INTERFACE, health_status

# Beat writes its schedule down every three minutes; twice that, and it hangs.
BEAT_SECONDS = 400.0


def web_problem() -> str:
    host, _, port = (os.environ.get("DLQUIZ_BIND") or "0.0.0.0:8000").rpartition(":")
    host = host.strip("[]")
    status = health_status(EVERY_INTERFACE.get(host, host), int(port), patience=5.0)
    if status == 200:
        return ""
    return f"the health page answers with status {status}" if status else "nothing answers"


def worker_problem() -> str:
    """Ask this machine's own worker through the broker; a busy one answers too."""
    from dlquiz.celery import app

    name = f"celery@{socket.gethostname()}"
    try:
        replies = app.control.ping(destination=[name], timeout=5.0)
    except OSError as error:
        return f"the broker cannot be reached: {error}"
    return "" if replies else f"{name} does not answer"


def beat_problem() -> str:
    from dlquiz.env import DATA_DIR

    written = [path.stat().st_mtime for path in Path(DATA_DIR).glob("beat-schedule*")]
    if not written:
        return f"no schedule was written in {DATA_DIR}"
    age = time.time() - max(written)
    return "" if age < BEAT_SECONDS else f"the schedule was last written {age:.0f} s ago"


PROBLEMS = {"web": web_problem, "worker": worker_problem, "beat": beat_problem}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m dlquiz.supervisor.health", description=__doc__)
    parser.add_argument("part", choices=sorted(PROBLEMS))
    part = parser.parse_args(arguments).part
    problem = PROBLEMS[part]()
    print(f"{part}: {problem or 'well'}")
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main())
