"""A quiz for tests, and ways to sit it."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from dlquiz.attempts.models import Attempt, Mark, Sitting
from dlquiz.attempts.selectors import newest_mark
from dlquiz.attempts.sittings import sitting_keep
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, AssignmentItem, Course
from dlquiz.questions.models import Question

HOUR = datetime.timedelta(hours=1)
RIGHT = "The kernel slides over the image and adds up the products."


def make_quiz(course: Course, *questions: Question, slug: str = "quiz", **more: Any) -> Assignment:
    now = timezone.now()
    quiz = Assignment.objects.create(
        course=course,
        slug=slug,
        title=Text("Quiz", "Quiz"),
        form=Assignment.Form.QUIZ,
        **{"release_at": now - HOUR, "due_at": now + HOUR, "time_limit": 30, **more},
    )
    for place, question in enumerate(questions):
        AssignmentItem.objects.create(
            assignment=quiz, kind="question", slug=question.slug, points=place + 1, position=place
        )
    return quiz


def ended(sitting: Sitting, ago: datetime.timedelta) -> Sitting:
    """As if its time had been over for so long."""
    Sitting.objects.filter(pk=sitting.pk).update(ends_at=timezone.now() - ago)
    sitting.refresh_from_db()
    return sitting


def keep(sitting: Sitting, question: Question, text: str, revision: int = 0) -> Attempt:
    return sitting_keep(sitting=sitting, question=question, revision=revision, values={"answer": text})


def mark_of(sitting: Sitting, question: Question) -> Mark:
    mark = newest_mark(sitting.attempts.get(question=question))
    assert mark is not None
    return mark
