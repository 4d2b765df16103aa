"""A broker that is down or hangs costs the student no time."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.core.broker import WAIT_SECONDS
from dlquiz.submissions import queue
from dlquiz.submissions.models import State, Submission
from dlquiz.tasks.models import Task
from tests.flow.conftest import Send
from tests.flow.outcome import all_graded, assert_one_grade_each
from tests.flow.processes import wait_until
from tests.services.servers import Valkey
from tests.workers import StartWorker

pytestmark = pytest.mark.django_db(transaction=True)

PROMISED_SECONDS = 0.1
# What the noisiest machine may add. The sender's own time-outs would show far above this.
NOISE_SECONDS = 0.9


@pytest.fixture
def submit(task: Task, student_client: Client, right: str) -> Callable[[], float]:
    """Submits as a browser does; how long the answer took."""
    address = reverse("submissions:submit", args=[task.course.slug, task.slug])

    def post() -> float:
        begun = time.perf_counter()
        answer = student_client.post(address, {"source": right})
        took = time.perf_counter() - begun
        assert answer.status_code == 302
        return took

    post()  # what a web server does once: templates, connections, the package
    return post


@pytest.fixture
def hung(broker: Valkey) -> Iterator[Callable[[], None]]:
    """Makes the broker hang: it takes connections and never answers."""
    pid = broker.process_id()
    yield lambda: os.kill(pid, signal.SIGSTOP)
    os.kill(pid, signal.SIGCONT)


def assert_quick(times: list[float], promised: float, report: Callable[[str, object], None]) -> None:
    print("submit:", ", ".join(f"{1000 * seconds:.0f} ms" for seconds in times))
    report("submit_seconds", times)
    assert min(times) < promised
    assert max(times) < promised + NOISE_SECONDS


def test_a_submit_with_the_broker_killed_answers_at_once(
    broker: Valkey, submit: Callable[[], float], record_property: Callable[[str, object], None]
) -> None:
    broker.kill()
    times = []
    for _ in range(4):
        queue.forget_failures()  # each pays for its own attempt, as after a quiet while
        times.append(submit())
    assert_quick(times, PROMISED_SECONDS, record_property)
    waiting = Submission.objects.filter(state=State.QUEUED, dispatched_at=None)
    assert waiting.count() == 4


def test_a_submit_with_a_broker_that_hangs_answers_at_once(
    hung: Callable[[], None], submit: Callable[[], float], record_property: Callable[[str, object], None]
) -> None:
    hung()
    times = []
    for _ in range(4):
        queue.forget_failures()
        times.append(submit())
    assert_quick(times, WAIT_SECONDS + PROMISED_SECONDS, record_property)


def test_only_one_of_many_senders_waits_for_a_broker_that_hangs(
    hung: Callable[[], None], send: Send, right: str
) -> None:
    send(right)
    hung()
    send(right, "first-to-find-out")
    begun = time.perf_counter()
    assert not any(queue.send("nobody", number, queue="cpu") for number in range(100))
    assert time.perf_counter() - begun < WAIT_SECONDS


@pytest.mark.usefixtures("beat")
def test_what_was_submitted_without_a_broker_is_graded_once_it_is_back(
    broker: Valkey, start_worker: StartWorker, send: Send, right: str
) -> None:
    broker.kill()
    for number in range(3):
        send(right, f"student-{number}")
    start_worker()
    broker.start()
    wait_until(all_graded(3), 120, "all are graded")
    assert_one_grade_each(3)
