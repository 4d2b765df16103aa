"""Time and memory as a ratio to the reference's own, measured by the grader, and no false alarm."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from graders.checks import resources
from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CasePlan, Level
from graders.engine import Engine, EngineConfig, EngineFault, PackageBroken, measure, usage
from graders.package import Package
from tests.graders.declared import HEAD, code, package, told

CASE = (
    'call("double", x=draw.normal({size}, 1000)), limit({limit}), reduction=1000, '
    'checks=("shape", "resources")'
)
REFERENCE = "def double(x):\n    return 2 * x[:, :1] + x.mean(1, keepdim=True)\n"
LOOPS = """\
def double(x):
    y = torch.zeros(len(x), 1)
    for i in range(len(x)):
        for j in range(100):
            y[i] += x[i, j]
    return y
"""
# (N, N, 100) numbers, gone again before the case ends.
TABLE = """\
def double(x):
    ({table}).sum()
    return x[:, :1]
"""
PAIRS = TABLE.format(table="x[:, None, :100] - x[None, :, :100]")


def task(limit: str, size: int = 400) -> Package:
    return package(CASE.format(limit=limit, size=size), REFERENCE)


def test_a_loop_over_elements_is_too_slow_and_hears_by_how_much(engine: Engine) -> None:
    found = told(engine, task("time=20"), LOOPS, "resources")
    assert found is not None
    assert (found.verdict, found.code) == ("wrong", "too_slow")
    assert found.params["times"] > found.params["limit"] == 20


def test_a_table_of_all_pairs_needs_too_much_memory_though_it_is_freed_again(engine: Engine) -> None:
    found = told(engine, task("memory=8"), PAIRS, "resources")
    assert found is not None
    assert (found.verdict, found.code) == ("wrong", "too_much_memory")
    # 400 · 400 · 100 numbers of 4 bytes: 61 MiB, and what torch adds.
    assert 61 <= found.params["mib"] < 100


@pytest.mark.parametrize("limit", ["time=4, memory=2", "time=20", "memory=8"])
def test_the_reference_itself_is_never_refused(engine: Engine, limit: str) -> None:
    """Also where the ratio is the least that may be asked for."""
    wanted = task(limit, size=4000)
    for _ in range(10):
        assert code(engine, wanted, REFERENCE, "resources") == "pass"


def test_a_small_case_is_not_held_against_a_solution_that_is_somewhat_slow(engine: Engine) -> None:
    assert code(engine, task("time=4", size=10), LOOPS, "resources") == "pass"


BEFORE = (
    'yield case("before", call("double", x=draw.normal(500, 1000)), visible=True)\n    yield case("plain"'
)


def test_what_an_earlier_case_took_is_not_held_against_a_later_one(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = task("memory=8", size=50)
    cases = wanted.files["cases.py"].replace('yield case("plain"', BEFORE)
    both = replace(wanted, files={**wanted.files, "cases.py": cases}, digest="both")
    source = HEAD + PAIRS.replace("    (", "    if len(x) == 500:\n        (")

    def verdicts() -> dict[str, dict[str, str]]:
        found = engine.grade(both, source).cases
        return {case.name: {check.check: check.verdict for check in case.checks} for case in found}

    assert verdicts()["plain"]["resources"] == "pass"
    assert "resources" not in verdicts()["before"]
    monkeypatch.setattr(measure, "MORE_RUNS", 0)
    assert verdicts()["plain"]["resources"] == "wrong", "it is the run in a cell of its own that clears it"


def test_memory_taken_when_the_source_is_read_hides_nothing(engine: Engine) -> None:
    source = "torch.ones(40_000_000)\n\n\n" + PAIRS
    assert code(engine, task("memory=8"), source, "resources") == "too_much_memory"


@pytest.mark.parametrize("level", ["A", "B", "C"])
def test_the_kernel_tells_the_grader_at_every_level(level: Level) -> None:
    try:
        walled = Engine(EngineConfig(level=level))
    except EngineFault as fault:
        pytest.skip(f"level {level} does not hold here: {fault}")
    with walled:
        assert code(walled, task("time=20, memory=8"), PAIRS, "resources") == "too_much_memory"
        assert code(walled, task("time=20, memory=8"), LOOPS, "resources") == "too_slow"


def plan(**limits: float | None) -> CasePlan:
    return CasePlan("limited", {}, ({"op": "limit", "time": None, "memory": None, **limits},))


def test_what_the_kernel_does_not_tell_is_not_judged() -> None:
    known = Evidence("done", {}, cpu_seconds=9.0, grown=1 << 30)
    silent = Evidence("done", {})
    for ours, theirs in ((known, silent), (silent, known), (silent, silent)):
        assert resources.judge(Subject(plan(time=4, memory=2), theirs, {}), ours) is None


def test_a_machine_that_does_not_tell_says_so_once(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(usage, "_memory", lambda pid: None)
    usage._tell.cache_clear()
    wanted = task("memory=8")
    with caplog.at_level(logging.WARNING):
        assert code(engine, wanted, PAIRS, "resources") == "silent"
    assert [record.message.count("NOT checked") for record in caplog.records] == [1]


@pytest.mark.parametrize("limit", ["", "time=3", "time=1", "memory=0", "memory=float('nan')"])
def test_a_limit_that_right_solutions_cannot_keep_is_the_authors_mistake(engine: Engine, limit: str) -> None:
    with pytest.raises(PackageBroken, match="CaseError"):
        engine.grade(task(limit), HEAD + REFERENCE)
