"""A real Chromium on a running server: what is tested here is what people see and press."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course, Topic
from dlquiz.env import BASE_DIR
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.package import load_folder
from scripts.chromium import ARGUMENTS, chromium
from tests.cast import client_of


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], django_db_setup: None, live_server: LiveServer
) -> dict[str, Any]:
    """Debian's Chromium. Without one the tests are skipped, but never where CI says that it is CI.

    Asks for server and database so that the browser, which keeps connections to them, is closed before them.
    """
    program = chromium()
    if program is None:
        message = "no Chromium on PATH: the browser tests cannot run"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return {**browser_type_launch_args, "executable_path": program, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def base_url() -> str:
    """In place of the plugin's own, which today's pytest warns about; addresses here are whole."""
    return ""


@pytest.fixture(autouse=True)
def nothing_asked_any_more(transactional_db: None, live_server: LiveServer) -> Iterator[None]:
    """Ends after the test's browsers and before the database is emptied: waits for what they still asked.

    A page that goes away does not take its request along. One that is half way through its transaction
    and the emptying of all tables wait for each other, and PostgreSQL then refuses the emptying.
    """
    yield
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and any(map(_answers_a_request, threading.enumerate())):
        time.sleep(0.01)


def _answers_a_request(thread: threading.Thread) -> bool:
    return "process_request_thread" in thread.name


@pytest.fixture
def task(course: Course, topic: Topic) -> Task:
    """The first coding task of the course, published."""
    package = load_folder(BASE_DIR / "reference_models" / "conv2d-forward")
    Topic.objects.filter(pk=topic.pk).update(slug=package.topic)
    return task_version_publish(course=course, package=package, proof={}).task


@pytest.fixture
def sign_in(live_server: LiveServer) -> Callable[[BrowserContext, User], None]:
    """Give a browser the person's session."""

    def give(context: BrowserContext, user: User) -> None:
        client: Client = client_of(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )

    return give


@pytest.fixture
def task_page(
    page: Page, live_server: LiveServer, student: User, task: Task, sign_in: Callable[..., None]
) -> Iterator[Page]:
    """The student before the editor; an error in a script, or one that the CSP refuses, fails the test."""
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))

    def heard(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            problems.append(message.text)

    page.on("console", heard)
    sign_in(page.context, student)
    page.goto(f"{live_server.url}/courses/{task.course.slug}/tasks/{task.slug}/")
    page.wait_for_selector(".cm-content")
    yield page
    assert problems == []
