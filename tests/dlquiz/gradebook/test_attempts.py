"""From a cell the staff reaches everything that a student sent for a coding task, not only what counts."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.questions.models import Question
from dlquiz.submissions.models import Purpose
from dlquiz.tasks.models import Task
from tests.dlquiz.gradebook.conftest import answered, graded

TABLE = "/courses/deep-learning/gradebook/"


def attempts_of(person: User, task: Task) -> str:
    return reverse("gradebook:attempts", args=["deep-learning", person.pk, task.slug])


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_cell_tells_how_many_attempts_there_were_and_leads_to_all_of_them(
    student: User, task: Task, instructor_client: Client
) -> None:
    sent = [graded(student, task, score) for score in ("1", "4", "2")]
    table = page(instructor_client, TABLE)
    assert f'href="{attempts_of(student, task)}">3 attempts</a>' in table
    listed = page(instructor_client, attempts_of(student, task))
    places = [listed.index(submission.receipt) for submission in sent]
    assert places == sorted(places, reverse=True)
    assert listed.count("counts</span>") == 1


def test_one_attempt_is_the_one_that_counts_and_needs_no_list(
    student: User, task: Task, instructor_client: Client
) -> None:
    graded(student, task, "1")
    assert attempts_of(student, task) not in page(instructor_client, TABLE)


def test_runs_are_listed_and_not_counted_as_attempts(
    student: User, task: Task, instructor_client: Client
) -> None:
    run = graded(student, task, "4", purpose=Purpose.RUN)
    graded(student, task, "1")
    graded(student, task, "2")
    assert ">2 attempts</a>" in page(instructor_client, TABLE)
    assert run.receipt in page(instructor_client, attempts_of(student, task))


def test_nobody_elses_attempts_are_among_them(
    student: User, second_student: User, task: Task, instructor_client: Client
) -> None:
    theirs = graded(second_student, task, "1")
    graded(student, task, "1")
    assert theirs.receipt not in page(instructor_client, attempts_of(student, task))


def test_a_list_without_attempts_says_so(student: User, task: Task, instructor_client: Client) -> None:
    assert "No attempt yet." in page(instructor_client, attempts_of(student, task))


def test_students_reach_their_own_attempts_from_their_grades(
    student: User, task: Task, question: Question, student_client: Client
) -> None:
    answered(student, question, "1")
    graded(student, task, "1")
    graded(student, task, "2")
    own = page(student_client, "/courses/deep-learning/grades/")
    assert f'href="{reverse("submissions:history", args=["deep-learning", task.slug])}">2 attempts</a>' in own
