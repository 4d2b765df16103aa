"""Marks: how an answer gets its first one, and how others are added."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from dlquiz.accounts.models import User
from dlquiz.attempts.asking import opinion_ask_on_commit
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.attempts.qualification import qualification_of
from dlquiz.questions.kind import Values
from dlquiz.questions.selectors import kind_of, spec_for_marking
from graders.answers.outcome import Marking, Outcome
from graders.answers.text.normalise import clean

# Of the automatic full marks in quizzes one in twenty is read by a person: 5 %.
ONE_IN = 20


def marking_of(attempt: Attempt, values: Values) -> Marking:
    """What the marker makes of an answer to the attempt's version, with what was taught since.

    Raises ``AnswerRefused`` for an answer that cannot be read.
    """
    spec = spec_for_marking(attempt.version)
    return kind_of(attempt.question).mark(spec, attempt.seed, values)


def answer_key(attempt: Attempt, values: Values) -> str:
    """Equal for answers that differ in spacing and case only; empty where no person judges them."""
    kind = kind_of(attempt.question)
    if not kind.judged(attempt.version.spec):
        return ""
    plain = "\0".join(" ".join(clean(values.get(name, "")).casefold().split()) for name in kind.fields)
    return hashlib.sha256(plain.encode()).hexdigest()


def first_mark_record(*, attempt: Attempt, marking: Marking) -> Mark:
    """The mark of an answer just given: the automatic one, then a person's for the same answer, if any."""
    outcome = standing_outcome(attempt, marking)
    mark = mark_record(attempt=attempt, marking=marking, outcome=outcome)
    inherited = _inherited(attempt)
    if inherited is None:
        _sample(attempt, outcome)
    opinion_ask_on_commit(attempt, inherited or mark)
    return inherited or mark


def standing_outcome(attempt: Attempt, marking: Marking) -> str:
    """The outcome that an automatic mark may stand with.

    In a quiz, full marks by judgement wait for a person until the question is qualified.
    """
    judged = attempt.sitting_id is not None and kind_of(attempt.question).judged(attempt.version.spec)
    if judged and marking.outcome is Outcome.FULL and not qualification_of(attempt.version).is_reached:
        return Mark.Outcome.PROVISIONAL.value
    return marking.outcome.value


def _sample(attempt: Attempt, outcome: str) -> None:
    """Let chance choose whether an automatic full mark of a quiz is read by a person."""
    judged = attempt.sitting_id is not None and kind_of(attempt.question).judged(attempt.version.spec)
    if judged and outcome == Mark.Outcome.FULL and secrets.randbelow(ONE_IN) == 0:
        Attempt.objects.filter(pk=attempt.pk).update(is_audited=True)


@transaction.atomic
def mark_record(
    *,
    attempt: Attempt,
    marking: Marking,
    cause: str = Mark.Cause.ANSWERED,
    by: User | None = None,
    comment: str = "",
    outcome: str = "",
) -> Mark:
    """Add a mark to an attempt; the newest one counts, the others stay.

    A mark is a person's where somebody decided it: all but answers and regrades. ``outcome`` replaces the
    marking's own where a full mark may not stand yet; the feedback keeps what the marker found.
    """
    automatic = cause in (Mark.Cause.ANSWERED, Mark.Cause.REGRADED)
    return _added(
        attempt,
        fraction=marking.fraction,
        outcome=outcome or marking.outcome.value,
        feedback=marking.to_json(),
        marker=Mark.Marker.AUTO if automatic else Mark.Marker.PERSON,
        cause=cause,
        by=by,
        comment=comment,
    )


def seconded_mark_record(*, attempt: Attempt, mark: Mark, outcome: str, cause: str) -> Mark:
    """An automatic mark once more, with the outcome that the language model lets it stand with.

    Its share and what the marker found stay: the language model gives no marks.
    """
    seconded = _added(
        attempt,
        fraction=mark.fraction,
        outcome=outcome,
        feedback=mark.feedback,
        marker=Mark.Marker.MODEL,
        cause=cause,
    )
    _sample(attempt, outcome)
    return seconded


def _inherited(attempt: Attempt) -> Mark | None:
    """A person's mark of the same words for the same version holds for these too."""
    key = Attempt.objects.filter(pk=attempt.pk).values_list("answer_key", flat=True).get()
    if not key:
        return None
    same = Mark.objects.filter(
        attempt__version=attempt.version_id,
        attempt__answer_key=key,
        marker=Mark.Marker.PERSON,
        by__isnull=False,
    )
    found = same.order_by("-created_at", "-pk").first()
    if found is None:
        return None
    return _added(
        attempt,
        fraction=found.fraction,
        outcome=found.outcome,
        feedback=found.feedback,
        marker=Mark.Marker.PERSON,
        cause=Mark.Cause.INHERITED,
        comment=found.comment,
    )


@transaction.atomic
def _added(attempt: Attempt, **values: object) -> Mark:
    Attempt.objects.select_for_update().get(pk=attempt.pk)
    last = Mark.objects.filter(attempt=attempt).aggregate(last=Max("number"))["last"] or 0
    return Mark.objects.create(attempt=attempt, number=last + 1, **values)


def concepts_in(feedback: Mapping[str, object]) -> list[Mapping[str, str]]:
    """The verdicts on concepts in a mark's feedback."""
    found = feedback.get("concepts", [])
    return list(found) if isinstance(found, list) else []
