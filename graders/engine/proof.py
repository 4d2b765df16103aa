"""A package proves itself: every known-wrong variant fails, every accepted solution passes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from graders.compare.subject import Subject
from graders.contract import Message
from graders.engine import caseset, probes
from graders.engine.caseset import CaseSet
from graders.engine.engine import Engine
from graders.engine.fault import PackageBroken
from graders.engine.margins import Margins, error_of
from graders.engine.proof_table import AcceptedProof, Part, Proof, VariantProof, conclude
from graders.engine.retry import undisturbed
from graders.engine.trials import Trial, Trials
from graders.package import Package

OnProgress = Callable[[int, int], None]
FIRST_SEED = 1000
# What passes a probe by the luck of a draw does so again within so many.
PROBED_SEEDS = 50
# Code that does nothing comes to its end, and leaves its inputs as they were.
ASK_NOTHING = frozenset({"run", "purity"})


def prove(
    engine: Engine,
    package: Package,
    seeds: int = 20,
    on_progress: OnProgress | None = None,
    with_margins: bool = False,
) -> Proof:
    """Run everything the package holds on ``seeds`` draws. The author's faults become problems.

    ``with_margins``: say also how near every solution comes to the tolerances.
    """
    begun = time.monotonic()

    def on_draw(done: int) -> None:
        if on_progress is not None:
            on_progress(done, seeds)

    part = prove_part(engine, package, range(seeds), on_draw, with_margins)
    return conclude(package, seeds, [part], time.monotonic() - begun)


def prove_part(
    engine: Engine,
    package: Package,
    numbers: Sequence[int],
    on_draw: Callable[[int], object],
    with_margins: bool = False,
) -> Part:
    """Run everything on the draws of these numbers; ``on_draw`` hears how many are done.

    ``with_margins``: say also how near every solution comes to the tolerances.
    """
    part = Part(
        [VariantProof(v.file, v.title.to_json(), v.kind, list(v.fails)) for v in package.wrong],
        [AcceptedProof(v.file) for v in package.accepted],
    )
    if with_margins:
        part.margins = {dtype: Margins() for dtype in package.dtypes}
    try:
        _Prover(engine, package, part).run(numbers, on_draw)
    except PackageBroken as broken:
        part.problems += [_problem(message) for message in broken.messages]
    return part


class _Prover:
    def __init__(self, engine: Engine, package: Package, part: Part) -> None:
        self.engine, self.package, self.part = engine, package, part
        self.may_pass = ASK_NOTHING | set(package.starter_passes)
        self.earlier: dict[str, Subject] = {}
        self.trials = Trials(engine, package)

    def run(self, numbers: Sequence[int], on_draw: Callable[[int], object]) -> None:
        if 0 in numbers:
            self._forbidden()
        with self.trials:
            for done, number in enumerate(numbers):
                drawn, trials = undisturbed(partial(self.trials.on, FIRST_SEED + number, done))
                if number == 0:
                    self._titles(drawn)
                    undisturbed(partial(self._starter, drawn))
                if done < PROBED_SEEDS:
                    self._probes(drawn)
                self.part.seen |= set[str]().union(*(trial.seen for trial in trials.values()))
                self._variants(trials, drawn)
                self._accepted(trials, drawn)
                self._margins(trials)
                on_draw(done + 1)

    def _forbidden(self) -> None:
        """What is forbidden must exist, or the task forbids less than its author believes."""
        unknown, families = caseset.unknown_operators(self.engine.zygote, self.package)
        for value in unknown:
            self._problem("operator_unknown", "task.toml", value=value[:80], known=", ".join(families))

    def _titles(self, drawn: CaseSet) -> None:
        """Case names in cases.py and titles in task.toml must be the same set."""
        once = [plan.name for plan in drawn.plans if not plan.twin_of]
        names = {plan.twin_of or plan.name for plan in drawn.plans}
        titles = set(self.package.cases_titles)
        for name in sorted(names - titles):
            self._problem("case_without_title", name=name)
        for name in sorted(titles - names):
            self._problem("title_without_case", name=name)
        for name in sorted({name for name in once if once.count(name) > 1}):
            self._problem("case_name_twice", name=name)
        if not any(plan.visible for plan in drawn.plans):
            self._problem("no_visible_case")

    def _starter(self, drawn: CaseSet) -> None:
        """The starter must run honestly: it loads, and it does not pass."""
        run = self.trials.alone(self.package.starter, drawn.plans, drawn.seed)
        if run.not_loaded is not None:
            self._problem("starter_does_not_load", detail=str(dict(run.not_loaded.message.params)))
            return
        trial = Trial(drawn.subjects, run)
        if not trial.failures:
            self._problem("starter_passes")
            return
        for check in sorted(trial.passed - self.may_pass):
            self._problem("starter_passes_check", "starter.py", check=check)

    def _probes(self, drawn: CaseSet) -> None:
        """Answers that need no understanding must not pass any case."""
        for subject in drawn.subjects:
            for found in probes.weaknesses(subject, self.earlier.get(subject.plan.name)):
                self._problem(found.code, **found.params)
        self.earlier = {subject.plan.name: subject for subject in drawn.subjects}

    def _variants(self, trials: Mapping[str, Trial], drawn: CaseSet) -> None:
        for told in self.part.variants:
            found = trials["wrong/" + told.file].failures
            if not found:
                told.survived_seeds.append(drawn.seed)
            for check in found:
                told.killed_by[check] = told.killed_by.get(check, 0) + 1

    def _accepted(self, trials: Mapping[str, Trial], drawn: CaseSet) -> None:
        for told in self.part.accepted:
            trial = trials["accepted/" + told.file]
            told.seconds = max(told.seconds, round(trial.run.seconds, 4))
            for check, cases in trial.failures.items():
                if len(told.failed) < 20:
                    told.failed.append({"check": check, "case": cases[0], "seed": drawn.seed})

    def _margins(self, trials: Mapping[str, Trial]) -> None:
        for dtype, margins in self.part.margins.items():
            for file, trial in trials.items():
                if trial.run.not_loaded is not None:
                    continue
                judged = zip(trial.subjects, trial.run.evidence, strict=True)
                errors = [
                    error_of(subject, shown) for subject, shown in judged if subject.plan.dtype == dtype
                ]
                take = margins.wrong if file.startswith("wrong/") else margins.accepted
                take(file, max(errors, default=0.0), dtype in trial.dtypes)

    def _problem(self, code: str, path: str = "cases.py", **params: Any) -> None:
        found = {"code": code, "params": params, "path": path, "line": 0}
        if found not in self.part.problems:
            self.part.problems.append(found)


def _problem(message: Message) -> dict[str, Any]:
    return {
        "code": message.code,
        "params": dict(message.params),
        "path": str(message.params.get("file", "")),
        "line": int(message.params.get("line", 0) or 0),
    }
