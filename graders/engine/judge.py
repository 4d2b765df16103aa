"""From evidence to a report: verdict per case and check, score, and what the student may see."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from graders.checks import judge_case
from graders.compare.evidence import Array, Evidence, to_array
from graders.compare.subject import Subject
from graders.contract import (
    CaseResult,
    CodeError,
    Diagnosis,
    ShownTensor,
    SourceLine,
    Text,
    worst,
)
from graders.contract.marks import TEN_THOUSANDTH, exact, half_up
from graders.diagnosis.match import match
from graders.engine.caseset import CaseSet
from graders.package import Package

SHOWN_ELEMENTS = 256
PRINTED_CHARACTERS = 4000


def judge(package: Package, subject: Subject, actual: Evidence, printed: str) -> CaseResult:
    """The result of one case. Raises ``ValueError`` where no check had anything to say: our fault."""
    checks = judge_case(subject, actual)
    visible = subject.plan.visible
    return CaseResult(
        name=subject.plan.name,
        title=package.cases_titles.get(subject.plan.name, Text(subject.plan.name, subject.plan.name)),
        visible=visible,
        weight=subject.plan.weight,
        verdict=worst([check.verdict for check in checks]),
        seconds=round(actual.seconds, 6),
        checks=checks,
        error=code_error(actual.error, visible),
        stdout=printed[:PRINTED_CHARACTERS] if visible else "",
        tensors=tuple(_shown(subject, actual)) if visible else (),
    )


def points(package: Package, cases: Sequence[CaseResult], total_weight: Decimal) -> float:
    """Points earned: the passed cases' share of the weight, times the package's points."""
    if not total_weight:
        return 0.0
    passed = sum((exact(case.weight) for case in cases if case.verdict == "pass"), Decimal(0))
    return float(half_up(exact(package.points) * passed / total_weight, TEN_THOUSANDTH))


def diagnose(
    drawn: CaseSet, subjects: Sequence[Subject], evidence: Sequence[Evidence], cases: Sequence[CaseResult]
) -> Diagnosis | None:
    """The misconception that the evidence matches, if the package knows it."""
    positions = [drawn.subjects.index(subject) for subject in subjects]
    variants = {
        file: [run.evidence[position] for position in positions]
        for file, run in drawn.wrong.items()
        if len(run.evidence) == len(drawn.subjects)
    }
    failing = [case.verdict != "pass" for case in cases]
    found = match(subjects, evidence, failing, variants)
    if found is None:
        return None
    variant = next(variant for variant in drawn.package.wrong if variant.file == found)
    return Diagnosis(
        variant=found.removesuffix(".py"),
        kind=variant.kind,
        title=variant.title,
        explanation=variant.explanation,
        cases=tuple(case.name for case in cases if case.verdict != "pass"),
    )


def code_error(told: Any, visible: bool) -> CodeError | None:
    """The exception as it may be shown: of a hidden case only its type and lines, no message."""
    if not isinstance(told, dict):
        return None
    lines = told.get("lines")
    return CodeError(
        type=str(told.get("type", ""))[:80],
        message=str(told.get("message", ""))[:500] if visible else "",
        lines=tuple(
            SourceLine(
                line=line.get("line", 0) if isinstance(line.get("line"), int) else 0,
                text=str(line.get("text", ""))[:200],
                function=str(line.get("function", ""))[:80],
            )
            for line in (lines if isinstance(lines, list) else [])[:8]
            if isinstance(line, dict)
        ),
    )


def _shown(subject: Subject, actual: Evidence) -> list[ShownTensor]:
    shown = []
    for label, given in subject.plan.inputs.items():
        if ":" not in label:
            shown += _small(label.rstrip("="), "input", given.tensor.dtype, to_array(given.tensor))
    for name in [*subject.outputs(gradients=False), *subject.outputs(gradients=True)]:
        wanted = subject.expected.observed[name]
        if wanted.array is not None:
            shown += _small(name, "expected", wanted.dtype, wanted.array)
        found = actual.observed.get(name)
        if found is not None and found.array is not None:
            shown += _small(name, "actual", found.dtype, found.array)
    return shown


def _small(name: str, role: str, dtype: str, values: Array) -> list[ShownTensor]:
    if values.size > SHOWN_ELEMENTS:
        return []
    flat = tuple(_number(value) for value in values.ravel().tolist())
    return [ShownTensor(name, role, dtype, tuple(int(n) for n in values.shape), flat)]


def _number(value: float) -> float | None:
    return float(f"{value:.6g}") if math.isfinite(value) else None
