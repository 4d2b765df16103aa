"""One submission, one grade: whoever lost the lease writes nothing, and a message too many does nothing."""

from __future__ import annotations

import pytest

from dlquiz.submissions import queue, services
from dlquiz.submissions.models import Grade, Grading
from tests.flow.conftest import Send
from tests.flow.outcome import all_graded, assert_one_grade_each, is_being_graded, outcomes_of
from tests.flow.processes import wait_until
from tests.workers import StartWorker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.usefixtures("beat")
def test_a_worker_that_lost_its_lease_cannot_write(
    start_worker: StartWorker, send: Send, slow: str, right: str
) -> None:
    submission = send(slow)
    held = start_worker()
    wait_until(is_being_graded(submission, 1), 90, "the first worker is in the middle")
    held.hold()
    other = start_worker()
    wait_until(all_graded(1), 120, "another worker has graded it")
    graded = Grade.objects.get()
    other.kill()
    held.let_go()
    later = send(right, "second")
    wait_until(all_graded(2), 120, "the held worker has done with it and graded what came later")
    assert Grade.objects.get(submission=submission) == graded
    assert outcomes_of(submission) == ["lost", "graded"]
    assert outcomes_of(later) == ["graded"]
    assert_one_grade_each(2)


def test_a_submission_delivered_many_times_is_graded_once(
    start_worker: StartWorker, send: Send, right: str
) -> None:
    submission = send(right)
    for _ in range(10):
        assert queue.send(services.GRADE_TASK, submission.pk, queue="cpu", priority=0)
    start_worker(concurrency=2)
    wait_until(all_graded(1), 90, "graded")
    # Behind them in the queue: once it is done, they have been done too.
    send(right, "second")
    wait_until(all_graded(2), 60, "what came after them is graded")
    assert_one_grade_each(2)
    assert Grading.objects.count() == 2
