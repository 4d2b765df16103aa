"""The course that comes with the program, and the demo on top of it. All of it may run at every start."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Assignment, AssignmentItem, Course
from dlquiz.courses.roles import Role
from dlquiz.courses.services import membership_grant
from dlquiz.questions.models import Question
from dlquiz.supervisor.demo import DEMO_MAIL_DOMAIN, DEMO_NAMES, DEMO_PASSWORD
from dlquiz.tasks.models import Task, TaskVersion
from dlquiz.tasks.services import task_version_publish
from graders.package import Package, load_folder

PACKAGES = settings.BASE_DIR / "reference_models"
# What stands in place of a proof: the packages of the repository are proved by its own test suite, which runs
# every accepted and wrong solution over many seeds before anything is merged. No start waits for that.
PROVED_BY_THE_REPOSITORY = {"schema": 1, "origin": "repository"}
ROLES = {
    "student": Role.STUDENT,
    "assistant": Role.ASSISTANT,
    "instructor": Role.INSTRUCTOR,
    "admin": Role.ADMIN,
}
ASSIGNMENT = "first-steps"
ASSIGNMENT_TITLE = Text(en="First steps: convolution and BatchNorm", hi="पहले कदम: convolution और BatchNorm")
ASSIGNMENT_TOPIC = "convolution"
ASSIGNMENT_TASKS = ("conv2d-forward", "batchnorm2d")
DUE_AFTER = datetime.timedelta(days=14)
QUIZ = "rnn-quiz"
QUIZ_TITLE = Text(en="A short quiz: recurrent networks", hi="एक छोटा quiz: recurrent networks")
QUIZ_QUESTIONS = ("rnn-step", "rnn-output-shape", "rnn-2", "rnn-tasks")
QUIZ_MINUTES, QUIZ_SITTINGS = 20, 3


def packages_publish(*, course: Course, folder: Path = PACKAGES) -> list[TaskVersion]:
    """Publish every package of the folder; one that has not changed stays as it is."""
    topics = set(course.topics.values_list("slug", flat=True))
    packages = in_teaching_order([load_folder(path.parent) for path in sorted(folder.glob("*/task.toml"))])
    return [
        task_version_publish(course=course, package=package, proof=dict(PROVED_BY_THE_REPOSITORY))
        for package in packages
        if package.topic in topics
    ]


def in_teaching_order(packages: Sequence[Package]) -> list[Package]:
    """What others build on comes before them, easy tasks before difficult ones."""
    waiting = sorted(packages, key=lambda package: (package.difficulty, package.slug))
    present = {package.slug for package in packages}
    ordered: list[Package] = []
    while waiting:
        done = {package.slug for package in ordered}
        # Where each needs the other, which a test of the catalogue refuses, the easier one goes first.
        ready = (p for p in waiting if not set(p.requires) & present - done)
        chosen = next(ready, waiting[0])
        waiting.remove(chosen)
        ordered.append(chosen)
    return ordered


@transaction.atomic
def demo_accounts_create(*, course: Course) -> list[User]:
    """The four demo people with their roles in the course. Their password is known to everybody."""
    if not settings.DEBUG:
        raise ImproperlyConfigured(
            "Demo accounts are made only with DEBUG on: their password is public. "
            "Use `seed_demo --content-only` for the course alone."
        )
    people = [person for name in DEMO_NAMES if (person := demo_account_create(name=name)) is not None]
    for person in people:
        membership_grant(course=course, user=person, role=ROLES[person.username])
    return people


def demo_account_create(*, name: str) -> User | None:
    """One demo person; None where the name is somebody else's. Who is there already keeps everything but
    being locked out."""
    email = f"{name}@{DEMO_MAIL_DOMAIN}"
    person = User.objects.filter(username=name).first()
    if person is not None:
        if person.email != email:
            return None
        if not person.is_active:
            person.is_active = True
            person.save(update_fields=["is_active"])
        return person
    powers = {"is_staff": True, "is_superuser": True} if name == "admin" else {}
    person = User.objects.create_user(name, email, DEMO_PASSWORD, display_name=f"Demo {name}", **powers)
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def demo_accounts_lock() -> list[str]:
    """Lock out the demo people who still have the public password: a demo has become a real installation."""
    locked = []
    for name in DEMO_NAMES:
        email = f"{name}@{DEMO_MAIL_DOMAIN}"
        person = User.objects.filter(username=name, email=email, is_active=True).first()
        if person is not None and person.check_password(DEMO_PASSWORD):
            person.is_active = False
            person.save(update_fields=["is_active"])
            locked.append(name)
    return locked


@transaction.atomic
def demo_assignment_create(*, course: Course) -> Assignment:
    """One assignment with the convolution questions and two coding tasks, due in two weeks."""
    now = timezone.now()
    assignment, made = Assignment.objects.get_or_create(
        course=course,
        slug=ASSIGNMENT,
        defaults={"title": ASSIGNMENT_TITLE, "release_at": now, "due_at": now + DUE_AFTER},
    )
    if made:
        questions = Question.objects.filter(
            topic__course=course, topic__slug=ASSIGNMENT_TOPIC, is_active=True
        ).order_by("position")
        tasks = Task.objects.filter(
            topic__course=course, slug__in=ASSIGNMENT_TASKS, is_active=True
        ).in_order()
        items = [(AssignmentItem.Kind.QUESTION, question.slug, question.points) for question in questions]
        items += [(AssignmentItem.Kind.TASK, task.slug, task.points) for task in tasks]
        AssignmentItem.objects.bulk_create(
            AssignmentItem(assignment=assignment, kind=kind, slug=slug, points=points, position=position)
            for position, (kind, slug, points) in enumerate(items)
        )
    return assignment


@transaction.atomic
def demo_quiz_create(*, course: Course) -> Assignment:
    """A quiz of four questions; without a date, so that it keeps them from practice only while it is sat."""
    quiz, made = Assignment.objects.get_or_create(
        course=course,
        slug=QUIZ,
        defaults={
            "title": QUIZ_TITLE,
            "release_at": timezone.now(),
            "position": 1,
            "form": Assignment.Form.QUIZ,
            "review": Assignment.Review.AT_ONCE,
            "time_limit": QUIZ_MINUTES,
            "sittings_allowed": QUIZ_SITTINGS,
        },
    )
    if made:
        points = dict(Question.objects.of_course(course).values_list("slug", "points"))
        AssignmentItem.objects.bulk_create(
            AssignmentItem(
                assignment=quiz,
                kind=AssignmentItem.Kind.QUESTION,
                slug=slug,
                points=points[slug],
                position=position,
            )
            for position, slug in enumerate(QUIZ_QUESTIONS)
            if slug in points
        )
    return quiz
