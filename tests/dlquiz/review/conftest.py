"""Answers that wait for a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.attempts.services import attempt_start, attempt_submit
from dlquiz.courses.models import Course, Topic
from dlquiz.questions.models import Question
from tests.cast import make_member
from tests.dlquiz.question_cast import CHOICE, NUMBER, TEXT, make_question

UNCLEAR = "The kernel strolls over the picture."
HALF = "The kernel slides over the image."
Answers = Callable[..., Attempt]


@pytest.fixture
def kernel(topic: Topic) -> Question:
    return make_question(topic, "kernel", "short_text", TEXT, position=1)


@pytest.fixture
def half(topic: Topic) -> Question:
    return make_question(topic, "half", "number", NUMBER, position=2)


@pytest.fixture
def choice(topic: Topic) -> Question:
    return make_question(topic, "choice", "single_choice", CHOICE, position=3)


def answered(user: User, question: Question, text: str) -> Attempt:
    attempt = attempt_start(user=user, question=question)
    return attempt_submit(
        user=user, question=question, number=attempt.number, revision=attempt.draft_revision,
        values={"answer": text},
    )  # fmt: skip


@pytest.fixture
def somebody_answers(course: Course) -> Answers:
    """Every call is another student's answer."""
    students = iter(range(1000))

    def answer(question: Question, text: str) -> Attempt:
        return answered(make_member(course, f"writer{next(students)}", "student"), question, text)

    return answer
