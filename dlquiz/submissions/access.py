"""Who may see a submission: whoever sent it, and the course's staff."""

from __future__ import annotations

from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.courses.access import Role, has_role
from dlquiz.submissions.models import Submission


def get_submission_for_user(user: User, receipt: str) -> Submission:
    """The submission with its task, course and version; else ``Http404``."""
    submission = (
        Submission.objects.filter(receipt=receipt)
        .select_related("user", "task__course", "task__topic", "task_version")
        .defer("task_version__files", "task_version__proof")
        .first()
    )
    if submission is None:
        raise Http404
    needed = Role.STUDENT if submission.user_id == user.pk else Role.ASSISTANT
    if not has_role(user, submission.task.course, needed):
        raise Http404
    return submission
