"""Reads: a version's package, and the tasks of a topic or course."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from dlquiz.core.i18n import Text
from dlquiz.courses.material import MaterialQuerySet
from dlquiz.courses.models import Course, Topic
from dlquiz.tasks.models import Task, TaskVersion
from graders.package import Package, load_files

# Packages are a few dozen KiB of text; reading one takes milliseconds, so no page should read it again.
PACKAGES_KEPT = 128


@dataclass(frozen=True)
class TaskEntry:
    """A published task as lists show it."""

    id: int
    slug: str
    topic: str
    title: Text
    summary: Text
    points: Decimal
    version: int
    is_active: bool


def package_of(version: TaskVersion) -> Package:
    """The package that ``version`` was published from. Each is read once per process and digest."""
    return _package(_Source(version.digest, version.files))


def topic_tasks(topic: Topic) -> list[TaskEntry]:
    """The tasks that students find on the topic's page, in order."""
    return _entries(Task.objects.of_topic(topic).open())


def course_tasks(course: Course) -> list[TaskEntry]:
    """The course's open tasks, by topic and position."""
    return _entries(Task.objects.of_course(course).open())


def named_tasks(course: Course, slugs: Sequence[str]) -> list[TaskEntry]:
    """Those of the course's open tasks that have these names, in the names' order."""
    found = {
        entry.slug: entry for entry in _entries(Task.objects.of_course(course).open().filter(slug__in=slugs))
    }
    return [found[slug] for slug in slugs if slug in found]


@dataclass(frozen=True)
class _Source:
    """Files by their digest: equal digests are equal files."""

    digest: str
    files: dict[str, str] = field(compare=False)


@lru_cache(maxsize=PACKAGES_KEPT)
def _package(source: _Source) -> Package:
    return load_files(source.files, linted=False)


def _entries(tasks: MaterialQuerySet) -> list[TaskEntry]:
    rows = tasks.select_related("topic", "current").defer("current__files", "current__proof").in_order()
    return [
        TaskEntry(
            id=task.pk,
            slug=task.slug,
            topic=task.topic.slug,
            title=task.current.title,
            summary=task.current.summary,
            points=task.points,
            version=task.current.number,
            is_active=task.is_active,
        )
        for task in rows
    ]
