"""Courses: topics with a lesson each, assignments, and who belongs to them in which role."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dlquiz.accounts.models import validate_time_zone
from dlquiz.core.fields import BilingualField
from dlquiz.courses.roles import Role


class Course(models.Model):
    """A course as it is held once. ``is_open``: anyone who is signed in may join as a student."""

    slug = models.SlugField(max_length=80, unique=True)
    title = BilingualField(verbose_name=_("title"))
    description = BilingualField(verbose_name=_("description"), blank=True)
    time_zone = models.CharField(max_length=64, default="Asia/Kolkata", validators=[validate_time_zone])
    is_open = models.BooleanField(_("open to everyone"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    @dataclass(frozen=True, slots=True)
    class Viewer:
        """For whom this object was fetched, and what that person is in the course."""

        user_id: int
        role: Role

    # Set by access.get_course_for_user; says nothing about anybody else.
    viewer: Viewer | None = None

    class Meta:
        ordering = ("slug",)
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def __str__(self) -> str:
        return self.slug


class Topic(models.Model):
    """A topic of a course; its questions and coding tasks point here."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="topics")
    slug = models.SlugField(max_length=80)
    position = models.PositiveIntegerField(default=0)
    title = BilingualField(verbose_name=_("title"))
    summary = BilingualField(verbose_name=_("summary"), blank=True)

    class Meta:
        ordering = ("course", "position", "slug")
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.UniqueConstraint(fields=("course", "slug"), name="topic_slug_unique_in_course"),
        ]

    def __str__(self) -> str:
        return self.slug


class Lesson(models.Model):
    """The lesson of a topic: Markdown in both languages. ``digest`` is of the files it came from."""

    topic = models.OneToOneField(Topic, on_delete=models.CASCADE, related_name="lesson")
    body = BilingualField(verbose_name=_("text"))
    digest = models.CharField(max_length=64, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def __str__(self) -> str:
        return str(self.topic)


class Membership(models.Model):
    """A person in a course, in one role."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.STUDENT)
    section = models.CharField(_("section"), max_length=40, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ("course", "user")
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=("course", "user"), name="membership_unique"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.course} · {self.role}"

    @property
    def rank(self) -> Role:
        return Role(self.role)


class Assignment(models.Model):
    """Work to be done by a date. Students see it from ``release_at`` on.

    Homework is done item by item, as often as one likes, and the best result counts. A quiz is sat:
    started, answered as a whole and handed in, within ``time_limit`` minutes of its start where that is
    set. ``review`` says when students see marks and worked answers of a quiz.
    """

    class Form(models.TextChoices):
        HOMEWORK = "homework", _("homework")
        QUIZ = "quiz", _("quiz")

    class Review(models.TextChoices):
        AT_ONCE = "at_once", _("marks and worked answers at once")
        AFTER_DUE = "after_due", _("marks and worked answers after the due date")
        MARKS_ONLY = "marks_only", _("marks after the due date, no worked answers")

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="assignments")
    slug = models.SlugField(max_length=80)
    title = BilingualField(verbose_name=_("title"))
    position = models.PositiveIntegerField(default=0)
    release_at = models.DateTimeField(_("visible from"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    form = models.CharField(_("form"), max_length=10, choices=Form.choices, default=Form.HOMEWORK)
    time_limit = models.PositiveIntegerField(_("time limit in minutes"), null=True, blank=True)
    sittings_allowed = models.PositiveIntegerField(_("times a student may sit it"), default=1)
    review = models.CharField(_("review"), max_length=12, choices=Review.choices, default=Review.AFTER_DUE)

    class Meta:
        ordering = ("course", "position", "slug")
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(fields=("course", "slug"), name="assignment_slug_unique_in_course"),
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | Q(due_at__gt=F("release_at")),
                name="assignment_due_after_release",
            ),
            models.CheckConstraint(
                condition=Q(time_limit__isnull=True) | Q(time_limit__gt=0),
                name="assignment_time_limit_positive",
            ),
            models.CheckConstraint(condition=Q(sittings_allowed__gt=0), name="assignment_sittings_positive"),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def is_quiz(self) -> bool:
        return self.form == self.Form.QUIZ

    @property
    def is_released(self) -> bool:
        return self.release_at <= timezone.now()


class AssignmentItem(models.Model):
    """A question or coding task of the course within an assignment, named by its slug.

    By slug and not by key: this app knows nothing of the apps above it that hold questions and tasks.
    """

    class Kind(models.TextChoices):
        QUESTION = "question", _("question")
        TASK = "task", _("coding task")

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    slug = models.SlugField(max_length=80)
    points = models.DecimalField(max_digits=8, decimal_places=2, default=1)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("assignment", "position", "pk")
        verbose_name = _("item of an assignment")
        verbose_name_plural = _("items of assignments")
        constraints = [
            models.UniqueConstraint(fields=("assignment", "kind", "slug"), name="assignment_item_unique"),
            models.CheckConstraint(condition=Q(points__gt=0), name="assignment_item_points_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"
