"""Answers that wait, in groups: by what was found of each concept, like beside like, the same ones as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dlquiz.attempts.marking import concepts_in
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.attempts.presentation import ConceptShown, opinion_shown, remark_text
from dlquiz.attempts.querysets import AttemptQuerySet
from dlquiz.core.i18n import Text
from dlquiz.questions.models import QuestionVersion
from dlquiz.questions.selectors import kind_of
from graders.answers.outcome import Verdict

MAX_ANSWERS = 400


@dataclass(frozen=True)
class Given:
    """One answer of a group, with everybody who gave it. ``seen`` names attempt and mark of each.

    ``opinion`` is what the language model read in it, where one was asked.
    """

    text: str
    attempt: Attempt
    seen: Sequence[str]
    quotes: Mapping[str, str]
    remarks: Sequence[str]
    opinion: Sequence[ConceptShown] = ()

    @property
    def times(self) -> int:
        return len(self.seen)


@dataclass(frozen=True)
class ConceptFound:
    """What was found of a concept in every answer of a group; nothing is chosen where it was unclear."""

    id: str
    say: Text
    verdict: Verdict

    @property
    def chosen(self) -> str:
        return "" if self.verdict is Verdict.UNSURE else self.verdict.value


@dataclass(frozen=True)
class Group:
    """Answers to one version of which the marker found the same."""

    version: QuestionVersion
    concepts: Sequence[ConceptFound]
    answers: Sequence[Given]

    @property
    def total(self) -> int:
        return sum(answer.times for answer in self.answers)

    @property
    def key(self) -> str:
        """For the page: which group this is."""
        return "-".join([str(self.version.number), *(concept.verdict.value[0] for concept in self.concepts)])


def groups_of(waiting: AttemptQuerySet) -> list[Group]:
    """The groups of a question's waiting answers, largest first. At most ``MAX_ANSWERS`` answers at once."""
    found = waiting.select_related("question", "version", "user", "opinion").prefetch_related("marks")[
        :MAX_ANSWERS
    ]
    together: dict[tuple[int, tuple[tuple[str, str], ...]], list[tuple[Attempt, Mark]]] = {}
    for attempt in found:
        mark = max(attempt.marks.all(), key=lambda mark: mark.number)
        verdicts = _verdicts(attempt, mark)
        together.setdefault((attempt.version_id, verdicts), []).append((attempt, mark))
    groups = [_group(verdicts, members) for (_, verdicts), members in together.items()]
    return sorted(groups, key=lambda group: (-group.total, group.key))


def _verdicts(attempt: Attempt, mark: Mark) -> tuple[tuple[str, str], ...]:
    """By concept in the rubric's order; what the feedback does not name is unclear."""
    named = {entry["concept"]: entry["verdict"] for entry in concepts_in(mark.feedback)}
    concepts = kind_of(attempt.question).concept_marks(attempt.version.spec)
    return tuple((concept, named.get(concept, Verdict.UNSURE.value)) for concept in concepts)


def _group(verdicts: Sequence[tuple[str, str]], members: Sequence[tuple[Attempt, Mark]]) -> Group:
    version, question = members[0][0].version, members[0][0].question
    texts = kind_of(question).concept_texts(version.spec)
    concepts = [ConceptFound(name, texts[name], Verdict(verdict)) for name, verdict in verdicts]
    same: dict[str, list[tuple[Attempt, Mark]]] = {}
    for attempt, mark in members:
        same.setdefault(attempt.answer_key or str(attempt.pk), []).append((attempt, mark))
    return Group(version, concepts, like_beside_like([_given(entries) for entries in same.values()]))


def _given(entries: Sequence[tuple[Attempt, Mark]]) -> Given:
    attempt, mark = entries[0]
    kind = kind_of(attempt.question)
    return Given(
        text=kind.display(attempt.version.spec, attempt.seed, attempt.answer or {}),
        attempt=attempt,
        seen=[f"{one.pk}:{its.number}" for one, its in entries],
        quotes={e["concept"]: e["quote"] for e in concepts_in(mark.feedback) if e.get("quote")},
        remarks=[remark_text(remark) for remark in mark.feedback.get("remarks", [])],
        opinion=opinion_shown(attempt.opinion) if hasattr(attempt, "opinion") else (),
    )


def like_beside_like(answers: Sequence[Given]) -> list[Given]:
    """The answers in an order in which each is followed by the one most like it."""
    left = list(answers)
    ordered = [left.pop(0)] if left else []
    while left:
        last = ordered[-1].text.casefold()
        nearest = max(range(len(left)), key=lambda i: fuzz.token_set_ratio(last, left[i].text.casefold()))
        ordered.append(left.pop(nearest))
    return ordered
