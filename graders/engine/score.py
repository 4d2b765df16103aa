"""How good a package is at its work: does it kill what is wrong, spare what is right, and say why?"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graders.checks import judge_case
from graders.diagnosis.rewrites import REWRITINGS, rewrite
from graders.engine.caseset import CaseSet, draw_wrong
from graders.engine.config import EngineConfig
from graders.engine.engine import Engine
from graders.engine.explain import Explainer
from graders.engine.patience import Patience
from graders.engine.proof import FIRST_SEED, OnProgress, prove
from graders.engine.proof_parallel import prove_parallel
from graders.engine.proof_table import Proof
from graders.engine.retry import undisturbed
from graders.engine.solution_run import Runner, SolutionRun
from graders.package import Package, Variant

# Long enough for every known mistake of a package; nobody waits here.
PATIENT_SECONDS = 60.0
# A mistake is recognised if it is so however it is written: 19 times out of 20, as a package must show.
ENOUGH = 0.95
# The first pays for what is then at hand.
TIMED = 16


@dataclass(frozen=True, slots=True)
class Recognition:
    """One known mistake in another hand. ``named`` is what the diagnosis said, "" where it said nothing.

    ``is_same``: rewritten, it still fails the same checks of the same cases. Where it does not, the
    rewriting has made another mistake of it, or none, and it counts for nothing.
    """

    variant: str
    rewriting: str
    is_same: bool
    named: str

    @property
    def is_right(self) -> bool:
        return self.named == self.variant


@dataclass(slots=True)
class Score:
    """What a package is worth. Shares lie between 0 and 1.

    ``visible`` and ``hidden`` count the cases, each once however many dtypes it is drawn in; ``milliseconds``
    is what grading a right submission takes, the median of several. ``proof`` is what the rates rest on.
    """

    proof: Proof
    kill_rate: float
    accepted_runs: int
    false_rejections: int
    recognitions: list[Recognition] = field(default_factory=list)
    survivors: list[str] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)
    checks: list[str] = field(default_factory=list)
    visible: int = 0
    hidden: int = 0
    milliseconds: float = 0.0
    seconds: float = 0.0

    @property
    def judged(self) -> list[Recognition]:
        """The rewritings that are still the same mistake."""
        return [found for found in self.recognitions if found.is_same]

    @property
    def accuracy(self) -> float:
        """The share of rewritten mistakes that were named as what they are; 1 where there are none."""
        judged = self.judged
        return sum(found.is_right for found in judged) / len(judged) if judged else 1.0

    @property
    def is_good(self) -> bool:
        flawless = self.kill_rate == 1.0 and not self.false_rejections and not self.problems
        return flawless and self.accuracy >= ENOUGH

    def to_json(self) -> dict[str, Any]:
        judged = self.judged
        return {
            "good": self.is_good,
            "seeds": self.proof.seeds,
            "kill_rate": self.kill_rate,
            "survivors": self.survivors,
            "accepted_runs": self.accepted_runs,
            "false_rejections": self.false_rejections,
            "diagnosis_accuracy": round(self.accuracy, 4),
            "rewritten": len(judged),
            "changed_by_rewriting": len(self.recognitions) - len(judged),
            "not_recognised": [
                {"variant": found.variant, "rewriting": found.rewriting, "named": found.named}
                for found in judged
                if not found.is_right
            ],
            "problems": self.problems,
            "checks": self.checks,
            "visible_cases": self.visible,
            "hidden_cases": self.hidden,
            "milliseconds": round(self.milliseconds, 1),
            "seconds": round(self.seconds, 1),
        }


def score(
    package: Package,
    seeds: int,
    jobs: int,
    config: EngineConfig | None = None,
    on_progress: OnProgress | None = None,
    with_margins: bool = False,
) -> Score:
    """Prove the package on ``seeds`` draws, and measure its diagnosis on rewritten mistakes.

    ``with_margins``: the proof says also how near every solution comes to the tolerances.
    """
    begun = time.monotonic()
    proof = prove_parallel(package, seeds, jobs, config, on_progress, with_margins=with_margins)
    with Engine(config) as engine:
        return _score(engine, package, proof, begun)


def score_with(engine: Engine, package: Package, seeds: int, with_margins: bool = False) -> Score:
    """The same in one process, with an engine that is there."""
    begun = time.monotonic()
    return _score(engine, package, prove(engine, package, seeds, with_margins=with_margins), begun)


def _score(engine: Engine, package: Package, proof: Proof, begun: float) -> Score:
    found = _from_proof(package, proof)
    found.recognitions = recognitions(engine, package)
    plans = [plan for plan in engine.draw(package, FIRST_SEED).plans if not plan.twin_of]
    found.visible = sum(plan.visible for plan in plans)
    found.hidden = len(plans) - found.visible
    found.milliseconds = _milliseconds(engine, package)
    found.seconds = time.monotonic() - begun
    return found


def _milliseconds(engine: Engine, package: Package) -> float:
    """What grading a right solution takes, once the package is at hand."""
    source = package.accepted[0].source
    took = []
    for _ in range(TIMED):
        begun = time.perf_counter()
        engine.grade(package, source)
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took[1:])


def _from_proof(package: Package, proof: Proof) -> Score:
    survivals = sum(len(told.survived_seeds) for told in proof.variants)
    runs = proof.seeds * len(package.wrong)
    rejected = sum(len({failure["seed"] for failure in told.failed}) for told in proof.accepted)
    return Score(
        proof=proof,
        kill_rate=1.0 - survivals / runs if runs else 1.0,
        accepted_runs=proof.seeds * len(package.accepted),
        false_rejections=rejected,
        survivors=[told.file for told in proof.variants if told.survived_seeds],
        problems=proof.problems,
        checks=proof.checks,
    )


def recognitions(engine: Engine, package: Package) -> list[Recognition]:
    """Every known mistake, rewritten in every way, diagnosed on one draw of the cases."""
    drawn = undisturbed(lambda: _drawn(engine, package))
    return [
        undisturbed(partial(_recognition, engine, drawn, variant, name))
        for variant in package.wrong
        # A forbidden operator needs no diagnosis: it is told by name and line.
        if not _is_forbidden(drawn.wrong[variant.file])
        for name in REWRITINGS
    ]


def _called(drawn: CaseSet) -> set[str]:
    """What cases call by name: it stays what it is called in any hand."""
    steps = [step.get("step", step) for plan in drawn.plans for step in plan.steps]
    return {
        str(step["target"]).partition(".")[0] for step in steps if "target" in step and "literals" in step
    }


def _drawn(engine: Engine, package: Package) -> CaseSet:
    """The cases, with what every wrong variant shows on them."""
    drawn = engine.draw(package, FIRST_SEED)
    draw_wrong(engine.zygote, drawn)
    return drawn


def _is_forbidden(run: SolutionRun) -> bool:
    return run.not_loaded is not None or any(evidence.tried for evidence in run.evidence)


def _recognition(engine: Engine, drawn: CaseSet, variant: Variant, name: str) -> Recognition:
    package = drawn.package
    source = rewrite(variant.source, {package.entry, *_called(drawn)}, name)
    run = Runner(engine.zygote, package).run(source, drawn.plans, forbidden=package.forbidden.operators)
    is_same = _failures(drawn, run) == _failures(drawn, drawn.wrong[variant.file])
    if not is_same:
        return Recognition(variant.file, name, False, "")
    explainer = Explainer(engine.zygote, drawn, source, False, Patience(PATIENT_SECONDS))
    named = explainer.diagnose()
    # Named together with another mistake it is not recognised as what it is.
    alone = named is not None and named.also is None
    return Recognition(variant.file, name, True, f"{named.variant}.py" if named and alone else "")


def _failures(drawn: CaseSet, run: SolutionRun) -> set[tuple[str, str]]:
    if run.not_loaded is not None:
        return {("", run.not_loaded.message.code)}
    return {
        (subject.plan.name, check.check)
        for subject, evidence in zip(drawn.subjects, run.evidence, strict=True)
        for check in judge_case(subject, evidence)
        if check.verdict != "pass"
    }
