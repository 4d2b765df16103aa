"""Looks for the smallest input on which a solution goes wrong in the same way, and sees it do so afresh."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace

import numpy as np

from graders.checks import judge_case
from graders.compare.evidence import Evidence, from_frame
from graders.compare.subject import Subject
from graders.contract import CasePlan, CheckResult, CounterExample, ShownTensor
from graders.contract.frame import FrameError, encode
from graders.diagnosis.match import CARELESS, agrees
from graders.diagnosis.program import program
from graders.diagnosis.shrink import beginnings, cost, options_of_zero, shrink
from graders.engine import judge
from graders.engine.caseset import CaseSet, is_accepted, oracle_arrays
from graders.engine.fault import ProcessLost
from graders.engine.link import CellGone, CellLink, CellTimeout
from graders.engine.patience import Patience
from graders.engine.process import ZygoteProcess
from graders.engine.solution_run import Runner
from graders.package import Variant

# A person gives up beyond this many numbers, inputs and results together.
MOST_ELEMENTS = 64
# Beyond its time, so long may it take to see an example fail in a new cell: on a busy machine it would be
# lost otherwise when it has just been found.
AFRESH_SECONDS = 2.0
# From so many of the failing cases, the simplest first, a search is begun.
# What is right must not depend on it.
OTHER_CHANCE = {"op": "seed", "seed": 4711}
MOST_CASES = 3


class Finder:
    """Holds cells for the reference, the solution, and the mistake that it is said to make."""

    def __init__(
        self,
        zygote: ZygoteProcess,
        drawn: CaseSet,
        source: str,
        variant: Variant | None,
        patience: Patience,
    ) -> None:
        self.zygote, self.package, self.source, self.variant = zygote, drawn.package, source, variant
        self.patience = patience
        self.may_be_zero = options_of_zero(drawn.plans)
        self._stack = ExitStack()
        self._cells: dict[str, CellLink] = {}

    def find(
        self, subjects: Sequence[Subject], evidence: Sequence[Evidence], failing: Sequence[bool]
    ) -> CounterExample | None:
        """The smallest example that is small enough for a person, or None."""
        wrong = [
            (subject, actual)
            for subject, actual, fails in zip(subjects, evidence, failing, strict=True)
            if fails
        ]
        wrong.sort(key=lambda pair: cost(pair[0].plan))
        with self._stack:
            for subject, actual in wrong[:MOST_CASES]:
                if self.patience.is_over():
                    break
                example = self._from_case(subject, actual)
                if example is not None:
                    return example
        return None

    def _from_case(self, subject: Subject, actual: Evidence) -> CounterExample | None:
        target = _first_wrong(subject, actual)
        if target is None:
            return None
        # Where ordinary numbers came out, an example with a NaN looks like another mistake; better than none.
        for finite in dict.fromkeys((_is_finite(actual), False)):
            example = self._search(subject, target, (_is_finite(subject.expected), finite))
            if example is not None:
                return example
        return None

    def _search(
        self, subject: Subject, target: CheckResult, finite: tuple[bool, bool]
    ) -> CounterExample | None:
        """``finite``: whether expected and actual results must be."""
        until = self.patience.deadline

        def fails(plan: CasePlan) -> bool:
            judged = self._judged(plan, until)
            if judged is None or not _is_same(judged[1], target):
                return False
            return all(
                _is_finite(evidence) or not must_be
                for evidence, must_be in zip((judged[0].expected, judged[2]), finite, strict=True)
            )

        # Its numbers are fresh, so all of them may be shown, whatever case it was made from.
        for beginning in beginnings(replace(subject.plan, visible=True)):
            if self.patience.is_over():
                return None
            if fails(beginning):
                smallest = shrink(beginning, fails, self.patience.is_over, self.may_be_zero)
                return self._seen_afresh(subject.plan.name, smallest, target)
        return None

    def _judged(self, plan: CasePlan, until: float) -> tuple[Subject, CheckResult, Evidence] | None:
        """What is wrong with the solution on ``plan``; None where nothing is, or the plan makes no sense."""
        expected = self._observe("reference", plan, until)
        if expected is None or expected.status != "done":
            return None
        if any(is_accepted(step, expected) for step in plan.steps_of("fails")):
            # Made smaller, the arguments are no longer such as must be refused.
            return None
        actual = self._observe("solution", plan, until)
        if actual is None:
            return None
        subject = Subject(plan, expected, oracle_arrays(expected, expected))
        # In its own precision first, which turns most plans down already.
        if not _is_telling(subject) or _first_wrong(subject, actual) is None:
            return None
        if not self._is_no_chance(plan, subject, until):
            return None
        oracle = self._observe("reference", plan, until, cast="float64")
        if oracle is None or oracle.status != "done" or not self._shows_the_mistake(subject, actual, until):
            return None
        subject = Subject(plan, expected, oracle_arrays(oracle, expected))
        wrong = _first_wrong(subject, actual)
        return None if wrong is None else (subject, wrong, actual)

    def _is_no_chance(self, plan: CasePlan, subject: Subject, until: float) -> bool:
        """Made smaller a case may lose the weights that it loaded: nobody could repeat what chance gave."""
        again = self._observe("reference", replace(plan, steps=(OTHER_CHANCE, *plan.steps)), until)
        return again is not None and again.status == "done" and _first_wrong(subject, again) is None

    def _shows_the_mistake(self, subject: Subject, actual: Evidence, until: float) -> bool:
        if self.variant is None:
            return True
        theirs = self._observe("variant", subject.plan, until)
        # Named or not, whoever changes an input besides shows the mistake all the same.
        return theirs is not None and agrees(subject, actual, theirs, CARELESS)

    def _observe(self, who: str, plan: CasePlan, until: float, cast: str = "") -> Evidence | None:
        """What the reference, the solution or the variant shows; None where its cell gave no answer."""
        cell = self._cells.get(who) or self._load(who, until)
        if cell is None:
            return None
        try:
            cell.begin()
            if who == "reference":
                plan = replace(plan, device="cpu")
            frame = plan.frame()
            if cast:
                head, tensors = plan.to_head()
                frame = encode({"do": "case", "case": head, "cast": cast}, tensors)
            return from_frame(cell.ask(frame, until))
        except (CellTimeout, CellGone, FrameError, ProcessLost):
            # It did not survive this input; the next one deserves another cell.
            cell.close()
            del self._cells[who]
            return None

    def _load(self, who: str, until: float) -> CellLink | None:
        sources = {"reference": self.package.reference, "solution": self.source}
        source = self.variant.source if who == "variant" and self.variant else sources[who]
        forbidden = () if who == "reference" else self.package.forbidden.operators
        zygote = self.zygote.authors if who == "reference" else self.zygote
        cell = self._stack.enter_context(Runner(zygote, self.package).new_cell(forbidden))
        head = {"do": "load", "source": source, "entry": self.package.entry, "forbidden": list(forbidden)}
        try:
            loaded = cell.ask(encode(head), until).head.get("loaded") is True
        except (CellTimeout, CellGone, FrameError, ProcessLost):
            loaded = False
        if not loaded:
            cell.close()
            return None
        self._cells[who] = cell
        return cell

    def _seen_afresh(self, case: str, plan: CasePlan, target: CheckResult) -> CounterExample | None:
        """The example as it is shown, if the solution fails on it in a new cell."""
        self._cells.pop("solution", None)
        judged = self._judged(plan, time.monotonic() + AFRESH_SECONDS)
        if judged is None or not _is_same(judged[1], target):
            return None
        subject, wrong, actual = judged
        tensors = tuple(_tensors(subject, actual, wrong))
        elements = sum(len(tensor.values) for tensor in tensors if tensor.role != "actual")
        if elements > MOST_ELEMENTS:
            return None
        error = judge.code_error(actual.error, visible=True)
        return CounterExample(case, program(plan), wrong, tensors, elements, error)


def _first_wrong(subject: Subject, actual: Evidence) -> CheckResult | None:
    """The first thing that is wrong in a case."""
    return next((check for check in judge_case(subject, actual) if check.verdict != "pass"), None)


def _is_telling(subject: Subject) -> bool:
    """Whether the right results hold anything but zeros: who finds nothing learns nothing from them."""
    names = [*subject.outputs(gradients=False), *subject.outputs(gradients=True)]
    names += [*subject.names("grad:"), *subject.names("state:")]
    return any(name in subject.oracle and subject.oracle[name].any() for name in names) or not names


def _is_same(found: CheckResult, target: CheckResult) -> bool:
    """The same kind of failure. How values differ depends on how many there are; why code stops does not."""
    return found.check == target.check and (
        found.check != "run" or found.params.get("type") == target.params.get("type")
    )


def _is_finite(evidence: Evidence) -> bool:
    return all(
        found.array is None or found.array.dtype.kind != "f" or bool(np.isfinite(found.array).all())
        for found in evidence.observed.values()
    )


def _tensors(subject: Subject, actual: Evidence, wrong: CheckResult) -> Iterator[ShownTensor]:
    """The inputs, and what the check that failed looks at: gradients, state, or results."""
    yield from judge.shown_inputs(subject)
    names = subject.names(_PREFIXES[wrong.check]) if wrong.check in _PREFIXES else []
    yield from judge.shown_results(subject, actual, names or judge.results_of(subject))


_PREFIXES = {"gradients": "grad:", "state": "state:"}
