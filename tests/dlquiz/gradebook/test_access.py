"""The staff sees everybody's grades, a student only their own."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Membership
from dlquiz.questions.models import Question
from tests.dlquiz.gradebook.conftest import answered

STAFF = {"assistant_client": 200, "instructor_client": 200, "admin_client": 200}
OTHERS = {
    "anonymous_client": 302,
    "outsider_client": 404,
    "student_client": 404,
    "second_student_client": 404,
}


@pytest.mark.parametrize("page", ["table", "csv", "student", "answers"])
@pytest.mark.parametrize(("who", "status"), [*STAFF.items(), *OTHERS.items()])
def test_pages_about_students_open_for_the_staff_only(
    request: pytest.FixtureRequest, student: User, question: Question, page: str, who: str, status: int
) -> None:
    answered(student, question, "0.5")
    args: list[object] = ["deep-learning"]
    args += {"student": [student.pk], "answers": [student.pk, question.slug]}.get(page, [])
    client: Client = request.getfixturevalue(who)
    assert client.get(reverse(f"gradebook:{page}", args=args)).status_code == status


@pytest.mark.parametrize(
    ("who", "status"),
    [("student_client", 200), ("assistant_client", 200), ("outsider_client", 404), ("anonymous_client", 302)],
)
def test_every_member_has_a_page_of_their_own(
    request: pytest.FixtureRequest, course: Course, who: str, status: int
) -> None:
    client: Client = request.getfixturevalue(who)
    assert client.get(reverse("gradebook:own", args=["deep-learning"])).status_code == status


def test_a_student_finds_nobody_elses_figures_on_that_page(
    student: User, second_student: User, question: Question, student_client: Client
) -> None:
    answered(second_student, question, "1")
    page = student_client.get(reverse("gradebook:own", args=["deep-learning"])).content.decode()
    assert "0 of 2 points" in page


def test_the_staff_of_one_course_finds_no_student_of_another(
    outsider: User, outsider_client: Client, student: User, question: Question
) -> None:
    other = Course.objects.create(slug="other", title=Text("Other", "दूसरा"))
    Membership.objects.create(course=other, user=outsider, role="instructor")
    for course in ("other", "deep-learning"):
        address = reverse("gradebook:student", args=[course, student.pk])
        assert outsider_client.get(address).status_code == 404


def test_answers_that_were_never_given_are_not_there(
    student: User, question: Question, instructor_client: Client
) -> None:
    address = reverse("gradebook:answers", args=["deep-learning", student.pk, question.slug])
    assert instructor_client.get(address).status_code == 404


def test_who_left_is_still_found_by_the_staff(
    student: User, question: Question, instructor_client: Client
) -> None:
    Membership.objects.filter(user=student).update(is_active=False)
    page = instructor_client.get(reverse("gradebook:student", args=["deep-learning", student.pk]))
    assert "has left the course" in page.content.decode()
