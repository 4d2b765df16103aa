"""The question bank: questions, and the immutable versions of what they ask."""

from django.conf import settings
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


class Phrasing(models.Model):
    """What a person taught about the words that earn a concept, or speak against it.

    ``learned`` is data for the marker (see ``graders.answers.text.learned``); it stands apart from the
    question's versions and is laid over whichever is marked, once an instructor has approved it.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        RETIRED = "retired", _("no longer used")

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="phrasings")
    learned = models.JSONField()
    words = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("question", "pk")
        verbose_name = _("learned phrasing")
        verbose_name_plural = _("learned phrasings")

    def __str__(self) -> str:
        return self.words
