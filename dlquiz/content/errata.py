"""Reading the errata: what the course documents say wrongly, and what is right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dlquiz.content.lint import text_problems
from dlquiz.content.problems import ContentRefused, Problem, located
from dlquiz.content.source import CONTENT
from dlquiz.core.i18n import Text

FILE, COURSE = "errata.toml", "course.toml"
_KEYS = frozenset({"id", "topic", "claim", "right"})
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


@dataclass(frozen=True)
class Erratum:
    """One wrong statement: the topic that it belongs to, what is claimed, and what is right."""

    id: str
    topic: str
    claim: Text
    right: Text


def read_errata(folder: Path = CONTENT) -> tuple[Erratum, ...]:
    """All errata in their order; raises ``ContentRefused`` with every problem. None without a file."""
    if not (folder / FILE).is_file():
        return ()
    reader = _Reader(folder)
    errata = reader.errata()
    if reader.problems:
        raise ContentRefused(sorted(reader.problems))
    return errata


@dataclass
class _Reader:
    folder: Path
    problems: list[Problem] = field(default_factory=list)
    source: str = ""

    def errata(self) -> tuple[Erratum, ...]:
        topics = {str(topic.get("slug", "")) for topic in _tables(self.toml(COURSE)[0], "topic")}
        data, self.source = self.toml(FILE)
        entries = _tables(data, "erratum")
        for key in sorted(data.keys() - {"erratum"}):
            self.problem(f"unknown key `{key}`")
        names = [str(entry.get("id", "")) for entry in entries]
        for name in sorted({name for name in names if name and names.count(name) > 1}):
            self.problem(f"erratum '{name}' stands there twice")
        return tuple(self.erratum(entry, place, topics) for place, entry in enumerate(entries, start=1))

    def erratum(self, entry: Mapping[str, Any], place: int, topics: set[str]) -> Erratum:
        name, topic = str(entry.get("id", "")), str(entry.get("topic", ""))
        where = f"erratum '{name}'" if name else f"erratum {place}"
        if not _WORD.fullmatch(name):
            self.problem(f"{where}: `id` must be a word of small letters, digits and hyphens")
        if topic not in topics:
            self.problem(f"{where}: `topic` is {topic!r}, which {COURSE} does not have")
        for key in sorted(entry.keys() - _KEYS):
            self.problem(f"{where}: unknown key `{key}`")
        return Erratum(name, topic, self.text(entry, "claim", where), self.text(entry, "right", where))

    def text(self, entry: Mapping[str, Any], key: str, where: str) -> Text:
        value = entry.get(key)
        texts = value if isinstance(value, Mapping) else {}
        english, hindi = (str(texts.get(language, "")).strip() for language in ("en", "hi"))
        if not english or not hindi:
            self.problem(f"{where}: `{key}` needs both languages")
            return Text(english, hindi)
        for message in text_problems(english, hindi, f"`{key}`"):
            self.problem(f"{where}: {message}")
        if not _DEVANAGARI.search(hindi):
            self.problem(f"{where}: `{key}`: the Hindi text is not Hindi")
        return Text(english, hindi)

    def problem(self, message: str) -> None:
        self.problems.append(located(FILE, self.source, message))

    def toml(self, path: str) -> tuple[dict[str, Any], str]:
        try:
            source = (self.folder / path).read_text("utf-8")
            return tomllib.loads(source), source
        except (OSError, UnicodeDecodeError) as error:
            self.problems.append(Problem(path, 1, f"cannot be read: {error}"))
        except tomllib.TOMLDecodeError as error:
            self.problems.append(Problem(path, 1, f"no valid TOML: {error}"))
        return {}, ""


def _tables(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The tables of that name; none where something else stands there."""
    value = data.get(key)
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []
