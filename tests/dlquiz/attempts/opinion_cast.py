"""A quiz with one text, students who answer it, and the service of a language model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.attempts.selectors import newest_mark, opinion_of
from dlquiz.attempts.services import attempt_start, attempt_submit
from dlquiz.attempts.sittings import sitting_close, sitting_keep, sitting_start
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, AssignmentItem, Course
from dlquiz.questions.models import Question
from tests.cast import make_member
from tests.services.language_model import ORDER, StandIn

RIGHT = "The kernel slides over the image and adds up the products."
UNCLEAR = "The kernel strolls over the picture."


@dataclass
class Sent:
    """The messages that went to the broker."""

    messages: list[tuple[str, tuple[int, ...], dict[str, Any]]] = field(default_factory=list)

    def send(self, task: str, *numbers: int, **options: Any) -> bool:
        self.messages.append((task, numbers, options))
        return True

    @property
    def asked(self) -> list[int]:
        return [numbers[0] for _, numbers, _ in self.messages]


@dataclass
class Class:
    """Every answer is another student's."""

    course: Course
    text: Question
    students: int = 0

    def student(self) -> User:
        self.students += 1
        return make_member(self.course, f"writer{self.students}", "student")

    def practises(self, answer: str) -> Attempt:
        student = self.student()
        attempt_start(user=student, question=self.text)
        values = {"answer": answer}
        return attempt_submit(user=student, question=self.text, number=1, revision=0, values=values)

    def sits(self, answer: str) -> Attempt:
        quiz, is_new = Assignment.objects.get_or_create(
            course=self.course,
            slug="quiz",
            defaults={
                "title": Text("Quiz", "Quiz"),
                "form": Assignment.Form.QUIZ,
                "release_at": timezone.now(),
            },
        )
        if is_new:
            AssignmentItem.objects.create(assignment=quiz, kind="question", slug=self.text.slug)
        sitting = sitting_start(user=self.student(), assignment=quiz)
        sitting_keep(sitting=sitting, question=self.text, revision=0, values={"answer": answer})
        return sitting_close(sitting=sitting).attempts.get()


def standing(attempt: Attempt) -> Mark:
    mark = newest_mark(attempt)
    assert mark is not None
    return mark


def answers_asked(service: StandIn) -> list[str]:
    """Without the canaries."""
    return [answer for answer in service.answers if not ORDER.search(answer)]


def untouched(attempt: Attempt, outcome: str) -> bool:
    """One mark, as it was given, and no opinion."""
    return [mark.outcome for mark in attempt.marks.all()] == [outcome] and opinion_of(attempt) is None
