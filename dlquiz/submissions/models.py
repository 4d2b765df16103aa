"""What students send, each time it was run, and the grades that came of it."""

from __future__ import annotations

import secrets
from typing import Any, Never

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dlquiz.submissions.errors import GradeIsFinal
from dlquiz.submissions.jobs import JobFields
from dlquiz.tasks.models import Task, TaskVersion

# Without letters and digits that are mistaken for one another when read aloud or copied by hand.
_RECEIPT_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"


def new_receipt() -> str:
    """A receipt number: 12 signs, beyond guessing."""
    return "".join(secrets.choice(_RECEIPT_SIGNS) for _ in range(12))


class Purpose(models.TextChoices):
    SUBMIT = "submit", _("Submit")
    RUN = "run", _("Run")


class State(models.TextChoices):
    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    GRADED = "graded", _("Graded")
    INFRASTRUCTURE_ERROR = "infrastructure_error", _("Our fault")


class Lane(models.TextChoices):
    """The queues in which submissions wait, by the device that they are graded on."""

    CPU = "cpu", "CPU"
    GPU = "gpu", "GPU"


class Outcome(models.TextChoices):
    """How an attempt of a worker ended."""

    GRADED = "graded", _("Graded")
    FAULT = "fault", _("Our fault")
    LOST = "lost", _("The worker was lost")


class Draft(models.Model):
    """What a student is writing. ``revision`` tells two windows apart."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="drafts")
    source = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("user", "task"), name="draft_unique")]

    def __str__(self) -> str:
        return f"{self.user} · {self.task}"


class Submission(JobFields):
    """Code that was sent, pinned to the version of the task that it is graded with."""

    receipt = models.CharField(max_length=12, unique=True, default=new_receipt, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="submissions")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="submissions")
    task_version = models.ForeignKey(TaskVersion, on_delete=models.PROTECT, related_name="submissions")
    digest = models.CharField(max_length=64)
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    source = models.TextField()
    # By the device that its version of the task is graded on.
    queue = models.CharField(max_length=8, choices=Lane.choices, default=Lane.CPU, editable=False)
    state = models.CharField(max_length=24, choices=State.choices, default=State.QUEUED)

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        indexes = [
            models.Index(fields=("user", "task", "-created_at"), name="submission_of_user"),
            models.Index(
                fields=("state", "created_at"),
                condition=Q(state__in=("queued", "running")),
                name="submission_unfinished",
            ),
            models.Index(
                fields=("user", "created_at"),
                condition=Q(state__in=("queued", "running")),
                name="submission_in_flight",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="submission_state_known"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="submission_purpose_known"),
            models.CheckConstraint(condition=Q(queue__in=Lane.values), name="submission_queue_known"),
            models.CheckConstraint(
                condition=Q(state__in=("queued", "running"), finished_at__isnull=True)
                | Q(state__in=("graded", "infrastructure_error"), finished_at__isnull=False),
                name="submission_finished_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.receipt

    @property
    def is_final(self) -> bool:
        return self.state in (State.GRADED, State.INFRASTRUCTURE_ERROR)


class Grading(models.Model):
    """One attempt of a worker at a submission: when, by whom, how it ended, what was decided so far."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="gradings")
    attempt = models.PositiveIntegerField()
    worker = models.CharField(max_length=120, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    # What the fault was, for the staff.
    detail = models.TextField(blank=True)
    progress = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("submission", "attempt")
        verbose_name = _("grading")
        verbose_name_plural = _("gradings")
        indexes = [
            models.Index(fields=("submission",), condition=Q(ended_at=None), name="grading_open"),
            # For what the last hour was like.
            models.Index(fields=("-ended_at",), name="grading_latest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=("submission", "attempt"), name="grading_attempt_unique")
        ]

    def __str__(self) -> str:
        return f"{self.submission} · {self.attempt}"


class WorkerProcess(models.Model):
    """A process that grades, as it last told of itself. One that is silent for long has gone."""

    name = models.CharField(max_length=120, unique=True)
    seen_at = models.DateTimeField()
    level = models.CharField(max_length=1)
    engine_version = models.CharField(max_length=40)
    torch_version = models.CharField(max_length=40)
    # Cells that waited when a job last took one, and zygotes that were replaced since it started.
    spare_cells = models.PositiveIntegerField(default=0)
    zygote_restarts = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("worker process")
        verbose_name_plural = _("worker processes")

    def __str__(self) -> str:
        return self.name


class Grade(models.Model):
    """A grade: inserted once, never changed. A regrade is a new row; the highest number is in force."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="grades")
    number = models.PositiveIntegerField()
    report = models.JSONField(encoder=DjangoJSONEncoder)
    verdict = models.CharField(max_length=16)
    score = models.DecimalField(max_digits=9, decimal_places=4)
    max_score = models.DecimalField(max_digits=9, decimal_places=4)
    engine_version = models.CharField(max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("submission", "-number")
        verbose_name = _("grade")
        verbose_name_plural = _("grades")
        constraints = [
            models.UniqueConstraint(fields=("submission", "number"), name="grade_number_unique"),
            models.CheckConstraint(condition=Q(score__gte=0), name="grade_not_negative"),
            models.CheckConstraint(condition=Q(max_score__gt=0), name="grade_out_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.submission} · {self.score}/{self.max_score}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert once; a grade that exists is never written again."""
        if not self._state.adding:
            raise GradeIsFinal(f"grade {self.pk} is given and cannot be changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        """Refused: what a student was told stays on record."""
        raise GradeIsFinal(f"grade {self.pk} is given and cannot be deleted")


class Explanation(models.Model):
    """Why a grade is not a full one: found after it was given, and not a part of it.

    ``content`` is None while it is being looked for, and for ever where the worker died over it.
    """

    grade = models.OneToOneField(Grade, on_delete=models.CASCADE, related_name="explanation")
    content = models.JSONField(encoder=DjangoJSONEncoder, null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("explanation")
        verbose_name_plural = _("explanations")

    def __str__(self) -> str:
        return str(self.grade)
