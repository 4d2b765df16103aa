"""Runs one solution on a list of cases in one cell, and brings the evidence home.

Used alike for students' code, the reference, and the known-right and known-wrong variants.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graders.compare import claims
from graders.compare.evidence import Evidence, from_frame
from graders.contract import CasePlan, Message, Verdict
from graders.contract.frame import Frame, FrameError, encode
from graders.engine import usage
from graders.engine.link import CellGone, CellLink, CellTimeout
from graders.engine.process import ZygoteProcess
from graders.package import Package

LOADING_CODES = (
    "syntax_error", "not_python", "entry_missing", "entry_misnamed", "entry_not_callable", "exited",
    "wrong_arguments", "raised", *claims.UNAVAILABLE, *claims.DEVICE_FAULTS,
)  # fmt: skip
# After these a cell can run nothing more.
ENDING = ("died", *claims.DEVICE_FAULTS)


@dataclass(frozen=True, slots=True)
class NotLoaded:
    """The source never became a module: verdict, message and traceback for the whole run."""

    verdict: Verdict
    message: Message
    error: Mapping[str, Any] | None = None


@dataclass(slots=True)
class SolutionRun:
    """What one run of a solution showed. ``evidence`` and ``printed`` are in the order of the cases."""

    evidence: list[Evidence] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    not_loaded: NotLoaded | None = None
    seconds: float = 0.0
    peak_bytes: int = 0
    device_bytes: int = 0


OnEvidence = Callable[[int, Evidence, str], None]


class Runner:
    """Runs solutions of one package, each in a cell of its own.

    ``chance``: the seed from which all that is random in a solution begins. Without one it begins as in
    every fresh cell.
    """

    def __init__(
        self,
        zygote: ZygoteProcess,
        package: Package,
        busy: bool = False,
        seconds: float = 0.0,
        chance: int | None = None,
    ) -> None:
        self.zygote, self.package, self.busy, self.chance = zygote, package, busy, chance
        self.seconds = seconds or package.limits.seconds

    def run(
        self,
        source: str,
        plans: Iterable[CasePlan],
        *,
        forbidden: Iterable[str] = (),
        on_evidence: OnEvidence | None = None,
    ) -> SolutionRun:
        """Load ``source``, then run one case after another, in a cell of its own, until the deadline."""
        forbidden = tuple(forbidden)
        with self.new_cell(forbidden) as cell:
            return self.run_in(cell, source, plans, forbidden=forbidden, on_evidence=on_evidence)

    def new_cell(self, forbidden: Iterable[str] = ()) -> CellLink:
        """A fresh cell with the memory that the package allows, for one who may not use ``forbidden``."""
        return self.zygote.cell(self.busy, self.package.limits.memory_mib, forbidden)

    def run_in(
        self,
        cell: CellLink,
        source: str,
        plans: Iterable[CasePlan],
        *,
        forbidden: Iterable[str] = (),
        on_evidence: OnEvidence | None = None,
    ) -> SolutionRun:
        """The same in a given cell; ``Series`` gives one that has run others before."""
        deadline = time.monotonic() + self.seconds
        cell.begin()
        done = SolutionRun()
        done.not_loaded = self._load(cell, source, tuple(forbidden), deadline)
        done.seconds = cell.seconds
        if done.not_loaded is None:
            self._cases(cell, plans, deadline, done, on_evidence)
        done.peak_bytes = cell.peak_bytes()
        if done.not_loaded or (done.evidence and done.evidence[-1].status == "no_result"):
            cell.kill()
        done.seconds += sum(evidence.seconds for evidence in done.evidence)
        return done

    def _load(
        self, cell: CellLink, source: str, forbidden: tuple[str, ...], deadline: float
    ) -> NotLoaded | None:
        head: dict[str, Any] = {
            "do": "load",
            "source": source,
            "entry": self.package.entry,
            "forbidden": list(forbidden),
        }
        if self.chance is not None:
            head["chance"] = self.chance
        try:
            answer = cell.ask(encode(head), deadline)
        except (CellTimeout, CellGone, FrameError) as error:
            verdict, code, params = self._failure(error)
            return NotLoaded(verdict, Message(code, params))
        return _load_answer(answer, self.package.limits.memory_mib)

    def _cases(
        self,
        cell: CellLink,
        plans: Iterable[CasePlan],
        deadline: float,
        done: SolutionRun,
        on_evidence: OnEvidence | None,
    ) -> None:
        """Fills ``done``. Each case is told of while the cell works on the next one."""
        stopped = False
        untold: list[Callable[[], None]] = []

        def tell() -> None:
            while untold:
                untold.pop(0)()

        for index, plan in enumerate(plans):
            if stopped:
                evidence = Evidence("no_result", {}, code="not_reached")
            else:
                evidence = self._case(cell, plan, deadline, tell)
                stopped = evidence.status in ("timed_out", "no_result") or evidence.code in ENDING
            printed = "" if stopped else cell.new_output()
            done.evidence.append(evidence)
            done.device_bytes = max(done.device_bytes, evidence.device_bytes)
            done.printed.append(printed)
            if on_evidence is not None:
                untold.append(partial(on_evidence, index, evidence, printed))
        tell()

    def _case(
        self, cell: CellLink, plan: CasePlan, deadline: float, meanwhile: Callable[[], None]
    ) -> Evidence:
        ask = partial(self._ask, cell, plan, deadline, meanwhile)
        return usage.measured(cell.pid, ask) if plan.steps_of("limit") else ask()

    def _ask(
        self, cell: CellLink, plan: CasePlan, deadline: float, meanwhile: Callable[[], None]
    ) -> Evidence:
        try:
            answer = cell.ask(plan.frame(), deadline, meanwhile)
            evidence = from_frame(answer, cell.seconds)
        except (CellTimeout, CellGone, FrameError) as error:
            verdict, code, params = self._failure(error)
            return Evidence(verdict, {}, code=code, params=params, seconds=cell.seconds)
        if evidence.status == "out_of_memory":
            params = {"limit_mib": self.package.limits.memory_mib}
            return Evidence(
                "out_of_memory", {}, "out_of_memory", params, evidence.error, seconds=evidence.seconds
            )
        return evidence

    def _failure(self, error: CellTimeout | CellGone | FrameError) -> tuple[Verdict, str, dict[str, Any]]:
        """Verdict, code and parameters for a cell that gave no readable answer."""
        if isinstance(error, FrameError):
            return "no_result", "malformed", {}
        if isinstance(error, CellGone) and error.ended is None:
            # It has closed its end and lives on.
            return "no_result", "malformed", {}
        if isinstance(error, CellTimeout) or (error.ended and error.ended.was_slow):
            return "timed_out", "timed_out", {"seconds": self.package.limits.seconds}
        return "crashed", "died", {"signal": _ending(error.ended.code if error.ended else 0)}


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _load_answer(answer: Frame, limit_mib: int) -> NotLoaded | None:
    head = answer.head
    tried = claims.tried(head.get("tried"))
    if tried:
        return NotLoaded("forbidden", Message("forbidden_operator", tried[0]))
    if head.get("loaded") is True:
        return None
    error = claims.error(head.get("error"))
    if head.get("status") == "out_of_memory":
        return NotLoaded("out_of_memory", Message("out_of_memory", {"limit_mib": limit_mib}), error)
    code = head["code"] if head.get("code") in LOADING_CODES else "raised"
    return NotLoaded("crashed", Message(code, claims.params(head.get("params"))), error)
