"""Which lines of a Markdown text are code, and which are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)$")


class Line(NamedTuple):
    """A line, counted from one. ``open`` and ``close`` are the fences around ``code``."""

    number: int
    text: str
    kind: Literal["prose", "open", "code", "close"]


def lines_of(markdown: str) -> Iterator[Line]:
    """All lines in order. A longer fence holds a shorter one; what is never closed goes on to the end."""
    fence = ""
    for number, text in enumerate(markdown.split("\n"), 1):
        match = _FENCE.match(text)
        if fence and match and match[1].startswith(fence) and not match[2].strip():
            fence = ""
            yield Line(number, text, "close")
        elif fence:
            yield Line(number, text, "code")
        elif match:
            fence = match[1]
            yield Line(number, text, "open")
        else:
            yield Line(number, text, "prose")
