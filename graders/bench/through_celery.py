"""The whole way of a submission, by the site's own measurement, where the site is installed."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from graders.bench.figures import Row
from graders.bench.packages import Solutions, write
from graders.engine import EngineFault
from graders.package import Package


def is_installed() -> bool:
    """Is there a site to go through? The engine alone needs none."""
    return bool(importlib.util.find_spec("dlquiz") and importlib.util.find_spec("celery"))


def measure(
    package: Package, parts: Iterable[str], solutions: Sequence[Solutions], runs: int, quick: bool
) -> dict[str, list[Row]]:
    """Rows of each of ``parts`` (latency, throughput, workers, queue), for these solutions."""
    with tempfile.TemporaryDirectory() as folder:
        root = write(package, Path(folder))
        command = [sys.executable, "-m", "dlquiz.supervisor.measure", str(root), f"--runs={runs}"]
        command += [f"--part={part}" for part in parts]
        command += [f"--solution={each.label}={','.join(each.files)}" for each in solutions]
        command += ["--quick"] * quick
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise EngineFault(f"not measured through Celery: {done.stderr.strip()}")
    told: dict[str, list[Row]] = json.loads(done.stdout)
    return told
