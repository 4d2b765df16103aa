"""Wrong results beside the right ones, for whoever asks how they are related."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject
from graders.compare.tensors import is_near
from graders.compare.tolerance import Tolerance
from graders.contract import Message

# Times what rounding explains: a result that is related to the right one has roundings of its own.
SLACK = 16.0


@dataclass(frozen=True, slots=True)
class Pairing:
    """A wrong result (``actual``) beside the right one (``oracle``) in one case."""

    name: str
    actual: Array
    oracle: Array
    allowed: Tolerance
    subject: Subject

    def is_like(self, candidate: Array) -> bool:
        """Is the solution's result ``candidate``?"""
        return candidate.shape == self.actual.shape and is_near(self.actual, candidate, self.allowed)

    @property
    def has_right_shape(self) -> bool:
        return self.actual.shape == self.oracle.shape

    def inputs(self) -> list[tuple[int, ...]]:
        """The shapes of what the case's calls are given, in the order of the case."""
        given = self.subject.plan.inputs
        return [value.tensor.shape for label, value in given.items() if ":" not in label]


Relation = Callable[[str, Sequence[Pairing]], Message | None]


def wrong_results(subjects: Sequence[Subject], evidence: Sequence[Evidence]) -> Iterator[Pairing]:
    """Results, gradients and state that are not the oracle's, case by case."""
    for subject, actual in zip(subjects, evidence, strict=True):
        names = [*subject.outputs(gradients=False), *subject.outputs(gradients=True)]
        names += [*subject.names("grad:"), *subject.names("state:")]
        for name in names:
            found, oracle = actual.array(name), subject.oracle.get(name)
            if found is None or oracle is None or found.dtype.kind not in "fiu":
                continue
            tight = subject.tolerance(name)
            if not is_near(found, oracle, tight):
                allowed = Tolerance(SLACK * tight.relative, SLACK * tight.absolute)
                yield Pairing(name, found, oracle, allowed, subject)


def all_like(pairings: Sequence[Pairing], made: Callable[[Array], Array]) -> bool:
    """Whether ``made`` turns every right result into the solution's."""
    return all(pairing.is_like(made(pairing.oracle)) for pairing in pairings)


def common_axes(pairings: Sequence[Pairing]) -> range:
    """The axes that all results have, if they have the same number of them."""
    ranks = {pairing.oracle.ndim for pairing in pairings} | {pairing.actual.ndim for pairing in pairings}
    return range(ranks.pop()) if len(ranks) == 1 else range(0)


def along(values: Array, axis: int, cut: slice) -> Array:
    """``values[cut]``, on an axis of one's choice."""
    part: Array = values[(slice(None),) * axis + (cut,)]
    return part
