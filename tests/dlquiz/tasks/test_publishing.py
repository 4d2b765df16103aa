"""A package becomes a version; a version stays what it was."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.material import VersionIsFinal
from dlquiz.courses.models import Course, Topic
from dlquiz.tasks.errors import TopicUnknown
from dlquiz.tasks.models import Task, TaskVersion
from dlquiz.tasks.selectors import course_tasks, package_of, topic_tasks
from dlquiz.tasks.services import task_version_publish
from graders.package import Package, load_files
from tests.graders.package.small import SOUND, spoilt


@pytest.fixture
def package() -> Package:
    return load_files(SOUND)


@pytest.fixture
def other() -> Package:
    return load_files(spoilt("task.toml", "points = 4", "points = 6.5"))


def test_publishing_makes_the_task_and_its_first_version(
    course: Course, topic: Topic, instructor: User, package: Package
) -> None:
    version = task_version_publish(
        course=course, package=package, published_by=instructor, proof={"clean": True}
    )
    task = version.task
    assert (task.course, task.topic, task.slug, task.points) == (course, topic, "double-it", Decimal(4))
    assert task.current == version
    assert (version.number, version.digest, version.proof) == (1, package.digest, {"clean": True})
    version.refresh_from_db()
    assert version.files == SOUND
    assert version.title == Text("Double it", "दुगुना कीजिए")
    assert version.published_by == instructor


def test_publishing_the_same_package_again_changes_nothing(
    course: Course, topic: Topic, package: Package
) -> None:
    first = task_version_publish(course=course, package=package)
    assert task_version_publish(course=course, package=package) == first
    assert TaskVersion.objects.count() == 1


def test_a_changed_package_is_a_new_version_of_the_same_task(
    course: Course, topic: Topic, package: Package, other: Package
) -> None:
    first = task_version_publish(course=course, package=package)
    second = task_version_publish(course=course, package=other)
    task = Task.objects.get()
    assert (first.number, second.number, task.current) == (1, 2, second)
    assert task.points == Decimal("6.5")


def test_publishing_an_old_package_makes_its_version_current_again(
    course: Course, topic: Topic, package: Package, other: Package
) -> None:
    first = task_version_publish(course=course, package=package)
    task_version_publish(course=course, package=other)
    assert task_version_publish(course=course, package=package) == first
    task = Task.objects.get()
    assert (task.current, task.points, task.versions.count()) == (first, Decimal(4), 2)


def test_two_courses_may_hold_the_same_package(course: Course, topic: Topic, package: Package) -> None:
    term = Course.objects.create(slug="next-term", title=Text("Next", "अगला"))
    Topic.objects.create(course=term, slug="convolution", title=Text("C", "क"))
    here = task_version_publish(course=course, package=package)
    there = task_version_publish(course=term, package=package)
    assert here.task != there.task
    assert here.digest == there.digest


def test_a_topic_that_the_course_lacks_is_named(course: Course, package: Package) -> None:
    with pytest.raises(TopicUnknown, match="convolution"):
        task_version_publish(course=course, package=package)
    assert not Task.objects.exists()


def test_a_task_follows_its_package_to_another_topic(course: Course, topic: Topic, package: Package) -> None:
    task_version_publish(course=course, package=package)
    Topic.objects.create(course=course, slug="recurrence", title=Text("R", "र"))
    moved = load_files(spoilt("task.toml", 'topic = "convolution"', 'topic = "recurrence"'))
    assert task_version_publish(course=course, package=moved).task.topic.slug == "recurrence"


def test_new_tasks_come_last_in_their_topic(course: Course, topic: Topic, package: Package) -> None:
    first = task_version_publish(course=course, package=package).task
    next_one = load_files(spoilt("task.toml", 'slug = "double-it"', 'slug = "another"'))
    assert task_version_publish(course=course, package=next_one).task.position > first.position


def test_a_version_can_be_neither_changed_nor_deleted(course: Course, topic: Topic, package: Package) -> None:
    version = task_version_publish(course=course, package=package)
    version.number = 9
    with pytest.raises(VersionIsFinal):
        version.save()
    with pytest.raises(VersionIsFinal):
        version.delete()
    with pytest.raises(VersionIsFinal):
        TaskVersion.objects.filter(pk=version.pk).update(number=9)
    with pytest.raises(VersionIsFinal):
        version.task.versions.all().delete()
    with pytest.raises(ProtectedError):
        version.task.delete()
    with pytest.raises(ProtectedError):
        course.delete()
    version.refresh_from_db()
    assert version.number == 1


def test_a_version_outlives_the_person_who_published_it(
    course: Course, topic: Topic, outsider: User, package: Package
) -> None:
    version = task_version_publish(course=course, package=package, published_by=outsider)
    outsider.delete()
    version.refresh_from_db()
    assert version.published_by is None


@pytest.mark.parametrize(
    "change", [{"number": 1}, {"digest": "same"}, {"number": 0}, {"digest": "not hexadecimal"}]
)
def test_the_database_itself_refuses_a_version_that_cannot_be(
    course: Course, topic: Topic, package: Package, change: dict[str, object]
) -> None:
    version = task_version_publish(course=course, package=package)
    row = {"number": 2, "digest": "0" * 64, "files": {}, "title": version.title, "summary": version.summary}
    row |= change
    if row["digest"] == "same":
        row["digest"] = version.digest
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskVersion.objects.create(task=version.task, **row)


def test_the_database_holds_a_slug_unique_in_the_course(
    course: Course, topic: Topic, package: Package
) -> None:
    task_version_publish(course=course, package=package)
    elsewhere = Topic.objects.create(course=course, slug="recurrence", title=Text("R", "र"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.create(topic=elsewhere, slug="double-it")
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.create(topic=elsewhere, slug="worthless", points=0)


def test_the_stored_files_give_the_package_back_and_are_read_once(
    course: Course, topic: Topic, package: Package
) -> None:
    version = TaskVersion.objects.get(pk=task_version_publish(course=course, package=package).pk)
    assert package_of(version) == package
    assert package_of(TaskVersion.objects.get(pk=version.pk)) is package_of(version)


def test_lists_show_what_is_open_in_one_query(
    course: Course, topic: Topic, package: Package, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    task_version_publish(course=course, package=package)
    for n in range(3):
        files = spoilt("task.toml", 'slug = "double-it"', f'slug = "task-{n}"')
        task_version_publish(course=course, package=load_files(files))
    Task.objects.filter(slug="task-1").update(is_active=False)
    Task.objects.create(topic=topic, slug="unpublished", position=99)
    with django_assert_num_queries(1):  # type: ignore[operator]
        entries = course_tasks(course)
    assert [entry.slug for entry in entries] == ["double-it", "task-0", "task-2"]
    assert entries[0].title == Text("Double it", "दुगुना कीजिए")
    assert topic_tasks(topic) == entries
