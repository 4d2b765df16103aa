"""Questions to attempt."""

from __future__ import annotations

import pytest

from dlquiz.courses.models import Topic
from dlquiz.questions.models import Question
from tests.dlquiz.question_cast import CHOICE, NUMBER, TEXT, VARYING, make_question


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
