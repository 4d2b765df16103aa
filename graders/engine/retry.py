"""Asks again where a process was lost through nothing that it ran: a proof of an hour is worth that."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from graders.engine.fault import ProcessLost

log = logging.getLogger(__name__)

Result = TypeVar("Result")
TRIES = 5
# A machine that starves one cell of its processor starves the next one too, but not for long.
PAUSE_SECONDS = 0.5


def undisturbed(work: Callable[[], Result]) -> Result:
    """What ``work`` returns; it must do no harm when it is done anew. The last ``ProcessLost`` is raised."""
    for number in range(1, TRIES):
        try:
            return work()
        except ProcessLost as fault:
            log.warning("begun again: %s", fault)
            time.sleep(PAUSE_SECONDS * number)
    return work()
