"""Text in two languages: in the database, in forms, in fixtures."""

from __future__ import annotations

import json

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db.models import F
from django.forms import modelform_factory

from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Topic

CourseForm = modelform_factory(Course, fields=("slug", "title", "description", "time_zone"))


def posted(**changes: str) -> dict[str, str]:
    return {
        "slug": "vision",
        "title_en": "Vision",
        "title_hi": "दृष्टि",
        "description_en": "",
        "description_hi": "",
        "time_zone": "Asia/Kolkata",
        **changes,
    }


@pytest.mark.django_db
def test_a_form_has_a_box_for_each_language() -> None:
    form = CourseForm(posted())
    assert form.is_valid(), form.errors
    saved = form.save()
    saved.refresh_from_db()
    assert saved.title == Text("Vision", "दृष्टि")
    shown = str(CourseForm(instance=saved)["title"])
    assert shown.count("<textarea") == 2
    assert 'lang="hi"' in shown
    assert "दृष्टि" in shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes", [{"title_hi": " "}, {"title_en": "", "title_hi": ""}, {"description_en": "English only"}]
)
def test_a_form_refuses_a_missing_language(changes: dict[str, str]) -> None:
    form = CourseForm(posted(**changes))
    assert not form.is_valid()
    assert set(form.errors) == {next(iter(changes)).split("_")[0]}


def test_one_language_is_not_taken_for_both() -> None:
    with pytest.raises(ValidationError):
        Course(slug="x", title="Vision")
    with pytest.raises(ValidationError):
        Course(slug="x", title={"en": "Vision", "fr": "Vision"})


def test_a_fixture_brings_back_what_was_written(course: Course) -> None:
    written = serializers.serialize("json", [course])
    assert json.loads(written)[0]["fields"]["title"] == {"en": "Deep learning", "hi": "डीप लर्निंग"}
    (read,) = serializers.deserialize("json", written)
    assert read.object.title == course.title


def test_queries_reach_into_a_language(course: Course) -> None:
    assert Course.objects.get(title__en="Deep learning") == course
    assert list(Course.objects.values_list("title__hi", flat=True)) == ["डीप लर्निंग"]
    assert list(Course.objects.values_list("title", flat=True)) == [Text("Deep learning", "डीप लर्निंग")]
    assert Course.objects.filter(title=Text("Deep learning", "डीप लर्निंग")).exists()


def test_a_deferred_text_is_fetched_and_an_expression_is_left_to_the_database(
    course: Course, topic: Topic
) -> None:
    assert Course.objects.defer("title").get().title.en == "Deep learning"
    topic.summary = F("title")
    topic.save()
    topic.refresh_from_db()
    assert topic.summary == topic.title
