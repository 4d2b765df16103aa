"""A task that one may not see does not exist."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.access import Role
from dlquiz.courses.models import Course, Topic
from dlquiz.tasks.access import get_task_for_user
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.package import load_files
from tests.graders.package.small import SOUND


@pytest.fixture
def task(course: Course, topic: Topic) -> Task:
    return task_version_publish(course=course, package=load_files(SOUND)).task


def test_a_member_gets_the_task_with_what_its_page_needs(
    task: Task, student: User, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    found = get_task_for_user(student, "deep-learning", "double-it")
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert (found.course.slug, found.topic.slug) == ("deep-learning", "convolution")
        assert found.current is not None
        assert found.current.files["starter.py"]


def test_strangers_find_nothing(task: Task, outsider: User) -> None:
    for user in (outsider, AnonymousUser()):
        with pytest.raises(Http404):
            get_task_for_user(user, "deep-learning", "double-it")


@pytest.mark.parametrize(("course_slug", "slug"), [("deep-learning", "none"), ("none", "double-it")])
def test_what_is_not_there_is_not_found(task: Task, student: User, course_slug: str, slug: str) -> None:
    with pytest.raises(Http404):
        get_task_for_user(student, course_slug, slug)


def test_a_task_of_another_course_is_not_found_through_this_one(task: Task, student: User) -> None:
    term = Course.objects.create(slug="next-term", title=Text("Next", "अगला"))
    Topic.objects.create(course=term, slug="convolution", title=Text("C", "क"))
    task_version_publish(course=term, package=load_files(SOUND))
    with pytest.raises(Http404):
        get_task_for_user(student, "next-term", "double-it")


@pytest.mark.parametrize("change", [{"is_active": False}, {"current": None}])
def test_a_hidden_or_unpublished_task_exists_for_staff_only(
    task: Task, student: User, assistant: User, change: dict[str, object]
) -> None:
    Task.objects.filter(pk=task.pk).update(**change)
    assert get_task_for_user(assistant, "deep-learning", "double-it") == task
    with pytest.raises(Http404):
        get_task_for_user(student, "deep-learning", "double-it")


def test_a_higher_role_may_be_asked_for(task: Task, assistant: User, instructor: User) -> None:
    assert get_task_for_user(instructor, "deep-learning", "double-it", Role.INSTRUCTOR) == task
    with pytest.raises(Http404):
        get_task_for_user(assistant, "deep-learning", "double-it", Role.INSTRUCTOR)
