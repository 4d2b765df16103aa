"""Roles are ordered, and a course that one may not see does not exist."""

from __future__ import annotations

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.courses.access import Role, get_course_for_user, has_role
from dlquiz.courses.models import Course, Membership, Topic
from dlquiz.courses.services import course_enrol, membership_grant


def test_roles_are_ordered_by_rank_not_by_letter() -> None:
    assert sorted([Role.ADMIN, Role.STUDENT, Role.INSTRUCTOR, Role.ASSISTANT]) == [
        Role.STUDENT,
        Role.ASSISTANT,
        Role.INSTRUCTOR,
        Role.ADMIN,
    ]
    assert Role.ADMIN > Role.STUDENT


@pytest.mark.parametrize("needed", list(Role))
def test_each_role_may_what_lower_ones_may(course: Course, instructor: User, needed: Role) -> None:
    assert has_role(instructor, course, needed) == (needed <= Role.INSTRUCTOR)


def test_an_outsider_finds_no_course(course: Course, outsider: User) -> None:
    with pytest.raises(Http404):
        get_course_for_user(outsider, course.slug)


def test_a_superuser_may_everything(course: Course, outsider: User) -> None:
    outsider.is_superuser = True
    assert get_course_for_user(outsider, course.slug, Role.ADMIN) == course


def test_who_has_left_finds_no_course(course: Course, student: User) -> None:
    Membership.objects.filter(user=student).update(is_active=False)
    with pytest.raises(Http404):
        get_course_for_user(student, course.slug)


def test_a_grant_changes_the_role_and_keeps_its_history(course: Course, student: User) -> None:
    membership = membership_grant(course=course, user=student, role=Role.ASSISTANT)
    assert membership.rank is Role.ASSISTANT
    assert membership.history.count() == 2


def test_an_open_course_can_be_joined_once(course: Course, outsider: User) -> None:
    course.is_open = True
    course.save()
    assert course_enrol(course=course, user=outsider) == course_enrol(course=course, user=outsider)


def test_joining_again_takes_no_role_away(course: Course, instructor: User) -> None:
    course.is_open = True
    assert course_enrol(course=course, user=instructor).rank is Role.INSTRUCTOR


@pytest.mark.parametrize("name", ["courses:course", "courses:topic"])
def test_pages_of_a_course_are_for_its_members(
    course: Course, topic: Topic, outsider_client: Client, anonymous_client: Client, name: str
) -> None:
    parts = {"course": course.slug} | ({"topic": topic.slug} if name.endswith("topic") else {})
    address = reverse(name, kwargs=parts)
    assert outsider_client.get(address).status_code == 404
    assert anonymous_client.get(address).status_code == 302


def test_a_closed_course_cannot_be_joined(course: Course, outsider_client: Client, outsider: User) -> None:
    address = reverse("courses:join", kwargs={"course": course.slug})
    assert outsider_client.post(address).status_code == 404
    assert not Membership.objects.filter(user=outsider).exists()
