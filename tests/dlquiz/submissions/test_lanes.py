"""A task that asks for a graphics card waits in a queue of its own, whoever is there to serve it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from dlquiz import env
from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Topic
from dlquiz.submissions import engine, grading, queue, reconciler, selectors, services
from dlquiz.submissions.models import Lane, Purpose, State, Submission
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.engine import CardLost
from graders.package import load_files
from tests.graders.package.small import SOUND

pytestmark = pytest.mark.django_db
FOR_A_CARD = {**SOUND, "task.toml": 'device = "cuda"\n' + SOUND["task.toml"]}
Send = Callable[[Task], Submission]


@pytest.fixture
def on_cpu(course: Course, topic: Topic) -> Task:
    return task_version_publish(course=course, package=load_files(SOUND)).task


@pytest.fixture
def on_card(on_cpu: Task, course: Course) -> Task:
    """The same task, published again for a card."""
    return task_version_publish(course=course, package=load_files(FOR_A_CARD)).task


@pytest.fixture
def send(student: User) -> Send:
    def one(task: Task) -> Submission:
        task.refresh_from_db()
        return services.submission_create(user=student, task=task, source="x = 1", purpose=Purpose.SUBMIT)

    return one


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []

    def take(_: str, pk: int, *, queue: str, **__: Any) -> bool:
        found.append((pk, queue))
        return True

    monkeypatch.setattr(queue, "send", take)
    monkeypatch.setattr(queue, "is_empty", lambda _: True)
    return found


def test_a_submission_goes_to_the_queue_of_its_tasks_device(
    course: Course,
    topic: Topic,
    send: Send,
    sent: list[tuple[int, str]],
    django_capture_on_commit_callbacks: Any,
) -> None:
    task = task_version_publish(course=course, package=load_files(SOUND)).task
    with django_capture_on_commit_callbacks(execute=True):
        first = send(task)
    task_version_publish(course=course, package=load_files(FOR_A_CARD))
    with django_capture_on_commit_callbacks(execute=True):
        second = send(task)
    assert sent == [(first.pk, "cpu"), (second.pk, "gpu")]


def test_a_worker_takes_only_what_it_can_grade(on_card: Task, send: Send) -> None:
    submission = send(on_card)
    assert services.grading_begin(pk=submission.pk, worker="cpu") is None
    submission.refresh_from_db()
    assert (submission.state, submission.attempt) == (State.QUEUED, 0)
    assert services.grading_begin(pk=submission.pk, worker="gpu", lane=Lane.GPU) is not None


def test_what_was_lost_is_sent_again_into_its_own_queue(
    on_card: Task, send: Send, sent: list[tuple[int, str]]
) -> None:
    submission = send(on_card)
    Submission.objects.update(dispatched_at=None)
    reconciler.reconcile(send=queue.send)
    assert sent == [(submission.pk, "gpu")]


def test_who_waits_for_a_card_keeps_nobody_else_waiting(course: Course, topic: Topic, send: Send) -> None:
    task = task_version_publish(course=course, package=load_files(FOR_A_CARD)).task
    first, second = send(task), send(task)
    task_version_publish(course=course, package=load_files(SOUND))
    quick = send(task)
    assert selectors.submissions_ahead(quick) == 0
    assert selectors.submissions_ahead(second) == 1
    assert selectors.somebody_waits(Lane.CPU)
    Submission.objects.filter(pk=quick.pk).update(queue=Lane.GPU)
    assert not selectors.somebody_waits(Lane.CPU)
    assert first.queue == Lane.GPU


@pytest.mark.parametrize(
    ("language", "words"), [("en", "waits for a worker that has one"), ("hi", "GPU वाले worker का इंतज़ार")]
)
def test_the_student_is_told_what_it_waits_for(
    client: Client, student: User, on_card: Task, send: Send, language: str, words: str
) -> None:
    submission = send(on_card)
    client.force_login(student)
    student.language = language
    student.save()
    address = reverse("submissions:status", args=[submission.receipt])
    page = client.get(address, headers={"accept-language": language}).content.decode()
    assert words in page
    Submission.objects.update(queue=Lane.CPU)
    assert words not in client.get(address, headers={"accept-language": language}).content.decode()


def test_while_the_card_is_not_well_work_stays_queued_and_no_attempt_is_lost(
    on_card: Task, send: Send, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    submission = send(on_card)
    settings.GRADING_DEVICE = "cuda"

    def no_engine() -> None:
        raise CardLost("the graphics card has failed, and is not well yet")

    monkeypatch.setattr(engine, "engine_of_process", no_engine)
    grading.submission_grade(submission.pk)
    submission.refresh_from_db()
    assert (submission.state, submission.attempt) == (State.QUEUED, 0)


@pytest.mark.parametrize(
    ("variables", "device"),
    [
        ({}, "cpu"), ({"DLQUIZ_QUEUES": "cpu,control,batch"}, "cpu"), ({"DLQUIZ_QUEUES": "gpu"}, "cuda"),
        ({"DLQUIZ_QUEUES": "gpu, control"}, "cuda"), ({"DLQUIZ_DEVICE": "cuda"}, "cuda"),
        ({"DLQUIZ_DEVICE": "cpu", "DLQUIZ_QUEUES": "cpu"}, "cpu"),
    ],
)  # fmt: skip
def test_a_worker_grades_on_the_device_of_its_queue(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], device: str
) -> None:
    for name in ("DLQUIZ_DEVICE", "DLQUIZ_QUEUES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert env.grading_device() == device


@pytest.mark.parametrize(
    "variables",
    [
        {"DLQUIZ_QUEUES": "cpu,gpu"}, {"DLQUIZ_DEVICE": "tpu"},
        {"DLQUIZ_DEVICE": "cpu", "DLQUIZ_QUEUES": "gpu"},
        {"DLQUIZ_DEVICE": "cuda", "DLQUIZ_QUEUES": "cpu,control"},
    ],
)  # fmt: skip
def test_a_worker_of_both_queues_is_refused(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    monkeypatch.delenv("DLQUIZ_DEVICE", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured):
        env.grading_device()
