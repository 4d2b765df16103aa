"""Who may see which attempt: one's own, and those that exist."""

from django.http import Http404

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt
from dlquiz.questions.models import Question


def get_attempt_for_user(user: User, question: Question, number: int) -> Attempt:
    """The person's own attempt of that number; else ``Http404``."""
    attempt = Attempt.objects.by(user).at(question).filter(number=number).select_related("version").first()
    if attempt is None:
        raise Http404
    return attempt
