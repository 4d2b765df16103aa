"""Runs one solution on a list of cases in one cell, and brings the evidence home.

Used alike for students' code, the reference, and the known-right and known-wrong variants.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graders.compare.evidence import Evidence, from_frame
from graders.contract import CasePlan, Message, Verdict
from graders.contract.frame import Frame, FrameError, encode
from graders.engine.link import CellGone, CellLink, CellTimeout
from graders.engine.process import ZygoteProcess
from graders.package import Package


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


OnEvidence = Callable[[int, Evidence, str], None]


class Runner:
    """Runs solutions of one package, each in a cell of its own."""

    def __init__(self, zygote: ZygoteProcess, package: Package, busy: bool = False) -> None:
        self.zygote, self.package, self.busy = zygote, package, busy

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
        begun = time.monotonic()
        deadline = begun + self.package.limits.seconds
        done = SolutionRun()
        done.not_loaded = self._load(cell, source, tuple(forbidden), deadline)
        if done.not_loaded is None:
            self._cases(cell, list(plans), deadline, done, on_evidence)
        done.peak_bytes = cell.peak_bytes()
        if done.not_loaded or (done.evidence and done.evidence[-1].status == "no_result"):
            cell.kill()
        done.seconds = time.monotonic() - begun
        return done

    def _load(
        self, cell: CellLink, source: str, forbidden: tuple[str, ...], deadline: float
    ) -> NotLoaded | None:
        head = {
            "do": "load",
            "source": source,
            "entry": self.package.entry,
            "forbidden": list(forbidden),
        }
        try:
            answer = cell.ask(encode(head), deadline)
        except (CellTimeout, CellGone, FrameError) as error:
            verdict, code, params = self._failure(cell, error)
            return NotLoaded(verdict, Message(code, params))
        return _load_answer(answer, self.package.limits.memory_mib)

    def _cases(
        self,
        cell: CellLink,
        plans: list[CasePlan],
        deadline: float,
        done: SolutionRun,
        on_evidence: OnEvidence | None,
    ) -> None:
        stopped = False
        for index, plan in enumerate(plans):
            if stopped:
                evidence = Evidence("no_result", {}, code="not_reached")
            else:
                evidence = self._case(cell, plan, deadline)
                stopped = evidence.status in ("timed_out", "no_result") or evidence.code == "died"
            printed = "" if stopped else cell.new_output()
            done.evidence.append(evidence)
            done.printed.append(printed)
            if on_evidence is not None:
                on_evidence(index, evidence, printed)

    def _case(self, cell: CellLink, plan: CasePlan, deadline: float) -> Evidence:
        begun = time.monotonic()
        try:
            answer = cell.ask(plan.frame(), deadline)
            evidence = from_frame(answer, time.monotonic() - begun)
        except (CellTimeout, CellGone, FrameError) as error:
            verdict, code, params = self._failure(cell, error)
            return Evidence(verdict, {}, code=code, params=params, seconds=time.monotonic() - begun)
        if evidence.status == "out_of_memory":
            params = {"limit_mib": self.package.limits.memory_mib}
            return Evidence(
                "out_of_memory", {}, "out_of_memory", params, evidence.error, seconds=evidence.seconds
            )
        return evidence

    def _failure(self, cell: CellLink, error: Exception) -> tuple[Verdict, str, dict[str, Any]]:
        """Verdict, code and parameters for a cell that gave no readable answer."""
        if isinstance(error, CellTimeout):
            cell.kill()
            return "timed_out", "timed_out", {"seconds": self.package.limits.seconds}
        if isinstance(error, FrameError):
            cell.kill()
            return "no_result", "malformed", {}
        ended = self.zygote.ended(cell.pid)
        code = 0 if ended is None else ended.code
        if code == -signal.SIGXCPU or code == -signal.SIGKILL:
            return "timed_out", "timed_out", {"seconds": self.package.limits.seconds}
        return "crashed", "died", {"signal": _ending(code)}


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _load_answer(answer: Frame, limit_mib: int) -> NotLoaded | None:
    head = answer.head
    tried = head.get("tried")
    if isinstance(tried, list) and tried and isinstance(tried[0], dict):
        first = {"operator": str(tried[0].get("operator", "?"))[:80], "line": tried[0].get("line", 0)}
        return NotLoaded("forbidden", Message("forbidden_operator", first))
    if head.get("loaded") is True:
        return None
    status = head.get("status")
    verdict: Verdict = "out_of_memory" if status == "out_of_memory" else "crashed"
    code = head.get("code") if isinstance(head.get("code"), str) else "raised"
    told = head.get("params")
    params: dict[str, Any] = dict(told) if isinstance(told, dict) else {}
    if verdict == "out_of_memory":
        code, params = "out_of_memory", {"limit_mib": limit_mib}
    error = head.get("error") if isinstance(head.get("error"), dict) else None
    return NotLoaded(verdict, Message(str(code), params), error)
