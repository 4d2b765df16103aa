"""Hints: the last sections of a statement, which a page keeps closed and opens one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graders.package.fences import lines_of

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.+?)\s*#*\s*$")
_HINT = re.compile(r"(?:Hint|संकेत)\s+(\d+)")
LEVEL = 2


@dataclass(frozen=True, slots=True)
class Parts:
    """A statement taken apart. ``wrong_line``: the first heading among the hints that has no place there."""

    body: str
    hints: tuple[str, ...]
    wrong_line: int = 0


@dataclass(frozen=True, slots=True)
class _Heading:
    line: int
    level: int
    number: int


def split(markdown: str) -> Parts:
    """The statement before ``## Hint 1`` (``## संकेत 1``), and the text below each of these headings.

    Hints are numbered from one and nothing but hints follows the first of them; smaller headings may stand in
    them. Where that does not hold, the line is told and the text still shows, under the hint before it.
    """
    lines = markdown.split("\n")
    sections = [heading for heading in _headings(markdown) if heading.level <= LEVEL]
    hints = [heading for heading in sections if heading.number]
    if not hints:
        return Parts(markdown, ())
    begins = [heading.line for heading in hints]
    ends = [*begins[1:], len(lines) + 1]
    texts = (lines[begin : end - 1] for begin, end in zip(begins, ends, strict=True))
    body = lines[: begins[0] - 1]
    return Parts(_joined(body), tuple(map(_joined, texts)), _wrong_line(sections, begins[0]))


def _wrong_line(sections: list[_Heading], first: int) -> int:
    after = [heading for heading in sections if heading.line >= first]
    for expected, heading in enumerate(after, 1):
        if heading.number != expected:
            return heading.line
    return 0


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"


def _headings(markdown: str) -> Iterator[_Heading]:
    """The headings outside of code; ``number`` is 0 but for a hint's."""
    for line in lines_of(markdown):
        heading = _HEADING.match(line.text) if line.kind == "prose" else None
        if heading:
            level = len(heading[1])
            hint = _HINT.fullmatch(heading[2]) if level == LEVEL else None
            yield _Heading(line.number, level, int(hint[1]) if hint else 0)
