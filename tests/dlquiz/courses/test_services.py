"""Writing what a course's files say, and who belongs to it: nothing is written twice."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Lesson, Membership, Topic
from dlquiz.courses.roles import Role
from dlquiz.courses.services import (
    course_enrol,
    course_put,
    lesson_put,
    lesson_remove,
    membership_grant,
    topic_put,
)
from graders.contract import Text as EngineText

TITLE = Text("Optimization", "ऑप्टिमाइज़ेशन")
NOTHING = Text("", "")


def test_a_grant_that_changes_nothing_makes_no_history(course: Course, student: User) -> None:
    membership = membership_grant(course=course, user=student, role=Role.STUDENT)
    assert membership.history.count() == 1


def test_a_grant_without_a_section_keeps_the_section(course: Course, student: User) -> None:
    membership_grant(course=course, user=student, role=Role.STUDENT, section="B2")
    assert membership_grant(course=course, user=student, role=Role.ASSISTANT).section == "B2"


def test_a_grant_brings_back_who_had_left(course: Course, student: User) -> None:
    Membership.objects.update(is_active=False)
    assert membership_grant(course=course, user=student, role=Role.STUDENT).is_active


def test_whom_the_staff_removed_cannot_join_again(course: Course, student: User) -> None:
    Course.objects.update(is_open=True)
    Membership.objects.update(is_active=False)
    with pytest.raises(PermissionDenied):
        course_enrol(course=Course.objects.get(), user=student)


def test_a_course_is_brought_up_to_date_but_stays_as_open_as_the_staff_made_it(db: None) -> None:
    made = course_put(slug="new", title=TITLE, description=NOTHING, is_open=True)
    Course.objects.update(is_open=False)
    again = course_put(slug="new", title=Text("New", "नया"), description=NOTHING, is_open=True)
    again.refresh_from_db()
    assert (again.pk, again.title.en, again.is_open) == (made.pk, "New", False)


def test_a_topic_that_has_not_changed_is_not_written(
    course: Course,
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    wanted = {"course": course, "slug": "optimization", "position": 2, "summary": NOTHING}
    topic_put(title=TITLE, **wanted)
    # A savepoint, one look, and its release; the engine's text counts as the same text.
    with django_assert_num_queries(3):  # type: ignore[operator]
        topic_put(title=EngineText(TITLE.en, TITLE.hi), **wanted)
    assert topic_put(title=TITLE, **{**wanted, "position": 3}).position == 3
    assert Topic.objects.count() == 1


def test_a_lesson_is_replaced_only_when_its_files_differ(topic: Topic) -> None:
    assert lesson_put(topic=topic, body=Text("A lesson", "एक पाठ"), digest="a" * 64)
    assert not lesson_put(topic=topic, body=Text("ignored", "x"), digest="a" * 64)
    assert Lesson.objects.get().body == Text("A lesson", "एक पाठ")
    assert lesson_put(topic=topic, body=Text("New", "नया"), digest="b" * 64)
    assert Lesson.objects.get().body.hi == "नया"


def test_a_lesson_whose_files_are_gone_goes_too(topic: Topic) -> None:
    lesson_put(topic=topic, body=Text("A lesson", "एक पाठ"), digest="a" * 64)
    assert [lesson_remove(topic=topic), lesson_remove(topic=topic)] == [True, False]
