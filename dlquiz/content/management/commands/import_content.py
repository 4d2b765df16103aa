"""``import_content``: bring the course that comes with the program into the database, or up to date."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dlquiz.content.importer import content_import
from dlquiz.content.problems import ContentRefused
from dlquiz.content.source import CONTENT


class Command(BaseCommand):
    """Idempotent: what has not changed makes no new version."""

    help = "Import lessons and questions from content files; lists every problem and then changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=CONTENT, help="a content folder")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = content_import(folder=options["folder"])
        except ContentRefused as refused:
            lines = "\n".join(str(problem) for problem in refused.problems)
            raise CommandError(
                f"{len(refused.problems)} problem(s); nothing was changed:\n{lines}"
            ) from refused
        if options["verbosity"]:
            self.stdout.write(
                f"{done.course}: {done.topics} topics, {done.lessons_changed} lessons changed, "
                f"{done.questions} questions, "
                f"{done.questions_changed} changed, {done.questions_retired} retired"
            )
