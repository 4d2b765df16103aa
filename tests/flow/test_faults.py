"""A fault of ours is tried again, then put before the staff; it is never a score."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course
from dlquiz.submissions import jobs
from dlquiz.submissions.models import Grade, State
from dlquiz.submissions.selectors import best_scores, stuck_submissions
from dlquiz.submissions.services import submission_retry
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.package import Package, load_files
from tests.flow.conftest import Send
from tests.flow.outcome import outcomes_of
from tests.flow.processes import wait_until
from tests.workers import StartWorker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("beat")]


@pytest.fixture
def broken(task: Task, course: Course, package: Package) -> Task:
    """The task in a version that got published although its own code fails."""
    files = {**package.files, "reference.py": "def conv2d(*a, **k):\n    raise OSError('disk full')\n"}
    task_version_publish(course=course, package=load_files(files, linted=False))
    task.refresh_from_db()
    return task


def test_a_fault_is_tried_again_then_put_before_the_staff_and_never_scores(
    start_worker: StartWorker,
    send: Send,
    right: str,
    broken: Task,
    course: Course,
    student: User,
    student_client: Client,
) -> None:
    submission = send(right)
    assert submission.task_version == broken.current
    start_worker()
    wait_until(lambda: bool(stuck_submissions()), 120, "it is given up")
    submission.refresh_from_db()
    assert submission.state == State.INFRASTRUCTURE_ERROR
    assert outcomes_of(submission) == ["fault"] * jobs.MAX_ATTEMPTS
    assert not Grade.objects.exists()
    assert best_scores(course) == {}
    shown = student_client.get(reverse("submissions:result", args=[submission.receipt])).content.decode()
    assert "It is our fault" in shown

    assert submission_retry(submission=submission)
    wait_until(lambda: len(outcomes_of(submission)) > jobs.MAX_ATTEMPTS, 60, "the staff's retry is run")
    assert not Grade.objects.exists()
