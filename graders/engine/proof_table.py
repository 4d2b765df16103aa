"""The table of a proof: variant by check, and what is wrong with the package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from graders.engine.margins import Margins
from graders.package import Package

# Checks that guard every task alike. The others come from what an author declares, and each of those
# must be failed by a variant, or nothing shows that it can fail.
GUARDS = frozenset({"run", "forbidden", "shape", "dtype", "purity"})


@dataclass(slots=True)
class VariantProof:
    """One known-wrong file over all seeds: in how many seeds each check was seen to fail it.

    A check that does not do so in every seed may have failed it more often: not every draw runs every case.
    """

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
    problems: list[dict[str, Any]] = field(default_factory=list)
    # By dtype; only where they were asked for.
    margins: dict[str, Margins] = field(default_factory=dict)
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


@dataclass(slots=True)
class Part:
    """What some of the draws showed. ``seen`` are the checks that had anything to say of a case."""

    variants: list[VariantProof]
    accepted: list[AcceptedProof]
    seen: set[str] = field(default_factory=set)
    problems: list[dict[str, Any]] = field(default_factory=list)
    margins: dict[str, Margins] = field(default_factory=dict)


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
        for dtype, margins in part.margins.items():
            proof.margins.setdefault(dtype, Margins()).take(margins)
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
