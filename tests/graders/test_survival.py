"""The engine survives its parts: the verdict is right, or the fault is ours, and the next one is graded."""

from __future__ import annotations

import dataclasses
import os
import resource
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graders.contract import CaseResult
from graders.contract.frame import encode
from graders.engine import Engine, EngineConfig, EngineFault, PackageBroken, process
from graders.engine.fault import ProcessLost
from graders.engine.link import CellGone
from graders.package import Package
from graders.zygote import control
from tests.graders.survival import SLOWLY, cells_of, end_zygote, send, soon, wait_until_gone


@pytest.fixture(scope="module")
def battered() -> Iterator[Engine]:
    """One engine for all of this: each test finds what the one before left."""
    with Engine() as made:
        yield made


@pytest.fixture
def engine(battered: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """It loses patience within seconds."""
    monkeypatch.setattr(process, "CELL_SECONDS", 3.0)
    monkeypatch.setattr(process, "READY_SECONDS", 3.0)
    return battered


@pytest.fixture(scope="module")
def conv(conv: Package) -> Package:
    """With a limit that no busy machine comes near."""
    return dataclasses.replace(conv, limits=dataclasses.replace(conv.limits, seconds=20.0))


@pytest.fixture
def slow(conv: Package) -> str:
    """Passes, and takes a second or so."""
    return conv.accepted[0].source + SLOWLY


def passes(engine: Engine, package: Package) -> bool:
    return engine.grade(package, package.accepted[0].source).verdict == "pass"


def test_a_zygote_killed_while_it_was_idle_is_not_noticed(engine: Engine, conv: Package) -> None:
    for _ in range(2):
        end_zygote(engine)
        assert passes(engine, conv)


def test_a_zygote_killed_at_the_moment_of_asking_is_not_noticed(engine: Engine, conv: Package) -> None:
    assert passes(engine, conv)
    zygote = engine.zygote
    os.kill(zygote.pid, signal.SIGKILL)
    # Before anybody could have seen that it died.
    assert passes(engine, conv)
    assert engine.zygote is not zygote


def test_a_zygote_killed_while_its_cell_waits_for_the_job_is_our_fault(engine: Engine) -> None:
    with engine.zygote.cell() as cell:
        end_zygote(engine)
        with pytest.raises(EngineFault):
            cell.ask(b"anything", time.monotonic() + 5)


def test_a_zygote_killed_in_the_middle_of_a_case_is_our_fault(
    engine: Engine, conv: Package, slow: str
) -> None:
    """One that decided nothing yet is begun again, and nobody hears of it."""
    engine.prepare(conv)
    pid = engine.zygote.pid
    with soon(lambda: os.kill(pid, signal.SIGKILL), 0.2):
        assert engine.grade(conv, slow).verdict == "pass"
    pid = engine.zygote.pid
    decided: list[CaseResult] = []

    def told(case: CaseResult) -> None:
        decided.append(case)
        if len(decided) == 1:
            threading.Timer(0.2, lambda: os.kill(pid, signal.SIGKILL)).start()

    with pytest.raises(EngineFault):
        engine.grade(conv, slow, on_case=told)
    assert len(decided) < len(engine.draw(conv, 1).subjects)
    assert passes(engine, conv)


def test_a_zygote_that_hangs_is_replaced_and_the_student_gets_a_verdict(
    engine: Engine, conv: Package
) -> None:
    assert passes(engine, conv)
    stuck = engine.zygote.pid
    os.kill(stuck, signal.SIGSTOP)
    assert passes(engine, conv)
    wait_until_gone([stuck])


def test_a_zygote_that_hangs_while_a_cell_runs_does_not_disturb_it(
    engine: Engine, conv: Package, slow: str
) -> None:
    engine.prepare(conv)
    pid = engine.zygote.pid
    with soon(lambda: os.kill(pid, signal.SIGSTOP)):
        assert engine.grade(conv, slow).verdict == "pass"
    assert passes(engine, conv)


def test_how_a_cell_ended_is_never_guessed(engine: Engine, conv: Package) -> None:
    """A cell died, and its zygote hangs and cannot say of what: that is no crash of the student's code."""
    engine.prepare(conv)
    pid = engine.zygote.pid
    leaves = conv.accepted[0].source + "\nimport time, os\ntime.sleep(0.6)\nos._exit(0)\n"
    with soon(lambda: os.kill(pid, signal.SIGSTOP)):
        report = engine.grade(conv, leaves)
    assert report.verdict == "crashed", "it was run again where the zygote could say"
    assert engine.zygote.pid != pid


def test_a_cell_killed_from_outside_is_our_fault_and_no_verdict(
    engine: Engine, conv: Package, slow: str
) -> None:
    engine.prepare(conv)
    pid = engine.zygote.pid
    with soon(lambda: send(signal.SIGKILL, reversed(cells_of(pid))), 0.2):
        assert engine.grade(conv, slow).verdict == "pass", "nothing was decided, so it was begun again"

    def told(_: CaseResult) -> None:
        send(signal.SIGKILL, cells_of(pid))

    with pytest.raises(EngineFault, match="killed from outside"):
        engine.grade(conv, slow, on_case=told)
    assert passes(engine, conv)
    assert engine.zygote.pid == pid, "the zygote is well and goes on"


def test_a_reference_killed_from_outside_is_not_the_authors_fault(engine: Engine, conv: Package) -> None:
    slow = conv.files["reference.py"] + "\nimport time\ntime.sleep(0.8)\n"
    package = dataclasses.replace(conv, files={**conv.files, "reference.py": slow}, digest="slow reference")
    pid = engine.zygote.pid
    with (
        soon(lambda: send(signal.SIGKILL, cells_of(pid)), 0.5),
        pytest.raises(EngineFault, match="killed from outside") as fault,
    ):
        engine.draw(package, 1)
    assert not isinstance(fault.value, PackageBroken)


def test_a_stopped_cell_is_our_fault_and_is_ended(engine: Engine, conv: Package, slow: str) -> None:
    engine.prepare(conv)
    cells: list[int] = []

    def stop() -> None:
        cells.extend(cells_of(engine.zygote.pid))
        send(signal.SIGSTOP, cells)

    def told(case: CaseResult) -> None:
        if not cells:
            threading.Timer(0.2, stop).start()

    quick = dataclasses.replace(conv, limits=dataclasses.replace(conv.limits, seconds=4.0))
    with pytest.raises(EngineFault, match="stopped"):
        engine.grade(quick, slow, on_case=told)
    assert passes(engine, conv), "although the cells that waited were stopped too"
    wait_until_gone(cells)


def test_a_sleeping_solution_is_still_the_students(engine: Engine, conv: Package) -> None:
    quick = dataclasses.replace(conv, limits=dataclasses.replace(conv.limits, seconds=1.0))
    report = engine.grade(quick, conv.accepted[0].source + "\nimport time\ntime.sleep(60)\n")
    assert report.verdict == "timed_out"


def test_cells_that_died_while_they_waited_are_not_noticed(engine: Engine, conv: Package) -> None:
    assert passes(engine, conv)
    for _ in range(3):
        send(signal.SIGKILL, cells_of(engine.zygote.pid))
        assert passes(engine, conv)


def test_a_cell_whose_walls_cannot_be_put_up_is_our_fault(engine: Engine, conv: Package) -> None:
    """The descriptors that a cell needs are refused to it: it ends before it reads a job."""
    assert passes(engine, conv)
    pid = engine.zygote.pid
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (60, 60))
    wait_until_gone([pid for pid in cells_of(pid) if not os.kill(pid, signal.SIGKILL)])
    with pytest.raises(ProcessLost, match="did not begin"):
        engine.zygote.cell()
    assert passes(engine, conv), "by a new zygote"


