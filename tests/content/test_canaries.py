"""The answers that test the language model are known to earn nothing: of no rubric do they say anything."""

from __future__ import annotations

import pytest

from dlquiz.content.source import QuestionSource, read_content
from dlquiz.questions.kinds import KINDS
from dlquiz.questions.rubrics import rubric_in
from graders.answers.language_model.canaries import FORMS, canary
from graders.answers.language_model.subject import Subject
from graders.answers.outcome import Outcome, Verdict
from graders.answers.text.marker import mark_text
from graders.contract import Text

RUBRICS = [
    question
    for topic in read_content().topics
    for question in topic.questions
    if KINDS[question.kind].rubric_table(question.spec)
]


@pytest.mark.parametrize("question", RUBRICS, ids=lambda question: question.slug)
def test_no_rubric_finds_anything_in_a_canary(question: QuestionSource) -> None:
    rubric = rubric_in(question.spec, KINDS[question.kind].rubric_table(question.spec))
    labels = list(Subject(Text("", ""), {concept.id: concept.say for concept in rubric.concepts}).labels)
    for form in FORMS:
        marking = mark_text(rubric, canary(form, labels).answer)
        assert marking.outcome is not Outcome.FULL, form
        assert all(concept.verdict is not Verdict.SUPPORTED for concept in marking.concepts), form
