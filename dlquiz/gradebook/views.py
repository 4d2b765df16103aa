"""The gradebook: the course's table, its export, one student's grades and answers."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.courses.access import Role, get_course_for_user
from dlquiz.gradebook.access import get_student_for_user
from dlquiz.gradebook.export import csv_lines
from dlquiz.gradebook.items import course_items
from dlquiz.gradebook.marks import total
from dlquiz.gradebook.selectors import (
    all_rows,
    own_grades,
    reviews_of,
    rows_of,
    sections_of,
    students_of,
)
from dlquiz.questions.access import get_question_for_user
from dlquiz.submissions.selectors import history, history_entries
from dlquiz.tasks.access import get_task_for_user

STUDENTS_PER_PAGE = 50
ATTEMPTS_PER_PAGE = 30
SEARCH_LENGTH = 80


@require_safe
@login_required
def table(request: HttpRequest, course: str) -> HttpResponse:
    """Students and items; searched by name, narrowed to a section, some at a time."""
    found = get_course_for_user(request.user, course, Role.ASSISTANT)
    search, section = _filters(request)
    students = students_of(found, search, section)
    page = Paginator(students, STUDENTS_PER_PAGE).get_page(request.GET.get("page"))
    items = course_items(found)
    context = {
        "course": found,
        "items": items,
        "has_groups": len({item.group for item in items}) > 1,
        "maximum": total(item.points for item in items),
        "page": page,
        "rows": rows_of(found, items, list(page)),
        "search": search,
        "section": section,
        "sections": sections_of(found),
    }
    return render(request, "gradebook/table.html", context)


@require_safe
@login_required
def export(request: HttpRequest, course: str) -> StreamingHttpResponse:
    """The table as CSV, whole or as it was narrowed, sent while it is made."""
    found = get_course_for_user(request.user, course, Role.ASSISTANT)
    items = course_items(found)
    rows = all_rows(found, items, students_of(found, *_filters(request)))
    answer = StreamingHttpResponse(csv_lines(items, rows), content_type="text/csv; charset=utf-8")
    name = f"{found.slug}-{timezone.localdate().isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


@require_safe
@login_required
def own(request: HttpRequest, course: str) -> HttpResponse:
    """What the reader has earned."""
    found = get_course_for_user(request.user, course)
    user = cast(User, request.user)
    return render(request, "gradebook/grades.html", {"course": found, "grades": own_grades(found, user.pk)})


@require_safe
@login_required
def student(request: HttpRequest, course: str, person: int) -> HttpResponse:
    """The same figures as the student sees, for the staff."""
    member = get_student_for_user(request.user, course, person)
    grades = own_grades(member.course, member.user_id, released_only=False)
    context: dict[str, Any] = {"course": member.course, "member": member, "grades": grades}
    return render(request, "gradebook/grades.html", context)


@require_safe
@login_required
def answers(request: HttpRequest, course: str, person: int, slug: str) -> HttpResponse:
    """A student's answers to a question, newest first, as they were marked."""
    member = get_student_for_user(request.user, course, person)
    question = get_question_for_user(request.user, course, slug, Role.ASSISTANT)
    given = Attempt.objects.at(question).by(member.user).submitted()
    if not given.exists():
        raise Http404
    context = {
        "course": member.course,
        "member": member,
        "question": question,
        "reviews": reviews_of(given),
    }
    return render(request, "gradebook/answers.html", context)


@require_safe
@login_required
def attempts(request: HttpRequest, course: str, person: int, slug: str) -> HttpResponse:
    """All that a student sent for a coding task, newest first. Context as for the history."""
    member = get_student_for_user(request.user, course, person)
    task = get_task_for_user(request.user, course, slug, Role.ASSISTANT)
    sent: Paginator[Any] = Paginator(history(member.user, task), ATTEMPTS_PER_PAGE)
    page: Page[Any] = sent.get_page(request.GET.get("page"))
    page.object_list = history_entries(member.user, task, list(page.object_list))
    context = {"course": member.course, "member": member, "task": task, "version": task.current, "page": page}
    return render(request, "gradebook/attempts.html", context)


def _filters(request: HttpRequest) -> tuple[str, str]:
    """What was searched for, and the section."""
    search = request.GET.get("q", "").replace("\0", "").strip()[:SEARCH_LENGTH]
    section = request.GET.get("section", "").replace("\0", "").strip()[:SEARCH_LENGTH]
    return search, section
