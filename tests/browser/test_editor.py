"""The editor of a coding task: drafts are never lost, keys work, nothing needs a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from dlquiz.accounts.models import User
from dlquiz.submissions.models import Draft, Grade, State, Submission
from dlquiz.tasks.models import Task
from tests.dlquiz.submissions.reports import FLIPPED, SYNTAX_ERROR, report

pytestmark = pytest.mark.django_db(transaction=True)


def source(page: Page) -> str:
    """What would be sent."""
    value: str = page.evaluate("document.querySelector('[name=source]').value")
    return value


def write(page: Page, text: str) -> None:
    """Add to the end of the code. In one go: a window that is not in front loses its cursor between keys."""
    page.bring_to_front()
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(text)


def saved(page: Page) -> None:
    page.keyboard.press("Control+s")
    expect(page.locator("[data-saved]")).to_contain_text("Saved")


def grade(submission: Submission, **changes: object) -> None:
    """What a worker would write."""
    value = report(**changes)
    Grade.objects.create(
        submission=submission,
        number=1,
        report=value,
        verdict=value["verdict"],
        score=value["score"],
        max_score=value["max_score"],
    )
    submission.state = State.GRADED
    submission.finished_at = submission.created_at
    submission.save()


def test_what_is_typed_is_on_the_server_after_ctrl_s_and_back_after_a_reload(task_page: Page) -> None:
    write(task_page, "\nanswer = 42")
    saved(task_page)
    assert Draft.objects.get().source.endswith("answer = 42")
    task_page.reload()
    expect(task_page.locator(".cm-content")).to_contain_text("answer = 42")


def test_what_is_typed_survives_a_reload_that_nobody_waited_for(task_page: Page) -> None:
    write(task_page, "\nquick = 1")
    task_page.reload()
    expect(task_page.locator(".cm-content")).to_contain_text("quick = 1")
    expect(task_page.locator("[data-choice]")).to_be_hidden()


def test_a_lost_connection_loses_nothing(task_page: Page) -> None:
    write(task_page, "\nfirst = 1")
    saved(task_page)
    task_page.context.set_offline(True)
    write(task_page, "\noffline = 1")
    expect(task_page.locator("[data-saved]")).to_contain_text("Kept on this device")
    task_page.context.set_offline(False)
    expect(task_page.locator("[data-saved]")).to_contain_text("Saved", timeout=10_000)
    assert Draft.objects.get().source.endswith("offline = 1")


@pytest.mark.parametrize("taken", ["device", "server"])
def test_two_devices_that_differ_leave_the_choice_to_the_student(
    task_page: Page, browser: Browser, student: User, sign_in: Callable[..., None], taken: str
) -> None:
    write(task_page, "\ncommon = 0")
    saved(task_page)
    other = browser.new_context().new_page()
    sign_in(other.context, student)
    other.goto(task_page.url)
    other.wait_for_selector(".cm-content")
    write(other, "\ntheirs = 2")
    saved(other)
    write(task_page, "\nmine = 1")
    choice = task_page.locator("[data-choice]")
    expect(choice).to_be_visible()
    expect(choice.locator("[data-device-source] mark")).to_have_text("mine = 1")
    expect(choice.locator("[data-server-source] mark")).to_have_text("theirs = 2")
    choice.locator(f"[data-keep-{taken}]").click()
    expect(task_page.locator("[data-saved]")).to_contain_text("Saved")
    kept = "mine = 1" if taken == "device" else "theirs = 2"
    assert source(task_page).endswith(kept)
    assert Draft.objects.get().source.endswith(kept)
    other.context.close()


def test_the_starter_code_comes_back_and_goes_again(task_page: Page) -> None:
    starter = source(task_page)
    write(task_page, "\nmine = 1")
    task_page.locator("[data-reset]").click()
    assert source(task_page) == starter
    task_page.locator("[data-undo-reset]").click()
    assert source(task_page).endswith("mine = 1")


def test_a_file_can_be_opened_instead_of_typing(task_page: Page) -> None:
    chooser = task_page.locator("[data-upload] input")
    chooser.set_input_files({"name": "a.py", "mimeType": "text/x-python", "buffer": b"x = 1\r\ny = 2\r\n"})
    expect(task_page.locator("[data-saved]")).to_contain_text("a.py")
    assert source(task_page) == "x = 1\ny = 2\n"
    chooser.set_input_files({"name": "b.py", "mimeType": "text/x-python", "buffer": b"\x00\x01"})
    expect(task_page.locator("[data-saved]")).to_contain_text("not a text file")
    assert source(task_page) == "x = 1\ny = 2\n"


def test_the_keyboard_gets_out_of_the_editor(task_page: Page) -> None:
    task_page.locator(".cm-content").click()
    before = source(task_page)
    task_page.keyboard.press("Escape")
    task_page.keyboard.press("Tab")
    assert task_page.evaluate("document.activeElement.matches('[data-run]')")
    assert source(task_page) == before


def test_the_language_switch_keeps_what_was_typed(task_page: Page) -> None:
    write(task_page, "\nkept = 1")
    task_page.locator(".site-tools [name=language]").click()
    expect(task_page.locator("html")).to_have_attribute("lang", "hi")
    expect(task_page.locator(".cm-content")).to_contain_text("kept = 1")


def test_the_verdict_comes_by_itself_with_its_reason(task_page: Page, student: User, task: Task) -> None:
    task_page.locator(".cm-content").click()
    task_page.keyboard.press("Control+Enter")
    status = task_page.locator("#submission-status")
    expect(status).to_have_attribute("data-state", "queued")
    submission = Submission.objects.get()
    assert submission.purpose == "run"
    grade(submission, diagnosis=FLIPPED)
    expect(status).to_have_attribute("data-state", "graded", timeout=8_000)
    expect(status.locator(".reason__title")).to_have_text("The kernel is flipped")
    expect(task_page.locator("#verdict-announcer")).to_contain_text("The kernel is flipped")


def test_an_error_with_a_line_is_marked_in_the_gutter(task_page: Page) -> None:
    task_page.locator("[data-submit]").click()
    expect(task_page.locator("#submission-status")).to_have_attribute("data-state", "queued")
    grade(Submission.objects.get(), cases=(), message=SYNTAX_ERROR)
    expect(task_page.locator(".cm-lint-marker")).to_have_count(1, timeout=8_000)


def test_hints_open_one_by_one_and_stay_reachable(task_page: Page) -> None:
    hints = task_page.locator(".task__hints > details")
    assert hints.count() > 1
    expect(hints.nth(0)).to_be_visible()
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).locator("summary").click()
    hints.nth(1).locator("summary").click()
    hints.nth(0).locator("summary").click()
    expect(hints.nth(1), "what was opened does not vanish with the one before it").to_be_visible()


def test_asking_goes_on_after_a_lost_connection(task_page: Page) -> None:
    task_page.locator("[data-submit]").click()
    expect(task_page.locator("#submission-status")).to_have_attribute("data-state", "queued")
    task_page.context.set_offline(True)
    expect(task_page.locator("#verdict-announcer")).to_contain_text("connection was lost", timeout=8_000)
    grade(Submission.objects.get())
    task_page.context.set_offline(False)
    expect(task_page.locator("#submission-status")).to_have_attribute("data-state", "graded", timeout=10_000)
