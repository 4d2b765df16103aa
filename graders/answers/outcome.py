"""What marking an answer comes to: frozen records that every kind of question shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from graders.contract import Text
from graders.contract.marks import TEN_THOUSANDTH, half_up

Parameter = str | int | float
# Why an answer is wrong: the code of a message, or the words of the question's author.
Reason = str | Text


class Outcome(StrEnum):
    """How far a mark may be trusted, and what it says."""

    FULL = "full"
    PARTIAL = "partial"
    ZERO = "zero"
    PROVISIONAL = "provisional"


class Verdict(StrEnum):
    """What an answer says about one concept of a rubric."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    ABSENT = "absent"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Remark:
    """A feedback code with its parameters; ``graders.answers.messages`` has the words."""

    code: str
    params: Mapping[str, Parameter] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"code": self.code, "params": dict(self.params)}


@dataclass(frozen=True)
class ConceptOutcome:
    """The verdict on one concept, with the student's own words that led to it."""

    concept: str
    verdict: Verdict
    marks: Decimal
    quote: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "concept": self.concept,
            "verdict": self.verdict.value,
            "marks": str(self.marks),
            "quote": self.quote,
        }


@dataclass(frozen=True)
class Marking:
    """The whole of what marking one answer found; ``notes`` are an author's words on a doubtful phrase."""

    outcome: Outcome
    fraction: Decimal
    remarks: tuple[Remark, ...] = ()
    concepts: tuple[ConceptOutcome, ...] = ()
    notes: tuple[Text, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome.value,
            "fraction": str(self.fraction),
            "remarks": [remark.to_json() for remark in self.remarks],
            "concepts": [concept.to_json() for concept in self.concepts],
            "notes": [note.to_json() for note in self.notes],
        }


class AnswerRefused(ValueError):
    """The answer cannot be read at all; it is not marked, and the student is told why."""

    def __init__(self, code: str, **params: Parameter) -> None:
        super().__init__(code)
        self.remark = Remark(code, params)


def right(*remarks: Remark) -> Marking:
    """Full marks from a kind of question whose marking leaves no doubt."""
    return Marking(Outcome.FULL, Decimal(1), remarks)


def wrong(*remarks: Remark) -> Marking:
    """No marks from a kind of question whose marking leaves no doubt."""
    return Marking(Outcome.ZERO, Decimal(0), remarks)


def wrong_because(reason: Reason, *remarks: Remark) -> Marking:
    """No marks, and why: the code of a message, or the words of the question's author."""
    if isinstance(reason, Text):
        return Marking(Outcome.ZERO, Decimal(0), remarks, notes=(reason,))
    return wrong(Remark(reason), *remarks)


def graded(share: Fraction, *remarks: Remark, notes: Sequence[Text] = ()) -> Marking:
    """A share of the marks, between none and all, from marking that leaves no doubt."""
    kept = min(max(share, Fraction(0)), Fraction(1))
    outcome = Outcome.FULL if kept == 1 else Outcome.PARTIAL if kept else Outcome.ZERO
    fraction = half_up(Decimal(kept.numerator) / Decimal(kept.denominator), TEN_THOUSANDTH)
    return Marking(outcome, fraction, remarks, notes=tuple(notes))


def beyond_chance(right: int, total: int, guessed: Fraction) -> Fraction:
    """The share of ``total`` that was right beyond what guessing gives on average; never below none.

    (right / total - guessed) / (1 - guessed), the correction for guessing of classical test theory.
    """
    return max(Fraction(0), (Fraction(right, total) - guessed) / (1 - guessed))


def earned_fraction(concepts: Sequence[ConceptOutcome]) -> Decimal:
    """The share of a rubric's marks that its supported concepts carry, to four places."""
    total = sum((concept.marks for concept in concepts), Decimal(0))
    if not total:
        return Decimal(0)
    earned = sum((c.marks for c in concepts if c.verdict is Verdict.SUPPORTED), Decimal(0))
    return half_up(earned / total, TEN_THOUSANDTH)


def judged(concepts: Sequence[ConceptOutcome], remarks: Sequence[Remark] = ()) -> Marking:
    """What a person's verdicts on the concepts come to. Nothing stays provisional."""
    marking = graded(Fraction(earned_fraction(concepts)), *remarks)
    return Marking(marking.outcome, earned_fraction(concepts), tuple(remarks), tuple(concepts))
