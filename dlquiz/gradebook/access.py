"""Whose grades one may see: one's own; the course's staff, every student's."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.courses.access import Role, get_course_for_user
from dlquiz.courses.models import Membership


def get_student_for_user(user: User | AnonymousUser, course: str, person: int) -> Membership:
    """A member of the course with course and person, for its staff; else ``Http404``.

    Someone who has left is found as well: what they earned is not gone.
    """
    found = get_course_for_user(user, course, Role.ASSISTANT)
    student = Membership.objects.filter(course=found, user_id=person).select_related("user").first()
    if student is None:
        raise Http404
    student.course = found
    return student
