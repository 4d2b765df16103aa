"""Questions to attempt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dlquiz.courses.models import Course, Topic
from dlquiz.questions.models import Question
from tests.dlquiz.attempts.opinion_cast import Class, Sent
from tests.dlquiz.question_cast import CHOICE, NUMBER, TEXT, VARYING, make_question
from tests.services.language_model import StandIn, language_model_service


@pytest.fixture
def half(topic: Topic) -> Question:
    return make_question(topic, "half", "number", NUMBER, position=1)


@pytest.fixture
def varying(topic: Topic) -> Question:
    return make_question(topic, "size", "shape", VARYING, position=2)


@pytest.fixture
def kernel(topic: Topic) -> Question:
    return make_question(topic, "kernel", "short_text", TEXT, position=3)


@pytest.fixture
def choice(topic: Topic) -> Question:
    return make_question(topic, "choice", "single_choice", CHOICE, position=4)


@pytest.fixture
def service(settings: Any) -> Iterator[StandIn]:
    """A language model's service, and the site using it."""
    with language_model_service() as stand_in:
        settings.LANGUAGE_MODEL = stand_in.endpoint()
        yield stand_in


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    """The messages that go to the broker."""
    messages = Sent()
    monkeypatch.setattr("dlquiz.core.broker.send", messages.send)
    return messages


@pytest.fixture
def group(course: Course, kernel: Question, sent: Sent) -> Class:
    """Students who answer the text question."""
    return Class(course, kernel)


@pytest.fixture
def qualified(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if people had read enough of the question's answers."""
    monkeypatch.setattr("dlquiz.attempts.qualification.is_qualified", lambda *_: True)
