"""Writes: who belongs to a course."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Membership
from dlquiz.courses.roles import Role


@transaction.atomic
def membership_grant(*, course: Course, user: User, role: Role, section: str = "") -> Membership:
    """Make the person a member in this role, or change the role of one who is."""
    membership, made = Membership.objects.get_or_create(
        course=course, user=user, defaults={"role": role, "section": section}
    )
    if not made and (membership.rank, membership.is_active) != (role, True):
        membership.role, membership.is_active = role, True
        membership.save(update_fields=["role", "is_active"])
    return membership


@transaction.atomic
def course_enrol(*, course: Course, user: User) -> Membership:
    """Join an open course as a student. ``PermissionDenied`` for one that is not open, or left by staff."""
    membership = Membership.objects.filter(course=course, user=user).first()
    if membership is not None:
        if not membership.is_active:
            raise PermissionDenied
        return membership
    if not course.is_open:
        raise PermissionDenied
    return Membership.objects.create(course=course, user=user, role=Role.STUDENT)
