"""With scripts off a coding task can still be solved: only the comfort of the editor is gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from dlquiz.accounts.models import User
from dlquiz.submissions.models import Submission
from dlquiz.tasks.models import Task

pytestmark = pytest.mark.django_db(transaction=True)


def test_code_is_sent_from_the_textarea_and_the_result_page_looks_again(
    browser: Browser, live_server: LiveServer, student: User, task: Task, sign_in: Callable[..., None]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, student)
    page = context.new_page()
    page.goto(f"{live_server.url}/courses/{task.course.slug}/tasks/{task.slug}/")
    page.fill("textarea", "def conv2d():\n    pass\n")
    page.click("[data-submit]")
    submission = Submission.objects.get()
    assert submission.source == "def conv2d():\n    pass\n"
    assert page.url.endswith(f"/submissions/{submission.receipt}/")
    assert page.locator('meta[http-equiv="refresh"]').count() == 1
    page.click(".site-tools [name=language]")
    assert page.locator("html").get_attribute("lang") == "hi"
    context.close()
