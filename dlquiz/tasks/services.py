"""Writes: publishing versions of tasks."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Topic
from dlquiz.tasks.errors import TopicUnknown
from dlquiz.tasks.models import Task, TaskVersion
from graders.package import Package


@transaction.atomic
def task_version_publish(
    *, course: Course, package: Package, published_by: User | None = None, proof: dict[str, Any] | None = None
) -> TaskVersion:
    """Make ``package`` the current version of its task in ``course``, and the task if it is new.

    A package that was published before is not stored again: its version becomes the current one.
    Raises ``TopicUnknown`` where the course lacks the package's topic.
    """
    # The course's row is the lock: two people who publish at once get two numbers, one after the other.
    course = Course.objects.select_for_update().get(pk=course.pk)
    task = _task_of(course, package)
    version = task.versions.filter(digest=package.digest).first()
    if version is None:
        version = _version_insert(task, package, published_by, proof)
    if task.current_id != version.pk:
        task.current = version
        task.save(update_fields=["current"])
    return version


def _task_of(course: Course, package: Package) -> Task:
    """The package's task, in the package's topic and worth its points; made where it is missing."""
    topic = Topic.objects.filter(course=course, slug=package.topic).first()
    if topic is None:
        raise TopicUnknown(package.topic)
    points = Decimal(str(package.points))
    task = Task.objects.of_course(course).filter(slug=package.slug).first()
    if task is None:
        last = Task.objects.of_topic(topic).aggregate(last=Max("position"))["last"]
        position = 0 if last is None else last + 1
        return Task.objects.create(topic=topic, slug=package.slug, position=position, points=points)
    if (task.topic_id, task.points) != (topic.pk, points):
        task.topic, task.points = topic, points
        task.save(update_fields=["topic", "points"])
    return task


def _version_insert(
    task: Task, package: Package, published_by: User | None, proof: dict[str, Any] | None
) -> TaskVersion:
    last = task.versions.aggregate(last=Max("number"))["last"] or 0
    return TaskVersion.objects.create(
        task=task,
        number=last + 1,
        digest=package.digest,
        files=dict(package.files),
        title=Text(en=package.title.en, hi=package.title.hi),
        summary=Text(en=package.summary.en, hi=package.summary.hi),
        proof=proof,
        published_by=published_by,
    )
