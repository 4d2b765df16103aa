"""The columns of the gradebook: what can be earned in a course, in the order of the course."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from django.utils import timezone

from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, AssignmentItem, Course
from dlquiz.questions.models import Question
from dlquiz.questions.selectors import question_title
from dlquiz.tasks.models import Task

Kind = Literal["question", "task"]
# In place of a quiz, for what is worked at by itself.
PRACTICE = 0


@dataclass(frozen=True)
class Item:
    """One column. ``key`` is the question's or task's primary key; ``group`` the assignment or topic.

    ``quiz`` is the quiz that the question is asked in, if it is: only its sittings count there.
    """

    kind: Kind
    key: int
    slug: str
    title: Text
    points: Decimal
    group: Text
    quiz: Assignment | None = None

    @property
    def quiz_id(self) -> int:
        return self.quiz.pk if self.quiz else PRACTICE


def course_items(course: Course, *, released_only: bool = False) -> list[Item]:
    """The items of the course's assignments; all active questions and tasks where it has none.

    ``released_only`` leaves out assignments that students do not see yet.
    """
    known = _known(course)
    assigned = AssignmentItem.objects.filter(assignment__course=course).select_related("assignment")
    chosen = list(assigned.order_by("assignment__position", "assignment__slug", "position", "pk"))
    if not chosen:
        return [item for item, is_open in known.values() if is_open]
    now = timezone.now()
    items = []
    for row in chosen:
        found = known.get((row.kind, row.slug))
        if found is None or (released_only and row.assignment.release_at > now):
            continue
        quiz = row.assignment if row.assignment.is_quiz and row.kind == AssignmentItem.Kind.QUESTION else None
        items.append(replace(found[0], points=row.points, group=row.assignment.title, quiz=quiz))
    return items


def _known(course: Course) -> dict[tuple[str, str], tuple[Item, bool]]:
    """Every question and task by kind and slug, in the course's order, and whether students see it."""
    ordered: list[tuple[tuple[int, int, int, int], Item, bool]] = []
    for question in _questions(course):
        title, group = question_title(question), question.topic.title
        item = Item("question", question.pk, question.slug, title, question.points, group)
        place = (question.topic.position, question.topic_id, 0, question.position)
        ordered.append((place, item, question.is_active and question.current_id is not None))
    for task in _tasks(course):
        title = task.current.title if task.current else Text(task.slug, task.slug)
        item = Item("task", task.pk, task.slug, title, task.points, task.topic.title)
        place = (task.topic.position, task.topic_id, 1, task.position)
        ordered.append((place, item, task.is_active and task.current_id is not None))
    ordered.sort(key=lambda entry: (entry[0], entry[1].slug))
    return {(item.kind, item.slug): (item, is_open) for _, item, is_open in ordered}


def _questions(course: Course) -> Iterable[Question]:
    return Question.objects.of_course(course).select_related("topic", "current")


def _tasks(course: Course) -> Iterable[Task]:
    return (
        Task.objects.of_course(course)
        .select_related("topic", "current")
        .defer("current__files", "current__proof", "current__summary")
    )
