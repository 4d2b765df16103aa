"""A rubric: what an answer has to say, as data. Read from TOML, checked as a whole, every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from graders.answers.text.guards import content_of
from graders.answers.text.learned import learned_concepts, learned_lexicon
from graders.answers.text.lexicon import Lexicon
from graders.answers.text.normalise import clean
from graders.contract import Text

Terms = frozenset[str]
MAX_WORDS = 250
_FLAGS = ("negated", "implicit", "ordered", "affirm")


@dataclass(frozen=True)
class Statement:
    """Terms said together in a clause: ``all`` groups, of ``subject`` (not of a rival), ``also`` nearby.

    ``unless`` terms in the clause switch the pattern off; ``negated`` patterns want a "not"; with
    ``implicit`` the subject may be left unsaid ("It is a matrix"), because the question named it; ``ordered``
    groups must stand in their order; what an ``affirm`` pattern names only ever counts for the concept ("the
    products are not added" does not deny the products).
    """

    all: tuple[Terms, ...]
    subject: Terms = frozenset()
    rivals: Terms = frozenset()
    also: tuple[Terms, ...] = ()
    unless: Terms = frozenset()
    negated: bool = False
    implicit: bool = False
    ordered: bool = False
    affirm: bool = False
    note: Text | None = None


@dataclass(frozen=True)
class Effect:
    """A quantity follows another: more ``cause`` moves ``on`` in one of ``directions``."""

    cause: Terms
    on: Terms
    directions: frozenset[int]
    rivals: Terms = frozenset()
    assume: int = 1
    implicit: bool = False


@dataclass(frozen=True)
class Formula:
    """The formula itself, in one of the listed spellings (compared without spaces)."""

    spellings: tuple[str, ...]


Pattern = Statement | Effect | Formula


@dataclass(frozen=True)
class Concept:
    """One thing to say: its marks, how it is said in feedback, what counts for, against and as doubtful."""

    id: str
    marks: Decimal
    say: Text
    accept: tuple[Pattern, ...]
    contradict: tuple[Statement, ...] = ()
    doubt: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Rubric:
    """All concepts of a question, with the terms it needs and the question's own words (for echoes)."""

    concepts: tuple[Concept, ...]
    lexicon: Lexicon
    question: tuple[str, ...] = ()
    max_words: int = MAX_WORDS

    @cached_property
    def said(self) -> frozenset[str]:
        """What the question itself says, in all its languages."""
        contents = (content_of(self.lexicon.words(clean(text)), self.lexicon) for text in self.question)
        return frozenset[str]().union(*contents)


class RubricRefused(ValueError):
    """The rubric's data is wrong; ``problems`` has every reason."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def read_rubric(data: Mapping[str, Any]) -> Rubric:
    """A rubric from plain data (``glossary``, ``question``, ``concept``); refuses with every problem.

    ``learned`` is what people taught about it since (see ``graders.answers.text.learned``).
    """
    learned = data.get("learned", ())
    try:
        lexicon = learned_lexicon(data.get("glossary", ()), learned)
    except OSError as error:
        raise RubricRefused([f"glossary: {error}"]) from error
    reader = _Reader(lexicon)
    tables = learned_concepts(data.get("concept", ()), learned)
    concepts = tuple(reader.concept(entry, place) for place, entry in enumerate(tables))
    if not concepts:
        reader.problems.append("concept: none")
    names = [concept.id for concept in concepts]
    reader.problems += [f"concept {name}: twice" for name in sorted({n for n in names if names.count(n) > 1})]
    if reader.problems:
        raise RubricRefused(reader.problems)
    question = tuple(str(text) for text in data.get("question", ()))
    return Rubric(concepts, lexicon, question, int(data.get("max_words", MAX_WORDS)))


@dataclass
class _Reader:
    lexicon: Lexicon
    problems: list[str] = field(default_factory=list)
    where: str = ""

    def concept(self, entry: Mapping[str, Any], place: int) -> Concept:
        self.where = f"concept {entry.get('id', place + 1)}"
        self._keys(entry, {"id", "marks", "say", "accept", "contradict", "doubt"})
        accept = tuple(self.pattern(raw) for raw in entry.get("accept", ()))
        if not accept:
            self.problems.append(f"{self.where}: accepts nothing")
        marks = Decimal(str(entry.get("marks", 1)))
        if marks <= 0:
            self.problems.append(f"{self.where}: marks must be positive")
        return Concept(
            id=str(entry.get("id", place + 1)),
            marks=marks,
            say=self.text(entry.get("say"), "say"),
            accept=accept,
            contradict=tuple(self.statement(raw) for raw in entry.get("contradict", ())),
            doubt=tuple(self.statement(raw) for raw in entry.get("doubt", ())),
        )

    def pattern(self, raw: Mapping[str, Any]) -> Pattern:
        if "formula" in raw:
            self._keys(raw, {"formula"})
            return Formula(tuple(raw["formula"]))
        if "cause" in raw:
            self._keys(raw, {"cause", "on", "directions", "rivals", "assume", "implicit"})
            return Effect(
                cause=self.terms(raw["cause"]),
                on=self.terms(raw.get("on", ())),
                directions=frozenset(int(value) for value in raw.get("directions", ())),
                rivals=self.terms(raw.get("rivals", ())),
                assume=int(raw.get("assume", 1)),
                implicit=bool(raw.get("implicit", False)),
            )
        return self.statement(raw)

    def statement(self, raw: Mapping[str, Any]) -> Statement:
        self._keys(raw, {"all", "subject", "rivals", "also", "unless", "note", *_FLAGS})
        if not raw.get("all"):
            self.problems.append(f"{self.where}: a pattern without `all`")
        return Statement(
            all=tuple(self.terms(group) for group in raw.get("all", ())),
            subject=self.terms(raw.get("subject", ())),
            rivals=self.terms(raw.get("rivals", ())),
            also=tuple(self.terms(group) for group in raw.get("also", ())),
            unless=self.terms(raw.get("unless", ())),
            **{flag: bool(raw.get(flag, False)) for flag in _FLAGS},
            note=self.text(raw["note"], "note") if "note" in raw else None,
        )

    def terms(self, raw: str | list[str] | tuple[str, ...]) -> Terms:
        """``"kernel | weight"`` or a list: any of them."""
        names = raw.replace("|", " ").split() if isinstance(raw, str) else list(raw)
        self.problems += [f"{self.where}: unknown term {n!r}" for n in names if n not in self.lexicon.terms]
        return frozenset(names)

    def text(self, raw: Any, name: str) -> Text:
        if not isinstance(raw, Mapping) or not raw.get("en") or not raw.get("hi"):
            self.problems.append(f"{self.where}: `{name}` needs both languages")
            return Text(en="", hi="")
        return Text(en=str(raw["en"]), hi=str(raw["hi"]))

    def _keys(self, raw: Mapping[str, Any], known: set[str]) -> None:
        self.problems += [f"{self.where}: unknown key {name!r}" for name in raw if name not in known]
