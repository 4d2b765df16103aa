"""The bench measures what it says, through the real parts, and says so when it cannot."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dlquiz.supervisor.options import ROOT
from graders.bench.bare import LAYERS
from graders.bench.layers import BareEngine
from graders.bench.packages import renamed, with_cases
from graders.engine import Engine
from graders.package import load_folder

PACKAGE = ROOT / "tests" / "graders" / "mini" / "conv2d-mini"
Rows = list[dict[str, Any]]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-m", *command), cwd=ROOT, capture_output=True, text=True, check=False, timeout=400
    )


@pytest.fixture(scope="module")
def parts() -> dict[str, Rows]:
    """Every part, measured once and as briefly as can be."""
    done = run("graders", "bench", str(PACKAGE), "--quick", "--json")
    assert done.returncode == 0, done.stderr
    return {part["part"]: part["rows"] for part in json.loads(done.stdout)["parts"]}


def test_latency_is_measured_of_each_way_and_each_kind_of_solution_in_one_run(parts: dict[str, Rows]) -> None:
    rows = parts["latency"]
    assert [row["way"] for row in rows] == ["naive"] + ["direct"] * 3 + ["celery"] * 3
    assert rows[0]["times_naive"] == 1
    for row in rows:
        assert 0 < row["p50_ms"] <= row["p95_ms"]
        assert row["times_naive"] * row["p50_ms"] == pytest.approx(rows[0]["p50_ms"])
    assert [row["solution"] for row in rows[1:4]] == [row["solution"] for row in rows[4:]]


def test_throughput_names_processor_time_beside_submissions_per_second(parts: dict[str, Rows]) -> None:
    for row in parts["throughput"]:
        # No more can be graded in a second than the processors have time for.
        assert row["per_second"] > 0 < row["cpu_ms"]
    through_celery = [row for row in parts["throughput"] if row["way"] == "celery"]
    for row in through_celery:
        shares = [row[f"{part}_cpu_ms"] for part in ("sender", "broker", "worker")]
        assert sum(shares) == pytest.approx(row["cpu_ms"])
    assert {row["way"] for row in parts["throughput"]} == {"naive", "direct", "celery"}


def test_every_layer_of_the_sandbox_and_every_level_is_priced(parts: dict[str, Rows]) -> None:
    settings = [row["setting"] for row in parts["layers"]]
    assert settings[0].startswith("level ")
    assert settings[-1] == "no sandbox at all"
    for name in LAYERS:
        held = settings[0] != "level A" and name == "namespaces"
        assert held or f"{settings[0]} without {name}" in settings


def test_a_cells_memory_and_growth_are_measured(parts: dict[str, Rows]) -> None:
    cell, zygote = parts["memory"]
    assert 0 < cell["p50_mib"] <= cell["max_mib"] < zygote["p50_mib"]
    assert [row["cases"] for row in parts["cases"]] == [2, 20]
    assert {row["tasks"] for row in parts["tasks"]} == {2, 5}
    assert [row["waiting"] for row in parts["queue"]] == [2, 20]


def test_a_part_can_be_asked_for_alone_and_without_the_naive_way() -> None:
    done = run("graders", "bench", str(PACKAGE), "--quick", "--only=cases", "--against=none", "--json")
    assert done.returncode == 0, done.stderr
    (part,) = json.loads(done.stdout)["parts"]
    assert part["part"] == "cases"
    assert not any("times_naive" in row for row in part["rows"])


@pytest.mark.parametrize("option", ["--only=nothing", "--through=post", "--against=everyone"])
def test_an_unknown_choice_is_refused_with_those_that_are_known(option: str) -> None:
    done = run("graders", "bench", str(PACKAGE), option)
    assert done.returncode == 2
    assert option.partition("=")[0] in done.stderr


def test_a_layer_that_the_bench_leaves_out_is_really_out_and_otherwise_holds() -> None:
    package = load_folder(PACKAGE)
    reaching = f"import socket\nsocket.socket()\n{package.accepted[0].source}"
    with BareEngine(["seccomp"], "C") as bare, Engine() as whole:
        assert bare.grade(package, reaching).verdict == "pass"
        assert whole.grade(package, reaching).verdict == "crashed"


def test_a_variation_has_the_number_of_cases_that_was_asked_for_and_is_a_task_of_its_own() -> None:
    package = load_folder(PACKAGE)
    with Engine() as engine:
        own = len(engine.draw(package, seed=1).subjects)
        for count in (1, own, 2 * own + 1):
            names = [case.plan.name for case in engine.draw(with_cases(package, count), seed=1).subjects]
            assert len(set(names)) == count
    others = [renamed(package, number, ["pooling"]) for number in range(3)]
    assert len({package.digest, *(other.digest for other in others)}) == 4
    assert others[0].forbidden.operators == ("pooling",)


def test_a_bench_that_cannot_be_run_says_why_in_one_line(tmp_path: Path) -> None:
    done = run("dlquiz.supervisor.measure", str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert done.stderr.startswith("dlquiz: ")
    assert "nowhere" in done.stderr
    assert len(done.stderr.splitlines()) == 1
