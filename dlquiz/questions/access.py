"""Who may see which question. What one may not see does not exist: 404."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.courses.access import Role, get_course_for_user, has_role
from dlquiz.questions.models import Question


def get_question_for_user(
    user: User | AnonymousUser, course: str, slug: str, role: Role = Role.STUDENT
) -> Question:
    """The question with its course, topic and current version, for a member of at least ``role``.

    Students see active questions; assistants and above see every one that has a version.
    """
    found = get_course_for_user(user, course, role)
    question = (
        Question.objects.of_course(found)
        .filter(slug=slug, current__isnull=False)
        .select_related("course", "topic", "current")
        .first()
    )
    if question is None:
        raise Http404
    if question.is_active or has_role(user, found, Role.ASSISTANT):
        return question
    raise Http404
