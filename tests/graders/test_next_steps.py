"""Whoever is told what is wrong is told what to look at."""

from __future__ import annotations

import re

import pytest

from graders import checks
from graders.feedback import TEXTS
from graders.next_steps import NEXT, SAID, next_step

DEVANAGARI = re.compile(r"[\u0900-\u097f]")


@pytest.mark.parametrize("code", sorted(checks.FEEDBACK))
def test_every_feedback_says_what_to_look_at_next(code: str) -> None:
    assert (code in NEXT) != (code in SAID), (
        f"give {code} a line in NEXT, or say it in its text and add it to SAID"
    )
    for language in ("en", "hi"):
        assert bool(next_step(code, {}, language)) == (code in NEXT)


def test_nothing_is_said_of_codes_that_do_not_exist() -> None:
    assert set(NEXT) | SAID <= set(TEXTS)


@pytest.mark.parametrize("code", sorted(NEXT))
def test_what_to_look_at_is_a_sentence_in_both_languages(code: str) -> None:
    text = NEXT[code]
    assert text.en.endswith(".")
    assert text.hi.endswith("।")
    assert DEVANAGARI.search(text.hi)
    assert not DEVANAGARI.search(text.en)


def test_an_exception_is_advised_on_by_its_kind() -> None:
    general = next_step("raised", {"type": "RuntimeError"}, "en")
    assert next_step("raised", {"type": "NameError"}, "en") != general
    assert next_step("raised_hidden", {"type": "IndexError"}, "hi") != next_step("raised_hidden", {}, "hi")
    # A name that the solution chose has no advice of its own.
    assert next_step("raised", {"type": "__class__"}, "en") == general


def test_what_is_missing_is_told_by_what_torch_says() -> None:
    def advice(message: str) -> str:
        return next_step("raised", {"type": "NotImplementedError", "message": message}, "en")

    assert "starter" in advice("write your code here")
    assert "method forward" in advice('Module [Net] is missing the required "forward" function')
    assert "dtype" in advice("\"log_vml_cpu\" not implemented for 'Long'")
