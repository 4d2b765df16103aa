"""Reads: a course's tasks as its instructors see them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, QuerySet

from dlquiz.authoring.models import PackageUpload
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course
from dlquiz.tasks.models import Task, TaskVersion


@dataclass(frozen=True)
class AuthoredTask:
    """A task with the state of its versions."""

    slug: str
    title: Text | None
    topic: Text
    points: Decimal
    is_active: bool
    version: int | None
    versions: int
    published_at: datetime | None
    published_by: str


def authored_tasks(course: Course) -> list[AuthoredTask]:
    """All tasks of the course, those that students do not see included."""
    rows = (
        Task.objects.of_course(course)
        .select_related("topic", "current__published_by")
        .defer("current__files", "current__proof", "current__summary")
        .in_order()
    )
    counts = dict(
        TaskVersion.objects.filter(task__course=course)
        .order_by()
        .values_list("task")
        .annotate(Count("pk"))
        .values_list("task", "pk__count")
    )
    return [_authored(task, counts.get(task.pk, 0)) for task in rows]


def course_uploads(course: Course) -> QuerySet[PackageUpload]:
    """The course's uploads, newest first, without the bytes and tables."""
    return (
        PackageUpload.objects.filter(course=course)
        .select_related("uploaded_by", "version__task")
        .defer("archive", "proof", "version__files", "version__proof")
        .newest_first()
    )


def _authored(task: Task, versions: int) -> AuthoredTask:
    version = task.current
    person = version.published_by if version else None
    return AuthoredTask(
        slug=task.slug,
        title=version.title if version else None,
        topic=task.topic.title,
        points=task.points,
        is_active=task.is_active,
        version=version.number if version else None,
        versions=versions,
        published_at=version.published_at if version else None,
        published_by=person.name if person else "",
    )
