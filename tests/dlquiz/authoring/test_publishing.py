"""Only what proved itself is published, and once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.authoring.errors import UploadNotClean
from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.services import Outcome, upload_create, upload_publish
from dlquiz.courses.models import Course
from dlquiz.tasks.models import Task, TaskVersion
from graders.package import load_files
from tests.dlquiz.authoring.conftest import CLEAN_PROOF
from tests.graders.package.small import SOUND, spoilt, zipped


def publish(client: Client, upload: PackageUpload) -> str:
    address = reverse("authoring:publish", args=["deep-learning", upload.pk])
    return client.post(address, follow=True).content.decode()


def test_a_clean_upload_becomes_the_current_version(
    instructor_client: Client, instructor: User, valid: PackageUpload
) -> None:
    page = publish(instructor_client, valid)
    assert "Published as version 1" in page
    version = TaskVersion.objects.get()
    valid.refresh_from_db()
    assert valid.version == version == Task.objects.get().current
    assert (version.published_by, version.proof) == (instructor, CLEAN_PROOF)


def test_publishing_twice_makes_one_version(instructor_client: Client, valid: PackageUpload) -> None:
    publish(instructor_client, valid)
    publish(instructor_client, valid)
    assert TaskVersion.objects.count() == 1


def test_the_report_of_a_clean_upload_alone_offers_to_publish(
    instructor_client: Client, valid: PackageUpload
) -> None:
    address = reverse("authoring:publish", args=["deep-learning", valid.pk])
    report = reverse("authoring:report", args=["deep-learning", valid.pk])
    assert address in instructor_client.get(report).content.decode()
    publish(instructor_client, valid)
    assert address not in instructor_client.get(report).content.decode()


def test_an_upload_that_waits_cannot_be_published(instructor_client: Client, upload: PackageUpload) -> None:
    assert "Only a package with a clean report can be published." in publish(instructor_client, upload)
    assert not TaskVersion.objects.exists()


def test_a_refused_upload_cannot_be_published(
    instructor: User, upload: PackageUpload, record: Callable[..., PackageUpload]
) -> None:
    dirty = {**CLEAN_PROOF, "clean": False}
    record(upload, Outcome(problems=[], proof=dirty, slug="double-it", digest=load_files(SOUND).digest))
    assert upload.state == "refused"
    with pytest.raises(UploadNotClean):
        upload_publish(upload=upload, published_by=instructor)


def test_a_package_other_than_the_one_that_was_proved_is_not_published(
    course: Course, instructor: User, record: Callable[..., PackageUpload], topic: object
) -> None:
    other = zipped(spoilt("reference.py", "2 * x", "3 * x"))
    upload = upload_create(course=course, uploaded_by=instructor, filename="a.zip", archive=other)
    record(upload, Outcome(problems=[], proof=CLEAN_PROOF, digest=load_files(SOUND).digest))
    with pytest.raises(UploadNotClean):
        upload_publish(upload=upload, published_by=instructor)


def test_a_topic_removed_meanwhile_is_said_so(
    instructor_client: Client, valid: PackageUpload, course: Course
) -> None:
    course.topics.all().delete()
    assert "has no topic “convolution”" in publish(instructor_client, valid)


def test_the_database_itself_refuses_a_version_for_what_was_not_proved(
    valid: PackageUpload, instructor: User
) -> None:
    version = upload_publish(upload=valid, published_by=instructor)
    with pytest.raises(IntegrityError), transaction.atomic():
        PackageUpload.objects.filter(pk=valid.pk).update(state="refused")
    valid.refresh_from_db()
    assert valid.version == version
