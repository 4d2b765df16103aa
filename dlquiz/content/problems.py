"""A problem of a content file: where it stands and what is wrong, for the person who writes the files."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAMED = re.compile(r"(?:concept|option) '?([\w-]+)'?")
_QUOTED = re.compile(r"[`']([\w.-]+)[`']")


@dataclass(frozen=True, order=True)
class Problem:
    """``path`` is relative to the content folder; ``line`` counts from 1."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ContentRefused(ValueError):
    """The content cannot be imported; nothing was changed. ``problems`` has all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def located(path: str, source: str, message: str) -> Problem:
    """The problem with the line that it most likely means: the named concept, option or key."""
    named = _NAMED.search(message)
    patterns = [rf'\bid = "{re.escape(named.group(1))}"'] if named else []
    patterns += [rf"\b{re.escape(name)}\b" for name in _QUOTED.findall(message)]
    for pattern in patterns:
        found = re.search(pattern, source)
        if found:
            return Problem(path, source.count("\n", 0, found.start()) + 1, message)
    return Problem(path, 1, message)
