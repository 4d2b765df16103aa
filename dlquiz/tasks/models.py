"""Coding tasks, and the versions of them that were published."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dlquiz.core.fields import BilingualField
from dlquiz.courses.material import FinalVersion, Material, MaterialQuerySet, version_constraints


class Task(Material):
    """A coding task of a course. What it says and checks stands in its current version."""

    current = models.ForeignKey(
        "TaskVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = MaterialQuerySet.as_manager()

    class Meta(Material.Meta):
        verbose_name = _("coding task")
        verbose_name_plural = _("coding tasks")


class TaskVersion(FinalVersion):
    """One published version: the package's files as they were, for ever. Submissions are graded by it."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="versions")
    files = models.JSONField()
    title = BilingualField()
    summary = BilingualField()
    proof = models.JSONField(null=True, blank=True)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("task", "-number")
        verbose_name = _("version of a task")
        verbose_name_plural = _("versions of tasks")
        constraints = version_constraints("task")

    def __str__(self) -> str:
        return f"{self.task} · {self.number}"
