"""Which cases catch a known-wrong solution: a proof need not run all the others on every draw.

The first draws run everything. From then on a wrong solution runs on the few cases that have caught it in
every draw so far, by the same checks; where they do not catch it again, it runs on all of them, so that no
survival is missed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# By what a solution was caught, each with the cases that showed it.
Failures = Mapping[str, Sequence[str]]
WHOLE_DRAWS = 4
# Seconds that sending a case and judging what comes back take besides.
BESIDES_A_CASE = 0.0005


@dataclass(slots=True)
class Catching:
    """Of one wrong solution. ``cases`` is None while too little is known, or where none is sure.

    One that does not load is caught without any case. ``seconds``: what each case took at least, so that the
    quick ones are chosen.
    """

    draws: list[Failures] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    checks: frozenset[str] = frozenset()
    cases: frozenset[str] | None = None

    def learn(self, failures: Failures, seconds: Mapping[str, float]) -> None:
        """What a whole draw showed, and how long each case took."""
        for case, took in seconds.items():
            self.seconds[case] = min(took, self.seconds.get(case, took))
        if len(self.draws) < WHOLE_DRAWS:
            self.draws.append(failures)
        if len(self.draws) == WHOLE_DRAWS:
            self._conclude()

    def is_caught(self, failures: Failures) -> bool:
        """Whether the chosen cases show all that a whole draw has shown each time."""
        return self.checks <= set(failures)

    def _conclude(self) -> None:
        self.checks = frozenset.intersection(*(frozenset(failures) for failures in self.draws))
        sure = {check: self._sure(check) for check in self.checks}
        if sure and all(sure.values()):
            self.cases = _cover(sure, self.seconds)

    def _sure(self, check: str) -> frozenset[str]:
        return frozenset.intersection(*(frozenset(failures[check]) for failures in self.draws))


def _shown(case: str, checks: Mapping[str, frozenset[str]]) -> int:
    return sum(case in cases for cases in checks.values())


def _cover(sure: Mapping[str, frozenset[str]], seconds: Mapping[str, float]) -> frozenset[str]:
    """Few and quick cases, by greed, of which each check has one that shows it."""
    left, chosen = dict(sure), set[str]()
    while left:
        every = sorted(set[str]().union(*left.values()))
        best = max(every, key=lambda case: _shown(case, left) / (BESIDES_A_CASE + seconds.get(case, 0.0)))
        chosen.add(best)
        left = {check: cases for check, cases in left.items() if best not in cases}
    return frozenset(chosen)
