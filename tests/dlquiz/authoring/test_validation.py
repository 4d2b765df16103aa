"""A worker reads an upload, runs all of it, and keeps what that showed: with the real engine."""

from __future__ import annotations

import pytest

from dlquiz.accounts.models import User
from dlquiz.authoring import validation
from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.services import upload_create
from dlquiz.authoring.validation import upload_validate
from dlquiz.courses.models import Course, Topic
from dlquiz.submissions import jobs
from dlquiz.submissions.engine import EngineFault
from dlquiz.submissions.models import Purpose
from dlquiz.submissions.services import submission_create
from dlquiz.tasks.services import task_version_publish
from graders.package import load_files
from tests.graders.package.small import CASES, SOUND, spoilt, zipped

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("few_seeds", "topic")]


def validated(course: Course, person: User, archive: bytes) -> PackageUpload:
    upload = upload_create(course=course, uploaded_by=person, filename="a.zip", archive=archive)
    upload_validate(upload.pk)
    upload.refresh_from_db()
    return upload


def codes(upload: PackageUpload) -> list[str]:
    return [problem["code"] for problem in upload.problems]


def test_a_sound_package_is_found_valid(course: Course, instructor: User, few_seeds: int) -> None:
    upload = validated(course, instructor, zipped(SOUND, "double-it"))
    assert (upload.state, upload.problems) == ("valid", [])
    assert (upload.slug, upload.digest) == ("double-it", load_files(SOUND).digest)
    assert upload.proof["clean"] is True
    killed = {variant["file"]: variant["killed_by"] for variant in upload.proof["variants"]}
    assert killed["squared.py"]["values"] == few_seeds
    assert upload.finished_at is not None


def test_a_zip_that_is_none_is_refused(course: Course, instructor: User) -> None:
    upload = validated(course, instructor, b"not a zip")
    assert (upload.state, codes(upload)) == ("refused", ["archive_unreadable"])


def test_every_problem_of_the_files_is_listed_at_once(course: Course, instructor: User) -> None:
    files = {**spoilt("task.toml", "difficulty = 1", "difficulty = 7"), "reference.py": "x = ("}
    del files["wrong/halved.py"]
    upload = validated(course, instructor, zipped(files))
    assert upload.state == "refused"
    assert set(codes(upload)) == {"value_whole", "syntax_error_in_file", "variant_without_file"}


def test_a_topic_that_the_course_lacks_is_a_problem(course: Course, instructor: User) -> None:
    Topic.objects.all().delete()
    upload = validated(course, instructor, zipped(SOUND))
    assert (upload.state, codes(upload)) == ("refused", ["topic_unknown"])


def test_a_variant_that_survives_is_refused_by_name(course: Course, instructor: User) -> None:
    files = {**SOUND, "wrong/halved.py": "def double(x):\n    return x + x\n"}
    upload = validated(course, instructor, zipped(files))
    assert upload.state == "refused"
    survived = {v["file"]: len(v["survived_seeds"]) for v in upload.proof["variants"]}
    assert survived == {"squared.py": 0, "halved.py": 3}


def test_an_accepted_solution_that_fails_is_refused_by_name(course: Course, instructor: User) -> None:
    files = {**SOUND, "accepted/summed.py": "def double(x):\n    return x + x + 1e-2\n"}
    upload = validated(course, instructor, zipped(files))
    assert upload.state == "refused"
    failed = {a["file"]: bool(a["failed"]) for a in upload.proof["accepted"]}
    assert failed == {"summed.py": True, "shifted.py": False}


@pytest.mark.parametrize(
    ("path", "source", "code"),
    [
        ("reference.py", "def double(x):\n    raise RuntimeError('no')\n", "author_code_failed"),
        ("cases.py", CASES + "\n1 / 0\n", "author_code_failed"),
        ("cases.py", "def cases(draw):\n    return iter(())\n", "no_cases"),
        ("cases.py", CASES.replace("tail-dropped", "renamed"), "case_without_title"),
    ],
)
def test_code_of_the_author_that_fails_is_told_and_is_no_fault_of_ours(
    course: Course, instructor: User, path: str, source: str, code: str
) -> None:
    upload = validated(course, instructor, zipped({**SOUND, path: source}))
    assert upload.state == "refused"
    assert code in codes(upload)


def test_a_package_that_passes_only_with_luck_is_refused(
    course: Course, instructor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(validation, "SEEDS", 12)
    sometimes = "def double(x):\n    return x + x if float(x.sum()) > -1 else x * x\n"
    upload = validated(course, instructor, zipped({**SOUND, "accepted/summed.py": sometimes}))
    assert upload.state == "refused"
    assert upload.proof["flaky"] == ["summed.py"]


def test_a_message_that_comes_twice_does_nothing_more(course: Course, instructor: User) -> None:
    upload = validated(course, instructor, b"not a zip")
    finished = upload.finished_at
    upload_validate(upload.pk)
    upload.refresh_from_db()
    assert (upload.attempt, upload.finished_at) == (1, finished)


def test_a_fault_of_ours_gives_the_upload_back_unjudged(
    course: Course, instructor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault() -> None:
        raise EngineFault("no sandbox")

    monkeypatch.setattr(validation, "engine_of_process", fault)
    upload = validated(course, instructor, zipped(SOUND))
    assert (upload.state, upload.problems, upload.proof) == ("queued", [], None)
    for _ in range(jobs.MAX_ATTEMPTS - 1):
        upload_validate(upload.pk)
    jobs.give_up(PackageUpload)
    upload.refresh_from_db()
    assert upload.state == "infrastructure_error"


def test_a_worker_that_lost_its_lease_keeps_nothing(
    course: Course, instructor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = upload_create(course=course, uploaded_by=instructor, filename="a.zip", archive=zipped(SOUND))

    def stolen(*_: object) -> None:
        PackageUpload.objects.filter(pk=upload.pk).update(attempt=2)

    monkeypatch.setattr(validation, "_missing_topic", stolen)
    upload_validate(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.attempt, upload.proof) == ("running", 2, None)


def test_students_go_first_between_two_draws(course: Course, instructor: User, student: User) -> None:
    task = task_version_publish(course=course, package=load_files(SOUND)).task
    sent = submission_create(
        user=student, task=task, source=SOUND["accepted/summed.py"], purpose=Purpose.SUBMIT
    )
    upload = validated(course, instructor, zipped(spoilt("task.toml", "points = 4", "points = 5")))
    sent.refresh_from_db()
    assert (sent.state, upload.state) == ("graded", "valid")
    assert sent.finished_at < upload.finished_at
    assert sent.grades.get().verdict == "pass"
