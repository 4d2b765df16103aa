"""A package is validated by a real worker, whatever dies meanwhile, and no student waits for it."""

from __future__ import annotations

import pytest

from dlquiz.accounts.models import User
from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.services import upload_create
from dlquiz.courses.models import Course
from tests.flow.conftest import Send
from tests.flow.outcome import assert_one_grade_each, outcomes_of
from tests.flow.processes import wait_until
from tests.graders.package.small import SOUND, zipped
from tests.workers import StartWorker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("beat")]


def test_a_killed_worker_loses_no_upload_and_students_go_first(
    start_worker: StartWorker, send: Send, right: str, course: Course, instructor: User
) -> None:
    upload = upload_create(course=course, uploaded_by=instructor, filename="a.zip", archive=zipped(SOUND))
    here = PackageUpload.objects.filter(pk=upload.pk)
    worker = start_worker()
    wait_until(lambda: here.filter(attempt=1, seeds_done__gt=0).exists(), 90, "the first worker is at it")
    worker.kill()
    start_worker()
    wait_until(lambda: here.filter(attempt=2, seeds_done__gt=0).exists(), 90, "the second worker is at it")
    sent = send(right)
    wait_until(lambda: outcomes_of(sent) == ["graded"], 60, "the student has a verdict")
    assert here.get().state == "running"
    wait_until(lambda: here.get().is_finished, 240, "the package has a report")
    assert (here.get().state, here.get().problems) == ("valid", [])
    assert here.get().proof["seeds"] == 200
    assert_one_grade_each(1)
