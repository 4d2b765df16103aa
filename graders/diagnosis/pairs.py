"""Two misconceptions at once: which pairs could explain what a solution shows?

Looked at is one observation of one case at a time (a result, a gradient, a buffer, how the case ended). A
variant *acts* on it where it goes wrong itself. Where one of a pair acts alone, the solution must behave like
it; where neither does, it must be right; where both act, they mix, and only a program that makes both
mistakes can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from graders.compare.evidence import Evidence, Observation
from graders.compare.subject import Subject
from graders.compare.tensors import is_near
from graders.diagnosis.match import LENIENT, same

Cases = Sequence[Subject]
Runs = Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Of one variant, observation by observation: is it wrong there, and does the solution agree with it?"""

    name: str
    acts: tuple[bool, ...]
    agrees: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair that contradicts nothing. ``mixed``: the cases with an observation on which both act.

    ``witnesses``: how many observations the one and the other explain alone.
    """

    first: str
    second: str
    witnesses: tuple[int, int]
    mixed: tuple[int, ...]


def candidates(cases: Cases, actual: Runs, variants: dict[str, list[Evidence]]) -> list[Pair]:
    """The pairs that fit, those with the most witnesses first."""
    places = [(case, name) for case, subject in enumerate(cases) for name in _names(subject)]
    right = [_is_right(cases[case], name, actual[case]) for case, name in places]
    behaviours = [_behaviour(name, cases, actual, runs, places) for name, runs in variants.items()]
    # Where the solution is right, neither may go wrong.
    usable = [b for b in behaviours if not any(acts and ok for acts, ok in zip(b.acts, right, strict=True))]
    found = [
        pair
        for one, other in combinations(usable, 2)
        if (pair := _pair(one, other, right, [case for case, _ in places])) is not None
    ]
    return sorted(found, key=lambda pair: (-min(pair.witnesses), -sum(pair.witnesses)))


def _names(subject: Subject) -> list[str]:
    """All that the reference shows in a case, and under "" how the case ended."""
    return ["", *(name for name in subject.expected.observed if not name.startswith("cotangent:"))]


def _behaviour(
    name: str, cases: Cases, actual: Runs, theirs: Runs, places: Sequence[tuple[int, str]]
) -> Behaviour:
    acts, alike = [], []
    for case, observed in places:
        subject = cases[case]
        acts.append(not _is_right(subject, observed, theirs[case]))
        alike.append(_is_alike(subject, observed, actual[case], theirs[case]))
    return Behaviour(name, tuple(acts), tuple(alike))


def _is_right(subject: Subject, name: str, evidence: Evidence) -> bool:
    if not name:
        return evidence.status == "done"
    found, wanted = evidence.observed.get(name), subject.expected.observed[name]
    if found is None or found.kind != wanted.kind or found.dtype != wanted.dtype:
        return False
    if found.array is None or wanted.array is None or name not in subject.oracle:
        return (found.type, found.listed) == (wanted.type, wanted.listed)
    if name.startswith("input:"):
        return found.array.tobytes() == wanted.array.tobytes()
    return is_near(found.array, subject.oracle[name], subject.tolerance(name))


def _is_alike(subject: Subject, name: str, actual: Evidence, theirs: Evidence) -> bool:
    if not name:
        return (actual.status, actual.code) == (theirs.status, theirs.code)
    found: Observation | None = theirs.observed.get(name)
    if found is None:
        return actual.observed.get(name) is None
    return same(subject, name, actual.observed.get(name), found, LENIENT)


def _pair(one: Behaviour, other: Behaviour, right: Sequence[bool], cases: Sequence[int]) -> Pair | None:
    witnesses = [0, 0]
    mixed: dict[int, None] = {}
    for place, is_right in enumerate(right):
        acting = (one.acts[place], other.acts[place])
        if acting == (True, True):
            mixed[cases[place]] = None
        elif acting == (False, False):
            if not is_right:
                return None
        else:
            if not (one if acting[0] else other).agrees[place]:
                return None
            witnesses[0 if acting[0] else 1] += 1
    return Pair(one.name, other.name, (witnesses[0], witnesses[1]), tuple(mixed)) if any(witnesses) else None
