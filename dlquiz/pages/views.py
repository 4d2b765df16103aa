"""Home, course and lesson: pages that gather from every app, and so stand above them."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from dlquiz.accounts.models import User
from dlquiz.attempts.selectors import topic_progress
from dlquiz.courses import selectors
from dlquiz.courses.access import Role, get_course_for_user, get_topic_for_user, has_role
from dlquiz.courses.models import Course
from dlquiz.courses.services import course_enrol
from dlquiz.pages.selectors import task_rows


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """The person's courses, what is due in them, and courses to join.

    Context: ``courses`` (``CourseOfUser``), ``due`` (released assignments of all courses, soonest
    first), ``open_courses``.
    """
    user = cast(User, request.user)
    courses = selectors.courses_of(user)
    context = {
        "courses": courses,
        "due": selectors.due_assignments(user),
        "open_courses": selectors.open_courses(user),
    }
    return render(request, "courses/home.html", context)


@require_safe
@login_required
def course(request: HttpRequest, course: str) -> HttpResponse:
    """Topics in order, assignments. Context: ``course``, ``topics``, ``assignments``, ``is_staff``."""
    found = get_course_for_user(request.user, course)
    context = {
        "course": found,
        "topics": selectors.topics_of(found),
        "assignments": selectors.released_assignments(found),
        "is_staff": has_role(request.user, found, Role.ASSISTANT),
    }
    return render(request, "courses/course.html", context)


@require_POST
@login_required
def join(request: HttpRequest, course: str) -> HttpResponse:
    """Join an open course as a student."""
    found = Course.objects.filter(slug=course).first()
    if found is None:
        raise Http404
    try:
        course_enrol(course=found, user=cast(User, request.user))
    except PermissionDenied:
        raise Http404 from None
    return redirect("courses:course", course=found.slug)


@require_safe
@login_required
def topic(request: HttpRequest, course: str, topic: str) -> HttpResponse:
    """A lesson with its practice. Context: ``course``, ``topic``, ``lesson`` or None, ``questions``, ``tasks``."""
    user = cast(User, request.user)
    found = get_topic_for_user(user, course, topic)
    context = {
        "course": found.course,
        "topic": found,
        "lesson": getattr(found, "lesson", None),
        "questions": topic_progress(user, found),
        "tasks": task_rows(user, found),
    }
    return render(request, "courses/topic.html", context)
