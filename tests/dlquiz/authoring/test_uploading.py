"""A zip is kept as it came, and only instructors bring one."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.services import VALIDATE_QUEUE, VALIDATE_TASK
from dlquiz.courses.models import Course, Topic
from dlquiz.submissions import jobs, queue, reconciler
from graders.package.archive import ARCHIVE_MIB
from tests.dlquiz.authoring.conftest import send
from tests.graders.package.small import SOUND, zipped


def test_an_upload_is_kept_and_leads_to_its_report(
    instructor_client: Client, instructor: User, course: Course
) -> None:
    data = zipped(SOUND)
    answer = send(instructor_client, data)
    upload = PackageUpload.objects.get()
    assert answer.status_code == 302
    assert answer.url == reverse("authoring:report", args=[course.slug, upload.pk])
    assert bytes(upload.archive) == data
    assert (upload.course, upload.uploaded_by, upload.state) == (course, instructor, "queued")
    assert upload.filename == "double-it.zip"


def test_the_zip_can_be_had_back_unchanged(instructor_client: Client, upload: PackageUpload) -> None:
    answer = instructor_client.get(reverse("authoring:archive", args=["deep-learning", upload.pk]))
    assert answer.content == bytes(upload.archive)
    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_worker_is_told_once_the_row_is_safe(
    instructor_client: Client,
    course: Course,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: object,
) -> None:
    sent: list[tuple[str, int, str]] = []

    def note(task: str, pk: int, *, queue: str, priority: int = 0) -> bool:
        sent.append((task, pk, queue))
        return True

    monkeypatch.setattr(queue, "send", note)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        send(instructor_client, zipped(SOUND))
        assert sent == []
    upload = PackageUpload.objects.get()
    assert sent == [(VALIDATE_TASK, upload.pk, VALIDATE_QUEUE)]
    assert upload.dispatched_at is not None


def test_an_upload_whose_message_the_broker_did_not_take_is_sent_again(upload: PackageUpload) -> None:
    jobs.mark_unsent(PackageUpload, upload.pk)
    sent: list[tuple[str, int, str]] = []

    def note(task: str, pk: int, *, queue: str, priority: int) -> bool:
        sent.append((task, pk, queue))
        return True

    reconciler.reconcile(send=note)
    assert (VALIDATE_TASK, upload.pk, VALIDATE_QUEUE) in sent


def test_a_file_that_is_too_large_is_refused_before_it_is_kept(instructor_client: Client) -> None:
    answer = send(instructor_client, b"PK" + bytes(ARCHIVE_MIB << 20))
    assert answer.status_code == 422
    assert f"larger than {ARCHIVE_MIB} MiB" in answer.content.decode()
    assert not PackageUpload.objects.exists()


def test_no_file_and_an_empty_file_are_refused_in_words(instructor_client: Client) -> None:
    address = reverse("authoring:upload", args=["deep-learning"])
    assert "Choose a zip file first" in instructor_client.post(address).content.decode()
    assert "The file is empty" in send(instructor_client, b"").content.decode()
    assert not PackageUpload.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("<script>alert(1)</script>.zip", "script>.zip"),
        ("कन्वोल्यूशन.zip", "कन्वोल्यूशन.zip"),
        ("a" * 300 + ".zip", None),
    ],
)
def test_a_strange_name_harms_nothing(instructor_client: Client, name: str, kept: str | None) -> None:
    answer = send(instructor_client, zipped(SOUND), name)
    if kept is None:
        assert answer.status_code in (302, 422)
        return
    upload = PackageUpload.objects.get()
    assert upload.filename == kept
    page = instructor_client.get(answer.url).content.decode()
    assert "<script>alert" not in page


def test_the_list_shows_tasks_and_uploads_in_few_queries(
    instructor_client: Client,
    upload: PackageUpload,
    topic: Topic,
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        page = instructor_client.get(reverse("authoring:tasks", args=["deep-learning"])).content.decode()
    assert "double-it.zip" in page
    assert "This course has no coding task yet." in page
