"""A package that can be run, and an engine that is started once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.authoring import validation
from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.services import Outcome, upload_create, upload_record
from dlquiz.courses.models import Course, Topic
from dlquiz.submissions import jobs
from graders.package import load_files
from tests.graders.package.small import SOUND, zipped

FEW = 3


@pytest.fixture
def few_seeds(monkeypatch: pytest.MonkeyPatch) -> int:
    """A few draws tell as much about the code here as two hundred."""
    monkeypatch.setattr(validation, "SEEDS", FEW)
    return FEW


@pytest.fixture
def upload(course: Course, topic: Topic, instructor: User) -> PackageUpload:
    """A sound package, waiting."""
    return upload_create(
        course=course, uploaded_by=instructor, filename="double-it.zip", archive=zipped(SOUND)
    )


@pytest.fixture
def record(course: Course) -> Callable[[PackageUpload, Outcome], PackageUpload]:
    """Ends an upload as a worker would that found this."""

    def end(row: PackageUpload, outcome: Outcome) -> PackageUpload:
        token = jobs.claim(PackageUpload, row.pk)
        assert token is not None
        assert upload_record(pk=row.pk, token=token, outcome=outcome)
        row.refresh_from_db()
        return row

    return end


CLEAN_PROOF = {
    "clean": True,
    "seeds": 200,
    "checks": ["gradients", "run", "shape", "values"],
    "variants": [
        {
            "file": "squared.py",
            "title": {"en": "Squared", "hi": "वर्ग"},
            "kind": "misconception",
            "expected": ["values"],
            "killed_by": {"values": 200, "gradients": 7},
            "survived_seeds": [],
            "missed": [],
        }
    ],
    "accepted": [{"file": "summed.py", "failed": [], "seconds": 0.004}],
    "unkilled_checks": [],
    "flaky": [],
    "problems": [],
    "seconds": 12.5,
}


@pytest.fixture
def valid(upload: PackageUpload, record: Callable[[PackageUpload, Outcome], PackageUpload]) -> PackageUpload:
    """A sound package that was proved."""
    digest = load_files(SOUND).digest
    return record(upload, Outcome(problems=[], proof=CLEAN_PROOF, slug="double-it", digest=digest))


def send(client: Client, content: bytes, name: str = "double-it.zip") -> object:
    """Upload a file as a browser does."""
    address = reverse("authoring:upload", args=["deep-learning"])
    return client.post(address, {"archive": SimpleUploadedFile(name, content, "application/zip")})
