"""Chainable reads of attempts and marks."""

from typing import TYPE_CHECKING, Any, Never, Self

from django.db import models

from dlquiz.attempts.errors import MarkIsFinal

if TYPE_CHECKING:
    from dlquiz.accounts.models import User
    from dlquiz.courses.models import Assignment, Course
    from dlquiz.questions.models import Question


class AttemptQuerySet(models.QuerySet):
    """Attempts."""

    def by(self, user: "User") -> Self:
        return self.filter(user=user)

    def at(self, question: "Question") -> Self:
        return self.filter(question=question)

    def of_course(self, course: "Course") -> Self:
        return self.filter(question__course=course)

    def practice(self) -> Self:
        """Those that belong to no quiz."""
        return self.filter(sitting__isnull=True)

    def submitted(self) -> Self:
        return self.filter(state="submitted")


class SittingQuerySet(models.QuerySet):
    """Sittings of quizzes."""

    def by(self, user: "User") -> Self:
        return self.filter(user=user)

    def at(self, assignment: "Assignment") -> Self:
        return self.filter(assignment=assignment)

    def open(self) -> Self:
        return self.filter(closed_at__isnull=True)


class MarkQuerySet(models.QuerySet):
    """Marks. They are only ever added."""

    def newest_of(self, attempt: Any) -> Self:
        """The marks of an attempt (or of an outer query's), the one that counts first."""
        return self.filter(attempt=attempt).order_by("-number")

    def update(self, **kwargs: Any) -> Never:
        raise MarkIsFinal("marks cannot be changed")

    def delete(self) -> Never:
        raise MarkIsFinal("marks cannot be deleted")
