"""Every question of the course marks its own test answers as stated; no change of one slips through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dlquiz.content.source import QuestionSource, read_content
from dlquiz.questions.kinds import KINDS
from dlquiz.questions.kinds.short_text import rubric_of
from graders.answers.outcome import Marking, Outcome
from graders.answers.text.marker import mark_text
from graders.answers.text.rubric import Effect, Rubric, Statement
from tests.graders.answers import metamorphic

QUESTIONS = [question for topic in read_content().topics for question in topic.questions]
TEXTS = [question for question in QUESTIONS if question.kind == "short_text"]
FORMS = ("en", "hi", "roman")
PRACTICE = [question.slug for question in QUESTIONS if "source" in question.spec]
SENTENCES = ("short_text", "true_false")


def by_slug(question: QuestionSource) -> str:
    return question.slug


def grade_of(marking: Marking) -> str:
    if marking.outcome is Outcome.FULL:
        return "full"
    return "partial" if marking.fraction else "zero"


def forms_of(answer: Mapping[str, Any]) -> dict[str, str]:
    return {form: answer[form] for form in (*FORMS, "code", "text") if form in answer}


def given(answer: Mapping[str, Any]) -> list[Mapping[str, str]]:
    """What a form would send: one answer, or the same in three languages."""
    if "values" in answer:
        return [answer["values"]]
    return [{"answer": text} for text in forms_of(answer).values()]


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.slug in PRACTICE], ids=by_slug)
def test_a_practice_question_brings_what_a_student_needs(question: QuestionSource) -> None:
    assert {"statement", "hint", "misconception", "solution", "source"} <= question.spec.keys()
    expected = [answer["expect"] for answer in question.answers]
    if question.kind == "single_choice":
        assert len(expected) >= len(question.spec["single_choice"]["option"])
        assert set(expected) == {"full", "zero"}
        return
    assert len(expected) >= 12
    assert set(expected) >= {"full", "zero"}
    if question.kind in (*SENTENCES, "short_code"):
        assert "partial" in expected
        assert 2 <= len(KINDS[question.kind].concept_texts(question.spec)) <= 5


@pytest.mark.parametrize("question", QUESTIONS, ids=by_slug)
def test_a_question_marks_its_own_answers_as_stated(question: QuestionSource) -> None:
    assert {"full", "zero"} <= {answer["expect"] for answer in question.answers}, "proves nothing"
    kind = KINDS[question.kind]
    wrong = [
        (answer["expect"], grade_of(marking), values)
        for answer in question.answers
        for values in given(answer)
        for marking in [kind.mark(question.spec, answer.get("seed", 0), values)]
        if grade_of(marking) != answer["expect"]
    ]
    assert wrong == []


@pytest.mark.parametrize("question", [q for q in QUESTIONS if "vary" in q.spec], ids=by_slug)
def test_every_variant_of_a_question_can_be_shown(question: QuestionSource) -> None:
    kind = KINDS[question.kind]
    for seed in range(30):
        instance = kind.instance(question.spec, seed)
        for text in (instance.statement, instance.solution, instance.hint or instance.statement):
            assert "[[" not in text.en + text.hi


@pytest.mark.parametrize("question", TEXTS, ids=by_slug)
def test_the_same_answer_gets_one_mark_in_all_three_forms(question: QuestionSource) -> None:
    rubric = rubric_of(question.spec)
    for answer in [*question.answers, question.spec["solution"]]:
        assert set(forms_of(answer)) == set(FORMS)
        fractions = {mark_text(rubric, text).fraction for text in forms_of(answer).values()}
        assert len(fractions) == 1, answer


@pytest.mark.parametrize("question", TEXTS, ids=by_slug)
def test_the_model_answer_gets_full_marks(question: QuestionSource) -> None:
    rubric = rubric_of(question.spec)
    for text in forms_of(question.spec["solution"]).values():
        assert mark_text(rubric, text).outcome is Outcome.FULL


def full_answers(question: QuestionSource) -> Iterator[str]:
    yield from forms_of(question.spec["solution"]).values()
    for answer in question.answers:
        if answer["expect"] == "full":
            yield from forms_of(answer).values()


def terms_of(rubric: Rubric) -> list[str]:
    found: list[str] = []
    for concept in rubric.concepts:
        for pattern in concept.accept:
            if isinstance(pattern, Statement):
                groups = [*pattern.all, *pattern.also]
            else:
                groups = [pattern.cause, pattern.on] if isinstance(pattern, Effect) else []
            found += [name for group in groups for name in sorted(group)]
    return list(dict.fromkeys(found))


def changed(question: QuestionSource, rubric: Rubric) -> Iterator[tuple[str, str]]:
    """Everything that the metamorphic suite makes of a question's right answers, with the change's name."""
    lexicon, terms = rubric.lexicon, terms_of(rubric)
    swaps = question.spec["short_text"].get("swaps", ())
    yield from (("stuffed", text) for text in metamorphic.stuffed(lexicon, terms))
    for text in (*rubric.question, " ".join(rubric.question)):
        yield "echo", text
    named = [concept.id for concept in rubric.concepts]
    yield from (("reply of a machine", text) for text in metamorphic.as_reply(named))
    for right in full_answers(question):
        yield from (("negated", text) for text in metamorphic.negated(right, lexicon))
        yield from (("denial appended", text) for text in metamorphic.with_denial_appended(right, lexicon))
        yield from (("swapped", text) for text in metamorphic.swapped(right, lexicon, swaps))
        yield from (("antonym", text) for text in metamorphic.with_antonym(right, lexicon, terms))
        yield from (("shuffled", text) for text in metamorphic.shuffled(right))
        yield from (("order to the marker", text) for text in metamorphic.with_order(right))
        yield from (("sign flipped", text) for text in metamorphic.with_sign_flipped(right))


@pytest.mark.parametrize("question", TEXTS, ids=by_slug)
def test_no_change_of_a_right_answer_gets_an_automatic_full_mark(question: QuestionSource) -> None:
    rubric = rubric_of(question.spec)
    tried = list(changed(question, rubric))
    assert {name for name, _ in tried} >= {
        "stuffed",
        "echo",
        "negated",
        "denial appended",
        "shuffled",
        "swapped",
    }
    slipped = [pair for pair in tried if mark_text(rubric, pair[1]).outcome is Outcome.FULL]
    assert slipped == []
