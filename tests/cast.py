"""The cast: one course and the people who have something to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from dlquiz.accounts.models import User
    from dlquiz.courses.models import Course, Topic

PASSWORD = "correct horse battery staple"


def make_user(name: str, **more: object) -> User:
    from dlquiz.accounts.models import User

    return User.objects.create_user(
        username=name, email=f"{name}@example.org", password=PASSWORD, display_name=name.title(), **more
    )


def make_member(course: Course, name: str, role: str) -> User:
    from dlquiz.courses.models import Membership

    user = make_user(name)
    Membership.objects.create(course=course, user=user, role=role)
    return user


def client_of(user: User) -> Client:
    from django.test import Client

    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def course(db: None) -> Course:
    from dlquiz.core.i18n import Text
    from dlquiz.courses.models import Course

    return Course.objects.create(slug="deep-learning", title=Text("Deep learning", "डीप लर्निंग"))


@pytest.fixture
def topic(course: Course) -> Topic:
    from dlquiz.core.i18n import Text
    from dlquiz.courses.models import Topic

    return Topic.objects.create(
        course=course, slug="convolution", title=Text("What is convolution?", "कन्वोल्यूशन क्या है?")
    )


@pytest.fixture
def student(course: Course) -> User:
    return make_member(course, "student", "student")


@pytest.fixture
def second_student(course: Course) -> User:
    return make_member(course, "second", "student")


@pytest.fixture
def assistant(course: Course) -> User:
    return make_member(course, "assistant", "assistant")


@pytest.fixture
def instructor(course: Course) -> User:
    return make_member(course, "instructor", "instructor")


@pytest.fixture
def admin(course: Course) -> User:
    return make_member(course, "admin", "admin")


@pytest.fixture
def outsider(db: None) -> User:
    return make_user("outsider")


@pytest.fixture
def anonymous_client() -> Client:
    from django.test import Client

    return Client()


@pytest.fixture
def student_client(student: User) -> Client:
    return client_of(student)


@pytest.fixture
def second_student_client(second_student: User) -> Client:
    return client_of(second_student)


@pytest.fixture
def assistant_client(assistant: User) -> Client:
    return client_of(assistant)


@pytest.fixture
def instructor_client(instructor: User) -> Client:
    return client_of(instructor)


@pytest.fixture
def admin_client(admin: User) -> Client:
    return client_of(admin)


@pytest.fixture
def outsider_client(outsider: User) -> Client:
    return client_of(outsider)
