"""Figures of the course: SVG files beside the lessons, served as static files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static

_VIEW_BOX = re.compile(r'\bviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
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


def find_figure(folder: str, source: str) -> Figure | None:
    """The figure that a Markdown text of ``folder`` names (``figures/slide.svg``), or None."""
    named = _NAME.fullmatch(source)
    if named is None:
        return None
    path = f"{folder}/{named[1]}"
    found = finders.find(path)
    if not isinstance(found, str):
        return None
    with Path(found).open(encoding="utf-8", errors="replace") as file:
        size = _VIEW_BOX.search(file.read(_HEAD_CHARACTERS))
    return Figure(static(path), size[1] if size else "", size[2] if size else "")
