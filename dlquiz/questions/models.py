"""The question bank: questions, and the immutable versions of what they ask."""

from typing import Any, Never

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dlquiz.courses.models import Course, Topic
from dlquiz.questions.errors import VersionIsFinal
from dlquiz.questions.querysets import QuestionQuerySet, QuestionVersionQuerySet


class Question(models.Model):
    """A question of a course. What it asks, and what is right, stands in its current version."""

    # Follows from the topic; stored so that the database itself can hold the slug unique in the course.
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="questions", editable=False)
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="questions")
    slug = models.SlugField(max_length=80)
    kind = models.CharField(max_length=40)
    position = models.PositiveIntegerField(default=0)
    points = models.DecimalField(max_digits=8, decimal_places=2, default=1)
    is_active = models.BooleanField(default=True)
    current = models.ForeignKey(
        "QuestionVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ("topic__position", "position", "slug")
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.UniqueConstraint(fields=("course", "slug"), name="question_slug_unique_in_course"),
            models.CheckConstraint(condition=Q(points__gt=0), name="question_points_positive"),
        ]

    def __str__(self) -> str:
        return self.slug

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the course from the topic, so that the two cannot disagree."""
        self.course_id = self.topic.course_id
        if "topic" in (kwargs.get("update_fields") or ()):
            kwargs["update_fields"] = {*kwargs["update_fields"], "course"}
        super().save(*args, **kwargs)


class QuestionVersion(models.Model):
    """What a question asked at one time, for ever. Attempts name the version that they answered."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    spec = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionVersionQuerySet.as_manager()

    class Meta:
        ordering = ("question", "-number")
        verbose_name = _("version of a question")
        verbose_name_plural = _("versions of questions")
        constraints = [
            models.UniqueConstraint(fields=("question", "number"), name="question_version_number_unique"),
            models.UniqueConstraint(fields=("question", "digest"), name="question_version_digest_unique"),
            models.CheckConstraint(condition=Q(number__gte=1), name="question_version_number_from_one"),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="question_version_digest_hex"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} · {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert once; a version that exists is never written again."""
        if not self._state.adding:
            raise VersionIsFinal(f"version {self.pk} exists and cannot be changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        """Refused: marks name the version that they were made with."""
        raise VersionIsFinal(f"version {self.pk} exists and cannot be deleted")
