"""Preparations never keep a student waiting for longer than one small step."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from dlquiz.submissions.spare_time import SpareTime

PATIENCE = 10.0
Start = Callable[[Callable[[], bool], float], SpareTime]


class Steps:
    """Steps that are counted; each waits until it is let through."""

    def __init__(self, count: int) -> None:
        self.left = count
        self.log: list[str] = []
        self.begun = threading.Semaphore(0)
        self.may_end = threading.Semaphore(0)

    def __call__(self) -> bool:
        if not self.left:
            return False
        self.left -= 1
        self.log.append("step")
        self.begun.release()
        assert self.may_end.acquire(timeout=PATIENCE)
        return True


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[SpareTime] = []

    def begin(step: Callable[[], bool], quiet: float) -> SpareTime:
        started.append(SpareTime(step, quiet))
        return started[-1]

    yield begin
    for spare_time in started:
        spare_time.end()


def submission(spare_time: SpareTime, log: list[str]) -> None:
    with spare_time.busy():
        log.append("submission")


def test_after_a_submission_everything_is_prepared_step_by_step(
    start: Start,
) -> None:
    steps = Steps(3)
    steps.may_end.release(3)
    spare_time = start(steps, 0.0)
    submission(spare_time, steps.log)
    for _ in range(3):
        assert steps.begun.acquire(timeout=PATIENCE)
    assert steps.log == ["submission", "step", "step", "step"]


def test_nothing_is_prepared_before_it_has_been_quiet(
    start: Start,
) -> None:
    steps = Steps(1)
    spare_time = start(steps, 3600.0)
    submission(spare_time, steps.log)
    assert not steps.begun.acquire(timeout=0.2)
    assert steps.log == ["submission"]


def test_who_comes_in_the_middle_of_a_step_waits_for_that_step_alone(
    start: Start,
) -> None:
    steps = Steps(2)
    spare_time = start(steps, 0.05)
    submission(spare_time, steps.log)
    assert steps.begun.acquire(timeout=PATIENCE)
    second = threading.Thread(target=submission, args=(spare_time, steps.log))
    second.start()
    # It stands before the lock now, or soon: the step goes on until then.
    second.join(0.02)
    steps.may_end.release(2)
    second.join(PATIENCE)
    assert steps.begun.acquire(timeout=PATIENCE)
    assert steps.log == ["submission", "step", "submission", "step"]


def test_a_submission_that_fails_leaves_the_engine_free(
    start: Start,
) -> None:
    spare_time = start(lambda: False, 0.0)
    with pytest.raises(ZeroDivisionError), spare_time.busy():
        _ = 1 / 0
    log: list[str] = []
    submission(spare_time, log)
    assert log == ["submission"]


def test_the_end_waits_for_the_step_that_runs_and_begins_no_other() -> None:
    steps = Steps(5)
    spare_time = SpareTime(steps, 0.0)
    submission(spare_time, steps.log)
    assert steps.begun.acquire(timeout=PATIENCE)
    ending = threading.Thread(target=spare_time.end)
    ending.start()
    ending.join(0.05)
    assert ending.is_alive()
    steps.may_end.release(5)
    ending.join(PATIENCE)
    assert not ending.is_alive()
    assert steps.log == ["submission", "step"]
