"""The corrections of the course that comes with the program, by topic in the course's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dlquiz.content.errata import Erratum, read_errata
from dlquiz.content.source import own_course_slug
from dlquiz.courses.models import Course, Topic
from dlquiz.courses.selectors import topics_of


@dataclass(frozen=True, slots=True)
class TopicErrata:
    """What the documents say wrongly about a topic."""

    topic: Topic
    errata: Sequence[Erratum]


def errata_of(course: Course) -> list[TopicErrata]:
    """The corrections by topic; none for a course that is not the program's own."""
    if course.slug != _own_course():
        return []
    found = [
        TopicErrata(topic, [erratum for erratum in _errata() if erratum.topic == topic.slug])
        for topic in topics_of(course)
    ]
    return [entry for entry in found if entry.errata]


def is_corrected(course: Course) -> bool:
    """Whether there are corrections to this course; asks no database."""
    return course.slug == _own_course() and bool(_errata())


def has_errata(topic: Topic) -> bool:
    """Whether a topic is corrected somewhere."""
    return topic.course.slug == _own_course() and any(e.topic == topic.slug for e in _errata())


@cache
def _own_course() -> str:
    return own_course_slug()


@cache
def _errata() -> tuple[Erratum, ...]:
    """Read once: the file comes with the program and changes with it."""
    return read_errata()
