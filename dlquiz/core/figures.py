"""Pictures that a Markdown text names, and where they are fetched."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.contrib.staticfiles import finders
from django.templatetags.static import static

from graders.package.figures import size_of

# A plain file name: nothing an author writes leads out of the folder.
_NAME = re.compile(r"(?:\./)?(?:figures/)?([A-Za-z0-9_-][A-Za-z0-9_.-]*)")
# The opening tag of a figure stands well within this.
_HEAD_CHARACTERS = 4000


@dataclass(frozen=True, slots=True)
class Figure:
    """Where a figure is fetched, and its size, so that no page shifts while it loads."""

    address: str
    width: str
    height: str


class Figures(Hashable, Protocol):
    """The pictures of one text. Hashable: what was rendered with the same pictures is not rendered again."""

    def find(self, name: str) -> Figure | None: ...


@dataclass(frozen=True, slots=True)
class StaticFigures:
    """Pictures beside a lesson, served as static files from ``folder`` (``content/convolution``)."""

    folder: str

    def find(self, name: str) -> Figure | None:
        path = f"{self.folder}/{name}"
        found = finders.find(path)
        if not isinstance(found, str):
            return None
        with Path(found).open(encoding="utf-8", errors="replace") as file:
            width, height = size_of(file.read(_HEAD_CHARACTERS))
        return Figure(static(path), width, height)


def find_figure(figures: Figures | None, source: str) -> Figure | None:
    """The figure that a Markdown text names (``figures/slide.svg``), or None."""
    named = _NAME.fullmatch(source)
    return figures.find(named[1]) if figures and named else None
