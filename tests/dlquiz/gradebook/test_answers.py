"""The staff reads a student's answers of every kind as they were marked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.attempts.services import attempt_submit
from dlquiz.courses.models import Topic
from dlquiz.questions.kind import Examples
from dlquiz.questions.kinds import KINDS
from dlquiz.questions.services import question_version_publish

EXAMPLES = [(name, kind.examples()[0]) for name, kind in sorted(KINDS.items())]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_answers_of_each_kind_are_shown(
    topic: Topic,
    student: User,
    instructor: User,
    instructor_client: Client,
    kind: str,
    example: Examples,
    language: str,
) -> None:
    instructor.language = language
    instructor.save()
    version, _ = question_version_publish(
        topic=topic, slug="asked", kind=kind, spec=example.spec, points=Decimal(4), position=0
    )
    for number, values in enumerate([example.wrong[0], example.right[0]], 1):
        attempt_submit(user=student, question=version.question, number=number, revision=0, values=values)
    page = instructor_client.get(reverse("gradebook:answers", args=["deep-learning", student.pk, "asked"]))
    text = page.content.decode()
    assert page.status_code == 200
    newest, oldest = text.index("2, <time"), text.index("1, <time")
    assert newest < oldest


def test_markup_in_an_answer_stays_text(topic: Topic, student: User, instructor_client: Client) -> None:
    kind, example = next((k, e) for k, e in EXAMPLES if k == "short_text")
    version, _ = question_version_publish(
        topic=topic, slug="asked", kind=kind, spec=example.spec, points=Decimal(4), position=0
    )
    values = {"answer": "<script>alert(1)</script> the kernel slides"}
    attempt_submit(user=student, question=version.question, number=1, revision=0, values=values)
    page = instructor_client.get(reverse("gradebook:answers", args=["deep-learning", student.pk, "asked"]))
    assert "&lt;script&gt;alert(1)" in page.content.decode()
    assert "<script>alert" not in page.content.decode()
