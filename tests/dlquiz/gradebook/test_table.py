"""The table shows each student's best counted result, whatever the size of the course, in few queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, AssignmentItem, Course, Membership, Topic
from dlquiz.gradebook.items import course_items
from dlquiz.gradebook.selectors import Row, own_grades, rows_of, students_of
from dlquiz.questions.models import Question
from dlquiz.submissions.models import Grade, Purpose
from dlquiz.tasks.models import Task
from tests.dlquiz.gradebook.conftest import answered, graded, make_question, make_task

ADDRESS = "/courses/deep-learning/gradebook/"


def row_of(course: Course, person: User) -> Row:
    items = course_items(course)
    return next(row for row in rows_of(course, items, students_of(course)) if row.user_id == person.pk)


def cells(row: Row) -> list[Decimal | None]:
    return [None if cell is None else cell.points for cell in row.cells]


def test_a_course_without_assignments_shows_all_that_is_open(
    course: Course, topic: Topic, question: Question, task: Task
) -> None:
    later = Topic.objects.create(course=course, slug="recurrence", position=5, title=Text("R", "र"))
    make_question(later, "later-question")
    Question.objects.filter(slug="later-question").update(is_active=False)
    make_question(later, "last-question", 2, "3.5")
    items = course_items(course)
    assert [(i.kind, i.slug, i.points) for i in items] == [
        ("question", "two-times-two", Decimal(2)),
        ("task", "double-it", Decimal(4)),
        ("question", "last-question", Decimal("3.5")),
    ]


def test_assignments_say_what_counts_and_what_it_is_worth(
    course: Course, question: Question, task: Task, topic: Topic
) -> None:
    make_question(topic, "not-assigned")
    work = Assignment.objects.create(
        course=course, slug="week-1", title=Text("Week 1", "सप्ताह 1"), release_at=timezone.now()
    )
    AssignmentItem.objects.create(assignment=work, kind="task", slug="double-it", points="10", position=0)
    AssignmentItem.objects.create(
        assignment=work, kind="question", slug="two-times-two", points=5, position=1
    )
    AssignmentItem.objects.create(assignment=work, kind="question", slug="gone", points=5, position=2)
    items = course_items(course)
    assert [(i.kind, i.slug, i.points, i.group.en) for i in items] == [
        ("task", "double-it", Decimal(10), "Week 1"),
        ("question", "two-times-two", Decimal(5), "Week 1"),
    ]


def test_the_best_attempt_counts_by_its_newest_mark(
    course: Course, student: User, question: Question
) -> None:
    answered(student, question, "1", "0.25")
    answered(student, question, "0.5")
    answered(student, question, "0")
    assert cells(row_of(course, student)) == [Decimal("1.00")]


def test_the_best_submission_counts_and_a_run_never_does(course: Course, student: User, task: Task) -> None:
    graded(student, task, "1")
    best = graded(student, task, "3")
    graded(student, task, "2")
    graded(student, task, "4", verdict="pass", purpose=Purpose.RUN)
    row = row_of(course, student)
    assert cells(row) == [Decimal("3.00")]
    assert row.cells[0] is not None
    assert row.cells[0].result.reference == best.receipt


def test_a_regrade_replaces_the_grade(course: Course, student: User, task: Task) -> None:
    submission = graded(student, task, "3")
    Grade.objects.create(
        submission=submission, number=2, report={}, verdict="wrong", score=1, max_score=4, engine_version="2"
    )
    assert cells(row_of(course, student)) == [Decimal("1.00")]


def test_a_share_of_an_old_version_counts_in_todays_points(course: Course, student: User, task: Task) -> None:
    graded(student, task, "5", "10")
    assert cells(row_of(course, student)) == [Decimal("2.00")]


def test_not_begun_is_not_zero(
    course: Course, student: User, second_student: User, question: Question
) -> None:
    answered(student, question, "0")
    assert cells(row_of(course, student)) == [Decimal("0.00")]
    row = row_of(course, second_student)
    assert (cells(row), row.total, row.percent) == ([None], Decimal(0), Decimal("0.0"))


def test_total_maximum_and_percent(course: Course, student: User, question: Question, task: Task) -> None:
    answered(student, question, "0.3333")
    graded(student, task, "3")
    row = row_of(course, student)
    assert (row.total, row.maximum, row.percent) == (Decimal("3.67"), Decimal("6.00"), Decimal("61.2"))


def test_only_active_students_of_the_course_have_a_row(
    course: Course, student: User, second_student: User, assistant: User, instructor: User, outsider: User
) -> None:
    Membership.objects.filter(user=second_student).update(is_active=False)
    assert [s.user for s in students_of(course)] == [student]


def test_results_in_another_course_stay_there(course: Course, student: User, question: Question) -> None:
    other = Course.objects.create(slug="other", title=Text("Other", "दूसरा"))
    theirs = Topic.objects.create(course=other, slug="convolution", title=Text("C", "क"))
    answered(student, make_question(theirs, "two-times-two"), "1")
    assert cells(row_of(course, student)) == [None]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["Asha Rao", "Second", "Student"]),
        ("asha", ["Asha Rao"]),
        ("rao asha", ["Asha Rao"]),
        ("second@example", ["Second"]),
        ("%", []),
        ("'; drop table", []),
    ],
)
def test_students_are_found_by_name_and_address(
    course: Course, student: User, second_student: User, search: str, expected: list[str]
) -> None:
    person = User.objects.create(username="z1", email="z1@example.org", display_name="Asha Rao")
    Membership.objects.create(course=course, user=person, role="student")
    assert [s.user.name for s in students_of(course, search)] == expected


def test_the_page_narrows_to_a_section(
    course: Course, student: User, second_student: User, question: Question, instructor_client: Client
) -> None:
    Membership.objects.filter(user=student).update(section="A")
    Membership.objects.filter(user=second_student).update(section="B")
    page = instructor_client.get(ADDRESS, {"section": "B"}).content.decode()
    assert ">Second</a>" in page
    assert ">Student</a>" not in page


def test_each_cell_leads_to_where_it_comes_from(
    student: User, question: Question, task: Task, instructor_client: Client
) -> None:
    answered(student, question, "0.5")
    submission = graded(student, task, "3")
    page = instructor_client.get(ADDRESS).content.decode()
    answers = reverse("gradebook:answers", args=["deep-learning", student.pk, "two-times-two"])
    assert f'<a href="{answers}">1</a>' in page
    assert f'<a href="{reverse("submissions:result", args=[submission.receipt])}">3</a>' in page
    assert "How much is two times two?" in instructor_client.get(answers).content.decode()


def test_the_page_speaks_the_readers_language(
    student: User, question: Question, instructor: User, instructor_client: Client
) -> None:
    instructor.language = "hi"
    instructor.save()
    page = instructor_client.get(ADDRESS).content.decode()
    assert "दो गुणा दो कितना होता है?" in page


@pytest.mark.parametrize("query", [{"q": "nobody-at-all"}, {"q": "\0"}, {"page": "99"}, {"page": "x"}])
def test_odd_requests_get_a_page(
    student: User, question: Question, instructor_client: Client, query: dict[str, str]
) -> None:
    assert instructor_client.get(ADDRESS, query).status_code == 200


def test_an_empty_course_says_so(course: Course, instructor_client: Client) -> None:
    assert "no questions or tasks yet" in instructor_client.get(ADDRESS).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_course(
    course: Course,
    instructor_client: Client,
    many: Callable[[int, int], None],
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    many(60, 4)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page = instructor_client.get(ADDRESS).content.decode()
    assert page.count("<tr>") == 51
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page = instructor_client.get(ADDRESS, {"page": "2"}).content.decode()
    assert page.count("<tr>") == 11


def test_a_student_sees_the_same_figures_as_the_staff(
    course: Course, student: User, question: Question, task: Task, student_client: Client
) -> None:
    answered(student, question, "0.3333", outcome="provisional")
    graded(student, task, "3")
    grades, row = own_grades(course, student.pk), row_of(course, student)
    assert (grades.total, grades.maximum, grades.percent) == (row.total, row.maximum, row.percent)
    page = student_client.get(reverse("gradebook:own", args=["deep-learning"])).content.decode()
    assert "3.67 of 6 points" in page
    assert "Provisional points count until a person has decided." in page


def test_students_see_nothing_of_what_is_not_released(
    course: Course, student: User, question: Question, student_client: Client, instructor_client: Client
) -> None:
    future = timezone.now() + timedelta(days=1)
    work = Assignment.objects.create(
        course=course, slug="exam", title=Text("Final exam", "अंतिम परीक्षा"), release_at=future
    )
    AssignmentItem.objects.create(assignment=work, kind="question", slug="two-times-two", points=5)
    page = student_client.get(reverse("gradebook:own", args=["deep-learning"])).content.decode()
    # With a space: a token on the page may hold any few letters by chance.
    assert "Final exam" not in page
    assert "two times two" not in page
    assert "two times two" in instructor_client.get(ADDRESS).content.decode()


def test_one_students_page_reads_only_that_students_results(
    course: Course,
    many: Callable[[int, int], None],
    instructor_client: Client,
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    many(5, 3)
    person = User.objects.get(username="person003")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        page = instructor_client.get(reverse("gradebook:student", args=["deep-learning", person.pk]))
    assert "5 of 10 points" in page.content.decode()


def test_a_task_and_question_of_one_slug_are_two_items(course: Course, student: User, topic: Topic) -> None:
    question, task = make_question(topic, "twin"), make_task(course, "twin")
    answered(student, question, "1")
    graded(student, task, "1")
    assert cells(row_of(course, student)) == [Decimal("2.00"), Decimal("1.00")]
