"""Assignments as a student meets them: what belongs to one, and whether it is done in time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils import timezone

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Sitting
from dlquiz.attempts.quizzes import is_over
from dlquiz.courses.models import Assignment
from dlquiz.pages.standing import NOT_STARTED, Progress, Work, progress_of

# How long work that was not done in time is still put before the student.
OVERDUE_SHOWN = datetime.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class AssignedWork:
    """An assignment with its items; those of a quiz do not show. ``status`` is one of ``core.statuses``."""

    assignment: Assignment
    items: tuple[Work, ...]
    progress: Progress
    status: str

    @property
    def is_done(self) -> bool:
        if self.assignment.is_quiz:
            return self.status == "submitted"
        return bool(self.items) and self.progress.done == self.progress.total


def assigned_work(user: User, assignments: Iterable[Assignment], works: Iterable[Work]) -> list[AssignedWork]:
    """The assignments (of one course, items fetched) in their order, with where the person stands.

    An item that students cannot open at present, because it is switched off, is left out.
    """
    known = {(work.kind, work.slug): work for work in works}
    given = list(assignments)
    sat = _sat(user, [assignment for assignment in given if assignment.is_quiz])
    found = []
    for assignment in given:
        if assignment.is_quiz:
            found.append(_quiz(assignment, sat.get(assignment.pk, [])))
            continue
        items = tuple(
            replace(known[item.kind, item.slug], points=item.points)
            for item in assignment.items.all()
            if (item.kind, item.slug) in known
        )
        found.append(AssignedWork(assignment, items, progress_of(items), _status(assignment, items)))
    return found


def _sat(user: User, quizzes: Sequence[Assignment]) -> dict[int, list[bool]]:
    """Per quiz, of each of the person's sittings whether it is still open."""
    found: dict[int, list[bool]] = {}
    if quizzes:
        sittings = Sitting.objects.by(user).filter(assignment__in=quizzes)
        for quiz, closed_at in sittings.values_list("assignment", "closed_at"):
            found.setdefault(quiz, []).append(closed_at is None)
    return found


def _quiz(assignment: Assignment, sittings: Sequence[bool]) -> AssignedWork:
    if any(sittings):
        status = "open"
    elif sittings:
        status = "submitted"
    else:
        status = "missing" if is_over(assignment) else NOT_STARTED
    return AssignedWork(assignment, (), Progress(int(status == "submitted"), 1), status)


def still_due(assigned: Iterable[AssignedWork]) -> list[AssignedWork]:
    """What has a date and is not done, soonest first; what is long past is left out."""
    oldest = timezone.now() - OVERDUE_SHOWN
    dated = [
        (work.assignment.due_at, work)
        for work in assigned
        if work.assignment.due_at is not None and work.assignment.due_at > oldest and not work.is_done
    ]
    return [work for _, work in sorted(dated, key=lambda entry: entry[0])]


def _status(assignment: Assignment, items: tuple[Work, ...]) -> str:
    if items and all(item.is_done for item in items):
        return "submitted"
    if assignment.due_at is not None and assignment.due_at <= timezone.now():
        return "missing"
    return NOT_STARTED if all(item.status == NOT_STARTED for item in items) else "open"
