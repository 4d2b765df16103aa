"""Writes: who belongs to a course, and what the course's files say about it."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Lesson, Membership, Topic
from dlquiz.courses.roles import Role


@transaction.atomic
def membership_grant(*, course: Course, user: User, role: Role, section: str | None = None) -> Membership:
    """Make the person a member in this role, or change the role of one who is.

    ``section`` None leaves the section of a member as it is. Nothing is written, and no history made,
    where nothing changes.
    """
    wanted: dict[str, object] = {"role": role, "is_active": True}
    if section is not None:
        wanted["section"] = section
    membership, made = Membership.objects.select_for_update().get_or_create(
        course=course, user=user, defaults=wanted
    )
    changed = [] if made else _set(membership, wanted)
    if changed:
        membership.save(update_fields=changed)
    return membership


@transaction.atomic
def course_enrol(*, course: Course, user: User) -> Membership:
    """Join an open course as a student; joining again changes nothing.

    ``PermissionDenied`` where the course is not open, or where the staff ended the membership.
    """
    known = Membership.objects.filter(course=course, user=user)
    if not course.is_open and not known.exists():
        raise PermissionDenied
    # Two clicks may arrive at once: the second finds what the first made.
    membership, _ = Membership.objects.get_or_create(
        course=course, user=user, defaults={"role": Role.STUDENT}
    )
    if not membership.is_active:
        raise PermissionDenied
    return membership


@transaction.atomic
def course_put(
    *, slug: str, title: Text, description: Text, time_zone: str = "Asia/Kolkata", is_open: bool = False
) -> Course:
    """Make the course, or bring what its files say up to date.

    ``is_open`` and the time zone are only the start: the staff may have changed them since.
    """
    course, made = Course.objects.get_or_create(
        slug=slug,
        defaults={"title": title, "description": description, "time_zone": time_zone, "is_open": is_open},
    )
    changed = [] if made else _set(course, {"title": title, "description": description})
    if changed:
        course.save(update_fields=changed)
    return course


@transaction.atomic
def topic_put(*, course: Course, slug: str, position: int, title: Text, summary: Text) -> Topic:
    """Make the topic, or bring it up to date; unchanged, nothing is written."""
    wanted: dict[str, object] = {"position": position, "title": title, "summary": summary}
    topic, made = Topic.objects.get_or_create(course=course, slug=slug, defaults=wanted)
    changed = [] if made else _set(topic, wanted)
    if changed:
        topic.save(update_fields=changed)
    return topic


@transaction.atomic
def lesson_put(*, topic: Topic, body: Text, digest: str) -> bool:
    """Make the topic's lesson, or replace its text where the digest of its files differs; was it written?"""
    lesson, made = Lesson.objects.get_or_create(topic=topic, defaults={"body": body, "digest": digest})
    if made or lesson.digest == digest:
        return made
    lesson.body, lesson.digest = body, digest
    lesson.save(update_fields=["body", "digest", "updated_at"])
    return True


@transaction.atomic
def lesson_remove(*, topic: Topic) -> bool:
    """Take the topic's lesson away; was there one?"""
    return bool(Lesson.objects.filter(topic=topic).delete()[0])


def _set(instance: models.Model, values: Mapping[str, object]) -> list[str]:
    """Set the fields; the names of those whose value is another now."""
    before = {name: getattr(instance, name) for name in values}
    for name, value in values.items():
        setattr(instance, name, value)
    return [name for name in values if getattr(instance, name) != before[name]]
