"""What every solution of an author shows on one draw after another.

A student's submission has cells of its own, and so has every solution in the first draws. After that the ones
for which it was seen to make no difference share a cell, which takes half the time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from graders.checks import judge_case
from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CasePlan
from graders.engine import measure
from graders.engine.author_cells import AuthorCells
from graders.engine.caseset import CaseSet
from graders.engine.catching import Catching, Failures
from graders.engine.engine import Engine
from graders.engine.series import Series, agrees
from graders.engine.solution_run import Runner, SolutionRun
from graders.package import Package

Run = Callable[[str, Sequence[CasePlan], int], SolutionRun]
ALONE_SEEDS = 3


class Trial:
    """One solution on some of the drawn cases, and what the checks say of it.

    ``seen``, ``passed``: checks that had anything to say, that passed in any case. ``failures``, ``dtypes``:
    the cases in which a check failed, by check and by dtype.
    """

    def __init__(self, subjects: tuple[Subject, ...], run: SolutionRun) -> None:
        self.subjects, self.run = subjects, run
        self.failures: dict[str, list[str]] = {}
        self.seen: set[str] = set()
        self.passed: set[str] = set()
        self.dtypes: dict[str, list[str]] = {}
        if run.not_loaded is not None:
            check = "forbidden" if run.not_loaded.verdict == "forbidden" else "run"
            self.failures[check] = [run.not_loaded.message.code]
            return
        for subject, evidence in zip(subjects, run.evidence, strict=True):
            self._judge(subject, evidence)

    def _judge(self, subject: Subject, evidence: Evidence) -> None:
        for result in judge_case(subject, evidence):
            self.seen.add(result.check)
            if result.verdict == "pass":
                self.passed.add(result.check)
            else:
                self.failures.setdefault(result.check, []).append(subject.plan.name)
                self.dtypes.setdefault(subject.plan.dtype, []).append(subject.plan.name)

    @property
    def caught(self) -> Failures:
        """By what it was caught: checks, and dtypes, each of which has margins of its own."""
        return {**self.failures, **self.dtypes}

    @property
    def seconds(self) -> dict[str, float]:
        """What each case took."""
        shown = zip(self.subjects, self.run.evidence, strict=False)
        return {subject.plan.name: evidence.seconds for subject, evidence in shown}


def _is_sociable(alone: Trial, *met: Trial) -> bool:
    """Whether company made no difference; to what is random, and never the same, none in the checks."""
    if agrees(alone.run, met[-1].run):
        return True
    failures = {frozenset(trial.failures) for trial in (alone, *met)}
    return len(failures) == 1 and not agrees(met[0].run, met[-1].run)


class Trials:
    """Draws the cases, and runs the known-wrong and the accepted solutions of a package on them."""

    def __init__(self, engine: Engine, package: Package) -> None:
        self.engine, self.package = engine, package
        self.sources = {"wrong/" + wrong.file: wrong.source for wrong in package.wrong}
        self.sources |= {"accepted/" + right.file: right.source for right in package.accepted}
        self.catching = {file: Catching() for file in self.sources}
        self.company: frozenset[str] = frozenset()
        self.cells = AuthorCells(lambda: engine.zygote.authors, package, keep=True)
        self.series = Series(lambda: engine.zygote, package)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._stack.enter_context(self.cells)
        self._stack.enter_context(self.series)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def on(self, seed: int, done: int) -> tuple[CaseSet, dict[str, Trial]]:
        """The draw of ``seed``, and what each solution does on it. ``done``: how many draws went before."""
        drawn, trials = self._try(seed, done)
        for file, trial in trials.items():
            if trial.subjects is drawn.subjects:
                self.catching[file].learn(trial.caught, trial.seconds)
        return drawn, trials

    def alone(self, source: str, plans: Sequence[CasePlan], chance: int) -> SolutionRun:
        """A solution in a cell of its own; what is random in it begins with ``chance``."""
        runner = Runner(self.engine.zygote, self.package, chance=chance)
        return runner.run(source, plans, forbidden=self.package.forbidden.operators)

    def _try(self, seed: int, done: int) -> tuple[CaseSet, dict[str, Trial]]:
        # Drawn as for students at first; then in cells that are kept.
        drawn = self.engine.draw(self.package, seed, self.cells if done >= ALONE_SEEDS else None)
        if done >= ALONE_SEEDS:
            shared = {
                file: self._shortest(file, drawn, self.series.run if file in self.company else self.alone)
                for file in self.sources
            }
            return drawn, {file: self._confirmed(file, trial, drawn) for file, trial in shared.items()}
        found = {file: self._shortest(file, drawn, self.alone) for file in self.sources}
        if done == 0:
            self.company = self._company(drawn, found)
        return drawn, found

    def _company(self, drawn: CaseSet, alone: Mapping[str, Trial]) -> frozenset[str]:
        """The solutions that show the same among others as in cells of their own."""
        # Twice, since who comes last in the first round comes before all others in the second.
        rounds = [
            {file: self._whole(file, drawn, self.series.run) for file in self.sources} for _ in range(2)
        ]
        return frozenset(
            file for file, trial in alone.items() if _is_sociable(trial, *(met[file] for met in rounds))
        )

    def _confirmed(self, file: str, trial: Trial, drawn: CaseSet) -> Trial:
        """What speaks against the package was not the company's doing: it shows alone, too, or is dropped."""
        if bool(trial.failures) == file.startswith("wrong/"):
            return trial
        return self._whole(file, drawn, self.alone)

    def _shortest(self, file: str, drawn: CaseSet, run: Run) -> Trial:
        """On the cases that are known to catch a wrong solution; on all where that is not enough."""
        catching = self.catching[file]
        if catching.cases is not None and file.startswith("wrong/"):
            subjects = tuple(s for s in drawn.subjects if s.plan.name in catching.cases)
            trial = self._trial(file, subjects, run, drawn.seed)
            if catching.is_caught(trial.caught):
                return trial
        return self._whole(file, drawn, run)

    def _whole(self, file: str, drawn: CaseSet, run: Run) -> Trial:
        return self._trial(file, drawn.subjects, run, drawn.seed)

    def _trial(self, file: str, subjects: tuple[Subject, ...], run: Run, chance: int) -> Trial:
        shown = run(self.sources[file], [subject.plan for subject in subjects], chance)
        self._settle(file, subjects, shown)
        return Trial(subjects, shown)

    def _settle(self, file: str, subjects: Sequence[Subject], run: SolutionRun) -> None:
        """Time and memory are measured as fairly as a student's."""
        limited = [number for number, subject in enumerate(subjects) if subject.plan.steps_of("limit")]
        for number in limited if run.not_loaded is None else ():
            run.evidence[number] = measure.settled(
                self.engine.zygote,
                self.package,
                self.sources[file],
                subjects[number],
                run.evidence[number],
                self.package.forbidden.operators,
            )
