"""Students who answered questions and sent code: rows as the apps that write them leave them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.courses.models import Course, Topic
from dlquiz.questions.models import Question
from dlquiz.questions.services import question_version_publish
from dlquiz.submissions.models import Grade, Purpose, State, Submission
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.package import load_files
from tests.graders.package.small import SOUND, spoilt

SPEC: dict[str, Any] = {
    "statement": {"en": "How much is two times two?", "hi": "दो गुणा दो कितना होता है?"},
    "solution": {"en": "Four.", "hi": "चार।"},
    "number": {"value": 4},
}


def make_question(topic: Topic, slug: str, position: int = 1, points: str = "2") -> Question:
    """A published question that asks for a number."""
    version, _ = question_version_publish(
        topic=topic, slug=slug, kind="number", spec=SPEC, position=position, points=Decimal(points)
    )
    return version.question


def make_task(course: Course, slug: str = "double-it") -> Task:
    files = spoilt("task.toml", 'slug = "double-it"', f'slug = "{slug}"') if slug != "double-it" else SOUND
    return task_version_publish(course=course, package=load_files(files)).task


@pytest.fixture
def question(topic: Topic) -> Question:
    return make_question(topic, "two-times-two")


@pytest.fixture
def task(course: Course, topic: Topic) -> Task:
    return make_task(course)


def answered(user: User, question: Question, *fractions: str, outcome: str = "") -> Attempt:
    """A submitted attempt whose marks were these, the newest last."""
    number = Attempt.objects.filter(user=user, question=question).count() + 1
    attempt = Attempt.objects.create(
        user=user,
        question=question,
        version=question.current,
        number=number,
        state="submitted",
        answer={"answer": "4"},
        submitted_at=timezone.now(),
    )
    for mark, fraction in enumerate(fractions, 1):
        known = {"0": "zero", "1": "full"}.get(fraction, "partial")
        Mark.objects.create(
            attempt=attempt, number=mark, fraction=Decimal(fraction), outcome=outcome or known, feedback={}
        )
    return attempt


def graded(
    user: User,
    task: Task,
    score: str,
    maximum: str = "4",
    verdict: str = "wrong",
    purpose: str = Purpose.SUBMIT,
) -> Submission:
    """A submission with its grade."""
    submission = Submission.objects.create(
        user=user,
        task=task,
        task_version=task.current,
        digest=task.current.digest,
        purpose=purpose,
        source="def double(x): ...",
        state=State.GRADED,
        finished_at=timezone.now(),
    )
    Grade.objects.create(
        submission=submission,
        number=1,
        report={},
        verdict=verdict,
        score=Decimal(score),
        max_score=Decimal(maximum),
        engine_version="1",
    )
    return submission


@pytest.fixture
def many(course: Course, topic: Topic) -> Callable[[int, int], None]:
    """Makes so many students who did so many questions and one task."""
    from tests.cast import make_member

    def make(students: int, questions: int) -> None:
        asked = [make_question(topic, f"q-{n}", n) for n in range(questions)]
        work = make_task(course)
        for n in range(students):
            person = make_member(course, f"person{n:03}", "student")
            for question in asked:
                answered(person, question, "0.5")
            graded(person, work, "2")

    return make
