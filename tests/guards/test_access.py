"""Every address answers every viewer as the table says, and there is no address without a line in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.services import attempt_submit
from dlquiz.attempts.sittings import sitting_start
from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.services import upload_create
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, AssignmentItem, Course, Topic
from dlquiz.questions.kinds import KINDS
from dlquiz.questions.models import Phrasing
from dlquiz.questions.services import question_version_publish
from dlquiz.submissions.models import Purpose, Submission
from dlquiz.submissions.services import submission_create
from dlquiz.tasks.services import task_version_publish
from graders.package import load_folder
from tests.cast import client_of, make_member, make_user
from tests.dlquiz.question_cast import NUMBER, TEXT, make_question
from tests.guards.access_table import SIGN_IN, TABLE, VIEWERS, Access, superusers
from tests.guards.tree import ROOT

# Django's and allauth's own, which lead to pages that the table names.
NOT_PAGES = {"admin:jsi18n", "admin:autocomplete", "admin:view_on_site"}


def named_patterns(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The full names of all addresses; one without a name shows as its pattern."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from named_patterns(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name or pattern.pattern}"


def test_every_address_has_a_line_in_the_table() -> None:
    names = {name for name in named_patterns(get_resolver()) if not name.startswith("admin:")}
    listed = {access.name for access in TABLE}
    assert names - listed == set(), "who may see these?"
    assert listed - names == set(), "these are gone"


@dataclass(frozen=True)
class World:
    """One of each thing that an address can name."""

    arguments: dict[str, Any]
    people: dict[str, User]

    def client(self, viewer: str) -> Client:
        return client_of(self.people[viewer]) if viewer in self.people else Client()


@pytest.fixture
def world(course: Course, topic: Topic) -> World:
    people = {
        name: make_member(course, name, name) for name in ("student", "assistant", "instructor", "admin")
    }
    people["classmate"] = make_member(course, "classmate", "student")
    people["outsider"] = make_user("outsider")
    people["superuser"] = make_user("superuser", is_staff=True, is_superuser=True)
    spec = KINDS["number"].examples()[0].spec
    version, _ = question_version_publish(
        topic=topic, slug="how-much", kind="number", spec=spec, points=Decimal(2), position=0
    )
    attempt_submit(
        user=people["student"], question=version.question, number=1, values={"answer": "0.5"}, revision=0
    )
    sat = make_question(topic, "sat", "number", NUMBER)
    words = make_question(topic, "why", "short_text", TEXT)
    answered = attempt_submit(
        user=people["student"], question=words, number=1, values={"answer": "It strolls."}, revision=0
    )
    taught = {"concept": "slides", "effect": "accept", "words": "strolls", "pattern": {"all": ["slide"]}}
    phrasing = Phrasing.objects.create(question=words, words="strolls", learned=taught)
    package = load_folder(ROOT / "reference_models" / "conv2d-forward")
    task = task_version_publish(course=course, package=package).task
    submission = submission_create(
        user=people["student"], task=task, source="def conv2d(): ...", purpose=Purpose.SUBMIT
    )
    upload = upload_create(
        course=course, uploaded_by=people["instructor"], filename="a.zip", archive=b"not a zip"
    )
    now = timezone.now()
    quiz = Assignment.objects.create(
        course=course, slug="quiz", form=Assignment.Form.QUIZ, title=Text("Quiz", "Quiz"), release_at=now
    )
    AssignmentItem.objects.create(assignment=quiz, kind="question", slug=sat.slug)
    sitting = sitting_start(user=people["student"], assignment=quiz)
    arguments = {
        "course": course.slug,
        "quiz": quiz.slug,
        "sitting": sitting.number,
        "topic": topic.slug,
        "question": "how-much",
        "words": words.slug,
        "sat": sat.slug,
        "answer": answered.pk,
        "phrasing": phrasing.pk,
        "task": task.slug,
        "version": 1,
        "figure": "window.svg",
        "receipt": submission.receipt,
        "person": people["student"].pk,
        "upload": upload.pk,
        "key": "none-such",
        "uidb36": "1",
        "status": 404,
    }
    return World(arguments, people)


def answer_to(world: World, viewer: str, access: Access) -> int | str:
    """What the viewer is answered; whatever it changed is undone."""
    address = reverse(access.name, args=[world.arguments[name] for name in access.arguments])
    with transaction.atomic():
        response = getattr(world.client(viewer), access.method)(address, access.data)
        if response.streaming:
            b"".join(response)
        transaction.set_rollback(True)
    where = response.headers.get("Location", "")
    return SIGN_IN if where.startswith(reverse(settings.LOGIN_URL)) else int(response.status_code)


@pytest.mark.parametrize("access", TABLE, ids=lambda access: access.name)
def test_each_viewer_is_answered_as_the_table_says(world: World, access: Access) -> None:
    assert set(access.answers) == set(VIEWERS)
    told = {viewer: answer_to(world, viewer, access) for viewer in VIEWERS}
    assert told == dict(access.answers)


def test_the_administration_is_for_superusers(world: World) -> None:
    names = ["admin:index"] + [
        f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist" for model in admin.site._registry
    ]
    for name in names:
        access = superusers(name)
        assert {viewer: answer_to(world, viewer, access) for viewer in VIEWERS} == dict(access.answers), name


def test_asking_leaves_nothing_behind(world: World) -> None:
    """The guard itself: what one viewer does must not change what the next one finds."""
    before = (Submission.objects.count(), PackageUpload.objects.count())
    for access in TABLE:
        if access.method == "post":
            answer_to(world, "admin", access)
    assert (Submission.objects.count(), PackageUpload.objects.count()) == before
