"""How long an explanation may take: a time of its own, and less where somebody waits for a verdict."""

from __future__ import annotations

import time
from collections.abc import Callable

# Asking whether somebody waits costs a query.
LOOK_SECONDS = 0.05


def nobody_waits() -> bool:
    return False


class Patience:
    """Until ``deadline`` (``time.monotonic``), or until ``somebody_waits`` says so."""

    def __init__(self, seconds: float, somebody_waits: Callable[[], bool] = nobody_waits) -> None:
        self.deadline = time.monotonic() + seconds
        self._somebody_waits = somebody_waits
        self._looked = time.monotonic()
        self._is_over = False

    def is_over(self) -> bool:
        """Whether to come to an end with what has been found. Once it is, it stays so."""
        now = time.monotonic()
        if not self._is_over and now - self._looked >= LOOK_SECONDS:
            self._looked = now
            self._is_over = self._somebody_waits()
        self._is_over = self._is_over or now > self.deadline
        return self._is_over
