"""A task or question without a published version: students do not find it, staff are told why it is empty."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Topic
from dlquiz.questions.models import Question
from dlquiz.submissions.errors import NotPublished
from dlquiz.submissions.models import Draft, Purpose, Submission
from dlquiz.submissions.services import submission_create
from dlquiz.tasks.models import Task
from tests.cast import make_user

WHY = "This task has not been published yet"
STAFF = ("assistant_client", "instructor_client", "admin_client")
SOURCE = {"source": "x = 1", "revision": "0"}


@pytest.fixture
def task(topic: Topic) -> Task:
    return Task.objects.create(topic=topic, slug="to-come")


@pytest.fixture
def question(topic: Topic) -> Question:
    return Question.objects.create(topic=topic, slug="to-come", kind="number")


def address(name: str) -> str:
    return reverse(name, args=["deep-learning", "to-come"])


@pytest.mark.parametrize("who", STAFF)
@pytest.mark.parametrize("name", ["task", "history"])
def test_staff_are_told_that_there_is_nothing_yet(
    request: pytest.FixtureRequest, task: Task, who: str, name: str
) -> None:
    page = request.getfixturevalue(who).get(address(f"submissions:{name}"))
    assert page.status_code == 404
    assert WHY in page.content.decode()


@pytest.mark.parametrize("who", STAFF)
@pytest.mark.parametrize("name", ["run", "submit"])
def test_staff_who_send_code_are_told_too(
    request: pytest.FixtureRequest, task: Task, who: str, name: str
) -> None:
    client: Client = request.getfixturevalue(who)
    page = client.post(address(f"submissions:{name}"), SOURCE)
    assert page.status_code == 404
    assert WHY in page.content.decode()
    part = client.post(address(f"submissions:{name}"), SOURCE, headers={"HX-Request": "true"})
    assert (part.status_code, WHY in part.content.decode()) == (200, True)
    assert not Submission.objects.exists()


@pytest.mark.parametrize("who", STAFF)
def test_no_draft_is_kept_of_what_cannot_be_solved(
    request: pytest.FixtureRequest, task: Task, who: str
) -> None:
    told = request.getfixturevalue(who).post(address("submissions:draft"), SOURCE)
    assert told.status_code == 400
    assert WHY in told.json()["message"]
    assert not Draft.objects.exists()


def test_the_message_is_in_hindi_for_who_reads_hindi(
    task: Task, assistant: User, assistant_client: Client
) -> None:
    User.objects.filter(pk=assistant.pk).update(language="hi")
    page = assistant_client.get(address("submissions:task"))
    assert "publish नहीं हुआ है" in page.content.decode()


@pytest.mark.parametrize("name", ["task", "history", "draft", "run", "submit"])
def test_students_find_no_such_task(task: Task, student_client: Client, name: str) -> None:
    send = student_client.get if name in ("task", "history") else student_client.post
    answer = send(address(f"submissions:{name}"), SOURCE)
    assert answer.status_code == 404
    assert WHY not in answer.content.decode()


def test_the_service_refuses_in_words(task: Task) -> None:
    with pytest.raises(NotPublished):
        submission_create(user=make_user("someone"), task=task, source="", purpose=Purpose.RUN)


@pytest.mark.parametrize("who", ["student_client", *STAFF])
@pytest.mark.parametrize("name", ["question", "save", "answer", "again"])
def test_nobody_finds_a_question_that_asks_nothing(
    request: pytest.FixtureRequest, question: Question, who: str, name: str
) -> None:
    client: Client = request.getfixturevalue(who)
    send = client.get if name == "question" else client.post
    assert send(address(f"attempts:{name}"), {"answer": "1"}).status_code == 404


@pytest.mark.parametrize("who", STAFF)
def test_the_pages_that_list_them_are_there(
    request: pytest.FixtureRequest, course: Course, task: Task, question: Question, who: str
) -> None:
    client: Client = request.getfixturevalue(who)
    names = ["courses:course", "gradebook:own", "gradebook:table", "gradebook:csv"]
    names += [] if who == "assistant_client" else ["authoring:tasks"]
    for name in names:
        assert client.get(reverse(name, args=["deep-learning"])).status_code == 200, name
    assert client.get(reverse("courses:topic", args=["deep-learning", "convolution"])).status_code == 200
