"""Writes: what is taught about a question's words is proposed, tried on all past answers, and approved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.marking import mark_record, standing_outcome
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.questions.models import Phrasing, Question
from dlquiz.questions.rubrics import rubric_data
from dlquiz.questions.selectors import kind_of, spec_for_marking
from dlquiz.review.decisions import Decided, Seen
from dlquiz.review.replay import replay
from graders.answers.text.proposals import Proposal, proposals


class PhrasingDecided(Exception):
    """It was approved, rejected or retired before."""


def lessons_from(*, attempt: Attempt, words: str, concept: str, effect: str) -> list[Proposal]:
    """What the words of an answer may teach; raises ``WordsRefused`` where it is nothing."""
    kind, spec = kind_of(attempt.question), spec_for_marking(attempt.version)
    data = rubric_data(spec, kind.rubric_table(spec))
    answer = (attempt.answer or {}).get(kind.rubric_field, "")
    return proposals(data, answer=answer, words=words, concept=concept, effect=effect)


def phrasing_propose(*, question: Question, by: User, learned: Mapping[str, Any]) -> Phrasing:
    """Keep a lesson until an instructor decides; the same lesson is kept once."""
    same = Phrasing.objects.filter(
        question=question,
        learned=dict(learned),
        state__in=(Phrasing.State.PROPOSED, Phrasing.State.APPROVED),
    ).first()
    return same or Phrasing.objects.create(
        question=question, learned=dict(learned), words=str(learned["words"])[:300], proposed_by=by
    )


@transaction.atomic
def phrasing_approve(*, phrasing: Phrasing, by: User, regrade: Collection[Seen]) -> Decided:
    """Use a lesson from now on, and mark the chosen past answers again with it.

    An answer that got another mark since the replay was shown is left alone. Raises ``PhrasingDecided``.
    """
    flips = replay(phrasing.question, phrasing.learned).flips
    _decide(phrasing, by, Phrasing.State.APPROVED)
    markings = {name: flip.marking for flip in flips for name in flip.seen}
    attempts = {attempt.pk: attempt for flip in flips for attempt in flip.attempts}
    marked = 0
    for entry in regrade:
        name = f"{entry.attempt}:{entry.mark}"
        if name not in markings or not _unchanged(entry):
            continue
        attempt, marking = attempts[entry.attempt], markings[name]
        outcome = standing_outcome(attempt, marking)
        mark_record(attempt=attempt, marking=marking, cause=Mark.Cause.REGRADED, by=by, outcome=outcome)
        marked += 1
    return Decided(marked, len(regrade) - marked)


@transaction.atomic
def phrasing_reject(*, phrasing: Phrasing, by: User) -> None:
    """Do not use a proposed lesson. Raises ``PhrasingDecided``."""
    _decide(phrasing, by, Phrasing.State.REJECTED)


@transaction.atomic
def phrasing_retire(*, phrasing: Phrasing, by: User) -> None:
    """Stop using a lesson; marks that it has made stay as they are."""
    changed = Phrasing.objects.filter(pk=phrasing.pk, state=Phrasing.State.APPROVED).update(
        state=Phrasing.State.RETIRED, decided_by=by, decided_at=timezone.now()
    )
    if not changed:
        raise PhrasingDecided


def _decide(phrasing: Phrasing, by: User, state: str) -> None:
    changed = Phrasing.objects.filter(pk=phrasing.pk, state=Phrasing.State.PROPOSED).update(
        state=state, decided_by=by, decided_at=timezone.now()
    )
    if not changed:
        raise PhrasingDecided


def _unchanged(entry: Seen) -> bool:
    """Whether the mark that was shown is still the newest; holds the attempt until the transaction ends."""
    attempt = Attempt.objects.select_for_update().filter(pk=entry.attempt).first()
    newest = Mark.objects.newest_of(attempt).first() if attempt else None
    return newest is not None and newest.number == entry.mark
