"""One's own settings: name, language, time zone."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, Course

PROFILE = "/me/"
GOOD = {"display_name": "Meera", "language": "hi", "time_zone": "Europe/Berlin"}


def test_the_settings_are_kept_and_answered_in_the_new_language(
    student_client: Client, student: User
) -> None:
    answer = student_client.post(PROFILE, GOOD, follow=True)
    student.refresh_from_db()
    assert (student.display_name, student.language, student.time_zone) == ("Meera", "hi", "Europe/Berlin")
    assert '<html lang="hi"' in answer.content.decode()
    assert "Saved." not in answer.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"language": "fr"}, {"time_zone": "Mars/Olympus"}, {"display_name": "x" * 121}]
)
def test_what_is_not_possible_is_refused_and_nothing_is_written(
    student_client: Client, student: User, wrong: dict[str, str]
) -> None:
    answer = student_client.post(PROFILE, {**GOOD, **wrong})
    assert set(answer.context["form"].errors) == set(wrong)
    student.refresh_from_db()
    assert student.language == "en"


def test_nobody_else_can_be_changed_by_the_form(
    student_client: Client, student: User, second_student: User
) -> None:
    student_client.post(
        PROFILE, {**GOOD, "id": str(second_student.pk), "is_staff": "on", "is_superuser": "on"}
    )
    student.refresh_from_db()
    second_student.refresh_from_db()
    assert not student.is_staff
    assert not student.is_superuser
    assert second_student.language == "en"


def test_moments_are_shown_in_the_persons_time_zone(
    course: Course, student_client: Client, student: User
) -> None:
    now = timezone.now()
    due = (now + datetime.timedelta(days=3)).astimezone(datetime.UTC).replace(hour=20, minute=0)
    Assignment.objects.create(
        course=course, slug="a", title=Text("A", "क"), release_at=now - datetime.timedelta(days=1), due_at=due
    )
    page = reverse("courses:course", args=[course.slug])
    assert "01:30" in student_client.get(page).content.decode()
    User.objects.filter(pk=student.pk).update(time_zone="America/New_York")
    # 15:00 in winter time, 16:00 in summer time.
    assert {"15:00", "16:00"} & set(student_client.get(page).content.decode().replace("<", " ").split())


def test_a_time_zone_that_is_gone_does_not_shut_anybody_out(student_client: Client, student: User) -> None:
    User.objects.filter(pk=student.pk).update(time_zone="Asia/Atlantis")
    assert student_client.get("/").status_code == 200


def test_a_time_zone_is_checked_by_the_model() -> None:
    with pytest.raises(ValidationError) as refused:
        User(username="x", email="x@example.org", password="x", time_zone="../etc/passwd").full_clean(
            validate_unique=False, validate_constraints=False
        )
    assert set(refused.value.message_dict) == {"time_zone"}
