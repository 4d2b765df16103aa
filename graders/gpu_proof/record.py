"""What was tried, and what came of it. One failure ends nothing but itself."""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from types import FrameType
from typing import Any

# The longest that a single promise may take; and whatever hangs is left after so long.
MOST_SECONDS = 150


class Unkept(Exception):
    """A promise that does not hold here; the message says what was seen."""


class _Stuck(BaseException):
    """Not an ``Exception``: nothing on the way may take it for one of its own."""


@dataclass(slots=True)
class Finding:
    """``outcome``: held, failed, stuck, or not reached."""

    promise: str
    outcome: str
    seconds: float = 0.0
    detail: str = ""
    figures: dict[str, Any] = field(default_factory=dict)


class Record:
    """All findings, and the time that is left for more."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.findings: list[Finding] = []

    def attempt(self, promise: str, attempt: Callable[[dict[str, Any]], str]) -> bool:
        """Try it. ``attempt`` gets a place for its figures, returns what it saw, and raises where
        it fails.
        """
        finding = Finding(promise, "not reached")
        self.findings.append(finding)
        left = self._end - time.monotonic()
        if left <= 0:
            return False
        begun = time.monotonic()
        signal.signal(signal.SIGALRM, _stop)
        signal.alarm(max(1, min(MOST_SECONDS, int(left))))
        try:
            finding.detail, finding.outcome = attempt(finding.figures), "held"
        except _Stuck:
            finding.outcome, finding.detail = "stuck", "it did not end"
        except Unkept as error:
            finding.outcome, finding.detail = "failed", str(error)
        except Exception as error:  # noqa: BLE001 - see below
            # Whatever it is: what comes after it is still worth knowing.
            where = traceback.extract_tb(error.__traceback__)[-1]
            finding.outcome = "failed"
            finding.detail = f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})"
        finally:
            signal.alarm(0)
            finding.seconds = round(time.monotonic() - begun, 2)
        print(f"{finding.outcome:>12}  {finding.seconds:7.2f} s  {promise}: {finding.detail}", flush=True)
        return finding.outcome == "held"

    @property
    def all_held(self) -> bool:
        return bool(self.findings) and all(finding.outcome == "held" for finding in self.findings)

    def to_json(self) -> dict[str, Any]:
        return {"all_held": self.all_held, "findings": [asdict(finding) for finding in self.findings]}

    def table(self) -> str:
        """One line for each promise."""
        lines = [f"{found.outcome:>12}  {found.seconds:7.2f} s  {found.promise}" for found in self.findings]
        held = sum(found.outcome == "held" for found in self.findings)
        return "\n".join(["", *lines, f"{held} of {len(self.findings)} held"])


def _stop(number: int, frame: FrameType | None) -> None:
    raise _Stuck
