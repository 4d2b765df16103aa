"""Appeals: a student asks a person to read an answer, and says why if they want to."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dlquiz.attempts.errors import AppealRefused
from dlquiz.attempts.models import Appeal, Attempt, Mark
from dlquiz.attempts.selectors import newest_mark

MAX_REASON_CHARACTERS = 2000


def appeal_create(*, attempt: Attempt, reason: str) -> Appeal:
    """Ask for an answer to be read by a person; asked twice, it is one appeal.

    Raises ``AppealRefused`` where there is nothing to win, no answer yet, or too much to read.
    """
    mark = newest_mark(attempt)
    if mark is None:
        raise AppealRefused(_("Answer the question first; then a person can read it."))
    if mark.outcome == Mark.Outcome.FULL:
        raise AppealRefused(_("This answer has full marks already."))
    text = reason.replace("\x00", "").strip()
    if len(text) > MAX_REASON_CHARACTERS:
        raise AppealRefused(
            gettext("That is too long: at most %(limit)s characters.") % {"limit": MAX_REASON_CHARACTERS}
        )
    try:
        with transaction.atomic():
            return Appeal.objects.create(attempt=attempt, reason=text)
    except IntegrityError:
        return Appeal.objects.get(attempt=attempt, mark__isnull=True)


def newest_appeal(attempt: Attempt) -> Appeal | None:
    """The attempt's last appeal, with the mark that answered it."""
    return Appeal.objects.filter(attempt=attempt).select_related("mark").order_by("-pk").first()


def appeal_answer(*, attempt: Attempt, mark: Mark) -> None:
    """The mark answers whatever appeal of the attempt is open."""
    Appeal.objects.filter(attempt=attempt, mark__isnull=True).update(mark=mark)
