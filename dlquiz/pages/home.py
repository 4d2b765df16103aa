"""The home page: a person's courses, and what is due in them."""

from __future__ import annotations

from dataclasses import dataclass

from dlquiz.accounts.models import User
from dlquiz.courses.models import Course
from dlquiz.courses.roles import Role
from dlquiz.courses.selectors import courses_of, released_assignments
from dlquiz.pages.assignments import AssignedWork, assigned_work, still_due
from dlquiz.pages.standing import Progress, course_work, progress_of


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A course of the person's. Staff have no progress and nothing due: they set the work."""

    course: Course
    role: Role
    progress: Progress | None
    assignments: tuple[AssignedWork, ...]


def cards_of(user: User) -> list[CourseCard]:
    """The person's courses, in the order of their slugs."""
    cards = []
    for entry in courses_of(user):
        if entry.role > Role.STUDENT:
            cards.append(CourseCard(entry.course, entry.role, None, ()))
            continue
        works = course_work(user, entry.course)
        assignments = assigned_work(user, released_assignments(entry.course), works)
        cards.append(CourseCard(entry.course, entry.role, progress_of(works), tuple(assignments)))
    return cards


def due_in(cards: list[CourseCard]) -> list[AssignedWork]:
    """What is due in all of these courses, soonest first."""
    return still_due(work for card in cards for work in card.assignments)
