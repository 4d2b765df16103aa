"""On which line of a TOML file a key stands: the standard library's reader does not say."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""\s*([A-Za-z0-9_\-."' ]+?)\s*=""")
_LONG = re.compile(r"\"\"\"|'''")
_INDEX = re.compile(r"\[\d+\]$")


class KeyLines:
    """Lines of keys, named as ``Fields`` names them: ``limits.seconds``, ``wrong[2].kind``."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        table, inside = "", ""
        for number, line in enumerate(text.split("\n"), 1):
            if not inside:
                header, key = _HEADER.match(line), _KEY.match(line)
                if header:
                    table = self._table(_plain(header[2]), many=header[1] == "[[")
                    self._lines.setdefault(table, number)
                elif key:
                    name = _plain(key[1])
                    self._lines.setdefault(f"{table}.{name}" if table else name, number)
            for quotes in _LONG.findall(line):
                inside = "" if inside == quotes else (inside or quotes)

    def line_of(self, key: str) -> int:
        """The key's line; else that of the nearest table around it; 0 where neither is found."""
        while key:
            for known in (key, f"{key}[1]"):
                if known in self._lines:
                    return self._lines[known]
            shorter = _INDEX.sub("", key)
            key = shorter if shorter != key else key.rpartition(".")[0]
        return 0

    def _table(self, name: str, *, many: bool) -> str:
        if not many:
            return name
        self._counts[name] = self._counts.get(name, 0) + 1
        return f"{name}[{self._counts[name]}]"


def _plain(name: str) -> str:
    """The dotted name without quotes and spaces."""
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
