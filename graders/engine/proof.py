"""A package proves itself: every known-wrong variant fails, every accepted solution passes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
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
from graders.engine.solution_run import Runner, SolutionRun
from graders.package import Package

OnProgress = Callable[[int, int], None]
FIRST_SEED = 1000


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
    proof = Proof(
        seeds=seeds,
        variants=[VariantProof(v.file, v.title.to_json(), v.kind, list(v.fails)) for v in package.wrong],
        accepted=[AcceptedProof(v.file) for v in package.accepted],
    )
    try:
        _Prover(engine, package, proof).run(on_progress)
    except PackageBroken as broken:
        proof.problems += [_problem(message) for message in broken.messages]
    proof.seconds = round(time.monotonic() - begun, 3)
    return proof


class _Prover:
    def __init__(self, engine: Engine, package: Package, proof: Proof) -> None:
        self.engine, self.package, self.proof = engine, package, proof
        self.seen: set[str] = set()

    def run(self, on_progress: OnProgress | None) -> None:
        for number in range(self.proof.seeds):
            seed = FIRST_SEED + number
            drawn = self.engine.draw(self.package, seed)
            if number == 0:
                self._titles(drawn)
                self._starter(drawn)
            self._probes(drawn)
            self._variants(drawn, seed)
            self._accepted(drawn, seed)
            if on_progress is not None:
                on_progress(number + 1, self.proof.seeds)
        self._conclude()

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

    def _variants(self, drawn: CaseSet, seed: int) -> None:
        caseset.draw_wrong(self.engine.zygote, drawn)
        for told in self.proof.variants:
            failed = self._failures(drawn, drawn.wrong[told.file])
            if not failed:
                told.survived_seeds.append(seed)
            for check in failed:
                told.killed_by[check] = told.killed_by.get(check, 0) + 1

    def _accepted(self, drawn: CaseSet, seed: int) -> None:
        for told, variant in zip(self.proof.accepted, self.package.accepted, strict=True):
            run = self._solve(variant.source, drawn)
            told.seconds = max(told.seconds, round(run.seconds, 4))
            for check, case in self._failures(drawn, run).items():
                if len(told.failed) < 20:
                    told.failed.append({"check": check, "case": case, "seed": seed})

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
                self.seen.add(result[0])
                if result[1] != "pass":
                    failed.setdefault(result[0], subject.plan.name)
        return failed

    def _judged(self, subject: Subject, evidence: Evidence) -> list[tuple[str, str]]:
        return [(result.check, result.verdict) for result in judge_case(subject, evidence)]

    def _conclude(self) -> None:
        proof = self.proof
        proof.checks = sorted(self.seen | {check for v in proof.variants for check in v.killed_by})
        killed = {check for v in proof.variants for check in v.killed_by}
        proof.unkilled_checks = sorted(self.seen - killed - GUARDS)
        for told in proof.variants:
            told.missed = [check for check in told.expected if told.killed_by.get(check, 0) < proof.seeds]
            if 0 < len(told.survived_seeds) < proof.seeds:
                proof.flaky.append(told.file)
        for right in proof.accepted:
            seeds = {failure["seed"] for failure in right.failed}
            if 0 < len(seeds) < proof.seeds:
                proof.flaky.append(right.file)

    def _problem(self, code: str, **params: Any) -> None:
        found = {"code": code, "params": params, "path": "cases.py", "line": 0}
        if found not in self.proof.problems:
            self.proof.problems.append(found)


def _problem(message: Message) -> dict[str, Any]:
    return {
        "code": message.code,
        "params": dict(message.params),
        "path": str(message.params.get("file", "")),
        "line": int(message.params.get("line", 0) or 0),
    }
