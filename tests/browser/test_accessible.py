"""axe finds nothing, and no page is wider than a phone: in both languages, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from dlquiz.accounts.models import User
from dlquiz.submissions.models import Purpose, Submission
from dlquiz.submissions.services import submission_create
from dlquiz.tasks.models import Task
from tests.browser.test_editor import grade
from tests.dlquiz.submissions.reports import FLIPPED

pytestmark = pytest.mark.django_db(transaction=True)

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # A header that is a formula: screen readers read MathML, which axe does not count as text.
    "rules": {"empty-table-header": {"enabled": False}},
}
LOOKS = [("en", "light", 360), ("hi", "dark", 360), ("hi", "light", 1280), ("en", "dark", 1280)]
Open = Callable[[str], Page]


@pytest.fixture(params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def open_page(
    request: pytest.FixtureRequest,
    browser: Browser,
    live_server: LiveServer,
    student: User,
    sign_in: Callable[..., None],
) -> Any:
    """Opens an address as the student sees it: a language, a theme, a width."""
    language, theme, width = request.param
    User.objects.filter(pk=student.pk).update(language=language)
    context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 800})
    sign_in(context, student)
    page = context.new_page()

    def visit(path: str) -> Page:
        page.goto(f"{live_server.url}{path}", wait_until="networkidle")
        assert page.locator("html").get_attribute("lang") == language
        return page

    yield visit
    context.close()


def assert_accessible(page: Page) -> None:
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(problem["id"], [node["target"] for node in problem["nodes"]]) for problem in found] == []
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1]


def test_every_component_of_the_style_guide(open_page: Open, settings: Any) -> None:
    settings.DEBUG = True
    assert_accessible(open_page("/style-guide/"))


def test_the_coding_task(open_page: Open, task: Task) -> None:
    assert_accessible(open_page(f"/courses/{task.course.slug}/tasks/{task.slug}/"))


def test_the_result_with_everything_unfolded(open_page: Open, student: User, task: Task) -> None:
    submission = submission_create(user=student, task=task, source="x = 1", purpose=Purpose.SUBMIT)
    grade(submission, diagnosis=FLIPPED)
    page = open_page(f"/submissions/{submission.receipt}/")
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    assert_accessible(page)


def test_a_submission_that_waits_and_the_history(open_page: Open, student: User, task: Task) -> None:
    submission = submission_create(user=student, task=task, source="x = 1", purpose=Purpose.RUN)
    assert Submission.objects.count() == 1
    assert_accessible(open_page(f"/courses/{task.course.slug}/tasks/{task.slug}/history/"))
    page = open_page("/me/")
    assert_accessible(page)
    page.goto(f"{page.url.removesuffix('me/')}submissions/{submission.receipt}/")
    assert_accessible(page)
