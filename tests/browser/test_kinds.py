"""Every kind of question on a phone: by keyboard, kept on reload, without scripts; axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.courses.models import Topic
from dlquiz.questions.kinds import KINDS
from dlquiz.questions.services import question_version_publish
from tests.browser.test_accessible import RULES

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = {"en": "What comes here?", "hi": "यहाँ क्या आएगा?"}
STEPS = [
    ("zero", "Set the gradients to zero"),
    ("back", "Compute the gradients"),
    ("step", "Update the weights"),
]
ORDERING = {
    "statement": TEXT,
    "solution": TEXT,
    "ordering": {"item": [{"id": name, "text": {"en": text, "hi": text}} for name, text in STEPS]},
}
PASTE = """(field) => {
    const data = new DataTransfer();
    data.setData("text", "[[7, 8], [9, 10]]");
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    field.dispatchEvent(new ClipboardEvent("paste", options));
}"""


@pytest.fixture
def phone(browser: Browser, student: User, sign_in: Callable[..., None]) -> Iterator[BrowserContext]:
    """The student's phone."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    sign_in(context, student)
    yield context
    context.close()


@pytest.fixture
def address(live_server: LiveServer, topic: Topic) -> Callable[..., str]:
    """Publishes a question of a kind, its example unless a spec is given, and says where it is."""

    def publish(kind: str, spec: dict[str, Any] | None = None, number: int = 0) -> str:
        chosen = spec or KINDS[kind].examples()[number].spec
        question_version_publish(
            topic=topic, slug=kind.replace("_", "-"), kind=kind, spec=chosen, points=Decimal(4), position=1
        )
        slug = kind.replace("_", "-")
        return f"{live_server.url}/courses/{topic.course.slug}/questions/{slug}/"

    return publish


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_contain_text("Saved", timeout=10_000)


def answered(page: Page) -> None:
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator(".question__result .chip")).to_have_text("Right")


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("hi", "dark")])
def test_the_form_of_every_kind_fits_a_phone_and_axe_finds_nothing(
    browser: Browser,
    student: User,
    sign_in: Callable[..., None],
    address: Callable[..., str],
    kind: str,
    language: str,
    theme: Any,
) -> None:
    User.objects.filter(pk=student.pk).update(language=language)
    context = browser.new_context(color_scheme=theme, viewport={"width": 360, "height": 780})
    sign_in(context, student)
    page = context.new_page()
    page.goto(address(kind, number=len(KINDS[kind].examples()) - 1), wait_until="networkidle")
    violations = Axe().run(page, options=RULES).response["violations"]
    assert [(found["id"], [node["target"] for node in found["nodes"]]) for found in violations] == []
    width = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width[0] <= width[1]
    context.close()


def test_ticked_boxes_are_kept_and_counted(phone: BrowserContext, address: Callable[..., str]) -> None:
    page = phone.new_page()
    page.goto(address("multiple_choice"))
    for name in ("a", "b"):
        page.get_by_role("checkbox", name=name, exact=True).press("Space")
    saved(page)
    page.reload()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    answered(page)


def test_a_tensor_is_walked_through_by_keyboard_and_filled_by_pasting(
    phone: BrowserContext, address: Callable[..., str]
) -> None:
    page = phone.new_page()
    page.goto(address("tensor"))
    cells = page.locator("[data-tensor] input")
    cells.first.focus()
    for number in ("1", "0.5", "-2"):
        page.keyboard.type(number)
        page.keyboard.press("Enter")
    page.keyboard.type("3")
    saved(page)
    page.reload()
    assert [cells.nth(place).input_value() for place in range(4)] == ["1", "0.5", "-2", "3"]
    cells.first.focus()
    page.keyboard.press("ArrowDown")
    expect(cells.nth(2)).to_be_focused()
    cells.first.evaluate(PASTE)
    assert [cells.nth(place).input_value() for place in range(4)] == ["7", "8", "9", "10"]


def test_steps_are_put_in_order_by_keyboard_and_stay_so(
    phone: BrowserContext, address: Callable[..., str]
) -> None:
    page = phone.new_page()
    page.goto(address("ordering", ORDERING))
    order = page.locator(".ordering__text")
    wanted = [text for _, text in STEPS]
    for place, text in enumerate(wanted):
        while order.all_inner_texts().index(text) > place:
            page.get_by_role("button", name=f"Move up: {text}").press("Enter")
    assert order.all_inner_texts() == wanted
    expect(page.locator("[data-moved]")).not_to_be_empty()
    saved(page)
    page.reload()
    assert order.all_inner_texts() == wanted
    answered(page)
    expect(page.locator(".question__answer")).to_contain_text("1. Set the gradients to zero")


