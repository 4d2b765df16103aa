"""A package proves itself: every known-wrong variant fails, every accepted solution passes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from graders.checks import judge_case
from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.compare.tensors import difference
from graders.contract import Message
from graders.engine import caseset
from graders.engine.caseset import CaseSet
from graders.engine.engine import Engine
from graders.engine.fault import PackageBroken
from graders.engine.series import Series, agrees
from graders.engine.solution_run import Runner, SolutionRun
from graders.package import Package

OnProgress = Callable[[int, int], None]
FIRST_SEED = 1000
# In so many draws every solution has a cell of its own, as a student's has; then, where that made no
# difference, they share one, which takes half the time.
ALONE_SEEDS = 3


@dataclass(slots=True)
class VariantProof:
    """One known-wrong file over all seeds: in how many seeds each check failed it."""

    file: str
    title: dict[str, str]
    kind: str
    expected: list[str]
    killed_by: dict[str, int] = field(default_factory=dict)
    survived_seeds: list[int] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class AcceptedProof:
    """One right file over all seeds: where it failed, which it must not."""

    file: str
    failed: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(slots=True)
class Proof:
    """The table of a package. ``clean`` is what publishing needs."""

    seeds: int
    variants: list[VariantProof]
    accepted: list[AcceptedProof]
    checks: list[str] = field(default_factory=list)
    unkilled_checks: list[str] = field(default_factory=list)
    flaky: list[str] = field(default_factory=list)
    starter_passes: list[str] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        return not (
            self.problems
            or self.unkilled_checks
            or self.flaky
            or any(v.survived_seeds or v.missed for v in self.variants)
            or any(a.failed for a in self.accepted)
        )

    def to_json(self) -> dict[str, Any]:
        return {"clean": self.clean, **asdict(self)}


# Checks that guard every task alike. The others come from what an author declares, and each of those
# must be failed by a variant, or nothing shows that it can fail.
GUARDS = frozenset({"run", "forbidden", "shape", "dtype", "purity"})


def prove(engine: Engine, package: Package, seeds: int = 20, on_progress: OnProgress | None = None) -> Proof:
    """Run everything the package holds on ``seeds`` draws. The author's faults become problems."""
    begun = time.monotonic()
    part = prove_part(engine, package, range(seeds), lambda done: on_progress and on_progress(done, seeds))
    return conclude(package, seeds, [part], time.monotonic() - begun)


@dataclass(slots=True)
class Part:
    """What some of the draws showed. ``seen`` are the checks that had anything to say of a case."""

    variants: list[VariantProof]
    accepted: list[AcceptedProof]
    seen: set[str] = field(default_factory=set)
    problems: list[dict[str, Any]] = field(default_factory=list)


def prove_part(
    engine: Engine, package: Package, numbers: Sequence[int], on_draw: Callable[[int], object]
) -> Part:
    """Run everything on the draws of these numbers; ``on_draw`` hears how many are done."""
    part = Part(
        [VariantProof(v.file, v.title.to_json(), v.kind, list(v.fails)) for v in package.wrong],
        [AcceptedProof(v.file) for v in package.accepted],
    )
    try:
        _Prover(engine, package, part).run(numbers, on_draw)
    except PackageBroken as broken:
        part.problems += [_problem(message) for message in broken.messages]
    return part


def conclude(package: Package, seeds: int, parts: Sequence[Part], seconds: float) -> Proof:
    """The table from all parts, and what is wrong with it."""
    proof = Proof(seeds, parts[0].variants, parts[0].accepted, seconds=round(seconds, 3))
    for part in parts[1:]:
        for variant, more in zip(proof.variants, part.variants, strict=True):
            for check, count in more.killed_by.items():
                variant.killed_by[check] = variant.killed_by.get(check, 0) + count
            variant.survived_seeds += more.survived_seeds
        for right, again in zip(proof.accepted, part.accepted, strict=True):
            right.failed += again.failed
            right.seconds = max(right.seconds, again.seconds)
    for part in parts:
        proof.problems += [problem for problem in part.problems if problem not in proof.problems]
    _judge(proof, set[str]().union(*(part.seen for part in parts)))
    return proof


def _judge(proof: Proof, seen: set[str]) -> None:
    killed = {check for v in proof.variants for check in v.killed_by}
    proof.checks = sorted(seen | killed)
    proof.unkilled_checks = sorted(seen - killed - GUARDS)
    for told in proof.variants:
        told.survived_seeds.sort()
        told.missed = [check for check in told.expected if told.killed_by.get(check, 0) < proof.seeds]
        if 0 < len(told.survived_seeds) < proof.seeds:
            proof.flaky.append(told.file)
    for right in proof.accepted:
        if 0 < len({failure["seed"] for failure in right.failed}) < proof.seeds:
            proof.flaky.append(right.file)


