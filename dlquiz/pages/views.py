"""Home, course and lesson: pages that gather from every app, and so stand above them."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dlquiz.accounts.models import User
from dlquiz.attempts.selectors import topic_progress
from dlquiz.core.figures import StaticFigures
from dlquiz.courses import selectors
from dlquiz.courses.access import Role, get_course_for_user, get_topic_for_user, has_role
from dlquiz.courses.models import Course
from dlquiz.courses.services import course_enrol
from dlquiz.pages.assignments import assigned_work
from dlquiz.pages.errata import errata_of, has_errata, is_corrected
from dlquiz.pages.home import cards_of, due_in
from dlquiz.pages.recent import last_draft, latest_verdicts
from dlquiz.pages.selectors import neighbours_of, task_rows, topics_with_progress
from dlquiz.pages.standing import course_work


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What is due, where one stopped, one's courses, the latest verdicts, and courses to join.

    Context: ``cards`` (``CourseCard``), ``due`` (``AssignedWork``, soonest first), ``resume`` (``Trace`` or
    None), ``verdicts`` (``Trace``), ``open_courses``.
    """
    user = cast(User, request.user)
    cards = cards_of(user)
    courses = [card.course for card in cards]
    context = {
        "cards": cards,
        "due": due_in(cards),
        "resume": last_draft(user, courses),
        "verdicts": latest_verdicts(user, courses),
        "open_courses": selectors.open_courses(user),
    }
    return render(request, "courses/home.html", context)


@require_safe
@login_required
def course(request: HttpRequest, course: str) -> HttpResponse:
    """Topics in order, and assignments, with where one stands.

    Context: ``course``, ``topics`` (``TopicCard``), ``assignments`` (``AssignedWork``), ``is_staff``.
    """
    user = cast(User, request.user)
    found = get_course_for_user(user, course)
    works = course_work(user, found)
    context = {
        "course": found,
        "topics": topics_with_progress(found, works),
        "assignments": assigned_work(user, selectors.released_assignments(found), works),
        "has_errata": is_corrected(found),
        "is_staff": has_role(user, found, Role.ASSISTANT),
    }
    return render(request, "courses/course.html", context)


@require_safe
@login_required
def errata(request: HttpRequest, course: str) -> HttpResponse:
    """Where the course documents are wrong, and what is right. Context: ``course``, ``entries``."""
    found = get_course_for_user(request.user, course)
    entries = errata_of(found)
    if not entries:
        raise Http404
    return render(request, "courses/errata.html", {"course": found, "entries": entries})


@require_POST
@login_required
def join(request: HttpRequest, course: str) -> HttpResponse:
    """Join an open course as a student."""
    found = get_object_or_404(Course, slug=course)
    try:
        course_enrol(course=found, user=cast(User, request.user))
    except PermissionDenied:
        raise Http404 from None
    return redirect("courses:course", course=found.slug)


@require_safe
@login_required
def topic(request: HttpRequest, course: str, topic: str) -> HttpResponse:
    """A lesson with its practice.

    Context: ``course``, ``topic``, ``lesson`` or None, ``figures`` (the lesson's pictures),
    ``questions`` (``QuestionProgress``), ``tasks`` (``TaskRow``), ``before`` and ``after`` (topics or None),
    ``has_errata``.
    """
    user = cast(User, request.user)
    found = get_topic_for_user(user, course, topic)
    before, after = neighbours_of(found)
    context = {
        "course": found.course,
        "topic": found,
        "lesson": getattr(found, "lesson", None),
        "figures": StaticFigures(f"content/{found.slug}"),
        "questions": topic_progress(user, found),
        "tasks": task_rows(user, found),
        "before": before,
        "after": after,
        "has_errata": has_errata(found),
    }
    return render(request, "courses/topic.html", context)
