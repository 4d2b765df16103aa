"""Text in the two languages of the course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["en", "hi"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """The same statement in English and in Hindi."""

    en: str
    hi: str

    def get(self, language: str) -> str:
        """The text in ``language``; English for a language that the course does not have."""
        return self.hi if language == "hi" else self.en

    def to_json(self) -> dict[str, str]:
        return {"en": self.en, "hi": self.hi}

    @classmethod
    def from_json(cls, value: Mapping[str, str]) -> Text:
        return cls(en=str(value["en"]), hi=str(value["hi"]))
