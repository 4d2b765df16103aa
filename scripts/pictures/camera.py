"""Windows of all looks, and people signed in at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

from dlquiz.supervisor.demo import DEMO_PASSWORD

VISITOR = "visitor"
LANGUAGES = ("en", "hi")
WIDTHS = (360, 1280)
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
Prepare = Callable[[Page], None]


@dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    language: str
    width: int
    theme: Theme

    def __str__(self) -> str:
        return f"{self.language}-{self.width}-{self.theme}"


# Language outermost: it is kept with the account, so that each person changes it once only.
LOOKS = tuple(Look(*look) for look in product(LANGUAGES, WIDTHS, THEMES))


@dataclass(frozen=True)
class Shot:
    """One page as one person sees it; ``prepare`` does what is to be done there before the picture."""

    name: str
    who: str
    address: str
    prepare: Prepare | None = None


class Camera:
    """Takes the pictures, and lends its people for what has to happen in between."""

    def __init__(self, browser: Browser, site: str, folder: Path, looks: Sequence[Look]) -> None:
        self.browser = browser
        self.site = site
        self.folder = folder
        self.looks = looks
        self.taken = 0
        self._sessions: dict[str, Any] = {}

    def window(self, who: str, look: Look = LOOKS[0]) -> Page:
        """A window of this look in which the person is signed in and reads the look's language."""
        if who != VISITOR and who not in self._sessions:
            self._sessions[who] = self._sign_in(who)
        context = self.browser.new_context(
            locale=f"{look.language}-IN",
            color_scheme=look.theme,
            viewport={"width": look.width, "height": 800},
            storage_state=self._sessions.get(who),
        )
        page = context.new_page()
        page.goto(f"{self.site}/")
        if page.locator("html").get_attribute("lang") != look.language:
            page.locator(f".site-tools [name=language][value={look.language}]").click()
            page.wait_for_selector(f"html[lang={look.language}]")
        return page

    def _sign_in(self, who: str) -> Any:
        context = self.browser.new_context()
        page = context.new_page()
        page.goto(f"{self.site}/accounts/login/")
        page.fill("[name=login]", who)
        page.fill("[name=password]", DEMO_PASSWORD)
        page.click("main form button")
        page.wait_for_url(f"{self.site}/")
        state = context.storage_state()
        context.close()
        return state

    def take(self, shots: Sequence[Shot]) -> None:
        """Each page in each look."""
        for look in self.looks:
            folder = self.folder / str(look)
            folder.mkdir(parents=True, exist_ok=True)
            for who in dict.fromkeys(shot.who for shot in shots):
                page = self.window(who, look)
                for shot in shots:
                    if shot.who == who:
                        self._take(page, shot, folder)
                page.context.close()

    def _take(self, page: Page, shot: Shot, folder: Path) -> None:
        page.goto(f"{self.site}{shot.address}", wait_until="networkidle")
        if shot.prepare is not None:
            shot.prepare(page)
        _scroll_through(page)
        page.screenshot(path=folder / f"{shot.name}.png", full_page=True, animations="disabled")
        self.taken += 1
        print(f"{folder.name}/{shot.name}.png", flush=True)


def _scroll_through(page: Page) -> None:
    """Bring everything into view once: pictures load, and the editor measures its lines, only when seen."""
    page.evaluate(
        """async () => {
            for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
                scrollTo({ top: y, behavior: "instant" });
                await new Promise(requestAnimationFrame);
            }
            await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
            await document.fonts.ready;
            scrollTo({ top: 0, behavior: "instant" });
            await new Promise(requestAnimationFrame);
        }"""
    )
