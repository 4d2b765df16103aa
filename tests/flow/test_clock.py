"""A clock that jumps loses no submission and grades none twice.

What jumps here is every time that the database holds, the other way: to all that read the clock it is the
same.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F

from dlquiz.submissions import jobs, reconciler
from dlquiz.submissions.models import Submission
from dlquiz.submissions.services import submission_create
from tests.flow.conftest import Send
from tests.flow.outcome import all_graded, assert_one_grade_each, is_being_graded
from tests.flow.processes import wait_until
from tests.services.servers import Valkey
from tests.workers import StartWorker

pytestmark = pytest.mark.django_db(transaction=True)

HOUR = timedelta(hours=1)
FORWARD, BACK = HOUR, -HOUR
TIMES = ("lease_until", "paused_until", "dispatched_at", "created_at", "finished_at")


def jump(by: timedelta) -> None:
    """Let the clock of all processes jump."""
    Submission.objects.update(**{name: F(name) - by for name in TIMES})


@pytest.mark.usefixtures("beat")
@pytest.mark.parametrize("by", [FORWARD, BACK], ids=["forward", "back"])
def test_a_jump_while_submissions_are_graded_and_wait_grades_each_once(
    start_worker: StartWorker, send: Send, slow: str, right: str, by: timedelta
) -> None:
    running = send(slow)
    start_worker(concurrency=2)
    wait_until(is_being_graded(running, 1), 90, "one is in the middle")
    for number in range(5):
        send(right, f"student-{number}")
    jump(by)
    wait_until(all_graded(6), 120, "all are graded")
    assert_one_grade_each(6)


@pytest.mark.usefixtures("beat")
def test_what_a_killed_worker_held_when_the_clock_went_back_is_not_held_for_an_hour(
    start_worker: StartWorker, send: Send, slow: str
) -> None:
    submission = send(slow)
    worker = start_worker()
    wait_until(is_being_graded(submission, 1), 90, "it is in the middle")
    worker.kill()
    jump(BACK)
    start_worker()
    wait_until(all_graded(1), 120, "another worker has graded it")
    assert_one_grade_each(1)


@pytest.mark.usefixtures("beat")
def test_a_message_lost_before_the_clock_went_back_is_sent_again(
    start_worker: StartWorker, broker: Valkey, send: Send, right: str
) -> None:
    send(right)
    broker.command("FLUSHALL")
    jump(BACK)
    start_worker()
    wait_until(all_graded(1), 120, "it is graded")
    assert_one_grade_each(1)


def test_a_pause_after_a_fault_does_not_become_an_hour(broker: Valkey, send: Send, right: str) -> None:
    submission = send(right)
    token = jobs.claim(Submission, submission.pk)
    assert token is not None
    assert jobs.release(Submission, submission.pk, token)
    sent: list[int] = []
    reconciler.reconcile(lambda task, pk, **_: not sent.append(pk))
    assert sent == [], "it rests a little"
    jump(BACK)
    reconciler.reconcile(lambda task, pk, **_: not sent.append(pk))
    assert sent == [submission.pk]


def test_a_lease_of_now_is_not_taken_for_one_from_before_a_jump(
    broker: Valkey, send: Send, right: str
) -> None:
    submission = send(right)
    assert jobs.claim(Submission, submission.pk) == 1
    assert jobs.claim(Submission, submission.pk) is None
    # As of a machine whose clock is a little ahead.
    Submission.objects.update(lease_until=F("lease_until") + jobs.LEASE / 2)
    assert jobs.claim(Submission, submission.pk) is None


def test_what_was_sent_before_the_clock_went_back_does_not_count_as_sent_just_now(
    broker: Valkey, send: Send, right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission = send(right)
    monkeypatch.setattr("dlquiz.submissions.services.PER_MINUTE_LIMIT", 1)
    jump(BACK)
    again = submission_create(
        user=submission.user, task=submission.task, source=right, purpose=submission.purpose
    )
    assert again.pk != submission.pk
