"""From an upload's stored problems and proof to what its page shows, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from dlquiz.submissions.presentation import CHECK_LABELS
from graders.feedback import render

SEEDS_SHOWN = 12
# Beyond this many a proof is not a table but a list of accidents; the first tell enough.
FAILURES_SHOWN = 6


@dataclass(frozen=True)
class ProblemView:
    """One problem: its sentence, and where it is as far as that is known."""

    text: str
    path: str
    line: int

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}" if self.path and self.line else self.path


@dataclass(frozen=True)
class CellView:
    """In how many draws a check caught a variant. ``expected``: variants.toml says it always should."""

    label: str
    count: int
    expected: bool
    state: str


@dataclass(frozen=True)
class VariantView:
    """A known-wrong solution against every check."""

    file: str
    title: str
    kind: str
    cells: tuple[CellView, ...]
    caught: int
    survived: int
    survived_seeds: str
    missed: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return not self.survived and not self.missed


@dataclass(frozen=True)
class FailureView:
    """A check that refused a solution which is right."""

    check: str
    case: str
    seed: int


@dataclass(frozen=True)
class AcceptedView:
    """A solution that must pass, and where it did not."""

    file: str
    failures: tuple[FailureView, ...]
    seconds: float | None


@dataclass(frozen=True)
class ProofView:
    """The whole table."""

    clean: bool
    complete: bool
    seeds: int
    seconds: float
    columns: tuple[str, ...]
    variants: tuple[VariantView, ...]
    accepted: tuple[AcceptedView, ...]
    unkilled: tuple[str, ...]
    flaky: tuple[str, ...]

    @property
    def survivors(self) -> int:
        """How many known-wrong solutions passed at least once."""
        return sum(1 for variant in self.variants if variant.survived)

    @property
    def refused_although_right(self) -> int:
        return sum(1 for solution in self.accepted if solution.failures)


def problem_views(problems: Iterable[Mapping[str, Any]]) -> list[ProblemView]:
    """All problems, by file and line."""
    language = get_language() or "en"
    views = [
        ProblemView(
            text=render(problem["code"], problem.get("params") or {}, language),
            path=str(problem.get("path") or ""),
            line=int(problem.get("line") or 0),
        )
        for problem in problems
    ]
    return sorted(views, key=lambda view: (view.path, view.line))


def proof_view(proof: Mapping[str, Any]) -> ProofView:
    """The table of a proof as ``Proof.to_json()`` stored it."""
    seeds = int(proof["seeds"])
    checks = _checks(proof)
    return ProofView(
        clean=bool(proof["clean"]),
        # Where the package's own code failed the run stopped, and counts would mislead.
        complete=not proof.get("problems"),
        seeds=seeds,
        seconds=float(proof.get("seconds") or 0),
        columns=tuple(label(check) for check in checks),
        variants=tuple(_variant(variant, checks, seeds) for variant in proof.get("variants", ())),
        accepted=tuple(_accepted(solution) for solution in proof.get("accepted", ())),
        unkilled=tuple(label(check) for check in proof.get("unkilled_checks", ())),
        flaky=tuple(proof.get("flaky", ())),
    )


def label(check: str) -> str:
    """The check's name for readers; a check of another engine version keeps its own."""
    return str(CHECK_LABELS.get(check, check))


def _checks(proof: Mapping[str, Any]) -> list[str]:
    """The columns: every check that ran, in the order of the result page."""
    found = {check for variant in proof.get("variants", ()) for check in variant.get("killed_by", ())}
    found |= set(proof.get("checks", ())) | set(proof.get("unkilled_checks", ()))
    known = [check for check in CHECK_LABELS if check in found]
    return known + sorted(found - set(known))


def _variant(variant: Mapping[str, Any], checks: list[str], seeds: int) -> VariantView:
    expected, killed = set(variant.get("expected", ())), variant.get("killed_by", {})
    survived = list(variant.get("survived_seeds", ()))
    shown = ", ".join(str(seed) for seed in survived[:SEEDS_SHOWN])
    return VariantView(
        file=variant["file"],
        title=_text(variant.get("title")),
        kind=str(variant.get("kind", "misconception")),
        cells=tuple(_cell(check, int(killed.get(check, 0)), seeds, check in expected) for check in checks),
        caught=seeds - len(survived),
        survived=len(survived),
        survived_seeds=shown + ("…" if len(survived) > SEEDS_SHOWN else ""),
        missed=tuple(label(check) for check in variant.get("missed", ())),
    )


def _cell(check: str, count: int, seeds: int, expected: bool) -> CellView:
    if expected and count < seeds:
        state = "missed"
    elif count == seeds:
        state = "always"
    else:
        state = "sometimes" if count else "never"
    return CellView(label(check), count, expected, state)


def _accepted(solution: Mapping[str, Any]) -> AcceptedView:
    failures = [
        FailureView(label(str(f.get("check", ""))), str(f.get("case", "")), int(f.get("seed", 0)))
        for f in solution.get("failed", ())
    ]
    seconds = solution.get("seconds")
    return AcceptedView(
        solution["file"], tuple(failures[:FAILURES_SHOWN]), None if seconds is None else float(seconds)
    )


def _text(value: Mapping[str, str] | None) -> str:
    if not value:
        return ""
    return value.get(get_language() or "en") or value.get("en", "")
