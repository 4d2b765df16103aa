"""A task's figures: on its page with their size, for who may see the task, and unable to run anything."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Topic
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.package import load_files
from tests.graders.package.small import SOUND

pytestmark = pytest.mark.django_db
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><circle r="3"/></svg>'
SHOWN = '![{}](figures/window.svg "{}")\n\n'


@pytest.fixture
def task(course: Course, topic: Topic) -> Task:
    files = {
        **SOUND,
        "figures/window.svg": DRAWN,
        "statement.en.md": SHOWN.format("A window", "It slides.") + SOUND["statement.en.md"],
        "statement.hi.md": SHOWN.format("एक window", "वह खिसकती है।") + SOUND["statement.hi.md"],
    }
    return task_version_publish(course=course, package=load_files(files)).task


def address(task: Task, name: str = "window.svg", number: int = 1) -> str:
    return reverse("submissions:figure", args=("deep-learning", task.slug, number, name))


def test_the_page_shows_it_with_its_size_so_that_nothing_shifts(task: Task, student_client: Client) -> None:
    page = student_client.get(reverse("submissions:task", args=("deep-learning", task.slug))).content.decode()
    assert f'src="{address(task)}"' in page
    assert 'width="320" height="180"' in page
    assert "It slides." in page


def test_it_is_kept_by_the_browser_and_can_run_nothing(task: Task, student_client: Client) -> None:
    answer = student_client.get(address(task))
    assert (answer.status_code, answer["Content-Type"], answer.content.decode()) == (
        200,
        "image/svg+xml",
        DRAWN,
    )
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "immutable" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize(("name", "number"), [("other.svg", 1), ("window.svg", 2), ("reference.py", 1)])
def test_nothing_else_of_the_package_comes_that_way(
    task: Task, student_client: Client, name: str, number: int
) -> None:
    assert student_client.get(address(task, name, number)).status_code == 404


def test_who_may_not_see_the_task_sees_no_figure(
    task: Task, outsider_client: Client, anonymous_client: Client, outsider: User
) -> None:
    assert outsider_client.get(address(task)).status_code == 404
    assert anonymous_client.get(address(task)).status_code == 302
