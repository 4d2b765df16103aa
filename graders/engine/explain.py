"""After the verdict: which mistake is it, what do the failures have in common, which small input shows it?

Everything is run again, on a draw of this engine's own and within a time of its own, so that nobody waits for
an explanation who waits for a verdict.
"""

from __future__ import annotations

import time

from graders.checks import judge_case
from graders.compare.evidence import Evidence
from graders.contract import Diagnosis, Explanation, Message
from graders.diagnosis import pairs
from graders.diagnosis.match import CARELESS, agrees, can_match, match
from graders.diagnosis.merge import merge_over_any
from graders.diagnosis.structure import findings
from graders.engine import caseset, judge
from graders.engine.caseset import CaseSet
from graders.engine.counter_example import Finder
from graders.engine.patience import Patience
from graders.engine.process import ZygoteProcess
from graders.engine.series import Series
from graders.engine.solution_run import Runner
from graders.package import Variant

# Of pairs that fit, so many are tried as one program.
MOST_PAIRS = 12
# A verdict of these has nothing to compare: the message and the line say all there is.
UNEXPLAINED = ("forbidden", "timed_out", "out_of_memory", "no_result")


class Explainer:
    """Explains one solution on one draw of its package's cases."""

    def __init__(
        self, zygote: ZygoteProcess, drawn: CaseSet, source: str, visible_only: bool, patience: Patience
    ) -> None:
        self.zygote, self.drawn, self.source, self.patience = zygote, drawn, source, patience
        self.package = drawn.package
        self.subjects = [s for s in drawn.subjects if s.plan.visible or not visible_only]
        self.evidence: list[Evidence] = []
        self.failing: list[bool] = []

    def explain(self) -> Explanation:
        """What was found in time. Empty where the solution passes, or never came to a result."""
        begun = time.monotonic()
        diagnosis, found, example = None, tuple[Message, ...](), None
        if self._run() and any(self.failing):
            diagnosis = self._diagnosis()
            found = findings(self.subjects, self.evidence, self.failing)
            finder = Finder(self.zygote, self.drawn, self.source, self._variant(diagnosis), self.patience)
            example = finder.find(self.subjects, self.evidence, self.failing)
        complete = not self.patience.is_over()
        return Explanation(diagnosis, found, example, round(time.monotonic() - begun, 4), complete)

    def diagnose(self) -> Diagnosis | None:
        """The named mistake alone."""
        return self._diagnosis() if self._run() and any(self.failing) else None

    def _run(self) -> bool:
        """Run the solution on all cases. False where there is nothing to see."""
        run = Runner(self.zygote, self.package).run(
            self.source,
            [subject.plan for subject in self.subjects],
            forbidden=self.package.forbidden.operators,
        )
        if run.not_loaded is not None:
            return False
        self.evidence = run.evidence
        self.failing = [
            any(check.verdict != "pass" for check in judge_case(subject, actual))
            for subject, actual in zip(self.subjects, self.evidence, strict=True)
        ]
        return not any(actual.status in UNEXPLAINED for actual in self.evidence)

    def _diagnosis(self) -> Diagnosis | None:
        while not self.patience.is_over() and caseset.draw_next_wrong(self.zygote, self.drawn):
            pass
        variants = caseset.wrong_on(self.drawn, self.subjects)
        found = match(self.subjects, self.evidence, self.failing, variants)
        if found is not None:
            return self._told(found)
        if not can_match(self.evidence, self.failing):
            return None
        pair = self._pair(variants)
        if pair is not None:
            return self._told(*pair)
        found = match(self.subjects, self.evidence, self.failing, variants, (CARELESS,))
        return self._told(found) if found is not None else None

    def _told(self, file: str, other: str = "") -> Diagnosis:
        cases = tuple(
            subject.plan.name for subject, fails in zip(self.subjects, self.failing, strict=True) if fails
        )
        return judge.told(self.package, file, cases, other)

    def _variant(self, diagnosis: Diagnosis | None) -> Variant | None:
        """The one mistake that explains all, which a counter-example must show as well."""
        if diagnosis is None or diagnosis.also is not None:
            return None
        return self._named(f"{diagnosis.variant}.py")

    def _named(self, file: str) -> Variant:
        return next(variant for variant in self.package.wrong if variant.file == file)

    def _pair(self, variants: dict[str, list[Evidence]]) -> tuple[str, str] | None:
        fitting = pairs.candidates(self.subjects, self.evidence, variants)
        with Series(lambda: self.zygote, self.package) as series:
            for pair in fitting[:MOST_PAIRS]:
                if self.patience.is_over():
                    return None
                if self._is_confirmed(pair, series):
                    return pair.first, pair.second
        return None

    def _is_confirmed(self, pair: pairs.Pair, series: Series) -> bool:
        """A program with both mistakes behaves so; or, where there is none, each has been seen alone."""
        if not pair.mixed:
            return min(pair.witnesses) > 0
        mixed = [self.subjects[case] for case in pair.mixed]
        seen = [self.evidence[case] for case in pair.mixed]
        programs = self._merged(pair)
        for source in programs[:2]:
            run = series.run(source, [subject.plan for subject in mixed])
            if run.not_loaded is None and all(
                agrees(subject, actual, theirs)
                for subject, actual, theirs in zip(mixed, seen, run.evidence, strict=True)
            ):
                return True
        return not programs and min(pair.witnesses) > 0

    def _merged(self, pair: pairs.Pair) -> list[str]:
        first, second = self._named(pair.first), self._named(pair.second)
        bases = [variant.source for variant in (*self.package.accepted, *self.package.wrong)]
        return merge_over_any(bases, first.source, second.source)
