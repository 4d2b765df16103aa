"""The course's terms: one id for a term in Devanagari, roman Hindi and English, and the lookup of words.

A word is looked up by its exact form, then by its English stem, then by its romanisation key, then by a key
one edit away (two from eight letters). Words under five letters, numbers and function words are never guessed
at, and neither is a word that is as near to one term as to another.
"""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer
from rapidfuzz.distance import Levenshtein

from graders.answers.text.normalise import Token, clean, fold_form, prepare, tokens_of
from graders.answers.text.romanise import MIN_LETTERS, key

GLOSSARY = Path(__file__).parent / "glossary"
_LONG_WORD = 8

_STEMMER = snowballstemmer.stemmer("english")
_STEMMER_LOCK = threading.Lock()  # it keeps the word that it works on in itself
# fmt: off
_DEVANAGARI_ENDINGS = (
    "ता", "ती", "ते", "तीं", "ना", "ने", "नी", "ा", "ी", "े", "ीं", "ाता", "ाती", "ाते", "ातीं", "ाना",
    "ाने", "ानी", "ाया", "ायी", "ाई", "ाए", "ाये", "ाएं", "ाईं", "ायीं", "एगा", "एगी", "एंगे", "एंगी",
    "ऊंगा", "ऊंगी", "ेगा", "ेगी", "ेंगे", "ेंगी", "ूंगा", "ूंगी", "ें", "ाएगा", "ाएगी", "ाएंगे", "ाएंगी",
    "ाऊंगा", "ाऊंगी", "या", "यी", "ये", "ई", "ए", "एं", "ईं", "कर", "ाकर", "के", "ाके", "वाना", "वाता",
    "वाते", "वाती", "वातीं",
)
# fmt: on
# fmt: off
_ROMAN_ENDINGS = (
    "ta", "ti", "te", "na", "ne", "ni", "a", "i", "e", "aa", "ata", "ati", "ate", "ana", "ane",
    "ani", "aata", "aati", "aate", "aana", "aane", "aaya", "aya", "aayi", "ayi", "aai", "aye",
    "aaye", "tin", "teen", "ega", "egi", "enge", "engi", "unga", "ungi", "oonga", "oongi", "en", "aega",
    "aegi", "aenge", "aengi", "ayega", "ayegi", "ayenge", "ayengi", "aayega", "aayegi", "aayenge",
    "aayengi", "aunga", "aungi", "aaunga", "kar", "akar", "aakar", "ke", "ake",
)
# fmt: on


@dataclass(frozen=True)
class Term:
    """A term: which way it points as a quantity (if it does), its opposite, whether it is a predicate.

    ``no_third``: where its opposite is denied, it is said ("does not change": keeps).
    """

    id: str
    direction: int | None = None
    opposite: str = ""
    no_third: bool = False
    verb: bool = False
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Word:
    """A token, or several that make one term; places point into the clean text."""

    form: str
    start: int
    end: int
    terms: frozenset[str] = frozenset()


