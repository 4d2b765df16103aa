"""One hostile program on one engine: what it must not have done, told as a list of complaints."""

from __future__ import annotations

import dataclasses
import os
import select
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from graders.contract import Report
from graders.engine import Engine
from graders.engine.link import CellLink
from graders.package import Package
from graders.sandbox import seccomp
from tests.hostile.program import Program

REPOSITORY = Path(__file__).parents[2]
PAST_THE_LIMIT = 1.0
TRIES = 3
GONE_SECONDS = 5.0
LEFT_BEHIND = Path("/tmp/escaped")


class Patch(Protocol):
    def setattr(self, target: object, name: str, value: object) -> None: ...


class Cells:
    """Every cell of an engine while this lives: all that it printed, and whether it has ended."""

    def __init__(self, patch: Patch) -> None:
        self.printed: list[str] = []
        self._living: list[int] = []
        close: Callable[[CellLink], None] = CellLink.close

        def watched(cell: CellLink) -> None:
            if not cell.is_open:
                return
            cell.shown = 0
            self.printed.append(cell.new_output(1 << 20))
            with suppress(ProcessLookupError):
                self._living.append(os.pidfd_open(cell.pid))
            close(cell)

        patch.setattr(CellLink, "close", watched)

    def left_running(self, seconds: float = GONE_SECONDS) -> int:
        """How many have not ended ``seconds`` after the engine let go of them."""
        running = 0
        for descriptor in self._living:
            running += not select.select([descriptor], [], [], seconds)[0]
            os.close(descriptor)
        self._living.clear()
        return running


def complaints(engine: Engine, mini: Package, program: Program, cells: Cells, canary: Path) -> list[str]:
    """What went wrong with this program on this engine; empty where the engine held."""
    limits = dataclasses.replace(mini.limits, seconds=program.seconds, memory_mib=256)
    limited = dataclasses.replace(mini, limits=limits)
    source = filled(program.source, canary)
    report, within = _graded_in_time(engine, limited, source, program.seconds)
    found = [] if within else [f"took {report.seconds:.2f} s where {program.seconds} s are allowed"]
    if any("ESCAPED" in text for text in [repr(report.to_json()), *cells.printed]):
        found.append(
            "escaped: " + "".join(line for text in cells.printed for line in text.splitlines(True))[:400]
        )
    if report.verdict not in program.verdicts or report.score >= report.max_score:
        found.append(f"earned {report.verdict} with {report.score} points: {brief(report)}")
    if LEFT_BEHIND.exists():
        found.append("left a file behind")
    if cells.left_running():
        found.append("left a process behind")
    right = graded_when_run(engine, mini)
    if right.verdict != "pass":
        found.append(f"disturbed the next job, which earned {right.verdict}: {brief(right)}")
    return found


def _graded_in_time(engine: Engine, package: Package, source: str, seconds: float) -> tuple[Report, bool]:
    # On a machine that does other things as well, a process may not be run for a second: try again.
    for _ in range(TRIES):
        report = engine.grade(package, source)
        if report.seconds <= seconds + PAST_THE_LIMIT:
            return report, True
    return report, False


def graded_when_run(engine: Engine, package: Package) -> Report:
    """The verdict on a right solution. Where the machine let it wait beyond its limit, it is tried again."""
    for _ in range(TRIES):
        report = engine.grade(package, package.accepted[0].source)
        if report.verdict != "timed_out":
            break
    return report


def filled(source: str, canary: Path) -> str:
    """The source with the names of this place put in."""
    return (
        source.replace("CANARY).read", f"{str(canary)!r}).read")
        .replace("REPOSITORY", repr(str(REPOSITORY)))
        .replace("ALLOWED", repr(sorted(allowed_calls())))
    )


def allowed_calls() -> set[int]:
    """Numbers of the system calls that a cell may make at some level, with some arguments."""
    pairs: list[tuple[int | None, int | None]] = [
        *seccomp.COMPUTE.values(), *seccomp.READ_FILES.values(), seccomp.OPEN, seccomp.OPENAT,
        seccomp.NEWFSTATAT, seccomp.FCNTL, seccomp.PRLIMIT64,
    ]  # fmt: skip
    column = 0 if seccomp.system.MACHINE == "x86_64" else 1
    return {number for pair in pairs if (number := pair[column]) is not None}


def brief(report: Report) -> dict[str, Any]:
    told = report.to_json()
    cases = [[check["code"] for check in case["checks"]] for case in told["cases"]]
    return {"message": told["message"], "cases": cases, "errors": [case["error"] for case in told["cases"]]}
