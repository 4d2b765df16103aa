"""Writes: attempts, drafts and marks. Nothing that a student typed is overwritten unseen."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.errors import AttemptClosed, DraftConflict
from dlquiz.attempts.marking import answer_key, first_mark_record, marking_of
from dlquiz.attempts.models import Attempt
from dlquiz.questions.models import Question, QuestionVersion
from dlquiz.questions.selectors import kind_of
from graders.answers.outcome import AnswerRefused

MAX_DRAFT_CHARACTERS = 50_000
MAX_SEED = 2**31


def attempt_start(*, user: User, question: Question, version: QuestionVersion | None = None) -> Attempt:
    """The student's open attempt; a new one where there is none.

    The first has seed 0, the variant of the lesson; later ones get a variant that cannot be foreseen.
    """
    mine = Attempt.objects.practice().by(user).at(question)
    found = mine.filter(state=Attempt.State.OPEN).first()
    if found is not None:
        return found
    return _attempt_create(user, question, (mine.aggregate(last=Max("number"))["last"] or 0) + 1, version)


def draft_save(
    *,
    user: User,
    question: Question,
    number: int,
    revision: int,
    values: Mapping[str, str],
    version: QuestionVersion | None = None,
) -> Attempt:
    """Keep what was typed in attempt ``number``, if nobody saved since ``revision``.

    Raises ``DraftConflict`` with the stored text where somebody did and it differs, and ``AttemptClosed``
    where the attempt was answered meanwhile. Saving the same text twice is no conflict. ``AnswerRefused``
    for a text that is too long to be kept.
    """
    attempt = _attempt_numbered(user, question, number, version)
    return attempt_keep(attempt=attempt, revision=revision, values=values)


def attempt_keep(*, attempt: Attempt, revision: int, values: Mapping[str, str]) -> Attempt:
    """Keep what was typed in an attempt; raises as ``draft_save`` does."""
    if not attempt.is_open:
        raise AttemptClosed(attempt.number)
    kept = _kept(attempt.question, values)
    if attempt.draft_revision == revision and attempt.draft == kept:
        return attempt
    saved = Attempt.objects.filter(pk=attempt.pk, state=Attempt.State.OPEN, draft_revision=revision).update(
        draft=kept, draft_revision=F("draft_revision") + 1, draft_saved_at=timezone.now()
    )
    attempt.refresh_from_db()
    stored = saved or (attempt.draft == kept and attempt.state == Attempt.State.OPEN)
    if not stored:
        raise _lost_race(attempt)
    return attempt


def attempt_submit(
    *,
    user: User,
    question: Question,
    number: int,
    revision: int,
    values: Mapping[str, str],
    version: QuestionVersion | None = None,
) -> Attempt:
    """Give the answer and mark it. Sent twice, it counts once.

    Raises ``AnswerRefused`` for an answer that cannot be read (the draft is kept, nothing is marked),
    ``DraftConflict`` where another tab saved a text that this one has not seen, and ``AttemptClosed``.
    """
    attempt = draft_save(
        user=user, question=question, number=number, revision=revision, values=values, version=version
    )
    marking = marking_of(attempt, attempt.draft)
    with transaction.atomic():
        # Only what was just marked is submitted: not a text that another tab saved in between.
        submitted = Attempt.objects.filter(
            pk=attempt.pk, state=Attempt.State.OPEN, draft_revision=attempt.draft_revision
        ).update(
            answer=attempt.draft,
            state=Attempt.State.SUBMITTED,
            submitted_at=timezone.now(),
            answer_key=answer_key(attempt, attempt.draft),
        )
        if submitted:
            first_mark_record(attempt=attempt, marking=marking)
    attempt.refresh_from_db()
    if not submitted:
        raise _lost_race(attempt)
    return attempt


def _kept(question: Question, values: Mapping[str, str]) -> dict[str, str]:
    """The fields of the answer, refused rather than cut where one is too long to be an answer."""
    # PostgreSQL stores no NUL, and nobody types one.
    kept = {name: values.get(name, "").replace("\x00", "") for name in kind_of(question).fields}
    if any(len(text) > MAX_DRAFT_CHARACTERS for text in kept.values()):
        raise AnswerRefused("answer_too_long", limit=MAX_DRAFT_CHARACTERS)
    return kept


def _lost_race(attempt: Attempt) -> AttemptClosed | DraftConflict:
    """Why a conditional write found no row: the attempt is closed, or its draft was saved elsewhere."""
    if not attempt.is_open:
        return AttemptClosed(attempt.number)
    return DraftConflict(
        values=attempt.draft, revision=attempt.draft_revision, saved_at=attempt.draft_saved_at
    )


def _attempt_numbered(
    user: User, question: Question, number: int, version: QuestionVersion | None
) -> Attempt:
    """The attempt that the page was about: one that exists, or the next, which starts with its first save."""
    mine = Attempt.objects.practice().by(user).at(question).select_related("version")
    last = mine.aggregate(last=Max("number"))["last"] or 0
    if number <= last:
        return mine.get(number=max(number, 1))
    # Exactly the next one: were it "a new one", a second click would open another attempt after the first.
    return mine.filter(state=Attempt.State.OPEN).first() or _attempt_create(user, question, last + 1, version)


def _attempt_create(user: User, question: Question, number: int, version: QuestionVersion | None) -> Attempt:
    """The attempt of that number: made here, or by another tab that was quicker."""
    seed = 0 if number == 1 else 1 + secrets.randbelow(MAX_SEED)
    chosen = version or question.current
    assert chosen is not None
    try:
        with transaction.atomic():
            return Attempt.objects.create(
                user=user, question=question, version=chosen, number=number, seed=seed
            )
    except IntegrityError:
        return Attempt.objects.practice().by(user).at(question).get(number=number)
