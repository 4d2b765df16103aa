"""The course as a whole: all practice questions are served, and every topic has enough to practise from."""

from __future__ import annotations

import html

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.content.importer import content_import
from dlquiz.content.source import QuestionSource, TopicSource, read_content
from dlquiz.core import markdown
from dlquiz.courses.models import Course
from dlquiz.courses.roles import Role
from dlquiz.courses.services import membership_grant
from tests.cast import client_of, make_user

TOPICS = read_content().topics
# The topics of which the course documents ask questions, five of each.
ASKED = (
    "convolution",
    "batch-normalization",
    "weight-initialization",
    "vanishing-exploding-gradients",
    "dnn-architecture",
    "deep-neural-networks",
    "overfitting-regularization",
    "learning-rate-epochs-batches",
    "backpropagation",
    "rnn",
    "famous-cnn-architectures",
    "cnn-image-classification",
    "cnn-layers",
)
PRACTICE = [f"{topic}-{number}" for topic in ASKED for number in range(1, 6)]
COMPANIONS, VARYING = 8, 4


def by_slug(topic: TopicSource) -> str:
    return topic.slug


def practice() -> dict[str, QuestionSource]:
    found = {question.slug: question for topic in TOPICS for question in topic.questions}
    return {slug: found[slug] for slug in PRACTICE}


def test_there_are_sixty_five_practice_questions_with_their_sources() -> None:
    assert len(practice()) == 65
    assert all(question.spec["source"] for question in practice().values())


@pytest.mark.parametrize("topic", TOPICS, ids=by_slug)
def test_every_topic_has_a_lesson_with_a_figure_and_enough_to_practise(topic: TopicSource) -> None:
    assert topic.lesson is not None
    assert "](figures/" in topic.lesson.body.en
    companions = [question for question in topic.questions if question.slug not in PRACTICE]
    assert len(companions) >= COMPANIONS
    assert sum("vary" in question.spec for question in companions) >= VARYING


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "hi"])
def test_all_sixty_five_are_served(language: str) -> None:
    content_import()
    course = Course.objects.get(slug=read_content().slug)
    student = make_user("student")
    membership_grant(course=course, user=student, role=Role.STUDENT)
    client: Client = client_of(student)
    client.post(reverse("core:language"), {"language": language, "next": "/"})
    for slug, question in practice().items():
        page = client.get(reverse("attempts:question", args=[course.slug, slug]))
        assert page.status_code == 200
        statement = markdown.render(question.spec["statement"][language])
        assert html.unescape(statement).strip() in html.unescape(page.text), slug
