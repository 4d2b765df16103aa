"""``seed_demo``: the course that comes with the program, the demo accounts and their assignment."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from dlquiz.authoring import seeding
from dlquiz.content.source import own_course_slug
from dlquiz.courses.models import Course
from graders.package import PackageRefused


class Command(BaseCommand):
    """Idempotent: what has not changed is left alone."""

    help = "Bring the course that comes with the program up to date, and make the demo accounts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--content-only", action="store_true", help="no demo accounts, no assignment")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["content_only"] and not settings.DEBUG:
            raise CommandError(
                "Demo accounts are made only with DEBUG on: their password is public. "
                "Use `seed_demo --content-only` for the course alone."
            )
        call_command("import_content", verbosity=options["verbosity"])
        course = Course.objects.get(slug=own_course_slug())
        try:
            versions = seeding.packages_publish(course=course)
        except PackageRefused as refused:
            raise CommandError(f"A coding task of the repository is not in order: {refused}") from refused
        self.stdout.write(f"Course {course.slug}: {len(versions)} coding tasks are up to date.")
        if options["content_only"]:
            self._lock_demo()
        else:
            self._make_demo(course)

    def _make_demo(self, course: Course) -> None:
        people = seeding.demo_accounts_create(course=course)
        assignment = seeding.demo_assignment_create(course=course)
        quiz = seeding.demo_quiz_create(course=course)
        names = ", ".join(person.username for person in people)
        self.stdout.write(f"Demo accounts: {names}. Assignment: {assignment.slug}. Quiz: {quiz.slug}.")

    def _lock_demo(self) -> None:
        if settings.DEBUG:
            return
        locked = seeding.demo_accounts_lock()
        if locked:
            self.stdout.write(
                f"Locked the demo accounts that still had the public password: {', '.join(locked)}."
            )