def test_a_full_control_socket_is_our_fault_at_once(engine: Engine, conv: Package) -> None:
    zygote = engine.zygote
    os.kill(zygote.pid, signal.SIGSTOP)
    with suppress(BlockingIOError):
        while True:
            control.send(zygote._link, {"busy": True, "filling": "." * 8000}, wait=False)
    with pytest.raises(ProcessLost, match="unavailable"):
        zygote.cell()
    assert passes(engine, conv)


def test_a_closed_control_socket_is_our_fault(engine: Engine, conv: Package) -> None:
    zygote = engine.zygote
    zygote._link.close()
    with pytest.raises(ProcessLost):
        zygote.cell()
    assert passes(engine, conv)


def test_a_zygote_recycled_while_a_submission_runs_gives_no_wrong_verdict(
    engine: Engine, conv: Package, slow: str
) -> None:
    engine.prepare(conv)

    def recycle(_: CaseResult) -> None:
        engine._restart()

    with pytest.raises(EngineFault):
        engine.grade(conv, slow, on_case=recycle)
    assert passes(engine, conv)


def test_a_zygote_is_recycled_between_submissions(conv: Package) -> None:
    with Engine(EngineConfig(recycle=4)) as engine:
        engine.prepare(conv)
        first = engine.zygote.pid
        while engine.idle():
            pass
        assert passes(engine, conv)
        assert engine.zygote.pid != first


def test_a_solution_that_closes_its_pipe_and_goes_on_is_ended(engine: Engine, conv: Package) -> None:
    closes = conv.accepted[0].source + "\nimport os\nos.close(3)\nwhile True: pass\n"
    pid = engine.zygote.pid
    report = engine.grade(conv, closes)
    assert report.verdict == "no_result"
    # Those that wait are all that is left.
    deadline = time.monotonic() + 5
    while any(cpu_seconds(cell) > 1.0 for cell in cells_of(pid)):
        assert time.monotonic() < deadline, "it still runs"
        time.sleep(0.05)


def cpu_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_cell_that_ends_by_itself_says_how(engine: Engine) -> None:
    head = {"do": "load", "source": "import os; os._exit(7)", "entry": "f", "forbidden": []}
    with engine.zygote.cell() as cell, pytest.raises(CellGone) as gone:
        cell.ask(encode(head), time.monotonic() + 5)
    assert gone.value.ended is not None
    assert gone.value.ended.code == 7
