"""Writes: a quiz is started, answered and handed in. The server's clock decides; what was typed counts."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Mapping

import structlog
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dlquiz.accounts.models import User
from dlquiz.attempts.errors import SittingClosed, SittingRefused
from dlquiz.attempts.marking import answer_key, first_mark_record, marking_of
from dlquiz.attempts.models import Attempt, Sitting
from dlquiz.attempts.quizzes import GRACE, is_over, is_overdue, quiz_questions
from dlquiz.attempts.services import MAX_SEED, attempt_keep
from dlquiz.courses.models import Assignment
from dlquiz.questions.models import Question
from graders.answers.outcome import AnswerRefused, Marking, Outcome, Remark, wrong

log = structlog.get_logger(__name__)


def sitting_start(*, user: User, assignment: Assignment) -> Sitting:
    """The student's open sitting, or a new one with a variant of every question that nobody can foresee.

    Raises ``SittingRefused``, with the reason in words, where it cannot be sat (any more).
    """
    found = Sitting.objects.by(user).at(assignment).open().first()
    if found is not None and not is_overdue(found):
        return found
    if found is not None:
        sitting_close(sitting=found)
    _refuse_unless_open(user, assignment)
    try:
        return _sitting_create(user, assignment)
    except IntegrityError:
        # Another tab was quicker.
        return Sitting.objects.by(user).at(assignment).open().get()


def sitting_keep(
    *, sitting: Sitting, question: Question, revision: int, values: Mapping[str, str]
) -> Attempt:
    """Keep what was typed; what was typed in time may arrive a little later (``GRACE``).

    Raises ``SittingClosed``, and ``DraftConflict`` and ``AnswerRefused`` as practice does.
    """
    if is_overdue(sitting):
        sitting_close(sitting=sitting)
    if not sitting.is_open:
        raise SittingClosed(sitting.number)
    attempt = sitting.attempts.select_related("question", "version").get(question=question)
    return attempt_keep(attempt=attempt, revision=revision, values=values)


def sitting_close(*, sitting: Sitting) -> Sitting:
    """Hand in what was kept, and mark it. Done twice, it counts once.

    An answer that cannot be read is not worth nothing without a person having seen it: its mark stays
    provisional. Only what was left empty earns none at once.
    """
    with transaction.atomic():
        locked = Sitting.objects.select_for_update().get(pk=sitting.pk)
        if locked.is_open:
            attempts = locked.attempts.select_related("question", "version")
            for attempt in attempts.select_for_update(of=("self",)):
                _hand_in(attempt)
            locked.closed_at = timezone.now()
            if locked.ends_at is not None:
                # Closed by the clock, it ended with its time, whenever that was noticed.
                locked.closed_at = min(locked.closed_at, locked.ends_at + GRACE)
            locked.save(update_fields=["closed_at"])
    sitting.refresh_from_db()
    return sitting


def overdue_sittings_close() -> int:
    """Hand in every sitting whose time is over; how many there were."""
    overdue = Sitting.objects.open().filter(ends_at__lte=timezone.now() - GRACE)
    closed = 0
    for sitting in overdue.order_by("ends_at")[:500]:
        try:
            sitting_close(sitting=sitting)
            closed += 1
        except Exception:
            # One that cannot be marked, by a fault of ours, must not keep the others waiting.
            log.exception("sitting could not be closed", sitting=sitting.pk)
    return closed


def _refuse_unless_open(user: User, assignment: Assignment) -> None:
    now = timezone.now()
    if assignment.release_at > now:
        raise SittingRefused(_("This quiz has not begun yet."))
    if is_over(assignment, now):
        raise SittingRefused(_("This quiz is over."))
    if Sitting.objects.by(user).at(assignment).count() >= assignment.sittings_allowed:
        raise SittingRefused(_("You have sat this quiz as often as it can be sat."))
    if not quiz_questions(assignment):
        raise SittingRefused(_("There is no question in this quiz yet."))


@transaction.atomic
def _sitting_create(user: User, assignment: Assignment) -> Sitting:
    now = timezone.now()
    last = Sitting.objects.by(user).at(assignment).aggregate(last=Max("number"))["last"] or 0
    sitting = Sitting.objects.create(
        user=user, assignment=assignment, number=last + 1, started_at=now, ends_at=_end(assignment, now)
    )
    Attempt.objects.bulk_create(
        Attempt(
            user=user,
            question=entry.question,
            version=entry.question.current,
            sitting=sitting,
            number=sitting.number,
            # Never the lesson's own variant, whose worked answer stands in the lesson.
            seed=1 + secrets.randbelow(MAX_SEED),
        )
        for entry in quiz_questions(assignment)
    )
    return sitting


def _end(assignment: Assignment, start: datetime.datetime) -> datetime.datetime | None:
    limit = assignment.time_limit
    ends = [assignment.due_at, start + datetime.timedelta(minutes=limit) if limit else None]
    return min((end for end in ends if end is not None), default=None)


def _hand_in(attempt: Attempt) -> None:
    marking = _marking(attempt)
    attempt.answer = attempt.draft
    attempt.state = Attempt.State.SUBMITTED
    attempt.submitted_at = timezone.now()
    attempt.answer_key = answer_key(attempt, attempt.draft)
    attempt.save(update_fields=["answer", "state", "submitted_at", "answer_key"])
    first_mark_record(attempt=attempt, marking=marking)


def _marking(attempt: Attempt) -> Marking:
    if not any(value.strip() for value in attempt.draft.values()):
        return wrong(Remark("answer_blank"))
    try:
        return marking_of(attempt, attempt.draft)
    except AnswerRefused as refused:
        marking = wrong(refused.remark)
        return Marking(Outcome.PROVISIONAL, marking.fraction, marking.remarks)
