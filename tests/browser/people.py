"""People at their browsers: they find their way by links and buttons and read what is on the page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

from dlquiz.supervisor.demo import DEMO_PASSWORD

# A worker that has just been started loads PyTorch first, on a machine that may be busy.
VERDICT_MILLISECONDS = 90_000


class Person:
    """Somebody with an account of the demo, in a window of their own."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site

    def sign_in(self, name: str) -> None:
        """Through the form, to which the home page leads who is not signed in."""
        self.page.goto(f"{self.site}/")
        self.page.locator("[name=login]").fill(name)
        self.page.locator("[name=password]").fill(DEMO_PASSWORD)
        self.page.locator("main form button").click()
        expect(self.page).to_have_url(f"{self.site}/")

    def read_in(self, language: str) -> None:
        """Switch the language, where it is not that one already."""
        if self.page.locator("html").get_attribute("lang") != language:
            self.page.locator(f".site-tools [name=language][value={language}]").click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)

    def follow(self, address: str) -> None:
        """The first link in sight to an address that ends so."""
        self.page.locator(f'a[href$="{address}"]:visible').first.click()
        self.page.wait_for_url(f"**{address}")

    def open_topic(self, topic: str) -> None:
        """From the home page through the course."""
        self.page.locator(".brand").click()
        self.follow("/courses/deep-learning/")
        self.follow(f"/topics/{topic}/")

    def answer(self, text: str) -> None:
        """Write an answer in place of what stands there, and give it."""
        self.page.locator("main [name=answer]").fill(text)
        self.page.locator(".question__form .button--primary").click()
        expect(self.page.locator("#review")).to_be_visible()

    def answer_again(self) -> None:
        self.page.locator('form[action$="/again/"] button').click()
        expect(self.page.locator(".question__form")).to_be_visible()

    @property
    def review(self) -> Locator:
        """What was made of the answer."""
        return self.page.locator("#review")

    @property
    def outcome(self) -> Locator:
        """Right, partly right or not."""
        return self.review.locator(".question__result .chip")

    def write_code(self, source: str) -> None:
        """In the editor, in place of what stands there."""
        self.page.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)

    def choose_file(self, file: Path) -> None:
        """Open a file in the editor instead of writing."""
        self.page.locator("[data-upload] input").set_input_files(file)
        expect(self.page.locator("[data-saved]")).to_contain_text(file.name)

    def submit(self) -> str:
        """Hand in and wait for the verdict; the receipt."""
        self.page.locator("[data-submit]").click()
        # The verdict before this one may still stand there for a moment.
        expect(self.verdict).to_have_attribute("data-state", "queued")
        expect(self.verdict).to_have_attribute("data-state", "graded", timeout=VERDICT_MILLISECONDS)
        return self.verdict.locator(".facts code").inner_text()

    @property
    def verdict(self) -> Locator:
        return self.page.locator("#submission-status")

    def attempts(self) -> list[str]:
        """What a list of attempts says, newest first."""
        return self.page.locator("main .rows > li").all_inner_texts()

    def download(self, address: str) -> str:
        """Follow a link to a file; what is in it."""
        with self.page.expect_download() as started:
            self.page.locator(f'a[href*="{address}"]').click()
        file: Download = started.value
        return Path(file.path()).read_text("utf-8")
