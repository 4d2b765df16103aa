"""Home: what is due, where one stopped, one's courses, the latest verdicts."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.services import attempt_start
from dlquiz.attempts.services import draft_save as answer_save
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, AssignmentItem, Course, Topic
from dlquiz.submissions.services import draft_save
from tests.cast import make_user
from tests.dlquiz.gradebook.conftest import answered, graded, make_question, make_task

HOME = "/"
DAY = datetime.timedelta(days=1)


def assign(course: Course, slug: str, due: datetime.timedelta | None, *items: tuple[str, str]) -> Assignment:
    """An assignment that is due so long from now."""
    now = timezone.now()
    assignment = Assignment.objects.create(
        course=course,
        slug=slug,
        title=Text(slug.title(), f"काम {slug}"),
        release_at=now - 90 * DAY,
        due_at=now + due if due is not None else None,
    )
    for kind, item in items:
        AssignmentItem.objects.create(assignment=assignment, kind=kind, slug=item, points=3)
    return assignment


def due_slugs(client: Client) -> list[str]:
    return [work.assignment.slug for work in client.get(HOME).context["due"]]


@pytest.fixture
def work(topic: Topic, course: Course) -> dict[str, Any]:
    return {
        "first": make_question(topic, "first"),
        "second": make_question(topic, "second", 2),
        "task": make_task(course),
    }


def test_what_is_due_stands_soonest_first(
    course: Course, work: dict[str, Any], student_client: Client
) -> None:
    assign(course, "later", 9 * DAY, ("question", "first"))
    assign(course, "sooner", 2 * DAY, ("question", "second"))
    assign(course, "undated", None, ("question", "first"))
    assert due_slugs(student_client) == ["sooner", "later"]


def test_what_was_missed_is_said_to_be_missing_until_it_is_long_past(
    course: Course, work: dict[str, Any], student_client: Client
) -> None:
    assign(course, "missed", -2 * DAY, ("question", "first"))
    assign(course, "forgotten", -60 * DAY, ("question", "second"))
    page = student_client.get(HOME)
    assert [entry.status for entry in page.context["due"]] == ["missing"]
    assert "Missing" in page.content.decode()


def test_what_is_done_is_no_longer_due(
    course: Course, work: dict[str, Any], student: User, student_client: Client
) -> None:
    assign(course, "week-1", 2 * DAY, ("question", "first"), ("task", "double-it"))
    answered(student, work["first"], "1")
    (entry,) = student_client.get(HOME).context["due"]
    assert (entry.progress.done, entry.progress.total, entry.status) == (1, 2, "open")
    graded(student, work["task"], "4", verdict="pass")
    assert due_slugs(student_client) == []


def test_what_is_not_released_is_not_seen(
    course: Course, work: dict[str, Any], student_client: Client
) -> None:
    assignment = assign(course, "week-2", 9 * DAY, ("question", "first"))
    Assignment.objects.filter(pk=assignment.pk).update(release_at=timezone.now() + DAY)
    assert due_slugs(student_client) == []


def test_staff_have_courses_but_nothing_due(
    course: Course, work: dict[str, Any], instructor_client: Client
) -> None:
    assign(course, "week-1", 2 * DAY, ("question", "first"))
    page = instructor_client.get(HOME)
    assert [card.course for card in page.context["cards"]] == [course]
    assert page.context["due"] == []
    assert "instructor" in page.content.decode()


def test_one_goes_on_where_one_wrote_last(
    work: dict[str, Any], student: User, student_client: Client
) -> None:
    assert student_client.get(HOME).context["resume"] is None
    draft_save(user=student, task=work["task"], source="def double(x): ...", revision=0)
    assert student_client.get(HOME).context["resume"].slug == "double-it"
    attempt = attempt_start(user=student, question=work["first"])
    answer_save(
        user=student, question=work["first"], number=attempt.number, revision=0, values={"answer": "3"}
    )
    page = student_client.get(HOME)
    assert page.context["resume"].slug == "first"
    assert reverse("attempts:question", args=["deep-learning", "first"]) in page.content.decode()


def test_the_latest_verdicts_stand_newest_first_and_are_only_ones_own(
    work: dict[str, Any], student: User, second_student: User, student_client: Client
) -> None:
    answered(student, work["first"], "0.5")
    answered(second_student, work["second"], "1")
    sent = graded(student, work["task"], "1", verdict="wrong")
    page = student_client.get(HOME)
    assert [(trace.slug, trace.status) for trace in page.context["verdicts"]] == [
        ("double-it", "wrong"),
        ("first", "partial"),
    ]
    assert reverse("submissions:result", args=[sent.receipt]) in page.content.decode()


def test_an_open_course_can_be_joined_from_home(course: Course, outsider_client: Client) -> None:
    Course.objects.update(is_open=True)
    assert list(outsider_client.get(HOME).context["open_courses"]) == [course]
    outsider_client.post(reverse("courses:join", args=[course.slug]))
    page = outsider_client.get(HOME)
    assert [card.course for card in page.context["cards"]] == [course]
    assert list(page.context["open_courses"]) == []


def test_a_superuser_finds_every_course(course: Course, db: None) -> None:
    client = Client()
    client.force_login(
        make_user("root", is_superuser=True), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert [card.course for card in client.get(HOME).context["cards"]] == [course]


def test_home_speaks_the_persons_language(
    course: Course, work: dict[str, Any], student: User, student_client: Client
) -> None:
    User.objects.filter(pk=student.pk).update(language="hi")
    assign(course, "week-1", 2 * DAY, ("question", "first"))
    html = student_client.get(HOME).content.decode()
    assert "काम week-1" in html
    assert "डीप लर्निंग" in html
    assert '<html lang="hi"' in html


def test_the_number_of_queries_does_not_grow_with_the_work(
    course: Course,
    topic: Topic,
    work: dict[str, Any],
    student: User,
    student_client: Client,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    for number in range(3, 12):
        question = make_question(topic, f"q{number}", number)
        answered(student, question, "1")
        assign(course, f"a{number}", number * DAY, ("question", f"q{number}"), ("task", "double-it"))
    with django_assert_max_num_queries(18):
        student_client.get(HOME)
