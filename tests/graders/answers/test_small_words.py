"""The small words that turn a sentence round or only seem to: negations, "without", homographs, endings."""

from __future__ import annotations

from typing import Any

import pytest

from graders.answers.outcome import Outcome, Verdict
from graders.answers.text.clauses import Clause, clauses_of
from graders.answers.text.lexicon import load_lexicon
from graders.answers.text.marker import mark_text
from graders.answers.text.normalise import clean, fold_form
from graders.answers.text.rubric import Rubric, read_rubric
from tests.graders.answers.rubrics import SAY

S, C, A, U = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.ABSENT, Verdict.UNSURE


def about(*patterns: dict[str, Any], glossary: tuple[str, ...] = ("network",), **more: Any) -> Rubric:
    concept = {"id": "it", "say": SAY, "accept": list(patterns), **more}
    return read_rubric({"glossary": list(glossary), "concept": [concept]})


def verdict(rubric: Rubric, answer: str) -> Verdict:
    return mark_text(rubric, answer).concepts[0].verdict


def clauses(text: str, *glossary: str) -> list[Clause]:
    return clauses_of(clean(text), load_lexicon(*(glossary or ("network",))))


@pytest.mark.parametrize(
    "word",
    ["could", "would", "should", "must", "has", "have", "had", "was", "were", "need"],
)
@pytest.mark.parametrize("ending", ["n't", "n’t", "nt"])
def test_every_english_denial_is_one(word: str, ending: str) -> None:
    (clause,) = clauses(f"The network {word}{ending} learn")
    assert clause.negated


@pytest.mark.parametrize("word", ["ain't", "ain’t", "aint", "shan't", "won’t", "wont", "arent"])
def test_so_are_the_irregular_ones(word: str) -> None:
    (clause,) = clauses(f"The gradient {word} stable")
    assert clause.negated


@pytest.mark.parametrize(
    ("answer", "denied"),
    [
        ("No matter how many layers there are, the network is linear", False),
        ("No matter what comes in the output is zero", False),
        ("There is no doubt that the gradient vanishes", False),
        ("The network no longer learns", True),
        ("The network has no gradient", True),
        ("It decides whether the value is kept or not", False),
        ("The gate decides what to keep and what not", False),
        ("Gate तय करता कि मान रखना है या नहीं", False),
        ("Gate yah tay karta hai ki kya rakhna hai aur value kya nahi", False),
        ("The value is small or not large", True),
    ],
)
def test_no_matter_and_whether_or_not_deny_nothing(answer: str, denied: bool) -> None:
    assert any(clause.negated and clause.terms for clause in clauses(answer)) is denied


@pytest.mark.parametrize(
    "answer",
    ["Straight line se output bada hota hai", "Engine par gradient chhota hai", "Machine se value badi hai",
     "नमूने से gradient छोटा होता है", "Bade paimane par value badi hai", "Hyperplane se output bada hai"],
)  # fmt: skip
def test_a_noun_in_ne_opens_no_condition(answer: str) -> None:
    assert not any(clause.condition for clause in clauses(answer))


@pytest.mark.parametrize("answer", ["Badhane se output bada hota hai", "जोड़ने पर output बड़ा होता है"])
def test_an_infinitive_still_does(answer: str) -> None:
    assert [clause.condition for clause in clauses(answer)] == [True, False]


KEEPS = about({"all": ["keep"], "subject": "weight"})
CHANGES = about({"all": ["change"], "subject": "weight"})


@pytest.mark.parametrize(
    ("answer", "keeps", "changes"),
    [
        ("Weight नहीं बदलता।", S, C),
        ("Weight बदलता नहीं है।", S, C),
        ("Weights nahi badalte.", S, C),
        ("The weight does not change.", S, C),
        ("Weight बदलता है।", C, S),
        ("The weight changes.", C, S),
        ("Weight बराबर रहता है।", S, A),
        ("Weight बराबर नहीं रहता।", C, A),
    ],
)
def test_not_to_change_is_to_keep_and_contradicts_a_change(
    answer: str, keeps: Verdict, changes: Verdict
) -> None:
    assert verdict(KEEPS, answer) is keeps
    assert verdict(CHANGES, answer) is changes


