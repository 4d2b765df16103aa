"""Writes: what a person decides about answers. Each becomes a mark with its author; none is overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from dlquiz.accounts.models import User
from dlquiz.attempts.appeals import appeal_answer
from dlquiz.attempts.marking import concepts_in, mark_record
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.questions.models import Question
from dlquiz.questions.selectors import kind_of
from graders.answers.outcome import ConceptOutcome, Marking, Verdict, graded, judged

MAX_COMMENT_CHARACTERS = 2000
# What a person may say of a concept. "Unclear" is the marker's word: who reads, decides.
DECIDED = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.ABSENT)


class DecisionRefused(ValueError):
    """What was sent is no decision; ``code`` says what is missing."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Seen:
    """An answer as it stood when it was read: its attempt, and the number of its newest mark then."""

    attempt: int
    mark: int


@dataclass(frozen=True)
class Judgement:
    """A person's verdict on each concept; for questions without concepts, a share of the marks."""

    verdicts: Mapping[str, Verdict]
    share: Fraction | None = None


@dataclass(frozen=True)
class Decided:
    """How many answers were marked, and how many somebody else had marked meanwhile."""

    marked: int
    overtaken: int


def answers_decide(
    *,
    question: Question,
    by: User,
    seen: Sequence[Seen],
    judgement: Judgement,
    comment: str = "",
    cause: str = Mark.Cause.REVIEWED,
) -> Decided:
    """Give every answer the same verdicts. An answer that got another mark since it was read is left alone.

    Raises ``DecisionRefused`` where a concept has no verdict or nothing was chosen.
    """
    if not seen:
        raise DecisionRefused("decide_none_chosen")
    if len(comment) > MAX_COMMENT_CHARACTERS:
        raise DecisionRefused("decide_comment_too_long")
    marked = 0
    for entry in seen:
        marked += _decide(question, by, entry, judgement, comment.replace("\x00", "").strip(), cause)
    return Decided(marked, len(seen) - marked)


@transaction.atomic
def _decide(
    question: Question, by: User, entry: Seen, judgement: Judgement, comment: str, cause: str
) -> bool:
    attempt = (
        Attempt.objects.at(question)
        .submitted()
        .filter(pk=entry.attempt)
        .select_for_update(of=("self",))
        .select_related("version", "question")
        .first()
    )
    newest = Mark.objects.newest_of(attempt).first() if attempt is not None else None
    if attempt is None or newest is None or newest.number != entry.mark:
        return False
    marking = marking_by(attempt, newest, judgement)
    mark = mark_record(attempt=attempt, marking=marking, cause=cause, by=by, comment=comment)
    appeal_answer(attempt=attempt, mark=mark)
    return True


def marking_by(attempt: Attempt, newest: Mark, judgement: Judgement) -> Marking:
    """What a person's judgement of an answer comes to. Words that led to a verdict that stays are kept."""
    marks = kind_of(attempt.question).concept_marks(attempt.version.spec)
    if not marks:
        if judgement.share is None:
            raise DecisionRefused("decide_share_missing")
        return graded(judgement.share)
    if set(marks) - set(judgement.verdicts):
        raise DecisionRefused("decide_concept_missing")
    quotes = {(e["concept"], e["verdict"]): e.get("quote", "") for e in concepts_in(newest.feedback)}
    return judged([_outcome(name, judgement.verdicts[name], worth, quotes) for name, worth in marks.items()])


def _outcome(
    name: str, verdict: Verdict, marks: Decimal, quotes: Mapping[tuple[str, str], str]
) -> ConceptOutcome:
    return ConceptOutcome(name, verdict, marks, quotes.get((name, verdict.value), ""))
