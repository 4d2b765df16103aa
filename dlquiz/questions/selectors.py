"""Reads: the questions of a topic or course as lists show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dlquiz.core.i18n import Text
from dlquiz.courses.models import Topic
from dlquiz.questions.kind import Instance, Kind, Spec, text_of
from dlquiz.questions.kinds import KINDS
from dlquiz.questions.models import Phrasing, Question, QuestionVersion
from dlquiz.questions.rubrics import LEARNED


@dataclass(frozen=True)
class Neighbours:
    """The questions before and after one, in its topic."""

    before: Question | None
    after: Question | None
    number: int
    total: int


def kind_of(question: Question) -> Kind:
    """The kind of a question; a kind that is gone is a fault of ours."""
    return KINDS[question.kind]


def instance_of(question: Question, version: QuestionVersion, seed: int) -> Instance:
    """The question of a version as the student with that seed gets it."""
    return kind_of(question).instance(version.spec, seed)


def spec_for_marking(version: QuestionVersion) -> Spec:
    """The version's spec with what was taught and approved for its question laid over it."""
    approved = Phrasing.objects.filter(question=version.question_id, state=Phrasing.State.APPROVED)
    learned = list(approved.order_by("pk").values_list("learned", flat=True))
    return {**version.spec, LEARNED: learned} if learned else version.spec


def open_questions(topic: Topic) -> Sequence[Question]:
    """The topic's questions that students see, with their current versions, in order."""
    return list(Question.objects.of_topic(topic).open().in_order().select_related("current"))


def question_title(question: Question) -> Text:
    """What lists call a question: its title, else the first line of its statement."""
    if question.current is None:
        return Text(question.slug, question.slug)
    spec = question.current.spec
    if "title" in spec:
        return text_of(spec["title"])
    lines = {language: spec["statement"][language].strip().splitlines()[0] for language in ("en", "hi")}
    return Text(**lines)


def neighbours_of(question: Question) -> Neighbours:
    """Where a question stands in its topic."""
    questions = open_questions(question.topic)
    place = next((i for i, other in enumerate(questions) if other.pk == question.pk), None)
    if place is None:
        return Neighbours(None, None, 0, len(questions))
    before = questions[place - 1] if place else None
    after = questions[place + 1] if place + 1 < len(questions) else None
    return Neighbours(before, after, place + 1, len(questions))
