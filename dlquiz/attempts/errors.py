"""What may go wrong with attempts, as exceptions with names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.functional import Promise


class DraftConflict(Exception):
    """Another tab or device saved another text since this one was loaded. Nothing was overwritten."""

    def __init__(self, *, values: Mapping[str, str], revision: int, saved_at: datetime | None) -> None:
        super().__init__("the draft was changed elsewhere")
        self.values, self.revision, self.saved_at = dict(values), revision, saved_at


class AttemptClosed(Exception):
    """The attempt was answered already; its answer stands."""

    def __init__(self, number: int) -> None:
        super().__init__(f"attempt {number} is closed")
        self.number = number


class SittingClosed(Exception):
    """The quiz was handed in, or its time is over."""

    def __init__(self, number: int) -> None:
        super().__init__(f"sitting {number} is closed")
        self.number = number


class SittingRefused(Exception):
    """The quiz cannot be sat; ``message`` says why, to the student."""

    def __init__(self, message: Promise | str) -> None:
        super().__init__(str(message))
        self.message = message


class AppealRefused(Exception):
    """There is nothing that a person could do here; ``message`` says why, to the student."""

    def __init__(self, message: Promise | str) -> None:
        super().__init__(str(message))
        self.message = message


class MarkIsFinal(Exception):
    """Marks are only ever added."""
