"""Coding tasks, and the versions of them that were published."""

from typing import Any, Never

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dlquiz.core.fields import BilingualField
from dlquiz.courses.models import Course, Topic
from dlquiz.tasks.errors import VersionIsFinal
from dlquiz.tasks.querysets import TaskQuerySet, TaskVersionQuerySet


class Task(models.Model):
    """A coding task of a course. What it says and checks stands in its current version."""

    # Follows from the topic; stored so that the database itself can hold the slug unique in the course.
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="tasks", editable=False)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="tasks")
    slug = models.SlugField(max_length=80)
    position = models.PositiveIntegerField(default=0)
    points = models.DecimalField(max_digits=8, decimal_places=2, default=1)
    is_active = models.BooleanField(default=True)
    current = models.ForeignKey(
        "TaskVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ("topic__position", "position", "slug")
        verbose_name = _("coding task")
        verbose_name_plural = _("coding tasks")
        constraints = [
            models.UniqueConstraint(fields=("course", "slug"), name="task_slug_unique_in_course"),
            models.CheckConstraint(condition=Q(points__gt=0), name="task_points_positive"),
        ]

    def __str__(self) -> str:
        return self.slug

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the course from the topic, so that the two cannot disagree."""
        self.course_id = self.topic.course_id
        if "topic" in (kwargs.get("update_fields") or ()):
            kwargs["update_fields"] = {*kwargs["update_fields"], "course"}
        super().save(*args, **kwargs)


class TaskVersion(models.Model):
    """One published version: the package's files as they were, for ever. Submissions are graded by it."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    files = models.JSONField()
    title = BilingualField()
    summary = BilingualField()
    proof = models.JSONField(null=True, blank=True)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = TaskVersionQuerySet.as_manager()

    class Meta:
        ordering = ("task", "-number")
        verbose_name = _("version of a task")
        verbose_name_plural = _("versions of tasks")
        constraints = [
            models.UniqueConstraint(fields=("task", "number"), name="task_version_number_unique"),
            # The same package may serve two courses; within a task a digest is one version.
            models.UniqueConstraint(fields=("task", "digest"), name="task_version_digest_unique"),
            models.CheckConstraint(condition=Q(number__gte=1), name="task_version_number_from_one"),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="task_version_digest_hex"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} · {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert once; a version that exists is never written again."""
        if not self._state.adding:
            raise VersionIsFinal(f"version {self.pk} is published and cannot be changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        """Refused: grades name the version that they were made with."""
        raise VersionIsFinal(f"version {self.pk} is published and cannot be deleted")
