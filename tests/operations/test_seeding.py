"""``seed_demo``: run at every start, it changes nothing twice, and the demo stays in the demo."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.quizzes import quiz_questions
from dlquiz.authoring import seeding
from dlquiz.content.source import own_course_slug
from dlquiz.courses.models import Assignment, AssignmentItem, Course, Membership
from dlquiz.questions.models import Question, QuestionVersion
from dlquiz.supervisor.demo import DEMO_NAMES, DEMO_PASSWORD
from dlquiz.tasks.models import TaskVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings: Any) -> None:
    settings.DEBUG = True


def seed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("seed_demo", *arguments, stdout=out)
    return out.getvalue()


def everything() -> dict[str, int]:
    models = (User, Course, Membership, Question, QuestionVersion, TaskVersion, Assignment, AssignmentItem)
    return {model.__name__: model.objects.count() for model in models}


def test_a_second_run_changes_nothing(demo: None) -> None:
    seed()
    before = everything()
    passwords = set(User.objects.values_list("password", flat=True))
    seed()
    assert everything() == before
    assert set(User.objects.values_list("password", flat=True)) == passwords
    assert before["User"] == 4
    assert before["TaskVersion"] >= 2


def test_each_demo_person_has_the_role_of_the_name_and_can_sign_in(demo: None) -> None:
    seed()
    course = Course.objects.get(slug=own_course_slug())
    roles = dict(course.memberships.values_list("user__username", "role"))
    assert roles == {name: name for name in DEMO_NAMES}
    for name in DEMO_NAMES:
        for login in (name, f"{name}@example.org"):
            client = Client()
            client.post("/accounts/login/", {"login": login, "password": DEMO_PASSWORD})
            assert client.get("/me/").status_code == 200, login
    assert list(User.objects.filter(is_superuser=True).values_list("username", flat=True)) == ["admin"]


def test_the_assignment_has_the_convolution_questions_and_both_tasks(demo: None) -> None:
    seed()
    assignment = Assignment.objects.get(slug=seeding.ASSIGNMENT)
    items = list(assignment.items.values_list("kind", "slug"))
    questions = Question.objects.filter(topic__slug="convolution", is_active=True)
    assert {slug for kind, slug in items if kind == "question"} == {question.slug for question in questions}
    assert len(questions) >= 5
    assert {"conv2d-forward", "batchnorm2d"} <= {slug for kind, slug in items if kind == "task"}
    assert assignment.due_at is not None
    assert abs(assignment.due_at - timezone.now() - timedelta(days=14)) < timedelta(minutes=5)


def test_an_assignment_that_somebody_changed_stays_as_it_is(demo: None) -> None:
    seed()
    later = timezone.now() + timedelta(days=99)
    Assignment.objects.filter(slug=seeding.ASSIGNMENT).update(due_at=later)
    AssignmentItem.objects.filter(kind="task").delete()
    seed()
    assert Assignment.objects.get(slug=seeding.ASSIGNMENT).due_at == later
    assert not AssignmentItem.objects.filter(kind="task").exists()


def test_a_published_package_says_where_its_proof_is(demo: None) -> None:
    seed()
    assert {version.proof["origin"] for version in TaskVersion.objects.all() if version.proof} == {
        "repository"
    }
    assert not TaskVersion.objects.filter(proof=None).exists()


def test_without_debug_no_demo_account_is_made() -> None:
    with pytest.raises(CommandError, match="DEBUG"):
        seed()
    assert everything() == dict.fromkeys(everything(), 0)
    course = Course.objects.create(slug="x", title={"en": "X", "hi": "क"})
    with pytest.raises(ImproperlyConfigured, match="public"):
        seeding.demo_accounts_create(course=course)
    assert not User.objects.exists()


def test_the_course_alone_can_be_had_without_debug() -> None:
    seed("--content-only")
    assert Course.objects.filter(slug=own_course_slug()).exists()
    assert not User.objects.exists()
    assert not Assignment.objects.exists()


def test_a_demo_that_becomes_real_locks_the_public_password_and_no_other(settings: Any) -> None:
    settings.DEBUG = True
    seed()
    instructor = User.objects.get(username="instructor")
    instructor.set_password("a password of one's own")
    instructor.save()
    settings.DEBUG = False
    assert "student, assistant, admin" in seed("--content-only")
    active = set(User.objects.filter(is_active=True).values_list("username", flat=True))
    assert active == {"instructor"}
    settings.DEBUG = True
    seed()
    assert User.objects.filter(is_active=True).count() == 4, "back in the demo they may sign in again"


def test_somebody_elses_account_of_the_same_name_is_left_alone(demo: None) -> None:
    theirs = User.objects.create_user("student", "real@example.com", "their own password", is_active=False)
    seed()
    theirs.refresh_from_db()
    assert not theirs.is_active
    assert theirs.check_password("their own password")
    assert not theirs.memberships.exists()


def test_the_demo_has_a_quiz_that_can_be_sat_and_stays_as_somebody_changed_it(demo: None) -> None:
    seed()
    quiz = Assignment.objects.get(slug=seeding.QUIZ)
    assert quiz.is_quiz
    assert [entry.question.slug for entry in quiz_questions(quiz)] == list(seeding.QUIZ_QUESTIONS)
    Assignment.objects.filter(pk=quiz.pk).update(time_limit=5)
    quiz.items.filter(slug=seeding.QUIZ_QUESTIONS[-1]).delete()
    seed()
    quiz.refresh_from_db()
    assert (quiz.time_limit, len(quiz_questions(quiz))) == (5, len(seeding.QUIZ_QUESTIONS) - 1)