class Lexicon:
    """Terms and function words, with their lookup."""

    def __init__(
        self,
        terms: Iterable[Term],
        roles: Mapping[str, Mapping[str, frozenset[str]]],
        apart: Iterable[str] = (),
    ) -> None:
        self.terms = {term.id: term for term in terms}
        self._roles = roles
        self._apart = frozenset(apart)
        self._phrases: dict[tuple[str, ...], set[str]] = {}
        self._exact: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        self._keys: dict[str, set[str]] = {}
        for term in self.terms.values():
            for language, forms in term.forms.items():
                for form in forms:
                    self._index(term.id, form, english=language == "en")
        self._openings: dict[str, int] = {}  # the first word of a phrase: how long its longest phrase is
        for forms in self._phrases:
            self._openings[forms[0]] = max(self._openings.get(forms[0], 1), len(forms))
        self._buckets: dict[str, list[str]] = {}
        for known in self._keys:
            self._buckets.setdefault(known[0], []).append(known)
        self._cache: dict[str, frozenset[str]] = {}

    def with_terms(self, terms: Iterable[Term]) -> Lexicon:
        """Another lexicon with these terms and the same function words."""
        return Lexicon(terms, self._roles, self._apart)

    def words(self, text: str) -> list[Word]:
        """The words of a clean text, the longest phrase that is a term taken first."""
        tokens = tokens_of(prepare(text))
        found: list[Word] = []
        place = 0
        while place < len(tokens):
            length, terms = self._phrase_at(tokens, place)
            last = tokens[place + length - 1]
            form = " ".join(token.form for token in tokens[place : place + length])
            found.append(Word(form, tokens[place].start, last.end, terms))
            place += length
        return found

    def roles(self, form: str, language: str) -> frozenset[str]:
        """What a small word does in a sentence of that language ("to" and "is" differ between the two)."""
        return self._roles[language].get(form, frozenset())

    def is_small(self, form: str) -> bool:
        """Whether the word is a function word in either language."""
        return any(form in roles for roles in self._roles.values())

    def lookup(self, form: str) -> frozenset[str]:
        """The terms that a single folded form may stand for."""
        known = self._cache.get(form)
        if known is None:
            known = self._find(form)
            if len(self._cache) < 50_000:
                self._cache[form] = known
        return known

    def _find(self, form: str) -> frozenset[str]:
        if form in self._exact:
            return frozenset(self._exact[form])
        if self.is_small(form) or form in self._apart or len(form) < MIN_LETTERS or form[0].isdecimal():
            return frozenset()
        if form.isascii():
            stem = _stem(form)
            if stem in self._stems:
                return frozenset(self._stems[stem])
        folded = key(form)
        if len(folded) < 4:
            return frozenset()
        return frozenset(self._keys[folded]) if folded in self._keys else self._guess(folded)

    def _guess(self, folded: str) -> frozenset[str]:
        """The nearest known key within reach; none where two different terms are equally near."""
        if len(folded) < MIN_LETTERS:
            return frozenset()
        reach = 2 if len(folded) >= _LONG_WORD else 1
        best: dict[int, set[str]] = {}
        for known in self._buckets.get(folded[0], ()):
            if len(known) >= MIN_LETTERS and abs(len(known) - len(folded)) <= reach:
                distance = Levenshtein.distance(known, folded, score_cutoff=reach)
                if distance <= reach:
                    best.setdefault(distance, set()).update(self._keys[known])
        nearest = best[min(best)] if best else set()
        return frozenset(nearest) if len(nearest) == 1 else frozenset()

    def _phrase_at(self, tokens: Sequence[Token], place: int) -> tuple[int, frozenset[str]]:
        longest = max(
            self._openings.get(tokens[place].form, 1), self._openings.get(_phrase_key(tokens[place].form), 1)
        )
        for length in range(min(longest, len(tokens) - place), 1, -1):
            forms = tuple(token.form for token in tokens[place : place + length])
            found = self._phrases.get(forms) or self._phrases.get(tuple(map(_phrase_key, forms)))
            if found:
                return length, frozenset(found)
        return 1, self.lookup(tokens[place].form)

    def _index(self, term: str, form: str, *, english: bool) -> None:
        for spelled in _inflections(form):
            parts = tuple(token.form for token in tokens_of(prepare(clean(spelled))))
            if len(parts) > 1:
                self._phrases.setdefault(parts, set()).add(term)
                self._phrases.setdefault(tuple(map(_phrase_key, parts)), set()).add(term)
                continue
            single = parts[0]
            self._exact.setdefault(single, set()).add(term)
            if len(single) >= MIN_LETTERS:
                self._keys.setdefault(key(single), set()).add(term)
                if english:
                    self._stems.setdefault(_stem(single), set()).add(term)


@lru_cache(maxsize=20_000)
def _stem(form: str) -> str:
    with _STEMMER_LOCK:
        stem: str = _STEMMER.stemWord(form)
    return stem


def _phrase_key(form: str) -> str:
    if len(form) < MIN_LETTERS:
        return form
    return _stem(form) if form.isascii() else key(form)


def _inflections(form: str) -> list[str]:
    if not form.endswith("~"):
        return [form]
    stem = form[:-1]
    endings = _ROMAN_ENDINGS if stem.isascii() else _DEVANAGARI_ENDINGS
    return [stem + ending for ending in ("", *endings)]


@lru_cache(maxsize=64)
def load_lexicon(*topics: str) -> Lexicon:
    """The general terms with those of the named topics; a topic without a file is an error."""
    terms: list[Term] = []
    for name in ("general", *topics):
        terms.extend(_terms_of(_read(name)))
    apart = _read("general")["apart"]["words"]
    return Lexicon(terms, _roles_of(_read("function_words")), apart)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((GLOSSARY / f"{name}.toml").read_text(encoding="utf-8"))


def _terms_of(data: Mapping[str, Any]) -> list[Term]:
    return [
        Term(
            id=name,
            direction=entry.get("direction"),
            opposite=entry.get("opposite", ""),
            no_third=bool(entry.get("no_third", False)),
            verb=bool(entry.get("verb", False)),
            forms={language: tuple(entry.get(language, ())) for language in ("en", "hi", "roman")},
        )
        for name, entry in data["term"].items()
    ]


def _roles_of(data: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, set[str]]] = {"en": {}, "hi": {}}
    for role, by_script in data.items():
        for script, forms in by_script.items():
            for form in forms:
                found["en" if script == "en" else "hi"].setdefault(fold_form(form), set()).add(role)
    return {
        language: {form: frozenset(roles) for form, roles in by_form.items()}
        for language, by_form in found.items()
    }
