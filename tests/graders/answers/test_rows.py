"""Things in a row: arrows, examples, "not only … but", and statements between commas."""

from __future__ import annotations

from typing import Any

import pytest

from graders.answers.outcome import Outcome
from graders.answers.text.clauses import clauses_of
from graders.answers.text.lexicon import load_lexicon
from graders.answers.text.marker import mark_text
from graders.answers.text.rubric import Rubric, read_rubric

SAY = {"en": "It is said.", "hi": "यह कहा गया।"}


def rubric(*patterns: dict[str, Any]) -> Rubric:
    """A rubric with one concept for each pattern."""
    concepts = [
        {"id": f"c{place}", "say": SAY, "accept": [pattern]} for place, pattern in enumerate(patterns, 1)
    ]
    return read_rubric({"glossary": ["convolution", "network"], "concept": concepts})


ORDER = rubric({"all": ["input", "hidden_layer", "output"], "ordered": True})
SMALL = rubric({"all": ["output", "small"]})
BOTH = rubric({"all": ["detect", "pattern"]}, {"all": ["detect", "border"]})
LAYERS = rubric({"all": ["detect", "pattern"], "subject": "layer", "rivals": "image"})


def full(key: Rubric, answer: str) -> bool:
    return mark_text(key, answer).outcome is Outcome.FULL


def codes(key: Rubric, answer: str) -> list[str]:
    return [remark.code for remark in mark_text(key, answer).remarks]


@pytest.mark.parametrize(
    "answer",
    [
        "The data goes through input → hidden layer → output.",
        "The data goes through input -> hidden layer -> output.",
        "Data input → hidden layer → output से होकर जाता है।",
        "Data ka rasta hai: input → hidden layer → output",
    ],
)
def test_things_between_arrows_are_a_row_in_its_order(answer: str) -> None:
    assert full(ORDER, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "The data goes through output → hidden layer → input.",
        "The data goes through input → output → hidden layer.",
        "Data output → hidden layer → input से होकर जाता है।",
        "The data does not go through input → hidden layer → output.",
        "The data goes through input → not the hidden layer → output.",
    ],
)
def test_another_order_or_a_denied_row_gets_no_full_mark(answer: str) -> None:
    assert not full(ORDER, answer)


@pytest.mark.parametrize("answer", ["input → hidden layer → output", "इनपुट -> hidden layer -> output"])
def test_a_bare_row_of_words_is_a_list_of_words(answer: str) -> None:
    assert "guard_word_list" in codes(ORDER, answer)


def test_an_arrow_to_a_statement_still_makes_a_condition() -> None:
    lexicon = load_lexicon("convolution")
    for text in ("larger stride → smaller output", "stride बढ़ता है → output छोटा होता है"):
        assert [clause.condition for clause in clauses_of(text, lexicon)] == [True, False]


@pytest.mark.parametrize(
    "answer",
    [
        "Layer 1 detects edges, layer 2 detects lines, later layers detect objects.",
        "Early layers detect edges, the next layer detects textures, last layers detect objects.",
        "First layer detects edges and later layers detect objects.",
    ],
)
def test_statements_between_commas_are_no_list_of_words(answer: str) -> None:
    assert full(LAYERS, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "layer, detect, edges, layer, detect, lines, objects",
        "Layer detect edges, layer detect lines, layer detect objects",
        "layers detecting edges, layers detecting lines, layers detecting objects",
        "edges layers detects, lines layers detects, objects layers detects",
    ],
)
def test_key_words_between_commas_are_still_a_list(answer: str) -> None:
    assert "guard_word_list" in codes(LAYERS, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Layer 1 detects no edges, layer 2 detects no lines, later layers detect no objects.",
        "Image 1 detects edges, image 2 detects lines, later images detect objects.",
    ],
)
def test_wrong_statements_between_commas_get_no_full_mark(answer: str) -> None:
    assert not full(LAYERS, answer)


@pytest.mark.parametrize(
    "text",
    [
        "Kernel patterns जैसे edges और lines detect करता है।",
        "Kernel features, जैसे edges, lines, detect करता है।",
        "Kernel features jaise edges detect karta hai.",
        "Kernel features detect करता है, जैसे कि edges।",
    ],
)
def test_examples_are_no_condition(text: str) -> None:
    assert not any(clause.condition for clause in clauses_of(text, load_lexicon("convolution")))


@pytest.mark.parametrize(
    "text",
    [
        "जैसे stride बढ़ता है, output घटता है।",
        "जैसे-जैसे stride बढ़ता है, वैसे-वैसे output घटता है।",
        "Jaise hi stride badhta hai, output ghatta hai.",
        "jaise jaise stride badhta hai output ghatta hai",
    ],
)
def test_as_it_grows_is_a_condition(text: str) -> None:
    clauses = clauses_of(text, load_lexicon("convolution"))
    assert clauses[0].condition
    assert not clauses[-1].condition


@pytest.mark.parametrize(
    "answer",
    [
        "The kernel detects not only edges but also corners.",
        "The kernel detects not only edges, but corners.",
        "The kernel does not just detect edges but also corners.",
        "Kernel न केवल edges बल्कि corners भी detect करता है।",
        "Kernel सिर्फ़ edges ही नहीं, बल्कि corners भी detect करता है।",
        "Kernel sirf edges nahi balki corners bhi detect karta hai.",
    ],
)
def test_not_only_one_but_the_other_says_both(answer: str) -> None:
    assert full(BOTH, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "The kernel detects not edges but corners.",
        "The kernel detects only edges but not corners.",
        "The kernel detects not only edges but not corners.",
        "The kernel can not simply detect edges, but it detects corners.",
        "Kernel edges नहीं बल्कि corners detect करता है।",
        "Kernel केवल edges detect करता है, corners नहीं।",
        "Kernel न केवल edges बल्कि corners भी detect नहीं करता।",
    ],
)
def test_one_and_not_the_other_is_not_both(answer: str) -> None:
    assert not full(BOTH, answer)


def test_not_only_a_thing_but_its_opposite_is_left_to_a_person() -> None:
    assert not full(SMALL, "The output is not only smaller but larger.")
