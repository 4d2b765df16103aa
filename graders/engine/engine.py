"""The engine: one solution in, one report out, or a fault of ours."""

from __future__ import annotations

import logging
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Self

from graders.compare.evidence import Evidence
from graders.compare.hidden import without_inputs
from graders.compare.subject import Subject
from graders.contract import CaseResult, Device, Explanation, Level, Message, Report, Verdict, worst
from graders.contract.marks import exact
from graders.engine import caseset, judge, measure
from graders.engine.author_cells import AuthorCells
from graders.engine.card import Card
from graders.engine.caseset import CaseSet
from graders.engine.config import EngineConfig
from graders.engine.explain import Explainer
from graders.engine.fault import EngineFault, ProcessLost
from graders.engine.patience import Patience
from graders.engine.process import ZygoteProcess
from graders.engine.solution_run import NotLoaded, Runner, SolutionRun
from graders.engine.start import Authors, for_solutions, start
from graders.engine.unreadable import unreadable
from graders.engine.versions import ENGINE_VERSION
from graders.package import Package

OnCase = Callable[[CaseResult], None]
# How often a submission is begun before a process that died under it is the caller's concern.
TRIES = 3

log = logging.getLogger(__name__)


class Engine:
    """Grades solutions; one per worker process, for one thread at a time."""

    def __init__(self, config: EngineConfig | None = None) -> None:
        self.config = config or EngineConfig()
        self._sets: OrderedDict[str, deque[CaseSet]] = OrderedDict()
        self._authors = Authors(self.new_zygote)
        self.card = Card(lambda: self.zygote)
        self._last = 0.0
        self.restarts = 0
        first = start(self.config, self.new_zygote)
        self._zygote: ZygoteProcess | None = first
        # The torch of the drawn case sets.
        self._drawn_with = first.torch
        self.level: Level = first.level

    @property
    def zygote(self) -> ZygoteProcess:
        """The zygote; afresh where it has gone, or has served twice its time without an idle moment."""
        zygote = self._zygote
        if zygote is not None and zygote.is_alive() and zygote.served < 2 * self.config.recycle:
            return self._authors.beside(zygote, self.config.recycle)
        return self._restart()

    @property
    def torch(self) -> str:
        """The version of torch that solutions run with, as the zygote tells."""
        return self._drawn_with

    @property
    def spare_cells(self) -> int:
        """Cells that were waiting when one was last asked for."""
        return 0 if self._zygote is None else self._zygote.waiting

    def _restart(self) -> ZygoteProcess:
        self.restarts += 1
        if self._zygote is not None:
            self._zygote.close()
        fresh = for_solutions(self.config, self.new_zygote, self.level)
        self._zygote = self._authors.beside(fresh, self.config.recycle)
        if self._zygote.torch != self._drawn_with:
            # torch was replaced under us: what the old one made of the references no longer holds.
            self._sets.clear()
            self._drawn_with = self._zygote.torch
        return self._zygote

    def new_zygote(self, level: Level, device: Device = "cpu") -> ZygoteProcess:
        """Start one. ``EngineFault`` where this host cannot hold the level."""
        # Each cell that waits with a card holds some of its memory.
        spares = self.config.spares if device == "cpu" else min(self.config.spares, 1)
        return ZygoteProcess(level, self.config.memory_mib, spares, device)

    def grade(
        self,
        package: Package,
        source: str,
        *,
        visible_only: bool = False,
        on_case: OnCase | None = None,
        seed: int | None = None,
        explain_later: bool = False,
    ) -> Report:
        """Run ``source`` on the cases of ``package`` and judge it.

        ``visible_only`` leaves the hidden cases out (a try without penalty). ``on_case`` hears of
        each case as it is decided. ``seed`` fixes the draw, for tests and the command line only.
        ``explain_later``: somebody waits for the verdict, so no known mistake is run to name one;
        ``explain`` is asked for it afterwards.
        Raises ``EngineFault`` for every failure that is not the solution's.
        """
        begun = time.monotonic()
        why = unreadable(package, source)
        if why is not None:
            return self._refused(package, NotLoaded("crashed", why), begun, 0)
        told: list[CaseResult] = []

        def tell(case: CaseResult) -> None:
            told.append(case)
            if on_case is not None:
                on_case(case)

        for tries_left in reversed(range(TRIES)):
            try:
                return self._grade(package, source, visible_only, tell, seed, explain_later)
            except ProcessLost as fault:
                # With nothing decided yet, nobody need hear of it.
                if told or not tries_left:
                    raise
                log.warning("begun again: %s", fault)
        raise AssertionError("the last try returns or raises")

    def _grade(
        self,
        package: Package,
        source: str,
        visible_only: bool,
        on_case: OnCase,
        seed: int | None,
        explain_later: bool,
    ) -> Report:
        begun = time.monotonic()
        busy = begun - self._last < 0.005
        drawn = self._case_set(package) if seed is None else self.draw(package, seed)
        drawn.uses += 1
        subjects = [s for s in drawn.subjects if s.plan.visible or not visible_only]
        cases: list[CaseResult] = []
        # The same to the end: the property would start another one in the middle of the run.
        zygote = self.zygote
        self.card.require()

        def decided(index: int, evidence: Evidence, printed: str) -> None:
            subject, barred = subjects[index], package.forbidden.operators
            if zygote.device != "cpu":
                evidence = self.card.settled(package, source, subject.plan, evidence, barred)
            evidence = measure.settled(zygote, package, source, subject, evidence, barred)
            told = without_inputs(evidence, subject.plan, source, drawn.operators)
            cases.append(judge.judge(package, subject, told, printed))
            on_case(cases[-1])

        run = Runner(zygote, package, busy).run(
            source,
            [subject.plan for subject in subjects],
            forbidden=package.forbidden.operators,
            on_evidence=decided,
        )
        self._last = time.monotonic()
        if run.not_loaded is not None:
            if zygote.device != "cpu":
                self.card.settled_loading(run.not_loaded.message.code)
            return self._refused(package, run.not_loaded, begun, run.peak_bytes)
        return self._report(package, drawn, subjects, cases, run, explain_later)

    def _report(
        self,
        package: Package,
        drawn: CaseSet,
        subjects: Sequence[Subject],
        cases: list[CaseResult],
        run: SolutionRun,
        explain_later: bool,
    ) -> Report:
        if not cases:
            raise EngineFault("no case was run: that is a fault, not a pass")
        verdict = worst([case.verdict for case in cases])
        diagnosis = None
        if verdict != "pass":
            if not explain_later:
                caseset.draw_wrong(self.zygote, drawn)
            if caseset.is_prepared(drawn):
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
            device=self.config.device,
            device_bytes=run.device_bytes,
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
            device=self.config.device,
        )

    def _versions(self, package: Package) -> dict[str, str]:
        return {"engine": ENGINE_VERSION, "torch": self.torch, "package": package.digest}

    def draw(self, package: Package, seed: int, cells: AuthorCells | None = None) -> CaseSet:
        """The case set of ``seed``. Raises ``PackageBroken`` where the author's code fails."""
        return caseset.draw(self.zygote, package, seed, cells)

    def explain(
        self,
        package: Package,
        source: str,
        patience: Patience,
        *,
        visible_only: bool = False,
        seed: int | None = None,
    ) -> Explanation:
        """Why ``source`` is wrong, as far as ``patience`` suffices to find out, once its verdict is out.

        Runs it again on a draw of this engine. Raises ``EngineFault`` for every failure of ours.
        """
        drawn = self._case_set(package) if seed is None else self.draw(package, seed)
        return Explainer(self.zygote, drawn, source, visible_only, patience).explain()

    def _case_set(self, package: Package) -> CaseSet:
        ready = self._sets.setdefault(package.digest, deque())
        self._sets.move_to_end(package.digest)
        while len(self._sets) > self.config.packages:
            self._sets.popitem(last=False)
        is_next_prepared = len(ready) > 1 and caseset.is_prepared(ready[1])
        if ready and ready[0].uses >= self.config.uses_of_a_set(is_next_prepared):
            ready.popleft()
        if not ready:
            ready.append(self.draw(package, secrets.randbits(62)))
        return ready[0]

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
        """End the zygotes and all their cells."""
        self._authors.close()
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
