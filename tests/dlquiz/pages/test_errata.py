"""The page of corrections: every wrong claim of the documents, in both languages."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from dlquiz.content.errata import read_errata
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Topic

PAGE = "/courses/deep-learning/corrections/"


@pytest.fixture
def course_with_topics(course: Course) -> Course:
    for place, slug in enumerate(sorted({erratum.topic for erratum in read_errata()})):
        Topic.objects.create(course=course, slug=slug, title=Text(slug, slug), position=place)
    return course


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_wrong_claim_is_listed_in_the_readers_language(
    course_with_topics: Course, student_client: Client, language: str
) -> None:
    student_client.post("/language/", {"language": language, "next": "/"})
    page = html.unescape(student_client.get(PAGE).text)
    assert page.count("errata__entry") == len(read_errata())
    for erratum in read_errata():
        # Up to the first formula, name in code or emphasis, which look different on the page.
        assert re.split(r"[$`*]", erratum.claim.get(language))[0].strip() in page


def test_a_lesson_leads_to_its_corrections(course_with_topics: Course, student_client: Client) -> None:
    assert f"{PAGE}#convolution" in student_client.get("/courses/deep-learning/topics/convolution/").text
    assert PAGE in student_client.get("/courses/deep-learning/").text


def test_a_course_of_its_own_has_no_corrections(course_with_topics: Course, student_client: Client) -> None:
    Course.objects.update(slug="another")
    assert student_client.get("/courses/another/corrections/").status_code == 404
    assert "corrections" not in student_client.get("/courses/another/").text
