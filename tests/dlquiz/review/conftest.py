"""Answers that wait for a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.attempts.services import attempt_start, attempt_submit
from dlquiz.courses.models import Course
from dlquiz.questions.models import Question
from tests.cast import make_member

UNCLEAR = "The kernel strolls over the picture."
HALF = "The kernel slides over the image."
Answers = Callable[..., Attempt]


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
