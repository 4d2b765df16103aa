"""The bench measures what it says, through the real parts, and says so when it cannot."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from dlquiz.supervisor.options import ROOT

PACKAGE = ROOT / "tests" / "graders" / "mini" / "conv2d-mini"


def test_the_bench_measures_each_way_in_one_run_and_celery_is_one_of_them() -> None:
    done = subprocess.run(
        (sys.executable, "-m", "graders", "bench", str(PACKAGE), "--runs=5", "--naive-runs=1", "--json"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    ways = {way["way"].partition(",")[0].partition(":")[0]: way for way in json.loads(done.stdout)["ways"]}
    assert set(ways) == {"naive", "direct", "through Celery"}
    for way in ways.values():
        assert 0 < way["p50_ms"] <= way["p95_ms"]
        assert way["per_second"] > 0
    assert ways["naive"]["times_naive"] == 1
    # The submission goes through more hands than the engine's: a figure below it was not measured.
    assert ways["through Celery"]["p50_ms"] > ways["direct"]["p50_ms"]


def test_a_bench_that_cannot_be_run_says_why_in_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "dlquiz.supervisor.measure", str(tmp_path / "nowhere")),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("dlquiz: ")
    assert "nowhere" in done.stderr
    assert len(done.stderr.splitlines()) == 1
