"""A submission's way through the database: few statements, and no message that is lost for good."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Topic
from dlquiz.submissions import jobs, queue, reconciler, services
from dlquiz.submissions.models import Grade, Grading, Purpose, State, Submission
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.contract import Report
from graders.package import load_files
from tests.dlquiz.submissions.reports import report
from tests.graders.package.small import SOUND

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(course: Course, topic: Topic) -> Task:
    return task_version_publish(course=course, package=load_files(SOUND)).task


@pytest.fixture
def submission(task: Task, student: User) -> Submission:
    return services.submission_create(user=student, task=task, source="x = 1", purpose=Purpose.SUBMIT)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Submissions whose message went out; the broker takes every one and holds none."""
    found: list[int] = []

    def take(_: str, pk: int, **__: Any) -> bool:
        found.append(pk)
        return True

    monkeypatch.setattr(queue, "send", take)
    monkeypatch.setattr(queue, "is_empty", lambda _: True)
    return found


def grade(pk: int) -> Grade | None:
    """What a worker writes about one submission."""
    grading = services.grading_begin(pk=pk, worker="here")
    if grading is None:
        return None
    verdict = Report.from_json(report())
    return services.grade_record(submission=grading.submission, token=grading.attempt, report=verdict)


def statements(captured: CaptureQueriesContext) -> list[str]:
    """The kinds of statement, without the marks of transactions."""
    words = [query["sql"].split()[0] for query in captured.captured_queries]
    return [word for word in words if word in ("SELECT", "INSERT", "UPDATE", "DELETE")]


def test_sending_writes_once_and_grading_six_times_at_most(
    task: Task, student: User, sent: list[int], django_capture_on_commit_callbacks: Any
) -> None:
    with CaptureQueriesContext(connection) as sending, django_capture_on_commit_callbacks(execute=True):
        submission = services.submission_create(
            user=student, task=task, source="x = 1", purpose=Purpose.SUBMIT
        )
    assert sent == [submission.pk]
    assert [word for word in statements(sending) if word != "SELECT"] == ["INSERT"]
    with CaptureQueriesContext(connection) as grading:
        assert grade(submission.pk) is not None
    assert statements(grading) == ["SELECT", "UPDATE", "INSERT", "UPDATE", "UPDATE", "INSERT"]


def test_a_submission_is_claimed_once_however_many_read_it_before(submission: Submission) -> None:
    first = services.grading_begin(pk=submission.pk, worker="one")
    assert first is not None
    assert (first.submission.attempt, first.submission.state) == (first.attempt, State.RUNNING)
    # Another worker read the row before the first one took it.
    assert jobs.claim(Submission, submission.pk, submission.attempt) is None
    assert services.grading_begin(pk=submission.pk, worker="two") is None


def test_a_second_attempt_closes_the_first_and_counts_its_grade_on(submission: Submission) -> None:
    lost = services.grading_begin(pk=submission.pk, worker="one")
    assert lost is not None
    Submission.objects.filter(pk=submission.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert grade(submission.pk) is not None
    assert list(Grading.objects.order_by("attempt").values_list("outcome", flat=True)) == ["lost", "graded"]
    Submission.objects.filter(pk=submission.pk).update(state=State.QUEUED, finished_at=None)
    again = grade(submission.pk)
    assert again is not None
    assert again.number == 2


def test_a_message_that_the_broker_refuses_is_sent_by_the_next_round(
    task: Task,
    student: User,
    sent: list[int],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    take = queue.send
    monkeypatch.setattr(queue, "send", lambda *_, **__: False)
    with django_capture_on_commit_callbacks(execute=True):
        submission = services.submission_create(
            user=student, task=task, source="x = 1", purpose=Purpose.SUBMIT
        )
    reconciler.reconcile(send=take)
    assert sent == [submission.pk]


def test_who_dies_between_commit_and_message_leaves_what_the_reconciler_finds(
    submission: Submission, sent: list[int]
) -> None:
    """The row is there and says that it was sent; the broker never heard of it."""
    reconciler.reconcile(send=queue.send)
    assert sent == []
    long_ago = timezone.now() - jobs.LOST - timedelta(seconds=1)
    Submission.objects.filter(pk=submission.pk).update(dispatched_at=long_ago)
    reconciler.reconcile(send=queue.send)
    assert sent == [submission.pk]
