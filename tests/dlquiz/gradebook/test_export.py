"""The export is CSV that a spreadsheet reads and never runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Membership
from dlquiz.gradebook.export import FORMULA_SIGNS, plain
from dlquiz.questions.models import Question
from dlquiz.tasks.models import Task
from tests.dlquiz.gradebook.conftest import answered, graded

PERSON, SUMS = ["Name", "User name", "E-mail", "Section"], ["Total", "Of", "Percent"]
ADDRESS = "/courses/deep-learning/gradebook.csv"


def exported(client: Client, **query: str) -> list[list[str]]:
    answer = client.get(ADDRESS, query)
    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_file_holds_every_student_and_item(
    student: User, second_student: User, question: Question, task: Task, instructor_client: Client
) -> None:
    Membership.objects.filter(user=student).update(section="A")
    answered(student, question, "0.3333")
    graded(student, task, "3")
    assert exported(instructor_client) == [
        [*PERSON, "two-times-two (2)", "double-it (4)", *SUMS],
        ["Second", "second", "second@example.org", "", "", "", "0.00", "6.00", "0.0"],
        ["Student", "student", "student@example.org", "A", "0.67", "3.00", "3.67", "6.00", "61.2"],
    ]  # fmt: skip


def test_the_file_is_sent_as_one_to_keep(course: Course, instructor_client: Client) -> None:
    answer = instructor_client.get(ADDRESS)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="deep-learning-')


def test_the_file_follows_the_search(
    student: User, second_student: User, question: Question, instructor_client: Client
) -> None:
    assert [row[0] for row in exported(instructor_client, q="second")] == ["Name", "Second"]


@pytest.mark.parametrize(
    "name",
    [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "  =1",
        "\r\n=1",
        "＝1+1",
        '=HYPERLINK("x")',
        "|x",
    ],
)
def test_a_name_that_is_a_formula_becomes_text(
    student: User, question: Question, instructor_client: Client, name: str
) -> None:
    User.objects.filter(pk=student.pk).update(display_name=name)
    cell = exported(instructor_client)[1][0]
    assert cell.startswith("'")


@given(st.text(max_size=40))
def test_no_text_at_all_begins_like_a_formula_or_breaks_the_line(text: str) -> None:
    result = plain(text)
    assert not result.startswith(FORMULA_SIGNS)
    assert len(result.splitlines()) <= 1


def test_names_with_quotes_commas_and_hindi_joiners_come_through(
    student: User, question: Question, instructor_client: Client
) -> None:
    name = 'क्\u200dष, "Asha"'
    User.objects.filter(pk=student.pk).update(display_name=name)
    assert exported(instructor_client)[1][0] == name


def test_a_large_course_is_sent_in_parts(
    course: Course,
    many: Callable[[int, int], None],
    instructor_client: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    from dlquiz.gradebook import selectors

    many(12, 2)
    monkeypatch.setattr(selectors, "CHUNK", 5)
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        rows = exported(instructor_client)
    assert [row[1] for row in rows[1:]] == [f"person{n:03}" for n in range(12)]
