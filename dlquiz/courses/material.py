"""What a course asks of its students, of whatever kind: something with a topic, and versions that are final.

Questions and coding tasks are built on this.
"""

from __future__ import annotations

from typing import Any, Never, Self

from django.db import models
from django.db.models import Q

from dlquiz.courses.models import Course, Topic


class VersionIsFinal(Exception):
    """A version was to be changed or removed; marks and grades rest on it, so only a new one can be made."""


class MaterialQuerySet(models.QuerySet):
    """Chainable reads of one kind of material."""

    def of_course(self, course: Course) -> Self:
        return self.filter(course=course)

    def of_topic(self, topic: Topic) -> Self:
        return self.filter(topic=topic)

    def open(self) -> Self:
        """What students see: switched on, and with a version."""
        return self.filter(is_active=True, current__isnull=False)

    def in_order(self) -> Self:
        return self.order_by("topic__position", "topic_id", "position", "slug")


class Material(models.Model):
    """What it asks, and what is right, stands in ``current``, its newest version, which each kind adds."""

    # Follows from the topic; stored so that the database itself can hold the slug unique in the course.
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="%(class)ss", editable=False)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="%(class)ss")
    slug = models.SlugField(max_length=80)
    position = models.PositiveIntegerField(default=0)
    points = models.DecimalField(max_digits=8, decimal_places=2, default=1)
    is_active = models.BooleanField(default=True)

    class Meta:
        abstract = True
        ordering = ("topic__position", "position", "slug")
        constraints = [
            models.UniqueConstraint(fields=("course", "slug"), name="%(class)s_slug_unique_in_course"),
            models.CheckConstraint(condition=Q(points__gt=0), name="%(class)s_points_positive"),
        ]

    def __str__(self) -> str:
        return self.slug

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the course from the topic, so that the two cannot disagree."""
        self.course_id = self.topic.course_id
        if "topic" in (kwargs.get("update_fields") or ()):
            kwargs["update_fields"] = {*kwargs["update_fields"], "course"}
        super().save(*args, **kwargs)


class FinalQuerySet(models.QuerySet):
    """Versions. Bulk changes are refused as single ones are."""

    def update(self, **kwargs: Any) -> Never:
        raise VersionIsFinal("versions that exist cannot be changed")

    def delete(self) -> Never:
        raise VersionIsFinal("versions that exist cannot be deleted")


class FinalVersion(models.Model):
    """What material said at one time, for ever. Attempts and submissions name the version that they met."""

    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)

    objects = FinalQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert once; a version that exists is never written again."""
        if not self._state.adding:
            raise VersionIsFinal(f"version {self.pk} exists and cannot be changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        """Refused: marks and grades name the version that they were made with."""
        raise VersionIsFinal(f"version {self.pk} exists and cannot be deleted")


def version_constraints(kind: str) -> list[models.BaseConstraint]:
    """What the database holds about versions of ``kind``, the name of the field that leads to the material.

    Of one question or task a digest is one version; the same package may serve two courses.
    """
    return [
        models.UniqueConstraint(fields=(kind, "number"), name=f"{kind}_version_number_unique"),
        models.UniqueConstraint(fields=(kind, "digest"), name=f"{kind}_version_digest_unique"),
        models.CheckConstraint(condition=Q(number__gte=1), name=f"{kind}_version_number_from_one"),
        models.CheckConstraint(
            condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name=f"{kind}_version_digest_hex"
        ),
    ]
