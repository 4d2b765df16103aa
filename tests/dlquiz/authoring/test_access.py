"""Authoring is for instructors of the course; for everybody else it is not there."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dlquiz.authoring.models import PackageUpload
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Membership

PAGES = {
    "tasks": "get", "upload": "get", "report": "get", "status": "get", "archive": "get",
    "retry": "post", "publish": "post",
}  # fmt: skip


def address(name: str, upload: PackageUpload, course: str = "deep-learning") -> str:
    args: list[object] = [course] if name in ("tasks", "upload") else [course, upload.pk]
    return reverse(f"authoring:{name}", args=args)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("anonymous_client", 302),
        ("outsider_client", 404),
        ("student_client", 404),
        ("assistant_client", 404),
        ("instructor_client", 200),
        ("admin_client", 200),
    ],
)
def test_each_page_opens_for_whom_it_is(
    request: pytest.FixtureRequest, upload: PackageUpload, name: str, who: str, status: int
) -> None:
    client: Client = request.getfixturevalue(who)
    answer = getattr(client, PAGES[name])(address(name, upload))
    expected = 302 if PAGES[name] == "post" and status == 200 else status
    assert answer.status_code == expected
    if who == "anonymous_client":
        assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["report", "status", "archive", "retry", "publish"])
def test_an_upload_is_not_found_through_another_course(
    instructor_client: Client, upload: PackageUpload, name: str
) -> None:
    other = Course.objects.create(slug="other", title=Text("Other", "दूसरा"))
    Membership.objects.create(course=other, user=upload.uploaded_by, role="instructor")
    assert getattr(instructor_client, PAGES[name])(address(name, upload, "other")).status_code == 404


@pytest.mark.parametrize("name", ["retry", "publish"])
def test_what_changes_something_takes_no_get(
    instructor_client: Client, upload: PackageUpload, name: str
) -> None:
    assert instructor_client.get(address(name, upload)).status_code == 405


def test_the_staff_of_another_course_sees_nothing(
    outsider_client: Client, outsider: object, upload: PackageUpload
) -> None:
    other = Course.objects.create(slug="other", title=Text("Other", "दूसरा"))
    Membership.objects.create(course=other, user=outsider, role="admin")
    assert outsider_client.get(address("report", upload)).status_code == 404
