"""Marking short code by what it shows: calls made with what they need, and an input that goes through them.

The question says which layers, functions or methods it is about, and which arguments and values these need.
Names are followed through imports, assignments, classes and loops: ``from torch.nn import Conv2d as C`` is as
good as ``nn.Conv2d``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from graders.answers.code.judge import Finding, Fit, judge
from graders.answers.code.key import CodeKey
from graders.answers.code.reader import Reader
from graders.answers.code.source import extract, parse, shown
from graders.answers.outcome import ConceptOutcome, Marking, Outcome, Remark, Verdict, earned_fraction, wrong


@dataclass
class _Shown:
    """What an answer shows of every part, and whether an input goes through them."""

    findings: list[Finding]
    remarks: list[Remark] = field(default_factory=list)
    applied: Verdict = Verdict.ABSENT
    quote: str = ""


def mark_code(key: CodeKey, answer: str) -> Marking:
    """Mark by the things to show: every part with what it needs, and all of them applied to an input."""
    source = extract(answer)
    tree, fault = parse(source)
    if tree is None or not tree.body:
        remark = fault or Remark("code_none")
        return _marking(key, _Shown([Finding() for _ in key.parts], [remark]), zero=fault is None)
    reader = Reader(key.names)
    reader.read(tree)
    found = _Shown([judge(part, reader) for part in key.parts])
    _rival(key, reader, found)
    _application(key, reader, found)
    if fault:
        found.remarks.append(fault)
    if reader.cut:
        found.remarks.append(Remark("code_not_followed"))
    return _marking(key, found)


def _rival(key: CodeKey, reader: Reader, found: _Shown) -> None:
    """Say what is missing; of the main part, what was called in its place."""
    for part, finding in zip(key.parts, found.findings, strict=True):
        found.remarks += finding.remarks
        if part is not key.main and part.calls and not finding.candidates:
            found.remarks.append(Remark("code_call_missing", {"call": part.label}))
    main = found.findings[0]
    called = [layer.name for layer in reader.layers] + [event.name for event in reader.events]
    rival = next((name for name in called if name in key.rivals), "")
    if rival and not main.complete:
        params = {"given": rival.replace("torch.", ""), "wanted": key.main.label}
        found.remarks.append(Remark("code_other_call", params))
        main.verdict = main.verdict if main.candidates else Verdict.CONTRADICTED


def _application(key: CodeKey, reader: Reader, found: _Shown) -> None:
    """Whether an input goes through the calls of every part, and the input that is asked for."""
    if not found.findings[0].complete:
        return
    found.applied = Verdict.SUPPORTED
    for finding in found.findings:
        other = finding.doubtful_input
        if other is not None and other.input_remark is not None:
            found.remarks.append(other.input_remark)
        if finding.applied is not None:
            found.quote = found.quote or shown(finding.applied.node)
        elif other is not None:
            found.quote = shown(other.node)
            found.applied = Verdict.CONTRADICTED if other.input_fit is Fit.WRONG else Verdict.UNSURE
            return
        elif finding.complete:
            found.applied, found.quote = Verdict.ABSENT, ""
            found.remarks.append(_not_applied(key, reader, finding))
            return


def _not_applied(key: CodeKey, reader: Reader, finding: Finding) -> Remark:
    place = next((c.place for c in finding.complete if c.place is not None), None)
    if place is not None and reader.events[place].lost:
        return Remark("code_result_unused", {"call": shown(reader.events[place].node)})
    if finding.candidates and finding.candidates[0].name in key.main.layers:
        return Remark("code_not_applied")
    return Remark("code_call_not_applied", {"call": shown(finding.complete[0].node)})


def _marking(key: CodeKey, found: _Shown, *, zero: bool = False) -> Marking:
    concepts = _concepts(key, found)
    if zero:
        return Marking(Outcome.ZERO, Decimal(0), wrong(*found.remarks).remarks, concepts)
    sure = not found.remarks and all(concept.verdict is Verdict.SUPPORTED for concept in concepts)
    outcome = Outcome.FULL if sure else Outcome.PROVISIONAL
    return Marking(outcome, earned_fraction(concepts), tuple(found.remarks), concepts)


def _concepts(key: CodeKey, found: _Shown) -> tuple[ConceptOutcome, ...]:
    shown_parts = [
        ConceptOutcome(part.id, finding.verdict, part.marks, finding.quote)
        for part, finding in zip(key.parts, found.findings, strict=True)
    ]
    return (*shown_parts, ConceptOutcome(key.applied[0], found.applied, key.applied[1], found.quote))
