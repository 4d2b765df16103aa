"""Who may read whose answers: the staff of a course; who may teach the marker: its instructors."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.attempts.querysets import AttemptQuerySet
from dlquiz.courses.access import Role, get_course_for_user
from dlquiz.courses.models import Course
from dlquiz.questions.models import Phrasing


def get_answer_for_user(user: User | AnonymousUser, course: str, attempt: int) -> Attempt:
    """A submitted attempt at a question of the course, for its staff; else ``Http404``."""
    found = get_course_for_user(user, course, Role.ASSISTANT)
    answer = _answers(found).filter(pk=attempt).first()
    if answer is None:
        raise Http404
    answer.question.course = found
    return answer


def get_phrasing_for_user(
    user: User | AnonymousUser, course: str, phrasing: int, role: Role = Role.ASSISTANT
) -> Phrasing:
    """Something that was taught about a question of the course, for its staff; else ``Http404``."""
    found = get_course_for_user(user, course, role)
    taught = (
        Phrasing.objects.filter(question__course=found, pk=phrasing)
        .select_related("question__topic", "question__current", "proposed_by", "decided_by")
        .first()
    )
    if taught is None:
        raise Http404
    taught.question.course = found
    return taught


def _answers(course: Course) -> AttemptQuerySet:
    return (
        Attempt.objects.of_course(course)
        .submitted()
        .select_related("question__topic", "question__current", "version")
    )
