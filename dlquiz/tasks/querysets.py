"""Chainable reads of tasks and versions."""

from typing import TYPE_CHECKING, Any, Never, Self

from django.db import models

from dlquiz.tasks.errors import VersionIsFinal

if TYPE_CHECKING:
    from dlquiz.courses.models import Course, Topic


class TaskQuerySet(models.QuerySet):
    """Tasks."""

    def of_course(self, course: "Course") -> Self:
        return self.filter(course=course)

    def of_topic(self, topic: "Topic") -> Self:
        return self.filter(topic=topic)

    def open(self) -> Self:
        """What students see: switched on, and published at least once."""
        return self.filter(is_active=True, current__isnull=False)

    def in_order(self) -> Self:
        return self.order_by("topic__position", "topic_id", "position", "slug")


class TaskVersionQuerySet(models.QuerySet):
    """Published versions. Bulk changes are refused as single ones are."""

    def update(self, **kwargs: Any) -> Never:
        raise VersionIsFinal("published versions cannot be changed")

    def delete(self) -> Never:
        raise VersionIsFinal("published versions cannot be deleted")
