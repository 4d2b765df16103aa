"""A sitting as its pages show it: where each answer stands, and what the whole earned."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dlquiz.attempts.marking import marking_of
from dlquiz.attempts.models import Attempt, Mark, Sitting
from dlquiz.attempts.presentation import remark_text
from dlquiz.attempts.quizzes import attempts_in, points_in
from dlquiz.core.i18n import Text
from dlquiz.questions.selectors import question_title
from graders.answers.outcome import AnswerRefused
from graders.contract.marks import earned


@dataclass(frozen=True)
class Place:
    """A question in a sitting. ``status`` is a name of ``dlquiz.core.statuses``.

    ``message`` says why what was typed cannot be read as an answer, while there is time to mend it.
    """

    number: int
    attempt: Attempt
    title: Text
    status: str
    message: str
    points: Decimal

    @property
    def slug(self) -> str:
        return self.attempt.question.slug


@dataclass(frozen=True)
class QuizResult:
    """What a sitting earned; provisional while a person has still to read an answer."""

    points: Decimal
    maximum: Decimal
    is_provisional: bool


def places_of(sitting: Sitting, *, reading: bool = False) -> list[Place]:
    """The sitting's questions in order; with ``reading``, what cannot be read as an answer is found out."""
    worth = points_in(sitting.assignment)
    return [
        _place(number, attempt, worth.get(attempt.question_id, attempt.question.points), reading)
        for number, attempt in enumerate(attempts_in(sitting), start=1)
    ]


def result_of(sitting: Sitting) -> QuizResult | None:
    """What a closed sitting earned; None while it is open."""
    if sitting.is_open:
        return None
    worth = points_in(sitting.assignment)
    newest = _newest_marks(sitting)
    attempts = attempts_in(sitting)
    points = [
        earned(newest[attempt.pk].fraction, worth.get(attempt.question_id, attempt.question.points))
        for attempt in attempts
        if attempt.pk in newest
    ]
    maximum = [worth.get(attempt.question_id, attempt.question.points) for attempt in attempts]
    waits = any(mark.outcome == Mark.Outcome.PROVISIONAL for mark in newest.values())
    return QuizResult(sum(points, Decimal(0)), sum(maximum, Decimal(0)), waits)


def _newest_marks(sitting: Sitting) -> dict[int, Mark]:
    marks = Mark.objects.filter(attempt__sitting=sitting).order_by("number")
    return {mark.attempt_id: mark for mark in marks}


def _place(number: int, attempt: Attempt, points: Decimal, reading: bool) -> Place:
    status, message = "not_started", ""
    if any(value.strip() for value in attempt.draft.values()):
        status = "submitted"
        try:
            if reading and attempt.is_open:
                marking_of(attempt, attempt.draft)
        except AnswerRefused as refused:
            status, message = "open", remark_text(refused.remark.to_json())
    return Place(number, attempt, question_title(attempt.question), status, message, points)
