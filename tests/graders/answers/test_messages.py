"""Every feedback code of answers is a sentence in both languages with the same parameters."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from graders.answers import messages

DEVANAGARI = re.compile(r"[\u0900-\u097f]")
SOURCES = [
    path
    for root in ("graders/answers", "dlquiz/questions")
    for path in (Path(__file__).parents[3] / root).rglob("*.py")
    if path.parent.name != "messages"
]
CODES = re.compile(
    r'"((?:answer|number(?!__)|shape|size|choices?|guard|code|parameters|entry|unit|both|negation|tensor|order'
    r'|match|matches|decision|reason|blanks|formula)_[a-z_]+)"'
)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(messages.MESSAGES))
def test_a_code_has_both_languages_with_equal_placeholders(code: str) -> None:
    text = messages.MESSAGES[code]
    assert DEVANAGARI.search(text.hi)
    assert placeholders(text.en) == placeholders(text.hi)
    params = dict.fromkeys(placeholders(text.en), "§")
    assert ("§" in messages.render(code, params, "hi")) == bool(params)


def test_every_code_that_is_used_has_a_text_and_every_text_is_used() -> None:
    used = {code for path in SOURCES for code in CODES.findall(path.read_text("utf-8"))}
    assert used == set(messages.MESSAGES)
