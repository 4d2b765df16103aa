"""One Hindi throughout: an English noun keeps one gender, a word one spelling, a sentence its danda."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import polib
import pytest

from graders.answers.messages import MESSAGES
from graders.exception_advice import GENERAL
from graders.feedback import TEXTS
from graders.next_steps import NEXT
from tests.guards.tree import ROOT, repository_files

DEVANAGARI = re.compile(r"[\u0900-\u097F]")
BEFORE, AFTER = r"(?<![\u0900-\u097F-])", r"(?![\u0900-\u097F])"
# The words that students' answers are read with are as students write them.
READ_NOT_WRITTEN = "graders/answers/text/"
WHERE = ("graders/", "dlquiz/", "reference_models/")

MASCULINE = (
    "account archive argument axis batch bias buffer case channel check code column convolution dimension "
    "dtype element error factor feature folder function gradient graph group index input kernel layout loop "
    "loss mean method model module momentum network normalization operation operator optimizer output "
    "package parameter pattern pixel product program range result scale shape size solution statement step "
    "stride submission task tensor title transpose type variance variant version view weight worker zero"
)
FEMININE = (
    "call class convention copy evaluation file heading image key layer library line list mail memory "
    "padding process row table training value window"
)
# Before a noun, the endings that agree with it: का, की, के, आपका, …; पहले and दूसरे are adverbs as well.
BEGINNINGS = (
    "क अपन आपक हमार उसक इसक जिसक पहल दूसर तीसर ऐस वैस पुरान बड़ छोट सार पूर वाल कौन-स अगल पिछल उलट कितन उतन अकेल लंब"
)
ADVERBS = {"पहले", "दूसरे"}
# Genitives that belong to a word further on.
ANOTHER_NOUN_FOLLOWS = r"(?![\w-]| [A-Za-z]| वाल)"

# What is not written, and what is written instead.
ONE_SPELLING = {
    "गलत": "ग़लत",
    "गलती": "ग़लती",
    "बाकी": "बाक़ी",
    "ज्यादा": "ज़्यादा",
    "सिर्फ": "सिर्फ़",
    "फर्क": "फ़र्क़",
    "नुकसान": "नुक़सान",
    "तरीके": "तरीक़े",
    "तरीका": "तरीक़ा",
    "जरूरत": "ज़रूरत",
    "जरूर": "ज़रूर",
    "खत्म": "ख़त्म",
    "खाली": "ख़ाली",
    "काफी": "काफ़ी",
    "हिंदी": "हिन्दी",
    "फ़ाइल": "file",
    "फाइल": "file",
    "पेज": "पृष्ठ",
    "उल्टा": "उलटा",
    "उल्टी": "उलटी",
    "उल्टे": "उलटे",
}
# Where everybody in a lecture says another word.
BOOKISH = "निष्पादन प्राचल आव्यूह प्रवणता वितरित संस्करण पंक्ति स्तंभ कोष्ठक मान्य त्रुटि संगणना चर फलन"


def texts_of(path: str) -> Iterator[str]:
    """The texts in Hindi of a file, each in one piece."""
    source = (ROOT / path).read_text("utf-8")
    if path.endswith(".py"):
        found = [n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)]
    elif path.endswith(".po"):
        entries = polib.pofile(source)
        found = [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values())]
    elif path.endswith(".toml"):
        # Test answers are in students' own spelling, which the marker has to read.
        found = list(leaves({key: value for key, value in tomllib.loads(source).items() if key != "answer"}))
    else:
        found = [source]
    yield from (text for text in found if isinstance(text, str) and DEVANAGARI.search(text))


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from leaves(part)
    else:
        yield value


def written_here() -> list[str]:
    return [
        path
        for path in repository_files()
        if path.startswith(WHERE)
        and not path.startswith(READ_NOT_WRITTEN)
        and (path.endswith((".py", ".toml", ".hi.md")) or "/locale/parts/" in path)
    ]


HINDI = [(path, text) for path in written_here() for text in texts_of(path)]


def disagreeing(text: str) -> list[str]:
    """Where a word before an English noun has the ending of the other gender."""
    found = []
    for endings, nouns in (("ी", MASCULINE), ("ाे", FEMININE)):
        words = {f"{stem}{ending}" for stem in BEGINNINGS.split() for ending in endings} - ADVERBS
        pattern = rf"{BEFORE}(?:{'|'.join(words)}) [`“]?(?:{nouns.replace(' ', '|')})s?{ANOTHER_NOUN_FOLLOWS}"
        found += [match[0] for match in re.finditer(pattern, text, re.IGNORECASE)]
    return found


def test_hindi_is_found_where_it_is_written() -> None:
    kinds = {path.rpartition(".")[2] for path, _ in HINDI}
    assert kinds == {"py", "po", "toml", "md"}
    assert disagreeing("आपकी shape") == ["आपकी shape"]
    assert disagreeing("उसके values") == ["उसके values"]
    assert disagreeing("आपका shape, उसकी values") == []


def test_a_noun_keeps_its_gender() -> None:
    wrong = {(path, found) for path, text in HINDI for found in disagreeing(text)}
    assert wrong == set()


def test_a_word_has_one_spelling() -> None:
    words = "|".join(ONE_SPELLING)
    pattern = re.compile(rf"{BEFORE}(?:{words}){AFTER}")
    assert {(path, found) for path, text in HINDI for found in pattern.findall(text)} == set()


def test_no_word_is_taken_from_a_book_that_nobody_says() -> None:
    pattern = re.compile(rf"{BEFORE}(?:{BOOKISH.replace(' ', '|')}){AFTER}")
    assert {(path, found) for path, text in HINDI for found in pattern.findall(text)} == set()


FEEDBACK = {**TEXTS, **MESSAGES, **NEXT, **GENERAL}


@pytest.mark.parametrize("code", sorted(FEEDBACK))
def test_feedback_ends_as_a_hindi_sentence_and_asks_politely(code: str) -> None:
    text = FEEDBACK[code]
    assert text.hi.endswith(("।", "?")) or (text.hi.endswith("}") and text.en.endswith("}"))
    # कीजिए, देखिए: not करें, करो, कर; a wish after अगर, ताकि or कि is none.
    assert not re.search(r"(?:करें|देखें|लिखें|करो|देखो|करिए)।", text.hi)
