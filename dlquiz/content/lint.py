"""Do the two languages of a lesson say the same? Its language-neutral parts must be equal."""

from __future__ import annotations

import re
from collections.abc import Callable

from dlquiz.content.problems import Problem

_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
_INLINE = re.compile(r"(?<![\w$\\])\$(?!\s)([^$\n]+?)(?<!\s)\$(?![\d$])")
_CODE = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
_EMPTY_PICTURE = re.compile(r"!\[\s*\]\(")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
_TABLE_ROW = re.compile(r"^\|.*\|\s*$", re.MULTILINE)
_LIST_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.) ", re.MULTILINE)
_NOTE = re.compile(r"^> ", re.MULTILINE)
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def _found(pattern: re.Pattern[str]) -> Callable[[str], list[str]]:
    return lambda text: pattern.findall(text)


def _sorted(pattern: re.Pattern[str]) -> Callable[[str], list[str]]:
    """In any order: the two languages put a formula at different places of a sentence."""
    return lambda text: sorted(pattern.findall(_FENCE.sub("", text)))


def _count(pattern: re.Pattern[str]) -> Callable[[str], int]:
    return lambda text: len(pattern.findall(_FENCE.sub("", text)))


_EQUAL: dict[str, Callable[[str], object]] = {
    "code blocks": _found(_FENCE),
    "headings": _found(_HEADING),
    "displayed formulas": _found(_DISPLAY),
    "formulas": lambda text: _sorted(_INLINE)(_DISPLAY.sub("", text)),
    "code words": _sorted(_CODE),
    "pictures": _found(_PICTURE),
    "links": _sorted(_LINK),
    "table rows": _count(_TABLE_ROW),
    "list items": _count(_LIST_ITEM),
    "notes": _count(_NOTE),
}


def lesson_problems(english: str, hindi: str, path: str) -> list[Problem]:
    """Where the Hindi lesson at ``path`` differs from the English one in what both share."""
    problems = [
        Problem(path, _first_difference(measure, english, hindi), f"{name} differ from the English lesson")
        for name, measure in _EQUAL.items()
        if measure(english) != measure(hindi)
    ]
    if not _DEVANAGARI.search(hindi):
        problems.append(Problem(path, 1, "this is not Hindi"))
    for match in _EMPTY_PICTURE.finditer(hindi):
        line = hindi.count("\n", 0, match.start()) + 1
        problems.append(Problem(path, line, "a picture without a description"))
    return problems


def text_problems(english: str, hindi: str, where: str) -> list[str]:
    """The same for a short text of a question; said of ``where``."""
    found = [
        f"{where}: {name} differ between the languages"
        for name in ("code blocks", "displayed formulas", "formulas", "code words")
        if _EQUAL[name](english) != _EQUAL[name](hindi)
    ]
    if _DEVANAGARI.search(english):
        found.append(f"{where}: the English text has Devanagari in it")
    return found


def _first_difference(measure: Callable[[str], object], english: str, hindi: str) -> int:
    """The line of the first thing that only the Hindi text has; the first line where there is none."""
    wanted, got = measure(english), measure(hindi)
    if isinstance(wanted, list) and isinstance(got, list):
        extra = next((item for item in got if item not in wanted), None)
        if extra is not None:
            return hindi.count("\n", 0, hindi.find(extra)) + 1
    return 1
