"""Who may see which task. What one may not see does not exist: 404."""

from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.courses.access import Role, get_course_for_user, membership_of
from dlquiz.tasks.models import Task


def get_task_for_user(user: User, course: str, slug: str, role: Role = Role.STUDENT) -> Task:
    """The task with its course, topic and current version, for a member of at least ``role``.

    Students see active, published tasks; assistants and above see every task.
    """
    found = get_course_for_user(user, course, role)
    task = (
        Task.objects.of_course(found).filter(slug=slug).select_related("course", "topic", "current").first()
    )
    if task is None:
        raise Http404
    if task.is_active and task.current_id:
        return task
    membership = membership_of(user, found)
    if user.is_superuser or (membership is not None and Role(membership.role) >= Role.ASSISTANT):
        return task
    raise Http404
