"""Reads: the table of a course, and one student's grades."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from dlquiz.attempts.models import Attempt
from dlquiz.attempts.presentation import Review, review_of
from dlquiz.attempts.quizzes import shows_marks
from dlquiz.core.i18n import Text
from dlquiz.courses.models import Course, Membership
from dlquiz.courses.roles import Role
from dlquiz.gradebook.items import Item, course_items
from dlquiz.gradebook.marks import percent, total
from dlquiz.gradebook.results import Result, Results, results_of
from graders.contract.marks import earned

CHUNK = 250


@dataclass(frozen=True)
class Cell:
    """A student's result at an item, in points. None in its place: not begun."""

    item: Item
    points: Decimal
    result: Result


@dataclass(frozen=True)
class Row:
    """One student: a cell per item, and what they add up to."""

    user_id: int
    name: str
    username: str
    email: str
    section: str
    cells: tuple[Cell | None, ...]
    total: Decimal
    maximum: Decimal
    percent: Decimal | None


@dataclass(frozen=True)
class Line:
    """One item of a student's own page. ``is_hidden``: it belongs to a quiz whose marks are not shown yet."""

    item: Item
    cell: Cell | None
    is_hidden: bool = False


@dataclass(frozen=True)
class Group:
    """The lines of an assignment or topic."""

    title: Text
    lines: tuple[Line, ...]
    total: Decimal
    maximum: Decimal


@dataclass(frozen=True)
class OwnGrades:
    """A student's grades, grouped as the work was given."""

    groups: tuple[Group, ...]
    total: Decimal
    maximum: Decimal
    percent: Decimal | None
    has_provisional: bool


def students_of(course: Course, search: str = "", section: str = "") -> QuerySet[Membership]:
    """The course's students by name; ``search`` looks at names and addresses."""
    shown_name = Lower(
        Coalesce(NullIf("user__display_name", Value("")), "user__username", output_field=CharField())
    )
    students = (
        Membership.objects.filter(course=course, role=Role.STUDENT, is_active=True)
        .select_related("user")
        .order_by(shown_name, F("user_id"))
    )
    if section:
        students = students.filter(section=section)
    for word in search.split():
        students = students.filter(
            Q(user__display_name__icontains=word)
            | Q(user__first_name__icontains=word)
            | Q(user__last_name__icontains=word)
            | Q(user__username__icontains=word)
            | Q(user__email__icontains=word)
        )
    return students


def sections_of(course: Course) -> list[str]:
    """The sections that the course's students are in."""
    students = Membership.objects.filter(course=course, role=Role.STUDENT, is_active=True)
    return list(students.exclude(section="").order_by("section").values_list("section", flat=True).distinct())


def rows_of(course: Course, items: Sequence[Item], students: Sequence[Membership]) -> list[Row]:
    """A row per student. Two queries, however many there are."""
    results = results_of(course, [student.user_id for student in students])
    maximum = total(item.points for item in items)
    return [_row(student, items, results, maximum) for student in students]


def all_rows(course: Course, items: Sequence[Item], students: QuerySet[Membership]) -> Iterator[Row]:
    """Every student's row, some hundred at a time: an export's memory does not grow with the course."""
    keys = list(students.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        yield from rows_of(course, items, list(students.filter(pk__in=chunk)))


def own_grades(course: Course, user_id: int, *, released_only: bool = True) -> OwnGrades:
    """What the person has, of what students see."""
    items = course_items(course, released_only=released_only)
    results = results_of(course, [user_id])
    lines = [_line(item, user_id, results, released_only) for item in items]
    groups = tuple(
        _group(title, tuple(members)) for title, members in groupby(lines, key=lambda line: line.item.group)
    )
    maximum = total(line.item.points for line in lines if not line.is_hidden)
    whole = total(line.cell.points if line.cell else None for line in lines)
    return OwnGrades(
        groups=groups,
        total=whole,
        maximum=maximum,
        percent=percent(whole, maximum),
        has_provisional=any(line.cell and line.cell.result.is_provisional for line in lines),
    )


def reviews_of(attempts: QuerySet[Attempt]) -> list[Review]:
    """Submitted attempts with what their newest marks say, newest first."""
    ordered = attempts.select_related("question", "version").prefetch_related("marks").order_by("-number")
    reviews = []
    for attempt in ordered:
        mark = max(attempt.marks.all(), key=lambda mark: mark.number, default=None)
        if mark is not None:
            reviews.append(review_of(attempt, mark))
    return reviews


def _row(student: Membership, items: Sequence[Item], results: Results, maximum: Decimal) -> Row:
    cells = tuple(_cell(item, student.user_id, results) for item in items)
    whole = total(cell.points if cell else None for cell in cells)
    return Row(
        user_id=student.user_id,
        name=student.user.name,
        username=student.user.username,
        email=student.user.email,
        section=student.section,
        cells=cells,
        total=whole,
        maximum=maximum,
        percent=percent(whole, maximum),
    )


def _line(item: Item, user_id: int, results: Results, released_only: bool) -> Line:
    if released_only and item.quiz is not None and not shows_marks(item.quiz):
        return Line(item, None, is_hidden=True)
    return Line(item, _cell(item, user_id, results))


def _cell(item: Item, user_id: int, results: Results) -> Cell | None:
    result = results.get((user_id, item.kind, item.key, item.quiz_id))
    return None if result is None else Cell(item, earned(result.fraction, item.points), result)


def _group(title: Text, lines: tuple[Line, ...]) -> Group:
    return Group(
        title=title,
        lines=lines,
        total=total(line.cell.points if line.cell else None for line in lines),
        maximum=total(line.item.points for line in lines if not line.is_hidden),
    )
