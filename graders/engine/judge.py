"""From evidence to a report: verdict per case and check, score, and what the student may see."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from graders.checks import judge_case
from graders.compare.evidence import Array, Evidence, to_array
from graders.compare.subject import Subject, told_name
from graders.contract import (
    CaseResult,
    CodeError,
    Diagnosis,
    Misconception,
    ShownTensor,
    SourceLine,
    worst,
)
from graders.contract.marks import TEN_THOUSANDTH, exact, half_up
from graders.diagnosis.match import match
from graders.engine import caseset
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
        title=package.case_title(subject.plan),
        visible=visible,
        weight=subject.plan.weight,
        verdict=worst([check.verdict for check in checks]),
        seconds=round(actual.seconds, 6),
        checks=checks,
        error=code_error(actual.error, visible),
        stdout=printed[:PRINTED_CHARACTERS] if visible else "",
        tensors=_tensors(subject, actual) if visible else (),
    )


def _tensors(subject: Subject, actual: Evidence) -> tuple[ShownTensor, ...]:
    return (*shown_inputs(subject), *shown_results(subject, actual, results_of(subject)))


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
    failing = [case.verdict != "pass" for case in cases]
    found = match(subjects, evidence, failing, caseset.wrong_on(drawn, subjects))
    if found is None:
        return None
    return told(drawn.package, found, [case.name for case in cases if case.verdict != "pass"])


def told(package: Package, file: str, cases: Sequence[str], other: str = "") -> Diagnosis:
    """The known mistake ``file`` as a student is told of it, and a second one beside it."""
    named = {
        variant.file: Misconception(
            variant.file.removesuffix(".py"), variant.kind, variant.title, variant.explanation
        )
        for variant in package.wrong
        if variant.file in (file, other)
    }
    first = named[file]
    return Diagnosis(
        first.variant, first.kind, first.title, first.explanation, tuple(cases), named.get(other)
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


def shown_inputs(subject: Subject) -> Iterator[ShownTensor]:
    """What the case's calls are given, as far as it is small enough to be looked at."""
    for label, given in subject.plan.inputs.items():
        if ":" not in label:
            yield from _small(label.rstrip("="), "input", given.tensor.dtype, to_array(given.tensor))


def results_of(subject: Subject) -> list[str]:
    """The names of what the case's calls return."""
    return [*subject.outputs(gradients=False), *subject.outputs(gradients=True)]


def shown_results(subject: Subject, actual: Evidence, names: Iterable[str]) -> Iterator[ShownTensor]:
    """What is under these names, expected and actual, as far as it is small enough to be looked at."""
    for name in names:
        wanted, found = subject.expected.observed[name], actual.observed.get(name)
        if name in subject.oracle:
            # The oracle's values: messages compare with them, and float32 may differ in what is shown.
            yield from _small(told_name(name), "expected", wanted.dtype, subject.oracle[name])
        if found is not None and found.array is not None:
            yield from _small(told_name(name), "actual", found.dtype, found.array)


def _small(name: str, role: str, dtype: str, values: Array) -> list[ShownTensor]:
    if values.size > SHOWN_ELEMENTS:
        return []
    flat = tuple(_number(value) for value in values.ravel().tolist())
    return [ShownTensor(name, role, dtype, tuple(int(n) for n in values.shape), flat)]


def _number(value: float) -> float | None:
    return float(f"{value:.6g}") if math.isfinite(value) else None
