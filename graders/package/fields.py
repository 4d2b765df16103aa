"""Reading TOML with every problem collected, instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graders.contract import LANGUAGES, Text
from graders.package.model import Problem


class Fields:
    """One table of a TOML file. Typed reads that note what is wrong and go on with a stand-in."""

    def __init__(self, table: Mapping[str, Any], path: str, where: str, problems: list[Problem]) -> None:
        self._table, self._path, self._where, self._problems = table, path, where, problems

    def only(self, known: Iterable[str]) -> None:
        """Refuse every key that is not in ``known``."""
        names = sorted(known)
        for key in self._table:
            if key not in names:
                self._note("key_unknown", key=self._full(key), known=", ".join(names))

    def text(self, key: str, default: str | None = None) -> str:
        return self._typed(key, str, "text", default, "")

    def whole(self, key: str, default: int | None = None, low: int = 0, high: int = 1 << 31) -> int:
        value = self._typed(key, int, f"a whole number from {low} to {high}", default, low)
        if not low <= value <= high:
            self._note("value_wrong", key=self._full(key), wanted=f"a whole number from {low} to {high}")
            return low
        return value

    def number(self, key: str, default: float | None = None, low: float = 0.0, high: float = 1e9) -> float:
        value = self._table.get(key, default)
        wanted = f"a number from {low:g} to {high:g}"
        if value is None:
            self._note("key_missing", key=self._full(key))
        elif isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            self._note("value_wrong", key=self._full(key), wanted=wanted)
        else:
            return float(value)
        return low

    def words(self, key: str) -> tuple[str, ...]:
        """A list of text, empty where absent."""
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            self._note("value_wrong", key=self._full(key), wanted="a list of text")
            return ()
        return tuple(value)

    def both(self, key: str, required: bool = True) -> Text:
        """Text in both languages."""
        value = self._table.get(key)
        if value is None:
            if required:
                self._note("key_missing", key=self._full(key))
            return Text("", "")
        if not isinstance(value, dict):
            self._note("value_wrong", key=self._full(key), wanted="a table with en and hi")
            return Text("", "")
        Fields(value, self._path, self._full(key), self._problems).only(LANGUAGES)
        for language in LANGUAGES:
            if not isinstance(value.get(language), str) or not value[language].strip():
                self._note("language_missing", key=self._full(key), language=language)
        return Text(str(value.get("en", "")), str(value.get("hi", "")))

    def table(self, key: str) -> Fields:
        value = self._typed(key, dict, "a table", {}, {})
        return Fields(value, self._path, self._full(key), self._problems)

    def tables(self, key: str) -> list[Fields]:
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self._note("value_wrong", key=self._full(key), wanted="a list of tables")
            return []
        return [
            Fields(part, self._path, f"{self._full(key)}[{number}]", self._problems)
            for number, part in enumerate(value, 1)
        ]

    def keys(self) -> tuple[str, ...]:
        return tuple(self._table)

    def refuse(self, key: str, wanted: str) -> None:
        self._note("value_wrong", key=self._full(key), wanted=wanted)

    def _typed(self, key: str, kind: type, wanted: str, default: Any, stand_in: Any) -> Any:
        value = self._table.get(key, default)
        if value is None:
            self._note("key_missing", key=self._full(key))
        elif not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self._note("value_wrong", key=self._full(key), wanted=wanted)
        else:
            return value
        return stand_in

    def _full(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key

    def _note(self, code: str, **params: Any) -> None:
        self._problems.append(Problem(code, params, self._path))
