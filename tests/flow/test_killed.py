"""No kill of any process loses a submission, or grades one twice."""

from __future__ import annotations

import pytest

from dlquiz.submissions.models import Grade, Submission
from tests.flow.conftest import Send
from tests.flow.outcome import all_graded, assert_one_grade_each, is_being_graded, outcomes_of
from tests.flow.processes import wait_until
from tests.services.servers import Valkey
from tests.workers import StartWorker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("beat")]


def test_a_killed_worker_loses_no_submission(
    start_worker: StartWorker, send: Send, slow: str, right: str
) -> None:
    hit = send(slow)
    others = [send(right, who) for who in ("second", "third")]
    for attempt in (1, 2):
        worker = start_worker()
        wait_until(is_being_graded(hit, attempt), 90, f"attempt {attempt} is in the middle")
        worker.kill()
    start_worker()
    wait_until(all_graded(1 + len(others)), 120, "all are graded after two kills")
    assert_one_grade_each(1 + len(others))
    assert outcomes_of(hit) == ["lost", "lost", "graded"]
    assert set(Grade.objects.values_list("verdict", flat=True)) == {"pass"}


def test_a_killed_pool_process_loses_no_submission_and_the_worker_goes_on(
    start_worker: StartWorker, send: Send, slow: str, right: str
) -> None:
    hit = send(slow)
    worker = start_worker()
    for attempt in (1, 2):
        wait_until(is_being_graded(hit, attempt), 90, f"attempt {attempt} is in the middle")
        worker.kill_pool_process()
    other = send(right, "second")
    wait_until(all_graded(2), 120, "both are graded by the worker whose processes were killed")
    assert worker.process.poll() is None
    assert_one_grade_each(2)
    assert outcomes_of(hit) == ["lost", "lost", "graded"]
    assert outcomes_of(other) == ["graded"]


def test_a_killed_and_restarted_broker_loses_none_of_200_submissions(
    start_worker: StartWorker, broker: Valkey, send: Send, right: str, flipped: str
) -> None:
    start_worker(concurrency=2)
    for number in range(200):
        if number == 60:
            wait_until(lambda: Grade.objects.exists(), 60, "the worker is busy")
            broker.kill()
        if number == 120:
            broker.start()
        send(flipped if number % 2 else right, f"student-{number % 20}")
    wait_until(all_graded(200), 180, "all 200 are graded")
    assert_one_grade_each(200)
    assert Grade.objects.filter(verdict="pass").count() == 100
    assert Grade.objects.filter(verdict="wrong").count() == 100


def test_a_broker_whose_messages_are_killed_loses_no_submission(
    start_worker: StartWorker, broker: Valkey, send: Send, right: str
) -> None:
    before = [send(right, f"before-{number}") for number in range(20)]
    broker.command("FLUSHALL")
    start_worker()
    wait_until(all_graded(len(before)), 120, "what was flushed while it waited is graded")
    broker.command("FLUSHALL")
    after = [send(right, f"after-{number}") for number in range(20)]
    broker.command("FLUSHALL")
    wait_until(all_graded(len(before) + len(after)), 120, "what was flushed under a busy worker is graded")
    assert_one_grade_each(Submission.objects.count())
