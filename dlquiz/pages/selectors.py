"""What the lesson page gathers from the apps below it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Topic
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
