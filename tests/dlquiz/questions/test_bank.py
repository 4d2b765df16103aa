"""Versions are for ever, publishing is by digest, and what one may not see does not exist."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.material import VersionIsFinal
from dlquiz.courses.models import Course, Topic
from dlquiz.questions.access import get_question_for_user
from dlquiz.questions.errors import SpecRefused
from dlquiz.questions.models import Question, QuestionVersion
from dlquiz.questions.selectors import neighbours_of, question_title
from dlquiz.questions.services import question_version_publish
from tests.dlquiz.question_cast import NUMBER, TEXT, make_question


@pytest.fixture
def question(topic: Topic) -> Question:
    return make_question(topic, "half", "number", NUMBER)


def test_a_version_cannot_be_changed_or_deleted(question: Question) -> None:
    version = question.current
    assert version is not None
    for act in (
        version.save,
        version.delete,
        lambda: QuestionVersion.objects.update(number=9),
        QuestionVersion.objects.all().delete,
    ):
        with pytest.raises(VersionIsFinal):
            act()


def test_publishing_the_same_again_changes_nothing(topic: Topic, question: Question) -> None:
    version, changed = question_version_publish(
        topic=topic, slug="half", kind="number", spec=NUMBER, points=Decimal(4), position=0
    )
    assert (version, changed) == (question.current, False)


def test_a_spec_with_problems_is_refused_with_all_of_them(topic: Topic) -> None:
    with pytest.raises(SpecRefused) as refused:
        make_question(topic, "bad", "number", {"statement": {"en": "x"}, "colour": 1})
    assert len(refused.value.problems) == 3
    with pytest.raises(SpecRefused):
        make_question(topic, "bad", "riddle", NUMBER)
    assert not Question.objects.filter(slug="bad").exists()


def test_a_slug_is_unique_in_its_course_and_free_in_another(topic: Topic, question: Question) -> None:
    other = Course.objects.create(slug="other", title=Text("Other", "दूसरा"))
    there = Topic.objects.create(course=other, slug="convolution", title=Text("C", "क"))
    assert make_question(there, "half", "number", NUMBER).course == other
    second = Topic.objects.create(course=topic.course, slug="second", title=Text("S", "स"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.create(topic=second, slug="half", kind="number")


def test_members_see_a_question_and_nobody_else_does(
    course: Course, question: Question, student: User, outsider: User
) -> None:
    assert get_question_for_user(student, course.slug, "half") == question
    for user, slug in ((outsider, "half"), (student, "nothing")):
        with pytest.raises(Http404):
            get_question_for_user(user, course.slug, slug)


def test_a_question_that_is_off_is_seen_by_the_staff_only(
    course: Course, question: Question, student: User, assistant: User
) -> None:
    Question.objects.update(is_active=False)
    assert get_question_for_user(assistant, course.slug, "half") == question
    with pytest.raises(Http404):
        get_question_for_user(student, course.slug, "half")


def test_a_question_knows_its_place_among_the_open_ones(topic: Topic) -> None:
    first, second, third = (make_question(topic, f"q{n}", "number", NUMBER, position=n) for n in (1, 2, 3))
    Question.objects.filter(pk=second.pk).update(is_active=False)
    place = neighbours_of(third)
    assert (place.before, place.after, place.number, place.total) == (first, None, 2, 2)
    assert neighbours_of(second).number == 0


def test_a_title_is_the_statement_unless_there_is_one(topic: Topic) -> None:
    plain = make_question(topic, "plain", "short_text", TEXT)
    assert question_title(plain) == Text("What does a kernel do?", "Kernel क्या करता है?")
    named = make_question(topic, "named", "number", {**NUMBER, "title": {"en": "Half", "hi": "आधा"}})
    assert question_title(named) == Text("Half", "आधा")
