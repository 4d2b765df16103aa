"""Why a submission is not taken, in words for its sender."""

from __future__ import annotations

from django.utils.translation import gettext as _


class SubmissionRefused(Exception):
    """Nothing was stored; ``str()`` says why and what to do, in the reader's language."""


class TooManyInFlight(SubmissionRefused):
    """The student has too many submissions waiting already."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            _("You have %(limit)d submissions waiting. Wait for one of them, then send again.")
            % {"limit": limit}
        )


class TooManyAtOnce(SubmissionRefused):
    """The student sends faster than anybody reads verdicts."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            _("You have sent %(limit)d times within a minute. Wait a minute, then send again.")
            % {"limit": limit}
        )


class SourceTooLarge(SubmissionRefused):
    """The source is larger than the task takes."""

    def __init__(self, limit_kib: int) -> None:
        super().__init__(
            _("Your code is larger than the %(limit)d KiB that this task takes. Nothing was sent.")
            % {"limit": limit_kib}
        )


class NotPublished(SubmissionRefused):
    """The task has no version yet: staff see it, nobody can solve it."""

    def __init__(self) -> None:
        super().__init__(_("This task has not been published yet: there is nothing to solve."))


class GradeIsFinal(Exception):
    """Somebody tried to change or delete a grade that was given."""


class DraftConflict(Exception):
    """Another window has saved this draft meanwhile; ``draft`` is what it saved."""

    def __init__(self, draft: object) -> None:
        super().__init__("the draft was saved elsewhere")
        self.draft = draft
