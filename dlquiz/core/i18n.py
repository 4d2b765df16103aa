"""Text in two languages, which shows itself in the reader's."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from graders.contract import LANGUAGES
from graders.contract import Text as EngineText

__all__ = ["LANGUAGES", "Text", "active_language"]


def active_language() -> str:
    """The language of the page that is being made: ``en`` or ``hi``."""
    language = (get_language() or "en").split("-")[0]
    return language if language in LANGUAGES else "en"


@dataclass(frozen=True, slots=True)
class Text(EngineText):
    """A text in both languages; ``str()`` is the one in the active language."""

    def __str__(self) -> str:
        return self.get(active_language())
