"""Attempts at questions: the draft while one is open, the answer once it is given, and its marks."""

from typing import Any, Never

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dlquiz.attempts.errors import MarkIsFinal
from dlquiz.attempts.querysets import AttemptQuerySet, MarkQuerySet, SittingQuerySet
from dlquiz.courses.models import Assignment
from dlquiz.questions.models import Question, QuestionVersion


class Sitting(models.Model):
    """A student sits a quiz: from its start until it is handed in or its time is over.

    ``ends_at`` is set once, at the start, by the server's clock; without a limit and a due date it is open.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sittings")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="sittings")
    number = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        ordering = ("assignment", "user", "number")
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        constraints = [
            models.UniqueConstraint(fields=("user", "assignment", "number"), name="sitting_number_unique"),
            models.UniqueConstraint(
                fields=("user", "assignment"), condition=Q(closed_at__isnull=True), name="sitting_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.assignment} · {self.number}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class Attempt(models.Model):
    """One try at a question, in the variant of its seed: in practice, or within a sitting.

    At most one of a student's is open in practice; a sitting has one for each of its questions.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        SUBMITTED = "submitted", _("submitted")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="attempts")
    version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="attempts")
    sitting = models.ForeignKey(
        Sitting, on_delete=models.PROTECT, null=True, blank=True, related_name="attempts"
    )
    number = models.PositiveIntegerField()
    is_flagged = models.BooleanField(default=False)
    seed = models.PositiveBigIntegerField(default=0)
    draft = models.JSONField(default=dict, blank=True)
    draft_revision = models.PositiveIntegerField(default=0)
    draft_saved_at = models.DateTimeField(null=True, blank=True)
    answer = models.JSONField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    # What the answer is when spacing, case and look of the letters do not count; only where people judge.
    answer_key = models.CharField(max_length=64, blank=True, default="")
    # Drawn by chance to be read by a person who does not see its automatic mark.
    is_audited = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ("question", "user", "number")
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [
            models.UniqueConstraint(
                fields=("user", "question", "number"),
                condition=Q(sitting__isnull=True),
                name="attempt_number_unique",
            ),
            models.UniqueConstraint(
                fields=("user", "question"),
                condition=Q(state="open", sitting__isnull=True),
                name="attempt_one_open",
            ),
            models.UniqueConstraint(fields=("sitting", "question"), name="attempt_one_in_sitting"),
            models.CheckConstraint(
                condition=Q(state="open", answer__isnull=True, submitted_at__isnull=True)
                | Q(state="submitted", answer__isnull=False, submitted_at__isnull=False),
                name="attempt_answer_when_submitted",
            ),
        ]
        indexes = [
            models.Index(fields=("version", "answer_key"), name="attempt_same_answer"),
            models.Index(fields=("question",), condition=Q(is_audited=True), name="attempt_audited"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.question} · {self.number}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class Mark(models.Model):
    """What an attempt was judged to be worth. A new judgement is a new row; the old one stays."""

    class Outcome(models.TextChoices):
        FULL = "full", _("right")
        PARTIAL = "partial", _("partly right")
        ZERO = "zero", _("not right")
        PROVISIONAL = "provisional", _("provisional")

    class Marker(models.TextChoices):
        AUTO = "auto", _("automatic")
        PERSON = "person", _("a person")
        MODEL = "model", _("the language model")

    class Cause(models.TextChoices):
        ANSWERED = "answered", _("answered")
        INHERITED = "inherited", _("the same answer was read before")
        REVIEWED = "reviewed", _("read by a person")
        APPEALED = "appealed", _("read again after an appeal")
        AUDITED = "audited", _("read to check the automatic mark")
        REGRADED = "regraded", _("marked again by what was learned")
        DOUBTED = "doubted", _("the language model reads it otherwise")
        CONFIRMED = "confirmed", _("the language model agrees")

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="marks")
    number = models.PositiveIntegerField()
    fraction = models.DecimalField(max_digits=5, decimal_places=4)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    feedback = models.JSONField(default=dict)
    marker = models.CharField(max_length=8, choices=Marker.choices, default=Marker.AUTO)
    cause = models.CharField(max_length=12, choices=Cause.choices, default=Cause.ANSWERED)
    # Who decided, and what that person says to the student; for a regrade, who approved it.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    comment = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MarkQuerySet.as_manager()

    class Meta:
        ordering = ("attempt", "-number")
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        constraints = [
            models.UniqueConstraint(fields=("attempt", "number"), name="mark_number_unique"),
            models.CheckConstraint(
                condition=Q(fraction__gte=0, fraction__lte=1), name="mark_fraction_between_0_and_1"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} · {self.fraction}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert once; a mark that exists is never written again."""
        if not self._state.adding:
            raise MarkIsFinal(f"mark {self.pk} exists and cannot be changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        """Refused: the history of a grade is not rewritten."""
        raise MarkIsFinal(f"mark {self.pk} cannot be deleted")


class Appeal(models.Model):
    """A student asks a person to read an answer. At most one of an attempt is open; all are kept."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="appeals")
    reason = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    # The mark that answered it.
    mark = models.OneToOneField(
        Mark, on_delete=models.PROTECT, null=True, blank=True, related_name="appeal", editable=False
    )

    class Meta:
        ordering = ("created_at", "pk")
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints = [
            models.UniqueConstraint(
                fields=("attempt",), condition=Q(mark__isnull=True), name="appeal_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} · {self.created_at:%Y-%m-%d}"


class Opinion(models.Model):
    """What the language model reads in an answer: a hint for whoever marks it, and no mark.

    ``verdicts``: per concept its id, a verdict, and the student's words that it rests on.
    """

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="opinion")
    verdicts = models.JSONField()
    model = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("attempt",)
        verbose_name = _("opinion of the language model")
        verbose_name_plural = _("opinions of the language model")

    def __str__(self) -> str:
        return f"{self.attempt} · {self.model}"


class LanguageModelState(models.Model):
    """The language model was switched on or off, and why. The newest row holds; with none it is on."""

    class Reason(models.TextChoices):
        CANARY = "canary", _("it obeyed an order in an answer")
        STAFF = "staff", _("switched by hand")

    is_on = models.BooleanField()
    reason = models.CharField(max_length=8, choices=Reason.choices)
    detail = models.CharField(max_length=500, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("state of the language model")
        verbose_name_plural = _("states of the language model")

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d} · {self.get_reason_display()}"
