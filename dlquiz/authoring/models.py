"""Packages that instructors uploaded, and what validation said of them. Uploads are kept."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dlquiz.authoring.querysets import PackageUploadQuerySet
from dlquiz.courses.models import Course
from dlquiz.submissions.jobs import JobFields
from dlquiz.tasks.models import TaskVersion


class UploadState(models.TextChoices):
    """Where an upload stands."""

    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    VALID = "valid", _("Valid")
    REFUSED = "refused", _("Refused")
    INFRASTRUCTURE_ERROR = "infrastructure_error", _("Our fault")


class PackageUpload(JobFields):
    """One zip file. ``problems`` is what reading it found, ``proof`` what running it showed."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="package_uploads")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    filename = models.CharField(max_length=255)
    archive = models.BinaryField()
    state = models.CharField(max_length=24, choices=UploadState.choices, default=UploadState.QUEUED)
    slug = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    problems = models.JSONField(default=list, blank=True)
    proof = models.JSONField(null=True, blank=True)
    seeds_done = models.PositiveIntegerField(default=0)
    seeds_wanted = models.PositiveIntegerField(default=0)
    version = models.ForeignKey(
        TaskVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="uploads"
    )

    objects = PackageUploadQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("uploaded package")
        verbose_name_plural = _("uploaded packages")
        indexes = [
            models.Index(fields=("course", "-created_at"), name="upload_course_newest"),
            models.Index(
                fields=("state", "lease_until"),
                name="upload_unfinished",
                condition=Q(state__in=("queued", "running")),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=UploadState.values), name="upload_state_known"),
            # What is published was proved, and is known by its digest.
            models.CheckConstraint(
                condition=Q(version__isnull=True) | (Q(state="valid") & ~Q(digest="")),
                name="upload_published_only_if_valid",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("queued", "running"), finished_at__isnull=True)
                | Q(state__in=("valid", "refused", "infrastructure_error"), finished_at__isnull=False),
                name="upload_finished_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.filename} ({self.pk})"

    @property
    def is_finished(self) -> bool:
        """Whether validation has come to an end, good or bad."""
        return self.state not in (UploadState.QUEUED, UploadState.RUNNING)

    @property
    def can_be_published(self) -> bool:
        """A clean table, not yet published."""
        return self.state == UploadState.VALID and self.version_id is None
