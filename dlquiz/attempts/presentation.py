"""A marked attempt as a page shows it: codes become sentences in the reader's language only here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dlquiz.attempts.models import Attempt, Mark, Opinion
from dlquiz.core.i18n import Text, active_language
from dlquiz.questions.kind import Instance
from dlquiz.questions.selectors import instance_of, kind_of
from graders.answers.messages import render
from graders.answers.outcome import Verdict
from graders.contract.marks import earned

# A verdict on a concept: one of the states of dlquiz.core.statuses, under a name of its own.
_SHOWN: Mapping[Verdict, tuple[str, Promise]] = {
    Verdict.SUPPORTED: ("full", _("Said")),
    Verdict.CONTRADICTED: ("zero", _("The opposite is said")),
    Verdict.ABSENT: ("not_started", _("Not said")),
    Verdict.UNSURE: ("provisional", _("Not clear")),
}


@dataclass(frozen=True)
class ConceptShown:
    """One concept of a rubric: what should be said, whether it was, and the student's own words."""

    say: Text
    status: str
    label: str
    quote: str
    marks: Decimal


@dataclass(frozen=True)
class Before:
    """The mark that the newest one replaced."""

    outcome: str
    points: Decimal


@dataclass(frozen=True)
class Review:
    """All that is said about one submitted attempt."""

    attempt: Attempt
    instance: Instance
    answer: str
    outcome: str
    points: Decimal
    maximum: Decimal
    remarks: Sequence[str]
    notes: Sequence[Text]
    concepts: Sequence[ConceptShown]
    reason: Text | None
    mark: Mark
    before: Before | None = None

    @property
    def provisional(self) -> bool:
        return self.outcome == Mark.Outcome.PROVISIONAL

    @property
    def by_person(self) -> bool:
        return self.mark.marker == Mark.Marker.PERSON

    @property
    def may_appeal(self) -> bool:
        return self.outcome != Mark.Outcome.FULL


def review_of(
    attempt: Attempt, mark: Mark, before: Mark | None = None, *, points: Decimal | None = None
) -> Review:
    """The review of an attempt by one of its marks, for the active language.

    ``before`` is the mark that it replaced, where the student should see what changed; ``points`` is what
    the question is worth where the attempt belongs to a quiz.
    """
    question, version = attempt.question, attempt.version
    kind, feedback = kind_of(question), mark.feedback
    texts = kind.concept_texts(version.spec)
    worth = question.points if points is None else points
    remarks = feedback.get("remarks", [])
    chosen = next((r["params"]["option"] for r in remarks if r["code"] == "choice_wrong"), "")
    return Review(
        attempt=attempt,
        instance=instance_of(question, version, attempt.seed),
        answer=kind.display(version.spec, attempt.seed, attempt.answer or {}),
        outcome=mark.outcome,
        points=earned(mark.fraction, worth),
        maximum=worth,
        remarks=[remark_text(remark) for remark in remarks],
        notes=[Text(note["en"], note["hi"]) for note in feedback.get("notes", [])],
        concepts=[_concept(entry, texts) for entry in feedback.get("concepts", [])],
        reason=texts.get(chosen),
        mark=mark,
        before=None if before is None else Before(before.outcome, earned(before.fraction, worth)),
    )


def saved_line(moment: datetime | None) -> str:
    """When the draft was saved, in the reader's language and time zone; empty for a draft never saved."""
    if moment is None:
        return ""
    return gettext("Saved %(time)s") % {"time": time_format(timezone.localtime(moment), "H:i")}


def autosave_texts() -> dict[str, str]:
    """What the autosave script says, in the reader's language."""
    return {
        "saving": gettext("Saving…"),
        "unsaved": gettext("Not saved yet"),
        "offline": gettext("Kept on this device; the server cannot be reached. We keep trying."),
        "closed": gettext(
            "This was answered in another tab. Your text is kept here; reload the page to see the answer."
        ),
    }


def remark_text(remark: Mapping[str, Any]) -> str:
    """The sentence of a feedback code in the active language."""
    return render(remark["code"], remark.get("params", {}), active_language())


def opinion_shown(opinion: Opinion) -> list[ConceptShown]:
    """What the language model reads in an answer, as the review shows it: a hint, and no mark."""
    texts = kind_of(opinion.attempt.question).concept_texts(opinion.attempt.version.spec)
    return [_concept({"marks": 0, **entry}, texts) for entry in opinion.verdicts]


def _concept(entry: Mapping[str, Any], texts: Mapping[str, Text]) -> ConceptShown:
    name = entry["concept"]
    status, label = _SHOWN[Verdict(entry["verdict"])]
    return ConceptShown(
        say=texts.get(name, Text(name, name)),
        status=status,
        label=str(label),
        quote=entry.get("quote", ""),
        marks=Decimal(entry["marks"]),
    )
