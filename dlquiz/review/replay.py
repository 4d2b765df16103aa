"""What something taught would change: every past answer to the question, marked with it and without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dlquiz.attempts.marking import concepts_in
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.questions.models import Phrasing, Question
from dlquiz.questions.rubrics import LEARNED
from dlquiz.questions.selectors import kind_of
from graders.answers.outcome import AnswerRefused, Marking

Learned = Mapping[str, Any]


@dataclass(frozen=True)
class Flip:
    """An answer whose mark would change, with every attempt that gave these words.

    ``seen`` names attempt and newest mark of each, as they were when this was computed.
    """

    text: str
    seen: Sequence[str]
    before: Decimal
    after: Decimal
    marking: Marking
    attempts: Sequence[Attempt]

    @property
    def raises(self) -> bool:
        return self.after >= self.before

    @property
    def times(self) -> int:
        return len(self.seen)


@dataclass(frozen=True)
class Agreement:
    """Of the answers that people have marked, how many the marker gives the same share."""

    before: int
    after: int
    total: int


@dataclass(frozen=True)
class Replay:
    """``answers``: how many were looked at. A person's marks are never changed; they are the measure."""

    flips: Sequence[Flip]
    agreement: Agreement
    answers: int

    @property
    def raised(self) -> int:
        return sum(flip.times for flip in self.flips if flip.raises)

    @property
    def lowered(self) -> int:
        return sum(flip.times for flip in self.flips if not flip.raises)


def replay(question: Question, learned: Learned) -> Replay:
    """What ``learned`` would change, beside what is in use already. Nothing is written."""
    approved = Phrasing.objects.filter(question=question, state=Phrasing.State.APPROVED)
    known = list(approved.order_by("pk").values_list("learned", flat=True))
    together = _same_words(Attempt.objects.at(question).submitted().select_related("question", "version"))
    flips: list[Flip] = []
    agreed = Agreement(0, 0, 0)
    answers = 0
    for members in together:
        answers += len(members)
        before, after = _marked(members[0][0], known), _marked(members[0][0], [*known, learned])
        if before is None or after is None:
            continue
        by_person = [mark for _, mark in members if mark.marker == Mark.Marker.PERSON]
        agreed = _with(agreed, by_person, before, after)
        flip = _flip([pair for pair in members if pair[1].marker != Mark.Marker.PERSON], before, after)
        if flip is not None:
            flips.append(flip)
    flips.sort(key=lambda flip: (flip.raises, -flip.times, flip.text))
    return Replay(flips, agreed, answers)


def _same_words(attempts: Iterable[Attempt]) -> list[list[tuple[Attempt, Mark]]]:
    """Attempts with their newest marks; those with the same words for the same version together."""
    found: dict[tuple[int, str], list[tuple[Attempt, Mark]]] = {}
    newest: dict[int, Mark] = {}
    chosen = list(attempts)
    for mark in Mark.objects.filter(attempt__in=chosen).order_by("number"):
        newest[mark.attempt_id] = mark
    for attempt in chosen:
        if attempt.pk in newest:
            key = attempt.version_id, attempt.answer_key or str(attempt.pk)
            found.setdefault(key, []).append((attempt, newest[attempt.pk]))
    return list(found.values())


def _marked(attempt: Attempt, learned: Sequence[Learned]) -> Marking | None:
    try:
        spec = {**attempt.version.spec, LEARNED: list(learned)}
        return kind_of(attempt.question).mark(spec, attempt.seed, attempt.answer or {})
    except AnswerRefused:
        return None


def _with(found: Agreement, people: Sequence[Mark], before: Marking, after: Marking) -> Agreement:
    return Agreement(
        found.before + sum(mark.fraction == before.fraction for mark in people),
        found.after + sum(mark.fraction == after.fraction for mark in people),
        found.total + len(people),
    )


def _flip(members: Sequence[tuple[Attempt, Mark]], before: Marking, after: Marking) -> Flip | None:
    """The change from what stands, where the lesson (and nothing else since) makes one."""
    if not members or (before.outcome, before.concepts) == (after.outcome, after.concepts):
        return None
    attempt, mark = members[0]
    if mark.fraction == after.fraction and concepts_in(mark.feedback) == concepts_in(after.to_json()):
        return None
    kind = kind_of(attempt.question)
    return Flip(
        text=kind.display(attempt.version.spec, attempt.seed, attempt.answer or {}),
        seen=[f"{one.pk}:{its.number}" for one, its in members],
        before=mark.fraction,
        after=after.fraction,
        marking=after,
        attempts=[one for one, _ in members],
    )
