"""Cutting an answer into clauses, so that a predicate binds to what it is said of and to nothing else.

A clause knows whether it is a condition ("when the stride grows", "stride बढ़ाने से") and whether it is
negated. Hindi is verb-final: है closes a clause even where the student wrote no full stop; -ने से and तो close a
condition.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import regex

from graders.answers.text.denials import denies_nothing, missing
from graders.answers.text.homographs import is_infinitive, is_pronoun
from graders.answers.text.lexicon import Lexicon, Word

_SENTENCE_END = regex.compile(r"[!?;।॥\n]|\.(?=\s|$|\D)")
_SOFT_BREAK = regex.compile(r"[,:()\[\]—]|\s[-–]\s|→|->|=>|⇒")
_ARROW = regex.compile(r"→|->|=>|⇒")
_INSTRUMENTS = frozenset({"से", "पर", "se", "par", "pe"})
_NO_CONDITION_AFTER = frozenset(
    ["same", "such", "well", "known", "called", "just", "used", "act", "acts", "serve", "serves"]
)
_ONLY = frozenset({"only", "just", "केवल", "सिर्फ", "sirf", "keval", "bas"})
_NEITHER = frozenset({"neither", "nor", "न", "ना", "na"})
_DEVANAGARI = regex.compile(r"\p{Devanagari}")


@dataclass(frozen=True)
class Part:
    """A word inside its clause, with what it does there."""

    word: Word
    roles: frozenset[str]

    @property
    def terms(self) -> frozenset[str]:
        return self.word.terms


@dataclass(frozen=True)
class Clause:
    """A run of words that states one thing."""

    parts: tuple[Part, ...]
    sentence: int
    language: str
    condition: bool = False
    negators: int = 0
    alternatives: int = 0
    missing: frozenset[int] = frozenset()  # the parts that it says to be absent: "without X", "X के बिना"
    terms: frozenset[str] = field(default_factory=frozenset)

    @property
    def negated(self) -> bool:
        return self.negators % 2 == 1

    @property
    def start(self) -> int:
        return self.parts[0].word.start

    @property
    def end(self) -> int:
        return self.parts[-1].word.end


def clauses_of(text: str, lexicon: Lexicon, words: list[Word] | None = None) -> list[Clause]:
    """The clauses of a clean text in order; ``words`` are its words, where they are known already."""
    found: list[Clause] = []
    for number, sentence in enumerate(_sentences(text, words or lexicon.words(text))):
        language = sentence_language(sentence, lexicon)
        found.extend(_Cutter(text, sentence, number, language, lexicon).cut())
    return found


def sentence_language(words: list[Word], lexicon: Lexicon) -> str:
    """Which language's small words hold the sentence together."""
    balance = 0
    for word in words:
        hindi = bool(_DEVANAGARI.search(word.form)) or bool(lexicon.roles(word.form, "hi"))
        balance += int(hindi) - int(bool(lexicon.roles(word.form, "en")))
    return "hi" if balance > 0 else "en"


def _sentences(text: str, words: list[Word]) -> list[list[Word]]:
    sentences: list[list[Word]] = [[]]
    for place, word in enumerate(words):
        if place and _SENTENCE_END.search(text[words[place - 1].end : word.start]):
            sentences.append([])
        sentences[-1].append(word)
    return [sentence for sentence in sentences if sentence]


class _Cutter:
    """Cuts one sentence; a helper object because the cut depends on what was seen so far."""

    def __init__(self, text: str, words: list[Word], number: int, language: str, lexicon: Lexicon) -> None:
        self.text, self.words, self.number = text, words, number
        self.language, self.lexicon = language, lexicon
        self.forms = [word.form for word in words]
        self.clauses: list[Clause] = []
        self.parts: list[Part] = []
        self.condition = False

    def cut(self) -> list[Clause]:
        for place, word in enumerate(self.words):
            roles = self.lexicon.roles(word.form, self.language)
            if "pronouns" in roles and is_pronoun(place, self.forms):
                word = replace(word, terms=frozenset())
            self._break_before(place, word, roles)
            self.parts.append(Part(word, roles))
            self._break_after(place, word, roles)
        self._close()
        return self.clauses

    def _break_before(self, place: int, word: Word, roles: frozenset[str]) -> None:
        gap = self.text[self.words[place - 1].end : word.start] if place else ""
        if _ARROW.search(gap):
            self._close(condition=True)
        elif _SOFT_BREAK.search(gap):
            self._close()
        if "consequences" in roles:
            self._close(condition=True)
        elif "conditions" in roles and self._opens_condition(place):
            self._close()
            self.condition = True
        elif "boundaries" in roles and ("joiners" not in roles or self._has_predicate(roles)):
            self._close_unless_denied(roles)

    def _break_after(self, place: int, word: Word, roles: frozenset[str]) -> None:
        if "closers" in roles and self.language == "hi":
            self._close()
        elif word.form in _INSTRUMENTS and place and is_infinitive(self.forms[place - 1]):
            self._close(condition=True)

    def _opens_condition(self, place: int) -> bool:
        return not (place and self.words[place - 1].form in _NO_CONDITION_AFTER)

    def _close_unless_denied(self, roles: frozenset[str]) -> None:
        """End the clause, but after "not … or …", which denies both."""
        denied = "alternatives" in roles and any("negators" in part.roles for part in self.parts)
        if not denied:
            self._close()

    def _has_predicate(self, roles: frozenset[str]) -> bool:
        for part in self.parts:
            if "auxiliaries" in part.roles:
                return True
            if "alternatives" in roles and self.language == "hi":
                # Hindi denies at the end: "vanish या explode नहीं होते" is one statement.
                continue
            for name in part.terms:
                term = self.lexicon.terms[name]
                if term.verb or term.direction is not None:
                    return True
        return False

    def _close(self, condition: bool | None = None) -> None:
        """End the clause. A condition that turns out to be one only at its end is marked then."""
        if self.parts:
            parts = tuple(self.parts)
            terms = frozenset[str]().union(*(part.terms for part in parts))
            clause = Clause(parts, self.number, self.language, self.condition, terms=terms)
            self.clauses.append(_count(clause))
        if condition and self.clauses and self.clauses[-1].sentence == self.number:
            self.clauses[-1] = replace(self.clauses[-1], condition=True)
        self.parts, self.condition = [], False


def _count(clause: Clause) -> Clause:
    forms, roles = [part.word.form for part in clause.parts], [part.roles for part in clause.parts]
    negators = neither = alternatives = 0
    for place, part in enumerate(clause.parts):
        follower = clause.parts[place + 1].word.form if place + 1 < len(clause.parts) else ""
        if "negators" in part.roles and follower not in _ONLY and not denies_nothing(forms, roles, place):
            neither += part.word.form in _NEITHER
            negators += part.word.form not in _NEITHER
        alternatives += "alternatives" in part.roles
    # "Neither … nor …" denies once, not twice.
    negators += min(neither, 1)
    absent = missing(forms, roles, [bool(part.terms) for part in clause.parts], clause.language)
    return replace(clause, negators=negators, alternatives=alternatives, missing=absent)
