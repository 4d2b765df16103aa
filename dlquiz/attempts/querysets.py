"""Chainable reads of attempts and marks."""

from typing import TYPE_CHECKING, Any, Never, Self

from django.db import models

from dlquiz.attempts.errors import MarkIsFinal

if TYPE_CHECKING:
    from dlquiz.accounts.models import User
    from dlquiz.courses.models import Course
    from dlquiz.questions.models import Question


class AttemptQuerySet(models.QuerySet):
    """Attempts."""

    def by(self, user: "User") -> Self:
        return self.filter(user=user)

    def at(self, question: "Question") -> Self:
        return self.filter(question=question)

    def of_course(self, course: "Course") -> Self:
        return self.filter(question__course=course)

    def submitted(self) -> Self:
        return self.filter(state="submitted")


class MarkQuerySet(models.QuerySet):
    """Marks. They are only ever added."""

    def newest_of(self, attempt: Any) -> Self:
        """The marks of an attempt (or of an outer query's), the one that counts first."""
        return self.filter(attempt=attempt).order_by("-number")

    def update(self, **kwargs: Any) -> Never:
        raise MarkIsFinal("marks cannot be changed")

    def delete(self) -> Never:
        raise MarkIsFinal("marks cannot be deleted")