def test_an_order_can_be_given_without_scripts(
    browser: Browser, student: User, sign_in: Callable[..., None], address: Callable[..., str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, student)
    page = context.new_page()
    page.goto(address("ordering", ORDERING))
    for place, (_, text) in enumerate(STEPS, 1):
        page.get_by_label(f"Place of {text}").select_option(str(place))
    answered(page)
    context.close()


def test_partners_are_kept(phone: BrowserContext, address: Callable[..., str]) -> None:
    page = phone.new_page()
    page.goto(address("matching"))
    for item, partner in (("a", "x"), ("b", "y"), ("c", "z")):
        page.locator(f"#match-{item}").select_option(f"{item}={partner}")
    saved(page)
    page.reload()
    assert page.locator("#match-b").input_value() == "b=y"
    answered(page)


def test_gaps_keep_their_words_when_the_language_changes_their_order(
    phone: BrowserContext, address: Callable[..., str]
) -> None:
    page = phone.new_page()
    page.goto(address("fill_in"))
    page.locator("[name='answer.a']").fill("kernel")
    page.locator("[name='answer.b']").fill("stride")
    saved(page)
    page.click(".site-tools [name=language]")
    expect(page.locator("html")).to_have_attribute("lang", "hi")
    gaps = page.locator(".gaps__gap")
    assert [gaps.nth(place).input_value() for place in range(2)] == ["stride", "kernel"]
    page.locator(".question__form .button--primary").click()
    expect(page.locator(".question__result .chip")).to_have_text("सही")


@pytest.mark.parametrize(
    "kept", ['{"answer": "0.5", "revision": 0}', '{"values": null, "revision": 0}', "null", "{"]
)
def test_what_a_device_has_kept_is_taken_where_it_can_be_read_and_harms_nothing_else(
    phone: BrowserContext, address: Callable[..., str], kept: str
) -> None:
    page = phone.new_page()
    page.goto(address("number"))
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [page.get_attribute("form[data-autosave]", "data-key"), kept],
    )
    page.reload()
    field = page.get_by_label("Your answer")
    if "0.5" in kept:
        expect(field).to_have_value("0.5")
    else:
        field.fill("0.25")
    saved(page)
    assert Attempt.objects.get().draft == {"answer": "0.5" if "0.5" in kept else "0.25"}


def test_a_formula_is_shown_as_it_is_read(phone: BrowserContext, address: Callable[..., str]) -> None:
    page = phone.new_page()
    page.goto(address("formula"))
    field, preview = page.get_by_label("Your answer"), page.locator("[data-formula-preview]")
    field.fill("w - eta (")
    expect(preview).to_contain_text("ends where something should still follow")
    field.fill("w - eta * dL/dw")
    expect(preview.locator("math")).to_be_visible()
    saved(page)
    answered(page)


def test_a_reason_is_marked_with_the_decision(phone: BrowserContext, address: Callable[..., str]) -> None:
    page = phone.new_page()
    page.goto(address("true_false", number=1))
    page.get_by_label("False").check()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator("#answer_error")).to_contain_text("Give a reason too")
    expect(page.get_by_label("False")).to_be_checked()
    page.get_by_label("Why?").fill("The kernel slides over the image and adds up the products.")
    saved(page)
    answered(page)


def test_two_tabs_show_the_words_of_their_gaps(phone: BrowserContext, address: Callable[..., str]) -> None:
    first, where = phone.new_page(), address("fill_in")
    first.goto(where)
    second = phone.new_page()
    second.goto(where)
    first.locator("[name='answer.a']").fill("kernel")
    saved(first)
    second.locator("[name='answer.b']").fill("stride")
    panel = second.locator("[data-conflict]")
    expect(panel).to_be_visible(timeout=10_000)
    expect(panel.locator("[data-here]")).to_contain_text("Gap 2: stride")
    expect(panel.locator("[data-there]")).to_contain_text("Gap 1: kernel")


def test_two_tabs_with_different_entries_leave_the_choice_to_the_student(
    phone: BrowserContext, address: Callable[..., str]
) -> None:
    first, where = phone.new_page(), address("tensor")
    first.goto(where)
    second = phone.new_page()
    second.goto(where)
    cells = "[data-tensor] input"
    first.locator(cells).first.fill("1")
    saved(first)
    second.locator(cells).nth(1).fill("2")
    panel = second.locator("[data-conflict]")
    expect(panel).to_be_visible(timeout=10_000)
    panel.locator("[data-keep-there]").click()
    assert [second.locator(cells).nth(place).input_value() for place in range(2)] == ["1", ""]
    assert Attempt.objects.get().draft == {"answer": "1\t\t\t"}
