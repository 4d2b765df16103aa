"""The question bank: questions, and the immutable versions of what they ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dlquiz.courses.material import FinalVersion, Material, MaterialQuerySet, version_constraints


class Question(Material):
    """A question of a course. What it asks, and what is right, stands in its current version."""

    kind = models.CharField(max_length=40)
    current = models.ForeignKey(
        "QuestionVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = MaterialQuerySet.as_manager()

    class Meta(Material.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")


class QuestionVersion(FinalVersion):
    """What a question asked at one time, for ever. Attempts name the version that they answered."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="versions")
    spec = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("question", "-number")
        verbose_name = _("version of a question")
        verbose_name_plural = _("versions of questions")
        constraints = version_constraints("question")

    def __str__(self) -> str:
        return f"{self.question} · {self.number}"
