"""The figures of a task, which its version holds."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from dlquiz.core.figures import Figure
from dlquiz.tasks.models import TaskVersion
from graders.package.figures import FOLDER, size_of


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """Figures of one version: ``sizes`` holds name, width and height of each."""

    course: str
    slug: str
    number: int
    sizes: tuple[tuple[str, str, str], ...]

    def find(self, name: str) -> Figure | None:
        for known, width, height in self.sizes:
            if known == name:
                address = reverse("submissions:figure", args=(self.course, self.slug, self.number, name))
                return Figure(address, width, height)
        return None


def figures_of(course: str, slug: str, version: TaskVersion) -> TaskFigures:
    """The figures of a version, as its statement names them."""
    drawn = {path: text for path, text in version.files.items() if path.startswith(FOLDER)}
    sizes = ((path.removeprefix(FOLDER), *size_of(text)) for path, text in sorted(drawn.items()))
    return TaskFigures(course, slug, version.number, tuple(sizes))
