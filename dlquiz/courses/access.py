"""Who may see which course. What one may not see does not exist: 404, never 403."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Membership, Topic
from dlquiz.courses.roles import Role

__all__ = ["Role", "get_course_for_user", "get_topic_for_user", "has_role", "membership_of", "role_of"]


def membership_of(user: User | AnonymousUser, course: Course) -> Membership | None:
    """The person's active membership of the course, if any."""
    if not user.is_authenticated:
        return None
    return Membership.objects.filter(user_id=user.pk, course=course, is_active=True).first()


def role_of(user: User | AnonymousUser, course: Course) -> Role | None:
    """What the person is in the course; a superuser is an administrator everywhere."""
    if course.viewer is not None and user.is_authenticated and course.viewer.user_id == user.pk:
        return course.viewer.role
    if user.is_authenticated and user.is_superuser:
        return Role.ADMIN
    membership = membership_of(user, course)
    return None if membership is None else membership.rank


def has_role(user: User | AnonymousUser, course: Course, role: Role) -> bool:
    """Is the person at least ``role`` in the course? Superusers are, everywhere."""
    found = role_of(user, course)
    return found is not None and found >= role


def get_course_for_user(user: User | AnonymousUser, slug: str, role: Role = Role.STUDENT) -> Course:
    """The course, for whoever is at least ``role`` in it; else ``Http404``. One query.

    The course remembers for whom it was fetched, so that asking for the role again costs nothing.
    """
    course = _course_as_seen_by(user, slug)
    if course is None or not has_role(user, course, role):
        raise Http404
    return course


def get_topic_for_user(user: User | AnonymousUser, course: str, slug: str) -> Topic:
    """The topic with its course and lesson, for members; else ``Http404``."""
    found = get_course_for_user(user, course)
    topic = Topic.objects.filter(course=found, slug=slug).select_related("lesson").first()
    if topic is None:
        raise Http404
    topic.course = found
    return topic


def _course_as_seen_by(user: User | AnonymousUser, slug: str) -> Course | None:
    if not user.is_authenticated:
        return None
    if user.is_superuser:
        course = Course.objects.filter(slug=slug).first()
        role = Role.ADMIN
    else:
        memberships = Membership.objects.filter(user_id=user.pk, course__slug=slug, is_active=True)
        membership = memberships.select_related("course").first()
        if membership is None:
            return None
        course, role = membership.course, membership.rank
    if course is not None:
        course.viewer = Course.Viewer(user.pk, role)
    return course
