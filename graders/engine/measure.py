"""Time and memory against the reference's, fairly: a solution counts at its best.

A machine is noisy in one direction: nothing makes a case cheaper than it is. So a solution that goes beyond
its limit runs again, in a cell that has run nothing else, and the least counts. The reference counts with
its middle run: with the first it would be a matter of luck, and one disturbed run would let everything pass.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from graders.checks.resources import exceeds
from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CasePlan
from graders.engine.process import ZygoteProcess
from graders.engine.solution_run import Runner
from graders.package import Package

T = TypeVar("T", int, float)
REFERENCE_RUNS = 3
MORE_RUNS = 2
# A solution that takes far longer in a cell of its own than before is not worth waiting for.
PATIENCE, LEAST_PATIENCE = 2.0, 0.5


def of_reference(zygote: ZygoteProcess, package: Package, plan: CasePlan, expected: Evidence) -> Evidence:
    """``expected`` with what the reference took for a case with a limit, in cells of its own."""
    if not plan.steps_of("limit"):
        return expected
    runs = [Runner(zygote, package).run(package.reference, [plan]).evidence for _ in range(REFERENCE_RUNS)]
    found = [evidence for run in runs for evidence in run if evidence.status == "done"]
    seconds = [evidence.cpu_seconds for evidence in found if evidence.cpu_seconds is not None]
    grown = [evidence.grown for evidence in found if evidence.grown is not None]
    return replace(
        expected,
        cpu_seconds=statistics.median(seconds) if seconds else None,
        grown=max(grown, default=None),
    )


def settled(
    zygote: ZygoteProcess,
    package: Package,
    source: str,
    subject: Subject,
    evidence: Evidence,
    forbidden: Iterable[str] = (),
) -> Evidence:
    """``evidence`` with the least that was seen, where its first figures go beyond a limit of the case."""
    seconds = max(LEAST_PATIENCE, PATIENCE * evidence.seconds)
    for _ in range(MORE_RUNS):
        if not exceeds(subject, evidence):
            break
        again = Runner(zygote, package, seconds=seconds).run(source, [subject.plan], forbidden=forbidden)
        found = again.evidence[0] if again.evidence else None
        if found is None or found.status != "done":
            break
        evidence = replace(
            evidence,
            cpu_seconds=_least(evidence.cpu_seconds, found.cpu_seconds),
            grown=_least(evidence.grown, found.grown),
        )
    return evidence


def _least(first: T | None, second: T | None) -> T | None:
    return first if second is None else second if first is None else min(first, second)
