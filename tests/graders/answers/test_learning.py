"""What people teach about words: it does what they meant, for the concept they meant, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from graders.answers.outcome import Outcome, Verdict
from graders.answers.qualification import is_qualified, lower_bound
from graders.answers.text.marker import mark_text
from graders.answers.text.proposals import Proposal, WordsRefused, proposals
from graders.answers.text.rubric import Rubric, read_rubric
from tests.graders.answers.rubrics import SAY

RUBRIC: dict[str, Any] = {
    "glossary": ["convolution"],
    "question": ["What does the kernel do?", "Kernel क्या करता है?"],
    "concept": [
        {
            "id": "slides",
            "say": SAY,
            "accept": [{"all": ["slide"], "subject": "kernel", "rivals": "image", "implicit": True}],
        },
        {"id": "adds", "say": SAY, "accept": [{"all": ["sum"]}]},
    ],
}
UNKNOWN = "The kernel perambulates over the picture. It adds up the products."


def taught(*found: Proposal) -> Rubric:
    return read_rubric({**RUBRIC, "learned": [proposal.learned for proposal in found]})


def verdict(rubric: Rubric, answer: str, concept: str = "slides") -> Verdict:
    return next(c.verdict for c in mark_text(rubric, answer).concepts if c.concept == concept)


def teach(
    words: str, *, answer: str = UNKNOWN, concept: str = "slides", effect: str = "accept"
) -> list[Proposal]:
    return proposals(RUBRIC, answer=answer, words=words, concept=concept, effect=effect)


def test_an_unknown_word_becomes_another_word_for_a_term() -> None:
    assert mark_text(read_rubric(RUBRIC), UNKNOWN).outcome is not Outcome.FULL
    synonym = next(proposal for proposal in teach("kernel perambulates") if proposal.term)
    assert (synonym.term, synonym.spelling) == ("slide", "perambulates")
    assert mark_text(taught(synonym), UNKNOWN).outcome is Outcome.FULL
    # Its inflections are known with it, and so is who does it.
    assert verdict(taught(synonym), "The kernel is perambulating.") is Verdict.SUPPORTED
    assert verdict(taught(synonym), "The image perambulates over the kernel.") is Verdict.CONTRADICTED
    assert verdict(taught(synonym), "The kernel does not perambulate.") is Verdict.CONTRADICTED


def test_a_synonym_in_devanagari_is_known_in_roman_letters_too() -> None:
    answer = "Kernel image पर टहलता है। वह जोड़ता है।"
    synonym = next(p for p in teach("टहलता है", answer=answer) if p.term == "slide")
    assert verdict(taught(synonym), "Kernel image par tahalta hai.") is Verdict.SUPPORTED


def test_words_become_another_way_to_say_it() -> None:
    answer = "The kernel visits every place of the image."
    found = teach("visits every place", answer=answer)
    way = next(proposal for proposal in found if not proposal.term)
    assert verdict(taught(way), answer) is Verdict.SUPPORTED
    assert verdict(taught(way), "It visits every place.") is Verdict.SUPPORTED
    assert verdict(taught(way), "It does not visit every place.") is Verdict.CONTRADICTED
    assert verdict(taught(way), "The kernel is a matrix.") is Verdict.ABSENT


def test_a_denial_is_learned_as_a_denial() -> None:
    answer = "The kernel does not stay where it is."
    way = teach("does not stay", answer=answer)[0]
    assert verdict(taught(way), answer) is Verdict.SUPPORTED
    assert verdict(taught(way), "The kernel does stay.") is not Verdict.SUPPORTED


def test_a_phrase_that_was_chosen_in_part_is_learned_as_the_phrase_that_it_is() -> None:
    answer = "The kernel has the feature map in view."
    way = teach("has the feature", answer=answer)[0]
    assert verdict(taught(way), answer) is Verdict.SUPPORTED


def test_spaces_and_case_of_the_words_do_not_matter() -> None:
    assert teach("  KERNEL   perambulates ")[0].term == "slide"


def test_words_become_a_mistake() -> None:
    answer = "The kernel swallows the image."
    mistake = teach("swallows the image", answer=answer, effect="contradict")[0]
    assert verdict(taught(mistake), answer) is Verdict.CONTRADICTED
    assert mark_text(taught(mistake), answer + " It slides and adds.").outcome is not Outcome.FULL


def test_words_become_doubtful() -> None:
    answer = "The kernel dances."
    doubt = teach("kernel dances", answer=answer, effect="doubt")[0]
    assert verdict(taught(doubt), answer) is Verdict.UNSURE


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "learn_not_in_answer"),
        ("never written", "learn_not_in_answer"),
        ("over the", "learn_no_content"),
        ("kernel", "learn_echo"),
        (UNKNOWN, "learn_echo"),
    ],
)
def test_words_that_teach_nothing_are_refused(words: str, code: str) -> None:
    rubric = {**RUBRIC, "question": [UNKNOWN]} if words == UNKNOWN else RUBRIC
    with pytest.raises(WordsRefused) as refused:
        proposals(rubric, answer=UNKNOWN, words=words, concept="slides", effect="accept")
    assert refused.value.code == code


def test_a_whole_essay_is_no_phrasing() -> None:
    essay = "The kernel walks " + "and walks " * 20
    with pytest.raises(WordsRefused, match="learn_too_long"):
        teach(essay, answer=essay)


def test_a_concept_that_is_not_there_is_refused() -> None:
    with pytest.raises(WordsRefused, match="learn_concept_unknown"):
        teach("perambulates", concept="nothing")


def test_what_was_taught_for_a_concept_that_is_gone_is_left_out() -> None:
    gone = {"concept": "gone", "effect": "accept", "words": "x", "pattern": {"all": ["slide"]}}
    rubric = read_rubric({**RUBRIC, "learned": [gone]})
    assert [len(concept.accept) for concept in rubric.concepts] == [1, 1]


def test_what_is_taught_for_one_question_is_not_known_to_another() -> None:
    synonym = teach("kernel perambulates")[0]
    assert verdict(taught(synonym), UNKNOWN) is Verdict.SUPPORTED
    assert verdict(read_rubric(RUBRIC), UNKNOWN) is not Verdict.SUPPORTED


def test_twenty_five_of_twenty_five_qualify_and_fewer_do_not() -> None:
    assert is_qualified(25, 25)
    assert not is_qualified(24, 24)
    assert not is_qualified(25, 26)
    assert lower_bound(0, 0) == 0.0
    # By hand for 25 of 25: 25 / (25 + 1.645²) = 0.9023.
    assert lower_bound(25, 25) == pytest.approx(25 / (25 + 1.6448536**2), abs=1e-6)
    with pytest.raises(ValueError, match="no share"):
        lower_bound(3, 2)
