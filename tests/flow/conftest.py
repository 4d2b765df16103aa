"""A course with a real coding task, and real workers on the tests' own database and broker."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Topic
from dlquiz.submissions import services
from dlquiz.submissions.models import Purpose, Submission
from dlquiz.submissions.services import submission_create
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.package import Package, load_folder
from tests.cast import make_member
from tests.flow.processes import ROOT

SLOWLY = """

import time

_quick = conv2d


def conv2d(*arguments, **options):
    time.sleep(0.1)
    return _quick(*arguments, **options)
"""


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """On SQLite the test database is a file: workers in other processes could not see one in memory."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        with tempfile.TemporaryDirectory() as folder:
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "flow.sqlite3")
            yield
    else:
        yield


@pytest.fixture
def package() -> Package:
    return load_folder(ROOT / "reference_models" / "conv2d-forward")


@pytest.fixture
def task(transactional_db: None, course: Course, topic: Topic, package: Package) -> Task:
    return task_version_publish(course=course, package=package).task


@pytest.fixture
def right(package: Package) -> str:
    """A solution that passes."""
    return next(solution.source for solution in package.accepted if "unfold_matmul" in solution.file)


@pytest.fixture
def flipped(package: Package) -> str:
    """A solution with the best known of all mistakes."""
    return next(solution.source for solution in package.wrong if "kernel_flipped" in solution.file)


@pytest.fixture
def slow(right: str) -> str:
    """A solution that passes and takes a few seconds for all its cases, none of them too long."""
    return right + SLOWLY


@pytest.fixture
def _no_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole class sends within seconds here, and from few accounts."""
    monkeypatch.setattr(services, "IN_FLIGHT_LIMIT", 1000)
    monkeypatch.setattr(services, "PER_MINUTE_LIMIT", 1000)


Send = Callable[..., Submission]


@pytest.fixture
def send(_no_pace: None, task: Task, course: Course, student: User) -> Send:
    """Send a solution, as ``student`` unless somebody else is named."""
    people = {"student": student}

    def send(source: str, who: str = "student", purpose: Purpose = Purpose.SUBMIT) -> Submission:
        if who not in people:
            people[who] = make_member(course, who, "student")
        return submission_create(user=people[who], task=task, source=source, purpose=purpose)

    return send
