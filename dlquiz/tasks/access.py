"""Who may see which task. What one may not see does not exist: 404."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.courses.access import Role, get_course_for_user, has_role
from dlquiz.tasks.models import Task


def get_task_for_user(user: User | AnonymousUser, course: str, slug: str, role: Role = Role.STUDENT) -> Task:
    """The task with its course, topic and current version, for a member of at least ``role``.

    Students see active, published tasks; assistants and above see every task.
    """
    found = get_course_for_user(user, course, role)
    task = (
        Task.objects.of_course(found).filter(slug=slug).select_related("course", "topic", "current").first()
    )
    if task is None or not (_is_open(task) or has_role(user, found, Role.ASSISTANT)):
        raise Http404
    return task


def _is_open(task: Task) -> bool:
    return task.is_active and task.current_id is not None
