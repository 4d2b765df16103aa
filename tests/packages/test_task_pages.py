"""Every task of the catalogue opens on the site, in both languages, with all that its statement shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.html import escape

from dlquiz.accounts.models import User
from dlquiz.authoring.seeding import (
    ASSIGNMENT_TASKS,
    demo_assignment_create,
    in_teaching_order,
    packages_publish,
)
from dlquiz.content.importer import content_import
from dlquiz.core.markdown import render
from dlquiz.courses.models import Course
from dlquiz.courses.roles import Role
from dlquiz.courses.services import membership_grant
from dlquiz.tasks.models import Task
from graders.package import load_folder
from graders.package.figures import shown_in
from tests.cast import client_of, make_user
from tests.packages.test_reference_models import FOLDERS

pytestmark = pytest.mark.django_db
# A formula that could not be set is shown as its source.
UNSET_FORMULA = re.compile(r"<code>[^<]*\\[a-z]+\{")


@pytest.fixture
def published(db: None) -> Course:
    """The program's own course with every task of the catalogue."""
    course = Course.objects.get(slug=content_import().course)
    packages_publish(course=course)
    return course


@pytest.fixture
def reader(published: Course) -> User:
    user = make_user("reader")
    membership_grant(course=published, user=user, role=Role.STUDENT)
    return user


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_task_opens_with_its_figures_and_formulas(
    published: Course, reader: User, language: str
) -> None:
    client = client_of(reader)
    client.post(reverse("core:language"), {"language": language, "next": "/"})
    assert Task.objects.of_course(published).open().count() == len(FOLDERS), "every topic is there"
    for folder in FOLDERS:
        page = client.get(reverse("submissions:task", args=(published.slug, folder.name)))
        assert page.status_code == 200, folder.name
        text = page.content.decode()
        package = load_folder(folder)
        assert f"<h1>{escape(package.title.get(language))}</h1>" in text
        assert not UNSET_FORMULA.search(text), folder.name
        for picture in shown_in(package.statement.get(language)):
            address = reverse(
                "submissions:figure",
                args=(published.slug, folder.name, 1, picture.source.removeprefix("figures/")),
            )
            assert re.search(rf'<img[^>]*src="{address}"[^>]*width="[\d.]+"[^>]*height="[\d.]+"', text)
            assert client.get(address).status_code == 200


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_explanation_can_be_set(folder: Path) -> None:
    """Code in backticks is closed, and no formula stays as its source."""
    package = load_folder(folder)
    texts = [text for variant in package.wrong for text in (variant.title, variant.explanation)]
    texts += [*package.conventions, package.forbidden.why, package.summary, *package.hints]
    for text in texts:
        for language in ("en", "hi"):
            html = str(render(text.get(language)))
            assert "`" not in html, text.get(language)
            assert not UNSET_FORMULA.search(html), text.get(language)


def test_students_meet_what_a_task_builds_on_before_it(published: Course, reader: User) -> None:
    order = [package.slug for package in in_teaching_order([load_folder(folder) for folder in FOLDERS])]
    for folder in FOLDERS:
        for need in load_folder(folder).requires:
            assert order.index(need) < order.index(folder.name)
    task = next((folder for folder in FOLDERS if load_folder(folder).requires), None)
    assert task is not None
    page = client_of(reader).get(reverse("submissions:task", args=(published.slug, task.name)))
    needed = load_folder(task).requires[0]
    assert reverse("submissions:task", args=(published.slug, needed)) in page.content.decode()


def test_the_demo_asks_for_two_tasks_and_not_for_the_whole_catalogue(published: Course) -> None:
    items = demo_assignment_create(course=published).items.filter(kind="task")
    assert {item.slug for item in items} == set(ASSIGNMENT_TASKS)
