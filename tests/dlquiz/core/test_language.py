"""The language switch keeps the place, and remembers."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course


def switch(client: Client, language: str, place: str = "/me/"):  # type: ignore[no-untyped-def]
    return client.post(reverse("core:language"), {"language": language, "next": place})


def test_the_switch_keeps_the_page(student_client: Client) -> None:
    assert switch(student_client, "hi", "/me/?tab=1").headers["Location"] == "/me/?tab=1"


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example/x", "javascript:alert(1)", ""])
def test_the_switch_leads_nowhere_else(student_client: Client, place: str) -> None:
    assert switch(student_client, "hi", place).headers["Location"] == reverse("courses:home")


def test_the_choice_is_remembered_with_the_person(student_client: Client, student: User) -> None:
    switch(student_client, "hi")
    student.refresh_from_db()
    assert student.language == "hi"


def test_the_choice_of_a_stranger_is_remembered_in_a_cookie(anonymous_client: Client, db: None) -> None:
    switch(anonymous_client, "hi")
    page = anonymous_client.get(reverse("account_login"))
    assert page.headers["Content-Language"] == "hi"


def test_an_unknown_language_changes_nothing(student_client: Client, student: User) -> None:
    switch(student_client, "fr")
    student.refresh_from_db()
    assert student.language == "en"


def test_the_browsers_language_is_taken_where_nobody_chose(anonymous_client: Client, db: None) -> None:
    page = anonymous_client.get(reverse("account_login"), headers={"Accept-Language": "hi-IN,hi;q=0.9"})
    assert page.headers["Content-Language"] == "hi"


def test_text_shows_itself_in_the_readers_language(course: Course) -> None:
    from django.utils import translation

    course.refresh_from_db()
    assert isinstance(course.title, Text)
    with translation.override("hi"):
        assert str(course.title) == "डीप लर्निंग"
    with translation.override("en"):
        assert str(course.title) == "Deep learning"


def test_a_course_without_hindi_is_refused() -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as refused:
        Course(slug="half", title=Text("Half", "")).full_clean(validate_unique=False)
    assert "title" in refused.value.message_dict
