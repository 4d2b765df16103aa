"""Reads that the pages of a course share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.courses.models import Assignment, Course, Membership, Topic
from dlquiz.courses.roles import Role


@dataclass(frozen=True, slots=True)
class CourseOfUser:
    """A course and what the person is in it."""

    course: Course
    role: Role


def courses_of(user: User) -> list[CourseOfUser]:
    """The person's courses, in the order of their slugs; for a superuser all of them."""
    if user.is_superuser:
        return [CourseOfUser(course, Role.ADMIN) for course in Course.objects.order_by("slug")]
    memberships = Membership.objects.filter(user=user, is_active=True).select_related("course")
    return [CourseOfUser(m.course, m.rank) for m in memberships.order_by("course__slug")]


def open_courses(user: User) -> Sequence[Course]:
    """Courses that the person may join."""
    return list(Course.objects.filter(is_open=True).exclude(memberships__user=user))


def topics_of(course: Course) -> Sequence[Topic]:
    """The course's topics with their lessons, in order."""
    return list(Topic.objects.filter(course=course).select_related("lesson"))


def released_assignments(course: Course) -> Sequence[Assignment]:
    """What students may see, soonest due first, with the items."""
    visible = course.assignments.filter(release_at__lte=timezone.now())
    soonest = F("due_at").asc(nulls_last=True)
    return list(visible.order_by(soonest, "position").prefetch_related("items"))
