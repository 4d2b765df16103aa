"""What the supervisor does with parts that print, die, hang or leave children behind."""

import signal
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.operations.processes import Running, processes_with, started, wait_until

Start = Callable[..., Running]


@pytest.fixture
def mark() -> str:
    """A text in the environment of everything that one test starts."""
    return uuid.uuid4().hex


@pytest.fixture
def start(tmp_path: Path, mark: str) -> Iterator[Start]:
    with ExitStack() as stack:

        def start_crew(**parts: str) -> Running:
            arguments = tuple(f"{name}={command}" for name, command in parts.items())
            return stack.enter_context(
                started(
                    ("-m", "tests.operations.crew_program", *arguments),
                    tmp_path / f"{uuid.uuid4().hex}.log",
                    {"OPERATIONS_TEST": mark},
                )
            )

        yield start_crew
    wait_until(lambda: not processes_with(mark), 10, "every process of the test is gone")


def test_each_line_carries_the_name_of_its_part(start: Start) -> None:
    running = start(web="printf 'one\\ntwo'; sleep 60", beat="echo tick; echo tock >&2; sleep 60")
    running.says("web    | one", 10)
    running.says("beat   | tock", 10)
    assert running.end() == 0
    assert "web    | two" in running.output  # without its newline, and shown all the same


def test_ctrl_c_and_sigterm_end_everything_with_status_zero(start: Start, mark: str) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        running = start(web="sleep 300 & sleep 301", worker="echo up; sleep 302")
        running.says("worker | up", 10)
        assert running.end(number) == 0
        assert running.output.rstrip().endswith("stopped")
        assert processes_with(mark) == []


def test_the_web_server_goes_first_and_the_broker_last(start: Start) -> None:
    trap = "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done"
    running = start(broker=trap, worker=trap, web=trap)
    for name in ("broker", "worker", "web   "):
        running.says(f"{name} | up", 10)
    running.end()
    goodbyes = [line.split()[0] for line in running.output.splitlines() if line.endswith("bye")]
    assert goodbyes == ["web", "worker", "broker"]


def test_a_part_that_ignores_the_request_is_killed_when_its_time_is_up(start: Start) -> None:
    running = start(**{"worker~": "trap '' TERM; echo up; while :; do sleep 0.1; done"})
    running.says("worker | up", 10)
    began = time.monotonic()
    assert running.end() == 0
    assert 0.8 < time.monotonic() - began < 8
    assert "worker has not ended by itself and is killed" in running.output


def test_a_second_ctrl_c_does_not_wait(start: Start) -> None:
    running = start(worker="trap '' TERM; echo up; while :; do sleep 0.1; done")
    running.says("worker | up", 10)
    running.process.send_signal(signal.SIGINT)
    running.says("stopping", 10)
    began = time.monotonic()
    assert running.end() == 0
    assert time.monotonic() - began < 5


def test_a_part_that_dies_is_started_again_after_a_growing_pause(start: Start) -> None:
    running = start(beat="echo born; exit 7")
    running.says("beat ended with exit status 7; starting it again in 1 s", 10)
    running.says("starting it again in 2 s", 10)
    running.says("starting it again in 4 s", 10)
    assert running.output.count("beat   | born") == 3
    assert running.end() == 0


def test_a_killed_part_is_named_with_the_signal(start: Start) -> None:
    running = start(worker="sleep 0.2; kill -9 $$")
    running.says("worker was ended by signal 9 (Killed)", 10)
    running.end()


def test_a_web_server_that_dies_three_times_stops_the_site(start: Start, mark: str) -> None:
    running = start(**{"web!": "echo 'cannot start'; exit 3", "worker": "sleep 300"})
    assert running.process.wait(timeout=30) == 1
    assert running.output.count("cannot start") == 3
    assert "the web server ended with exit status 3, the third time in a row: stopping." in running.output
    assert processes_with(mark) == []


def test_what_a_dead_part_leaves_behind_is_ended_before_it_is_started_again(start: Start, mark: str) -> None:
    running = start(web="sleep 300 & echo up; sleep 0.3; exit 1")
    running.says("starting it again in 2 s", 10)
    wait_until(lambda: len(processes_with(mark)) == 1, 5, "only the supervisor itself is left")
    running.end()


def test_killing_the_supervisor_outright_leaves_nothing_behind(start: Start, mark: str) -> None:
    running = start(web="echo up; exec sleep 300", worker="echo up; exec sleep 300")
    running.says("web    | up", 10)
    running.says("worker | up", 10)
    running.process.kill()
    running.process.wait()
    wait_until(lambda: not processes_with(mark), 10, "the parts have followed the supervisor")


def test_a_flood_of_output_does_not_stop_the_others(start: Start) -> None:
    running = start(
        web="yes flood | head -c 5000000; echo; echo drained; exec sleep 300",
        beat="sleep 0.5; echo tick; exec sleep 300",
    )
    running.says("web    | drained", 30)
    running.says("beat   | tick", 10)
    running.end()
