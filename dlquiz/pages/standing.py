"""Where a person stands with all that a course asks: its questions and coding tasks, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course
from dlquiz.gradebook.items import PRACTICE
from dlquiz.gradebook.results import Results, results_of
from dlquiz.questions.models import Question
from dlquiz.questions.selectors import question_title
from dlquiz.submissions.models import Submission
from dlquiz.tasks.selectors import course_tasks

# The best that a question and a task can show: nothing is left to do.
DONE = frozenset({"full", "pass"})
NOT_STARTED = "not_started"
BEGUN = "open"


@dataclass(frozen=True, slots=True)
class Work:
    """A question or coding task; ``status`` is a name of ``dlquiz.core.statuses``."""

    kind: str
    course: str
    topic: str
    slug: str
    title: Text
    points: Decimal
    status: str

    @property
    def is_done(self) -> bool:
        return self.status in DONE

    @property
    def address(self) -> str:
        """The page on which it is worked at."""
        return work_address(self.kind, self.course, self.slug)


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of some work is done."""

    done: int
    total: int


def work_address(kind: str, course: str, slug: str) -> str:
    view = "submissions:task" if kind == "task" else "attempts:question"
    return reverse(view, args=[course, slug])


def progress_of(works: Iterable[Work]) -> Progress:
    """How many of them are done."""
    found = list(works)
    return Progress(sum(work.is_done for work in found), len(found))


def course_work(user: User, course: Course) -> list[Work]:
    """Everything that students of the course can work at, questions before tasks. Six queries."""
    results = results_of(course, [user.pk])
    return [*_question_work(user, course, results), *_task_work(user, course, results)]


def _question_work(user: User, course: Course, results: Results) -> list[Work]:
    questions: Sequence[Question] = list(
        Question.objects.of_course(course).open().in_order().select_related("topic", "current")
    )
    begun = set(
        Attempt.objects.practice()
        .by(user)
        .of_course(course)
        .filter(state=Attempt.State.OPEN, draft_revision__gt=0)
        .values_list("question", flat=True)
    )
    works = []
    for question in questions:
        result = results.get((user.pk, "question", question.pk, PRACTICE))
        unmarked = BEGUN if question.pk in begun else NOT_STARTED
        works.append(
            Work(
                kind="question",
                course=course.slug,
                topic=question.topic.slug,
                slug=question.slug,
                title=question_title(question),
                points=question.points,
                status=result.status if result else unmarked,
            )
        )
    return works


def _task_work(user: User, course: Course, results: Results) -> list[Work]:
    tried = set(Submission.objects.filter(user=user, task__course=course).values_list("task", flat=True))
    works = []
    for entry in course_tasks(course):
        result = results.get((user.pk, "task", entry.id, PRACTICE))
        unmarked = BEGUN if entry.id in tried else NOT_STARTED
        works.append(
            Work(
                kind="task",
                course=course.slug,
                topic=entry.topic,
                slug=entry.slug,
                title=entry.title,
                points=entry.points,
                status=result.status if result else unmarked,
            )
        )
    return works
