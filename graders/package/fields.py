"""Reading TOML with every problem collected, instead of stopping at the first."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from graders.contract import LANGUAGES, Text
from graders.package.model import NO_TEXT, Problem
from graders.package.toml_lines import KeyLines

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class Source:
    """One TOML file, and the list in which everything wrong with it is noted."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self.path, self._problems, self._text = path, problems, text
        self._lines: KeyLines | None = None

    def fields(self) -> Fields:
        """The file's top table; an empty one where the file is no TOML, which is noted."""
        try:
            return Fields(tomllib.loads(self._text), self)
        except tomllib.TOMLDecodeError as error:
            place = _PLACE.search(str(error))
            line = int(place[1]) if place and place[1] else 0
            detail = _PLACE.sub("", str(error))
            self._problems.append(
                Problem("toml_unreadable", {"path": self.path, "detail": detail}, self.path, line)
            )
        except (ValueError, RecursionError) as error:
            self._problems.append(
                Problem("toml_unreadable", {"path": self.path, "detail": str(error)}, self.path)
            )
        return Fields({}, self, quiet=True)

    def note(self, code: str, key: str, params: Mapping[str, Any]) -> None:
        if self._lines is None:
            self._lines = KeyLines(self._text)
        line = self._lines.line_of(key)
        self._problems.append(Problem(code, {"key": key, **params}, self.path, line))


class Fields:
    """One table of a TOML file. Typed reads that note what is wrong and go on with a stand-in.

    A ``quiet`` one notes nothing: that the file could not be read has been said already.
    """

    def __init__(
        self, table: Mapping[str, Any], source: Source, where: str = "", quiet: bool = False
    ) -> None:
        self._table, self._source, self._where, self._quiet = table, source, where, quiet

    def only(self, known: Iterable[str]) -> None:
        """Refuse every key that is not in ``known``."""
        names = sorted(known)
        for key in self._table:
            if key not in names:
                self.note("key_unknown", key, known=", ".join(names))

    def text(self, key: str, default: str | None = None, pattern: re.Pattern[str] | None = None) -> str:
        """Text that is not blank, and looks like ``pattern`` where one is given."""
        value = self._present(key, default)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.note("value_text", key)
            return ""
        if not value.strip():
            self.note("value_blank", key)
        elif pattern is not None and not pattern.fullmatch(value):
            self.note("value_name", key, value=value[:80])
        return value

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """One of ``choices``; the first where none is given."""
        value = self._table.get(key, choices[0])
        if value in choices:
            return str(value)
        self.note("value_choice", key, value=str(value)[:80], choices=", ".join(choices))
        return choices[0]

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number within bounds."""
        value = self._present(key, default)
        if value is None:
            return low
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.note("value_whole", key, low=low, high=high)
            return low
        return value

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A number within bounds; no NaN."""
        value = self._present(key, default)
        if value is None:
            return low
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self.note("value_number", key, low=f"{low:g}", high=f"{high:g}")
            return low
        return float(value)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of text, empty where absent."""
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, str) and part for part in value):
            self.note("value_words", key)
            return ()
        return tuple(value)

    def both(self, key: str, required: bool = True) -> Text:
        """Text in both languages."""
        value = self._present(key, None) if required else self._table.get(key)
        if value is None:
            return NO_TEXT
        if not isinstance(value, dict):
            self.note("value_both", key)
            return NO_TEXT
        inner = Fields(value, self._source, self._full(key))
        inner.only(LANGUAGES)
        for language in LANGUAGES:
            text = value.get(language)
            if text is not None and not isinstance(text, str):
                inner.note("value_text", language)
            elif not (text or "").strip():
                self.note("language_missing", key, language=language)
        return Text(str(value.get("en", "")), str(value.get("hi", "")))

    def table(self, key: str) -> Fields:
        """The table under ``key``, empty where absent."""
        value = self._table.get(key, {})
        if not isinstance(value, dict):
            self.note("value_table", key)
            return Fields({}, self._source, self._full(key), quiet=True)
        return Fields(value, self._source, self._full(key), self._quiet)

    def tables(self, key: str) -> list[Fields]:
        """The list of tables under ``key``, empty where absent."""
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self.note("value_tables", key)
            return []
        return [Fields(p, self._source, f"{self._full(key)}[{n}]") for n, p in enumerate(value, 1)]

    def names(self) -> tuple[str, ...]:
        return tuple(self._table)

    def note(self, code: str, key: str, **params: Any) -> None:
        """Say that ``key`` is wrong."""
        if not self._quiet:
            self._source.note(code, self._full(key), params)

    def _present(self, key: str, default: Any) -> Any:
        value = self._table.get(key, default)
        if value is None:
            self.note("key_missing", key)
        return value

    def _full(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key
