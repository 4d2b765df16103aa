"""Which known-wrong variant does a solution behave like?

Compared is behaviour on the same inputs, never source: shapes, dtypes, values, state, gradients, and
what became of the inputs. A variant is named only when the solution agrees with it on every case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graders.compare.evidence import Evidence, Observation
from graders.compare.subject import Subject
from graders.compare.tensors import is_near
from graders.compare.tolerance import Tolerance, tolerance


@dataclass(frozen=True, slots=True)
class Strictness:
    """How alike two runs must be. ``slack`` multiplies what rounding explains.

    ``style``: what another way of writing changes counts too: dtypes, which exception ends it, by which
    name a forbidden operator was reached. ``inputs``: what became of the inputs counts too.
    """

    slack: float
    style: bool
    inputs: bool = True


# Strict first: it tells apart variants that differ by a dtype alone. A solution that adds in another order,
# or in float64 inside, shows the same mistake with other roundings.
STRICT = Strictness(slack=1.0, style=True)
LENIENT = Strictness(slack=16.0, style=False)
# One who changes an input in place is told so by a check of its own, and may make a known mistake besides.
CARELESS = Strictness(slack=16.0, style=False, inputs=False)


def match(
    subjects: Sequence[Subject],
    actual: Sequence[Evidence],
    failing: Sequence[bool],
    variants: Mapping[str, Sequence[Evidence]],
    strictness: Sequence[Strictness] = (STRICT, LENIENT),
) -> str | None:
    """The name of the variant that explains every case, or None.

    ``failing`` says which cases the solution got wrong. Where several agree, the first one declared
    wins: authors list the commoner misconception first.
    """
    if not can_match(actual, failing):
        return None
    for how in strictness:
        for name, evidence in variants.items():
            if len(evidence) == len(actual) and all(
                agrees(subject, ours, theirs, how)
                for subject, ours, theirs in zip(subjects, actual, evidence, strict=True)
            ):
                return name
    return None


def can_match(actual: Sequence[Evidence], failing: Sequence[bool]) -> bool:
    """Code that stops before it shows anything behaves like any other that does."""
    return any(failing) and any(evidence.observed for evidence in actual)


def agrees(subject: Subject, actual: Evidence, variant: Evidence, how: Strictness = LENIENT) -> bool:
    """Whether a solution shows on one case what the variant shows."""
    if actual.status != variant.status or actual.code != variant.code:
        return False
    if how.style and (actual.error or {}).get("type") != (variant.error or {}).get("type"):
        return False
    if not _tried_alike(actual, variant, how):
        return False
    left_out = ("cotangent:",) if how.inputs else ("cotangent:", "input:")
    names = [name for name in variant.observed if not name.startswith(left_out)]
    return all(same(subject, name, actual.observed.get(name), variant.observed[name], how) for name in names)


def _tried_alike(actual: Evidence, variant: Evidence, how: Strictness) -> bool:
    if not how.style:
        return bool(actual.tried) == bool(variant.tried)
    ours, theirs = ({str(item.get("operator")) for item in evidence.tried} for evidence in (actual, variant))
    return ours == theirs


def same(
    subject: Subject, name: str, actual: Observation | None, variant: Observation, how: Strictness
) -> bool:
    """Whether one observation of a solution is what the variant showed."""
    if actual is None or actual.kind != variant.kind:
        return False
    if how.style and actual.dtype != variant.dtype:
        return False
    if variant.array is None or actual.array is None:
        return (actual.type, actual.listed) == (variant.type, variant.listed)
    # Around the variant's own values: the reference's distance from them is no measure of rounding.
    allowed = tolerance(
        _coarser(actual, variant), subject.plan.reduction, variant.array, None, subject.scale()
    )
    return is_near(
        actual.array, variant.array, Tolerance(allowed.relative * how.slack, allowed.absolute * how.slack)
    )


def _coarser(one: Observation, other: Observation) -> str:
    """The dtype with less precision: two results cannot be nearer to each other than it lets them."""
    order = ("bfloat16", "float16", "float32", "float64")
    known = [dtype for dtype in order if dtype in (one.dtype, other.dtype)]
    return known[0] if known else other.dtype
