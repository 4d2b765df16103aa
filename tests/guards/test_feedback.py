"""Every reason that the engine can give is a sentence in both languages with the same parameters."""

import re

import pytest

from graders import feedback

DEVANAGARI = re.compile(r"[\u0900-\u097F]")


@pytest.mark.parametrize("code", sorted(feedback.TEXTS))
def test_a_code_has_both_languages_with_equal_placeholders(code: str) -> None:
    text = feedback.TEXTS[code]
    assert text.en.strip()
    assert DEVANAGARI.search(text.hi), "the Hindi text is not in Hindi"
    assert not DEVANAGARI.search(text.en)
    assert feedback.placeholders(text.en) == feedback.placeholders(text.hi)


@pytest.mark.parametrize("code", sorted(feedback.TEXTS))
@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_code_renders_with_its_parameters(code: str, language: str) -> None:
    names = feedback.placeholders(feedback.TEXTS[code].get(language))
    rendered = feedback.render(code, {name.split(".")[0].split("[")[0]: "§" for name in names}, language)
    assert ("§" in rendered) == bool(names)
    assert "{" not in rendered.replace("{{", "")
