"""Chainable reads of questions and their versions."""

from typing import TYPE_CHECKING, Any, Never, Self

from django.db import models

from dlquiz.questions.errors import VersionIsFinal

if TYPE_CHECKING:
    from dlquiz.courses.models import Course, Topic


class QuestionQuerySet(models.QuerySet):
    """Questions."""

    def of_course(self, course: "Course") -> Self:
        return self.filter(course=course)

    def of_topic(self, topic: "Topic") -> Self:
        return self.filter(topic=topic)

    def open(self) -> Self:
        """What students see: switched on, with a version."""
        return self.filter(is_active=True, current__isnull=False)

    def in_order(self) -> Self:
        return self.order_by("topic__position", "topic_id", "position", "slug")


class QuestionVersionQuerySet(models.QuerySet):
    """Versions. Bulk changes are refused as single ones are."""

    def update(self, **kwargs: Any) -> Never:
        raise VersionIsFinal("versions of questions cannot be changed")

    def delete(self) -> Never:
        raise VersionIsFinal("versions of questions cannot be deleted")
