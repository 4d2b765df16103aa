"""The engine: one solution in, one report out, or a fault of ours."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.util import find_spec

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CaseResult, Level, Message, Report, Verdict, worst
from graders.contract.marks import exact
from graders.engine import caseset, judge
from graders.engine.caseset import CaseSet
from graders.engine.fault import EngineFault
from graders.engine.process import ZygoteProcess
from graders.engine.solution_run import NotLoaded, Runner, SolutionRun
from graders.engine.versions import ENGINE_VERSION, torch_version
from graders.package import Package
from graders.sandbox import folders
from graders.sandbox.policy import ORDER, satisfies

OnCase = Callable[[CaseResult], None]

PATIENCE = 4


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """How an engine works.

    level: None takes the best that this host allows; required_level: a host that cannot hold it is
    refused. memory_mib: the most that any task may ask for. spares: cells kept waiting.
    uses: how many submissions share a case set, if there is time to prepare the next; ``PATIENCE``
    times as many if there is none. sets: case sets kept per package. recycle: jobs after which an
    idle engine starts its zygote afresh.
    """

    required_level: Level = "C"
    level: Level | None = None
    memory_mib: int = 1024
    spares: int = 2
    uses: int = 100
    sets: int = 2
    recycle: int = 1000
    packages: int = 64


class Engine:
    """Grades solutions; one per worker process, for one thread at a time."""

    def __init__(self, config: EngineConfig | None = None) -> None:
        self.config = config or EngineConfig()
        self._sets: OrderedDict[str, deque[CaseSet]] = OrderedDict()
        self._zygote: ZygoteProcess | None = None
        self._last = 0.0
        self.level = self._start()

    def _start(self) -> Level:
        if find_spec("torch") is None:
            raise EngineFault("PyTorch is missing, so nothing can be graded: run `make run` to install it")
        folders.sweep()
        wanted: tuple[Level, ...] = (self.config.level,) if self.config.level else ("A", "B", "C")
        faults = []
        for level in sorted(wanted, key=lambda level: -ORDER[level]):
            if not satisfies(level, self.config.required_level):
                continue
            try:
                self._zygote = ZygoteProcess(level, self.config.memory_mib, self.config.spares)
                return level
            except EngineFault as fault:
                faults.append(str(fault))
        raise EngineFault(
            f"no sandbox of level {self.config.required_level} or better holds here: {'; '.join(faults)}"
        )

    @property
    def zygote(self) -> ZygoteProcess:
        """The zygote; afresh where it has gone, or has served twice its time without an idle moment."""
        zygote = self._zygote
        if zygote is not None and zygote.is_alive() and zygote.served < 2 * self.config.recycle:
            return zygote
        return self._restart()

    def _restart(self) -> ZygoteProcess:
        if self._zygote is not None:
            self._zygote.close()
        self._zygote = ZygoteProcess(self.level, self.config.memory_mib, self.config.spares)
        return self._zygote

    def grade(
        self,
        package: Package,
        source: str,
        *,
        visible_only: bool = False,
        on_case: OnCase | None = None,
        seed: int | None = None,
    ) -> Report:
        """Run ``source`` on the cases of ``package`` and judge it.

        ``visible_only`` leaves the hidden cases out (a try without penalty). ``on_case`` hears of
        each case as it is decided. ``seed`` fixes the draw, for tests and the command line only.
        Raises ``EngineFault`` for every failure that is not the solution's.
        """
        begun = time.monotonic()
        busy = begun - self._last < 0.005
        unreadable = _unreadable(package, source)
        if unreadable is not None:
            return self._refused(package, NotLoaded("crashed", unreadable), begun, 0)
        drawn = self._case_set(package) if seed is None else self.draw(package, seed)
        drawn.uses += 1
        subjects = [s for s in drawn.subjects if s.plan.visible or not visible_only]
        cases: list[CaseResult] = []

        def decided(index: int, evidence: Evidence, printed: str) -> None:
            cases.append(judge.judge(package, subjects[index], evidence, printed))
            if on_case is not None:
                on_case(cases[-1])

        run = Runner(self.zygote, package, busy).run(
            source,
            [subject.plan for subject in subjects],
            forbidden=package.forbidden.operators,
            on_evidence=decided,
        )
        self._last = time.monotonic()
        if run.not_loaded is not None:
            return self._refused(package, run.not_loaded, begun, run.peak_bytes)
        return self._report(package, drawn, subjects, cases, run)

    def _report(
        self,
        package: Package,
        drawn: CaseSet,
        subjects: Sequence[Subject],
        cases: list[CaseResult],
        run: SolutionRun,
    ) -> Report:
        if not cases:
            raise EngineFault("no case was run: that is a fault, not a pass")
        verdict = worst([case.verdict for case in cases])
        diagnosis = None
        if verdict != "pass":
            caseset.draw_wrong(self.zygote, drawn)
            diagnosis = judge.diagnose(drawn, subjects, run.evidence, cases)
        weight = sum((exact(subject.plan.weight) for subject in subjects), Decimal(0))
        return Report(
            verdict=verdict,
            score=judge.points(package, cases, weight),
            max_score=float(package.points),
            cases=tuple(cases),
            # What the solution took; drawing and diagnosis are ours.
            seconds=round(run.seconds, 6),
            peak_bytes=run.peak_bytes,
            level=self.level,
            versions=self._versions(package),
            diagnosis=diagnosis,
        )

    def _refused(self, package: Package, why: NotLoaded, begun: float, peak_bytes: int) -> Report:
        verdict: Verdict = why.verdict
        message = why.message
        error = judge.code_error(why.error, visible=True)
        if error is not None and error.lines:
            params = {**message.params, "lines": [[line.line, line.text] for line in error.lines]}
            message = Message(message.code, params)
        return Report(
            verdict=verdict,
            score=0.0,
            max_score=float(package.points),
            cases=(),
            seconds=round(time.monotonic() - begun, 6),
            peak_bytes=peak_bytes,
            level=self.level,
            versions=self._versions(package),
            message=message,
        )

    def _versions(self, package: Package) -> dict[str, str]:
        return {"engine": ENGINE_VERSION, "torch": torch_version(), "package": package.digest}

    def draw(self, package: Package, seed: int) -> CaseSet:
        """The case set of ``seed``. Raises ``PackageBroken`` where the author's code fails."""
        return caseset.draw(self.zygote, package, seed)

    def _case_set(self, package: Package) -> CaseSet:
        ready = self._sets.setdefault(package.digest, deque())
        self._sets.move_to_end(package.digest)
        while len(self._sets) > self.config.packages:
            self._sets.popitem(last=False)
        if ready and self._is_used_up(ready[0].uses, len(ready) > 1 and caseset.is_prepared(ready[1])):
            ready.popleft()
        if not ready:
            ready.append(self.draw(package, secrets.randbits(62)))
        return ready[0]

    def _is_used_up(self, uses: int, next_is_prepared: bool) -> bool:
        # Where submissions follow one another without a pause, a student need not wait for a new draw and
        # for all known mistakes on it.
        return uses >= self.config.uses * (1 if next_is_prepared else PATIENCE)

    def prepare(self, package: Package) -> None:
        """Draw a case set and its known-wrong answers before the first submission needs them."""
        caseset.draw_wrong(self.zygote, self._case_set(package))

    def idle(self) -> bool:
        """Do one small thing that some later submission would otherwise wait for; False: nothing to do.

        A known mistake is run on drawn cases, a case set is drawn, or a zygote that has served its time is
        replaced. To be called after a verdict is out, until it returns False or somebody waits.
        """
        if self._zygote is not None and self._zygote.served >= self.config.recycle:
            self._restart()
            return True
        for ready in reversed(self._sets.values()):
            if any(caseset.draw_next_wrong(self.zygote, drawn) for drawn in ready):
                return True
            fresh = any(drawn.uses < self.config.uses // 2 for drawn in ready)
            if ready and not fresh and len(ready) <= self.config.sets:
                ready.append(self.draw(ready[0].package, secrets.randbits(62)))
                return True
        return False

    def close(self) -> None:
        """End the zygote and all its cells."""
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _unreadable(package: Package, source: str) -> Message | None:
    """Why ``source`` is not even handed to a cell, if so."""
    if len(source.encode("utf-8", "replace")) > package.limits.source_kib * 1024:
        return Message("source_too_large", {"limit_kib": package.limits.source_kib})
    place = source.find("\0")
    if place >= 0:
        # Told here, because Pythons differ: to some it is a SyntaxError, to others a ValueError.
        return Message("null_character", {"line": source.count("\n", 0, place) + 1})
    return None