def test_a_denied_replacement_and_a_denied_difference_are_denied() -> None:
    replaces = about({"all": ["replacement"], "negated": True}, glossary=("network", "batch_normalization"))
    assert verdict(replaces, "BatchNorm dropout की जगह नहीं लेता।") is S
    assert verdict(replaces, "BatchNorm dropout की जगह लेता है।") is C
    matters = about({"all": ["matter"]}, glossary=("network", "weight_initialization"))
    assert verdict(matters, "The start makes a difference.") is S
    assert verdict(matters, "The start makes no difference.") is C


@pytest.mark.parametrize(
    ("word", "term"),
    [("सीखतीं", "learn"), ("सीखेंगी", "learn"), ("सीखूँगा", "learn"), ("seekhtin", "learn"),
     ("seekhengi", "learn"), ("बढ़तीं", "increase"), ("जोड़ीं", "sum"), ("बदलेंगी", "change")],
)  # fmt: skip
def test_a_verb_is_known_in_the_feminine_plural_and_the_future(word: str, term: str) -> None:
    assert term in load_lexicon("network").lookup(fold_form(word))


@pytest.mark.parametrize("word", ["होतीं", "जाएँगी", "जाऊँगा", "करेंगी", "सकतीं", "hotin", "jayengi", "sakti"])
def test_such_forms_of_auxiliaries_are_known(word: str) -> None:
    assert "auxiliaries" in load_lexicon("network").roles(fold_form(word), "hi")


def test_unhen_is_not_the_same() -> None:
    for answer in ("Network उन्हें सीखता है।", "Network unhe seekhta hai.", "Network inhein seekhta hai."):
        assert not any("same" in clause.terms for clause in clauses(answer))
    assert any("same" in clause.terms for clause in clauses("Weights वही हैं।"))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Dropout use kam karta hai.", False),
        ("Phir use nahi badalta hai.", False),
        ("Test mein dropout use nahi hota.", True),
        ("Network dropout use karta hai.", True),
        ("Dropout ka use training mein hota hai.", True),
        ("Network में dropout का use training में होता है।", True),
        ("We use dropout.", True),
    ],
)
def test_roman_use_is_a_pronoun_unless_it_is_done(answer: str, said: bool) -> None:
    assert any("use" in clause.terms for clause in clauses(answer)) is said


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Overfitting में loss घटता है, और underfitting में model simple होता है।", S),
        ("Overfitting mein loss ghatta hai, aur underfitting mein model simple hota hai.", S),
        ("Underfitting में loss बढ़ता है, और overfitting में model simple होता है।", C),
    ],
)
def test_a_topic_is_seen_behind_and(answer: str, expected: Verdict) -> None:
    pattern = {"all": ["simple"], "subject": "underfitting", "rivals": "overfitting"}
    assert verdict(about(pattern, glossary=("network", "overfitting_regularization")), answer) is expected


NONLINEAR = about({"all": ["activation", "nonlinear"]})
BY_ACTIVATION = about({"all": ["nonlinear"], "subject": "activation", "implicit": True})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("With an activation function the network is nonlinear.", S),
        ("Without an activation function the network is nonlinear.", C),
        ("Activation के बिना network nonlinear होता है।", C),
        ("Bina activation ke network nonlinear hota hai.", C),
        # It says the right thing, by a detour that only a pattern of its own can follow.
        ("Without an activation function the network is not nonlinear.", A),
        ("Activation function ke bina network linear hota hai.", A),
    ],
)
def test_what_is_missing_is_not_named_as_a_cause(answer: str, expected: Verdict) -> None:
    assert verdict(NONLINEAR, answer) is expected
    assert verdict(BY_ACTIVATION, answer) is expected


def test_a_wrong_statement_is_not_made_by_what_is_missing() -> None:
    linear = {"all": ["activation", "linear"]}
    rubric = about({"all": ["activation", "nonlinear"]}, contradict=[linear])
    answer = "The activation makes the network nonlinear. Without an activation the network is linear."
    assert mark_text(rubric, answer).outcome is Outcome.FULL
    assert verdict(rubric, "The activation makes the network linear.") is C


def test_a_term_for_without_is_read_as_its_pattern_says() -> None:
    pattern = {"all": ["without_it", "activation | network", "linear"]}
    assert verdict(about(pattern, glossary=("network", "lstm_gru")), "Without activation it is linear.") is S
