"""What the pages of a course and a lesson gather from the apps below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Topic
from dlquiz.courses.selectors import topics_of
from dlquiz.pages.standing import Progress, Work, progress_of
from dlquiz.submissions.selectors import TaskProgress, task_progress
from dlquiz.tasks.selectors import topic_tasks


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A coding task in a list. ``status`` is one of ``dlquiz.core.statuses``."""

    slug: str
    title: Text
    summary: Text
    points: Decimal
    status: str


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic of the course with how much of its work is done."""

    topic: Topic
    progress: Progress


def topics_with_progress(course: Course, works: Sequence[Work]) -> list[TopicCard]:
    """The course's topics in order."""
    return [
        TopicCard(topic, progress_of(work for work in works if work.topic == topic.slug))
        for topic in topics_of(course)
    ]


def neighbours_of(topic: Topic) -> tuple[Topic | None, Topic | None]:
    """The topics before and after this one in the course."""
    topics = list(Topic.objects.filter(course=topic.course).order_by("position", "slug"))
    place = topics.index(topic)
    before = topics[place - 1] if place else None
    after = topics[place + 1] if place + 1 < len(topics) else None
    return before, after


def task_rows(user: User, topic: Topic) -> list[TaskRow]:
    """The topic's coding tasks, each with where the person stands."""
    tasks = topic_tasks(topic)
    progress = task_progress(user, topic.course, [task.id for task in tasks])
    return [
        TaskRow(
            slug=task.slug,
            title=task.title,
            summary=task.summary,
            points=task.points,
            status=_status(progress[task.id]),
        )
        for task in tasks
    ]


def _status(progress: TaskProgress) -> str:
    """The verdict that counts; without one, whether anything was tried."""
    if progress.best is not None:
        return progress.best.verdict
    return "open" if progress.state == "tried" else "not_started"
