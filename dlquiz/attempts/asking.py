"""Which answers the language model is asked about, and the message that has a worker ask.

This is all of it that a web process does: whoever answers never waits for the language model.
"""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from dlquiz.attempts.models import Attempt, Mark
from dlquiz.core import broker
from dlquiz.questions.selectors import kind_of
from graders.answers.language_model.subject import is_readable

OPINION_TASK = "dlquiz.attempts.tasks.form_opinion"
OPINION_QUEUE = "batch"
# Behind validation and regrades, which somebody waits for.
OPINION_PRIORITY = 9


def is_opinion_wanted(attempt: Attempt, mark: Mark) -> bool:
    """Whether there is a language model, and something that it could help with.

    An answer marked by a rubric that waits for a person; in a quiz, also one with automatic full marks.
    """
    if settings.LANGUAGE_MODEL is None or mark.marker != Mark.Marker.AUTO:
        return False
    if not kind_of(attempt.question).rubric_table(attempt.version.spec):
        return False
    stands = mark.outcome == Mark.Outcome.FULL and attempt.sitting_id is not None
    return (stands or mark.outcome == Mark.Outcome.PROVISIONAL) and is_readable(answer_text(attempt))


def answer_text(attempt: Attempt) -> str:
    """The words of the answer that its rubric reads."""
    return str((attempt.answer or attempt.draft).get(kind_of(attempt.question).rubric_field, ""))


def opinion_ask_on_commit(attempt: Attempt, mark: Mark) -> None:
    """Have a worker ask about the answer once it is safe in the database.

    A message that the broker does not take is not sent again: the answer waits for a person as it did.
    """
    if is_opinion_wanted(attempt, mark):
        transaction.on_commit(lambda: _sent(attempt.pk), robust=True)


def opinion_ask_again(pk: int, *, tried: int, seconds: float) -> None:
    """Have it asked once more, later."""
    broker.send(OPINION_TASK, pk, tried, queue=OPINION_QUEUE, priority=OPINION_PRIORITY, countdown=seconds)


def _sent(pk: int) -> None:
    broker.send(OPINION_TASK, pk, queue=OPINION_QUEUE, priority=OPINION_PRIORITY)
