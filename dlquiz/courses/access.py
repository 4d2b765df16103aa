"""Who may see which course. What one may not see does not exist: 404, never 403."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Membership, Topic
from dlquiz.courses.roles import Role

__all__ = ["Role", "get_course_for_user", "get_topic_for_user", "has_role", "membership_of"]


def membership_of(user: User | AnonymousUser, course: Course) -> Membership | None:
    """The person's active membership of the course, if any."""
    if not user.is_authenticated:
        return None
    return Membership.objects.filter(user_id=user.pk, course=course, is_active=True).first()


def has_role(user: User | AnonymousUser, course: Course, role: Role) -> bool:
    """Is the person at least ``role`` in the course? Superusers are, everywhere."""
    if user.is_authenticated and user.is_superuser:
        return True
    membership = membership_of(user, course)
    return membership is not None and membership.rank >= role


def get_course_for_user(user: User | AnonymousUser, slug: str, role: Role = Role.STUDENT) -> Course:
    """The course, for whoever is at least ``role`` in it; else ``Http404``."""
    course = Course.objects.filter(slug=slug).first()
    if course is None or not has_role(user, course, role):
        raise Http404
    return course


def get_topic_for_user(user: User | AnonymousUser, course: str, slug: str) -> Topic:
    """The topic with its course and lesson, for members; else ``Http404``."""
    found = get_course_for_user(user, course)
    topic = Topic.objects.filter(course=found, slug=slug).select_related("course", "lesson").first()
    if topic is None:
        raise Http404
    return topic
