"""Cutting an answer into clauses, so that a predicate binds to what it is said of and to nothing else.

A clause knows whether it is a condition ("when the stride grows", "stride बढ़ाने से") and whether it is
negated. Hindi is verb-final: है closes a clause even where the student wrote no full stop; -ने से and तो close a
condition.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from graders.answers.text.denials import denies_nothing, missing
from graders.answers.text.homographs import is_infinitive, is_pronoun
from graders.answers.text.lexicon import Lexicon, Word
from graders.answers.text.not_only import BUT, begins_not_only, leaves_more

_SENTENCE_END = regex.compile(r"[!?;।॥\n]|\.(?=\s|$|\D)")
_SOFT_BREAK = regex.compile(r"[,:()\[\]—]|\s[-–]\s|→|->|=>|⇒")
_ARROW = regex.compile(r"→|->|=>|⇒")
_INSTRUMENTS = frozenset({"से", "पर", "se", "par", "pe"})
_NO_CONDITION_AFTER = frozenset(
    ["same", "such", "well", "known", "called", "just", "used", "act", "acts", "serve", "serves"]
)
_ONLY = frozenset({"only", "just", "केवल", "सिर्फ", "sirf", "keval", "bas"})
_LIKE = frozenset({"जैसे", "jaise"})
_CORRELATED = frozenset({"ही", "hi", "जैसे", "jaise", "वैसे", "waise", "vaise"})
_NEITHER = frozenset({"neither", "nor", "न", "ना", "na"})
# So many words ahead or back are looked at; more would make long answers slow.
_SIGHT = 30
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
        # Whether an arrow, or "not only … but", has joined two things to a row.
        self.row = False

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
        forms = [part.word.form for part in self.parts[-_SIGHT:]]
        if word.form in BUT and begins_not_only(forms):
            self.row = True  # "not only A but also B" says both
            return
        if self.row and word.form == "also" and forms[-1:] == ["but"]:
            return
        if _ARROW.search(gap):
            if not self._continues_row(place):
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

    def _continues_row(self, place: int) -> bool:
        """Whether an arrow leads to one more thing ("edges → shapes → objects") and not to a statement."""
        behind = self._until_break(place)
        roles = [self.lexicon.roles(word.form, self.language) for word in behind]
        if not self.parts or any("negators" in own for own in roles):
            return False
        if not any(map(self._is_predicate, behind, roles)):
            self.row = True
            return True
        # Hindi says at the end what holds for the whole row.
        said = any(self._is_predicate(part.word, part.roles) for part in self.parts[-_SIGHT:])
        return self.row and self.language == "hi" and not said

    def _until_break(self, place: int) -> list[Word]:
        """The words from ``place`` to the next comma, bracket or arrow."""
        found = self.words[place : place + 1]
        for before, word in pairwise(self.words[place : place + _SIGHT]):
            if _SOFT_BREAK.search(self.text[before.end : word.start]):
                break
            found.append(word)
        return found

    def _is_predicate(self, word: Word, roles: frozenset[str]) -> bool:
        terms = [self.lexicon.terms[name] for name in word.terms]
        return "auxiliaries" in roles or any(term.verb or term.direction is not None for term in terms)

    def _opens_condition(self, place: int) -> bool:
        if self.words[place].form in _LIKE and self._gives_examples(place):
            return False
        return not (place and self.words[place - 1].form in _NO_CONDITION_AFTER)

    def _gives_examples(self, place: int) -> bool:
        """Whether जैसे is "such as": after a noun of its clause, or before words that state nothing."""
        near = self.words[max(0, place - 1) : place + 2]
        if any(word.form in _CORRELATED for word in near if word is not self.words[place]):
            return False
        later = (
            self.lexicon.roles(word.form, self.language) for word in self.words[place + 1 : place + _SIGHT]
        )
        if any("consequences" in roles for roles in later):
            return False
        behind = self._until_break(place)[1:]
        roles = [self.lexicon.roles(word.form, self.language) for word in behind]
        states = list(map(self._is_predicate, behind, roles))
        gap = self.text[near[0].end : self.words[place].start] if place else ""
        if self.parts and not _SOFT_BREAK.search(gap) and self.parts[-1].terms:
            last = self.parts[-1]
            return states[:1] == [False] and not self._is_predicate(last.word, last.roles)
        return bool(behind) and not any(states)

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
            self.clauses.append(_count(clause, int(self.row)))
        if condition and self.clauses and self.clauses[-1].sentence == self.number:
            self.clauses[-1] = replace(self.clauses[-1], condition=True)
        self.parts, self.condition, self.row = [], False, False


def _count(clause: Clause, alternatives: int) -> Clause:
    """The negators and alternatives of a clause. A row is one: "smaller → larger" is neither of them."""
    forms, roles = [part.word.form for part in clause.parts], [part.roles for part in clause.parts]
    negators = neither = 0
    for place, part in enumerate(clause.parts):
        first = max(0, place - _SIGHT)
        near = forms[first : place + _SIGHT]
        follower = clause.parts[place + 1].word.form if place + 1 < len(clause.parts) else ""
        said = follower in _ONLY or denies_nothing(forms, roles, place) or leaves_more(near, place - first)
        if "negators" in part.roles and not said:
            neither += part.word.form in _NEITHER
            negators += part.word.form not in _NEITHER
        alternatives += "alternatives" in part.roles
    # "Neither … nor …" denies once, not twice.
    negators += min(neither, 1)
    absent = missing(forms, roles, [bool(part.terms) for part in clause.parts], clause.language)
    return replace(clause, negators=negators, alternatives=alternatives, missing=absent)
