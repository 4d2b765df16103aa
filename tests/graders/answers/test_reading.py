"""From text to words: normalisation, romanisation, glossary, clauses."""

from __future__ import annotations

import pytest

from graders.answers.text.clauses import clauses_of
from graders.answers.text.lexicon import Lexicon, load_lexicon
from graders.answers.text.marker import plain_formula
from graders.answers.text.normalise import clean, fold_form, prepare, tokens_of
from graders.answers.text.romanise import key


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon("convolution")


def forms(text: str) -> list[str]:
    return [token.form for token in tokens_of(prepare(clean(text)))]


def test_tokens_keep_matras_and_part_where_the_script_changes() -> None:
    assert forms("imageपर कर्नेल") == ["image", "पर", "कर्नेल"]


def test_invisible_characters_are_dropped_and_digits_folded() -> None:
    assert forms("ker\u200bnel \u202e५.५ 3 × 3 3x3") == ["kernel", "5.5", "3x3", "3x3"]


def test_places_point_at_the_students_own_words() -> None:
    text = clean("a `Padding` of 3 × 3")
    assert [text[t.start : t.end] for t in tokens_of(prepare(text))] == ["a", "Padding", "of", "3 × 3"]


def test_the_two_spellings_of_a_nukta_and_of_nasals_are_one() -> None:
    assert fold_form("बढ\u093cता") == fold_form("बढ़ता") == fold_form("बढता")
    assert fold_form("हूँ") == fold_form("हूं")


@pytest.mark.parametrize(
    ("hindi", "roman"),
    [
        ("खिसकता", "khisakta"),
        ("पैटर्न", "paitarn"),
        ("जोड़ता", "jodta"),
        ("ज़्यादा", "zyaada"),
        ("साझा", "saajha"),
    ],
)
def test_both_scripts_meet_in_one_key(hindi: str, roman: str) -> None:
    assert key(fold_form(hindi)) == key(roman)


def test_work_and_less_stay_apart(lexicon: Lexicon) -> None:
    assert "less" in lexicon.lookup("कम")
    assert "less" not in lexicon.lookup("काम")
    assert "less" not in lexicon.lookup("kaam")


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("kernal", "kernel"), ("कर्नेल", "kernel"), ("paramters", "parameter"), ("बढ़ाने", "increase"),
        ("badhaata", "increase"), ("ghatti", "decrease"), ("multiplied", "multiply"), ("स्ट्राइड", "stride"),
        ("equivarience", "equivariance"), ("striide", "stride"), ("आसपास", "local"),
    ],
)  # fmt: skip
def test_a_term_is_known_in_every_spelling(lexicon: Lexicon, word: str, term: str) -> None:
    assert term in lexicon.lookup(fold_form(word))


@pytest.mark.parametrize("word", ["sum", "sums", "strip", "bade", "3x3", "share"])
def test_short_words_and_numbers_are_never_guessed(lexicon: Lexicon, word: str) -> None:
    assert "stride" not in lexicon.lookup(word)
    assert "shape" not in lexicon.lookup(word)


def test_opposites_are_never_taken_for_each_other(lexicon: Lexicon) -> None:
    for typo in ("encrease", "dncrease", "increaes", "decrese"):
        assert len({"increase", "decrease"} & lexicon.lookup(typo)) <= 1
    assert lexicon.lookup("increaes") == {"increase"}


def test_phrases_hide_the_words_that_they_are_made_of(lexicon: Lexicon) -> None:
    words = lexicon.words("the dot product makes a feature map")
    assert [sorted(word.terms) for word in words if word.terms] == [
        ["dot_product"],
        ["make"],
        ["feature_map"],
    ]


def clause_texts(text: str, lexicon: Lexicon) -> list[str]:
    return [text[c.start : c.end] for c in clauses_of(text, lexicon)]


def test_clauses_are_cut_where_a_new_statement_begins(lexicon: Lexicon) -> None:
    assert clause_texts("Padding increases the output, while stride reduces it.", lexicon) == [
        "Padding increases the output",
        "while stride reduces it",
    ]
    assert clause_texts("Kernel slide करता है weights गुणा होते हैं", lexicon) == [
        "Kernel slide करता है",
        "weights गुणा होते हैं",
    ]
    assert clause_texts("Padding and stride change the output", lexicon) == [
        "Padding and stride change the output"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Stride बढ़ाने से output छोटा होता है",
        "Stride badhane par output chhota hota hai",
        "Stride ज़्यादा हो तो output छोटा होता है",
        "if the stride grows, the output shrinks",
        "larger stride -> smaller output",
    ],
)
def test_a_condition_is_told_from_what_follows(lexicon: Lexicon, text: str) -> None:
    assert [clause.condition for clause in clauses_of(text, lexicon)] == [True, False]


def test_negation_is_counted_but_not_only_is_none(lexicon: Lexicon) -> None:
    negated = [
        c.negated for c in clauses_of("It is not small. It does not only slide. वह नहीं खिसकता।", lexicon)
    ]
    assert negated == [True, False, True]


@pytest.mark.parametrize(
    "written",
    [
        "(n + 2p - k)/s + 1", "[(w + 2p − f) / s] + 1".replace("[(", "((").replace(") / s]", ")/s)"),
        r"\lfloor \frac{n + 2p - k}{s} \rfloor + 1", "floor((n+2*p-k)/s)+1",
    ],
)  # fmt: skip
def test_a_formula_is_compared_without_its_dress(written: str) -> None:
    flat = plain_formula(written)
    assert flat.replace("((", "(").replace(")/s)", ")/s") in {"(n+2p-k)/s+1"}


@pytest.mark.parametrize(
    "text",
    [
        "Gradients vanish या explode नहीं होते।",
        "Gradients vanish ya explode nahi hote.",
        "Gradient न बहुत बड़ा होता है।",
        "न वह बड़ा, न छोटा, न सही होता है।".replace(",", ""),
        "The gradient is neither large nor small.",
    ],
)
def test_neither_nor_and_a_denial_at_the_end_deny_all_of_it_once(text: str) -> None:
    (clause,) = clauses_of(text, load_lexicon("network"))
    assert clause.negated
