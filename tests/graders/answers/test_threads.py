"""The web server marks in many threads at once; each answer gets the mark that it gets alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from graders.answers.text.lexicon import Lexicon, load_lexicon
from graders.answers.text.marker import mark_text
from tests.graders.answers.rubrics import effects


def test_words_are_stemmed_alike_in_all_threads() -> None:
    known = load_lexicon("convolution")
    words = [f"{stem}{ending}" for stem in ("multipl", "increas", "detect", "calculat") for ending in
             ("ing", "ed", "ion", "ions", "es", "er", "able", "ically", "ation")] * 20  # fmt: skip
    alone = [known.lookup(word) for word in words]
    fresh = Lexicon(known.terms.values(), known._roles)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fresh.lookup, words)) == alone


def test_answers_are_marked_alike_in_all_threads() -> None:
    rubric = effects()
    answers = [f"Padding increases the output size by {n} and stride decreased it." for n in range(200)]
    alone = [mark_text(rubric, answer) for answer in answers]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda answer: mark_text(rubric, answer), answers)) == alone
