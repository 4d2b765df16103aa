"""What is typed is kept: before the scripts have come, without a connection, after being signed out."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.courses.models import Topic
from tests.dlquiz.question_cast import TEXT, make_question

pytestmark = pytest.mark.django_db(transaction=True)

TYPED = "Kernel खिसकता है।"


@pytest.fixture
def slow_page(
    browser: Browser, live_server: LiveServer, topic: Topic, student: User, sign_in: Callable[..., None]
) -> Iterator[Page]:
    """The question on a connection on which the script that saves comes two seconds late."""
    make_question(topic, "kernel", "short_text", TEXT)
    context = browser.new_context(base_url=live_server.url)
    sign_in(context, student)
    page = context.new_page()

    def late(route: Route) -> None:
        time.sleep(2)
        route.continue_()

    page.route("**/autosave*.js", late)
    yield page
    context.close()


def open_and_type(page: Page) -> None:
    page.goto("/courses/deep-learning/questions/kernel/", wait_until="commit")
    page.locator("main [name=answer]").fill(TYPED)


def draft() -> str:
    attempt = Attempt.objects.first()
    return attempt.draft.get("answer", "") if attempt else ""


def test_it_is_saved_once_the_script_is_there(slow_page: Page) -> None:
    open_and_type(slow_page)
    expect(slow_page.locator("[data-saved]")).to_contain_text("Saved", timeout=20_000)
    assert draft() == TYPED


def test_it_does_not_overwrite_what_the_device_has_kept(slow_page: Page, student: User) -> None:
    key = f"dlquiz:answer:{student.pk}:deep-learning/kernel/1"
    kept = json.dumps({"values": {"answer": "An older text."}, "revision": 0})
    slow_page.goto("/", wait_until="commit")
    slow_page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
    open_and_type(slow_page)
    panel = slow_page.locator("[data-conflict]")
    expect(panel.locator("[data-here]")).to_have_text(TYPED, timeout=20_000)
    expect(panel.locator("[data-there]")).to_have_text("An older text.")
    panel.locator("[data-keep-there]").click()
    expect(slow_page.locator("[data-saved]")).to_contain_text("Saved", timeout=20_000)
    assert draft() == "An older text."


@pytest.fixture
def page_and_context(
    browser: Browser, live_server: LiveServer, topic: Topic, student: User, sign_in: Callable[..., None]
) -> Iterator[tuple[Page, BrowserContext]]:
    make_question(topic, "kernel", "short_text", TEXT)
    context = browser.new_context(base_url=live_server.url)
    sign_in(context, student)
    yield context.new_page(), context
    context.close()


ADDRESS = "/courses/deep-learning/questions/kernel/"


def test_a_lost_connection_loses_nothing(page_and_context: tuple[Page, BrowserContext]) -> None:
    page, context = page_and_context
    page.goto(ADDRESS)
    context.set_offline(True)
    page.locator("main [name=answer]").fill(TYPED)
    expect(page.locator("[data-saved]")).to_contain_text("Kept on this device", timeout=20_000)
    assert draft() == ""
    context.set_offline(False)
    expect(page.locator("[data-saved]")).to_contain_text("Saved", timeout=20_000)
    assert draft() == TYPED


def test_what_was_typed_after_being_signed_out_is_there_after_signing_in(
    page_and_context: tuple[Page, BrowserContext], student: User, sign_in: Callable[..., None]
) -> None:
    page, context = page_and_context
    page.goto(ADDRESS)
    context.clear_cookies()
    page.locator("main [name=answer]").fill(TYPED)
    expect(page.locator("[data-saved]")).to_contain_text("Kept on this device", timeout=20_000)
    sign_in(context, student)
    page.goto(ADDRESS)
    expect(page.locator("main [name=answer]")).to_have_value(TYPED)
    expect(page.locator("[data-saved]")).to_contain_text("Saved", timeout=20_000)
    assert draft() == TYPED
