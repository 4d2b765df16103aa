"""What a person judges is what the marker judges: every concept with what it is worth, in one order."""

from __future__ import annotations

import pytest

from dlquiz.content.source import QuestionSource, read_content
from dlquiz.questions.kinds import KINDS
from tests.content.test_questions import by_slug, given

JUDGED = [
    question
    for topic in read_content().topics
    for question in topic.questions
    if KINDS[question.kind].judged(question.spec)
]


@pytest.mark.parametrize("question", JUDGED, ids=by_slug)
def test_people_and_the_marker_judge_the_same_concepts_at_the_same_worth(question: QuestionSource) -> None:
    kind = KINDS[question.kind]
    worth = kind.concept_marks(question.spec)
    assert set(worth) == set(kind.concept_texts(question.spec))
    full = next(answer for answer in question.answers if answer["expect"] == "full")
    marking = kind.mark(question.spec, full.get("seed", 0), given(full)[0])
    assert {concept.concept: concept.marks for concept in marking.concepts} == worth