class _Prover:
    def __init__(self, engine: Engine, package: Package, part: Part) -> None:
        self.engine, self.package, self.part = engine, package, part
        self.may_meet = True

    def run(self, numbers: Sequence[int], on_draw: Callable[[int], object]) -> None:
        if 0 in numbers:
            self._forbidden()
        for done, number in enumerate(numbers):
            drawn = self.engine.draw(self.package, FIRST_SEED + number)
            if number == 0:
                self._titles(drawn)
                self._starter(drawn)
            self._probes(drawn)
            runs = self._runs(drawn, done)
            self._variants(runs, drawn)
            self._accepted(runs, drawn)
            on_draw(done + 1)

    def _runs(self, drawn: CaseSet, done: int) -> dict[str, SolutionRun]:
        """What each of the author's solutions does on the drawn cases."""
        sources = {"wrong/" + wrong.file: wrong.source for wrong in self.package.wrong}
        sources |= {"accepted/" + right.file: right.source for right in self.package.accepted}
        shared: dict[str, SolutionRun] = {}
        if self.may_meet and (done >= ALONE_SEEDS or done == 0):
            with Series(self.engine.zygote, self.package) as series:
                shared = {file: series.run(source, drawn.plans) for file, source in sources.items()}
            if done:
                return shared
        alone = {file: self._solve(source, drawn) for file, source in sources.items()}
        self.may_meet = self.may_meet and (
            done > 0 or all(agrees(alone[file], shared[file]) for file in sources)
        )
        return alone

    def _forbidden(self) -> None:
        """What is forbidden must exist, or the task forbids less than its author believes."""
        unknown, families = caseset.unknown_operators(self.engine.zygote, self.package)
        for value in unknown:
            self._problem("operator_unknown", "task.toml", value=value[:80], known=", ".join(families))

    def _titles(self, drawn: CaseSet) -> None:
        """Case names in cases.py and titles in task.toml must be the same set."""
        names = [plan.name for plan in drawn.plans]
        titles = set(self.package.cases_titles)
        for name in sorted(set(names) - titles):
            self._problem("case_without_title", name=name)
        for name in sorted(titles - set(names)):
            self._problem("title_without_case", name=name)
        for name in sorted({name for name in names if names.count(name) > 1}):
            self._problem("case_name_twice", name=name)
        if not any(plan.visible for plan in drawn.plans):
            self._problem("no_visible_case")

    def _starter(self, drawn: CaseSet) -> None:
        """The starter must run honestly: it loads, and it does not pass."""
        run = self._solve(self.package.starter, drawn)
        if run.not_loaded is not None:
            self._problem("starter_does_not_load", detail=str(dict(run.not_loaded.message.params)))
            return
        failed = self._failures(drawn, run)
        if not failed:
            self._problem("starter_passes")

    def _probes(self, drawn: CaseSet) -> None:
        """All zeros must not be near any oracle that a values check rests on."""
        for subject in drawn.subjects:
            names = list(subject.outputs(gradients=False))
            judged = not subject.plan.checks or "values" in subject.plan.checks
            if judged and names and all(self._zeros_pass(subject, name) for name in names):
                self._problem("zeros_would_pass", name=subject.plan.name)

    def _zeros_pass(self, subject: Subject, name: str) -> bool:
        oracle = subject.oracle[name]
        return (
            bool(oracle.size) and difference(np.zeros_like(oracle), oracle, subject.tolerance(name)) is None
        )

    def _variants(self, runs: Mapping[str, SolutionRun], drawn: CaseSet) -> None:
        for told in self.part.variants:
            failed = self._failures(drawn, runs["wrong/" + told.file])
            if not failed:
                told.survived_seeds.append(drawn.seed)
            for check in failed:
                told.killed_by[check] = told.killed_by.get(check, 0) + 1

    def _accepted(self, runs: Mapping[str, SolutionRun], drawn: CaseSet) -> None:
        for told in self.part.accepted:
            run = runs["accepted/" + told.file]
            told.seconds = max(told.seconds, round(run.seconds, 4))
            for check, case in self._failures(drawn, run).items():
                if len(told.failed) < 20:
                    told.failed.append({"check": check, "case": case, "seed": drawn.seed})

    def _solve(self, source: str, drawn: CaseSet) -> SolutionRun:
        runner = Runner(self.engine.zygote, self.package)
        return runner.run(source, drawn.plans, forbidden=self.package.forbidden.operators)

    def _failures(self, drawn: CaseSet, run: SolutionRun) -> Mapping[str, str]:
        """Checks that did not pass, each with the first case that showed it."""
        if run.not_loaded is not None:
            check = "forbidden" if run.not_loaded.verdict == "forbidden" else "run"
            return {check: run.not_loaded.message.code}
        failed: dict[str, str] = {}
        for subject, evidence in zip(drawn.subjects, run.evidence, strict=True):
            for result in self._judged(subject, evidence):
                self.part.seen.add(result[0])
                if result[1] != "pass":
                    failed.setdefault(result[0], subject.plan.name)
        return failed

    def _judged(self, subject: Subject, evidence: Evidence) -> list[tuple[str, str]]:
        return [(result.check, result.verdict) for result in judge_case(subject, evidence)]

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
