"""The course and the lesson: topics in order, work with where one stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import AssignmentItem, Course, Lesson, Topic
from tests.dlquiz.gradebook.conftest import answered, graded, make_question, make_task
from tests.dlquiz.pages.test_home import DAY, assign


@pytest.fixture
def pooling(course: Course, topic: Topic) -> Topic:
    return Topic.objects.create(course=course, slug="pooling", position=5, title=Text("Pooling", "पूलिंग"))


def page_of(topic: Topic) -> str:
    return reverse("courses:topic", args=[topic.course.slug, topic.slug])


def test_topics_show_how_much_is_done(
    course: Course, topic: Topic, pooling: Topic, student: User, student_client: Client
) -> None:
    done, begun = make_question(topic, "done"), make_question(topic, "begun", 2)
    make_question(pooling, "elsewhere")
    answered(student, done, "1")
    answered(student, begun, "0.5")
    page = student_client.get(reverse("courses:course", args=[course.slug]))
    shown = [(card.topic.slug, card.progress.done, card.progress.total) for card in page.context["topics"]]
    assert shown == [("convolution", 1, 2), ("pooling", 0, 1)]


def test_items_of_an_assignment_are_called_by_their_titles_and_what_is_switched_off_is_left_out(
    course: Course, topic: Topic, student: User, student_client: Client
) -> None:
    make_question(topic, "first")
    off = make_question(topic, "off", 2)
    task = make_task(course)
    off.is_active = False
    off.save()
    assignment = assign(course, "week-1", 2 * DAY, ("question", "first"), ("question", "off"))
    AssignmentItem.objects.create(assignment=assignment, kind="task", slug=task.slug, points=7, position=9)
    graded(student, task, "1", verdict="wrong")
    page = student_client.get(reverse("courses:course", args=[course.slug]))
    (work,) = page.context["assignments"]
    assert [(item.slug, item.status, item.points) for item in work.items] == [
        ("first", "not_started", 3),
        ("double-it", "wrong", 7),
    ]
    html = page.content.decode()
    assert str(task.current.title.en) in html
    assert "7 points" in html


def test_the_lesson_stands_beside_its_practice(
    course: Course, topic: Topic, pooling: Topic, student: User, student_client: Client
) -> None:
    Lesson.objects.create(topic=topic, body=Text("# A lesson\n\n$x_1$", "# एक पाठ"))
    answered(student, make_question(topic, "first"), "0.5")
    make_task(course)
    make_question(pooling, "elsewhere")
    page = student_client.get(page_of(topic))
    assert [(entry.slug, entry.status) for entry in page.context["questions"]] == [("first", "partial")]
    assert [(entry.slug, entry.status) for entry in page.context["tasks"]] == [("double-it", "not_started")]
    html = page.content.decode()
    assert "<math" in html
    assert "Partly right" in html
    assert page_of(pooling) in html


def test_a_topic_without_a_lesson_still_opens(topic: Topic, student_client: Client) -> None:
    page = student_client.get(page_of(topic))
    assert page.status_code == 200
    assert page.context["lesson"] is None


def test_topics_lead_to_their_neighbours(
    course: Course, topic: Topic, pooling: Topic, student_client: Client
) -> None:
    first, last = student_client.get(page_of(topic)), student_client.get(page_of(pooling))
    assert (first.context["before"], first.context["after"]) == (None, pooling)
    assert (last.context["before"], last.context["after"]) == (topic, None)


def test_a_topic_is_not_found_through_another_course(
    topic: Topic, student: User, student_client: Client
) -> None:
    from dlquiz.courses.roles import Role
    from dlquiz.courses.services import membership_grant

    other = Course.objects.create(slug="other", title=Text("Other", "और"))
    membership_grant(course=other, user=student, role=Role.STUDENT)
    assert student_client.get(reverse("courses:topic", args=["other", topic.slug])).status_code == 404


@pytest.mark.parametrize("page", ["course", "topic"])
def test_the_number_of_queries_does_not_grow_with_the_work(
    course: Course,
    topic: Topic,
    student: User,
    student_client: Client,
    page: str,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    for number in range(1, 10):
        answered(student, make_question(topic, f"q{number}", number), "1")
        Topic.objects.create(course=course, slug=f"t{number}", title=Text("T", "ट"), position=number + 1)
        assign(course, f"a{number}", number * DAY, ("question", f"q{number}"))
    arguments = [course.slug] if page == "course" else [course.slug, topic.slug]
    with django_assert_max_num_queries(14):
        student_client.get(reverse(f"courses:{page}", args=arguments))
