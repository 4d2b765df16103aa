"""No hostile program escapes, passes, or disturbs the next job, at any level of the sandbox."""

from __future__ import annotations

import dataclasses
import os
import time
from pathlib import Path

import pytest

from graders.engine import Engine
from graders.package import Package
from tests.hostile.programs import PROGRAMS, Program

SECONDS = 1.0


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("secrets") / "canary"
    path.write_text("CANARY")
    return path


@pytest.fixture(autouse=True)
def secret_in_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLQUIZ_SECRET", "CANARY")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_it_earns_no_pass_and_leaves_nothing_behind(
    engine: Engine, mini: Package, program: Program, canary: Path
) -> None:
    quick = dataclasses.replace(
        mini, limits=dataclasses.replace(mini.limits, seconds=SECONDS, memory_mib=256)
    )
    source = program.source.replace("CANARY).read", f"{str(canary)!r}).read")
    begun = time.monotonic()
    report = engine.grade(quick, source)
    assert time.monotonic() - begun < SECONDS + 4, "the verdict must come within the limit"

    told = repr(report.to_json())
    assert "ESCAPED" not in told
    assert report.verdict in program.verdicts, told[:2000]
    assert report.score < report.max_score
    assert not Path("/tmp/escaped").exists()
    assert os.getppid() > 0

    right = engine.grade(mini, mini.accepted[0].source)
    assert right.verdict == "pass", "the next job was disturbed"
