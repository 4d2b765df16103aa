"""Which known-wrong variant does a solution behave like?

Compared is behaviour on the same inputs, never source: shapes, dtypes, values, state, gradients, and
what became of the inputs. A variant is named only when the solution agrees with it on every case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graders.compare.evidence import Evidence, Observation
from graders.compare.subject import Subject
from graders.compare.tensors import is_near
from graders.compare.tolerance import tolerance


def match(
    subjects: Sequence[Subject],
    actual: Sequence[Evidence],
    failing: Sequence[bool],
    variants: Mapping[str, Sequence[Evidence]],
) -> str | None:
    """The name of the variant that explains every case, or None.

    ``failing`` says which cases the solution got wrong. Where several agree, the first one declared
    wins: authors list the commoner misconception first.
    """
    if not any(failing) or not any(evidence.observed for evidence in actual):
        # Code that stops before it shows anything behaves like any other that does.
        return None
    for name, evidence in variants.items():
        if len(evidence) == len(actual) and all(
            _agrees(subject, ours, theirs)
            for subject, ours, theirs in zip(subjects, actual, evidence, strict=True)
        ):
            return name
    return None


def _agrees(subject: Subject, actual: Evidence, variant: Evidence) -> bool:
    if actual.status != variant.status or actual.code != variant.code:
        return False
    if (actual.error or {}).get("type") != (variant.error or {}).get("type"):
        return False
    if {str(item.get("operator")) for item in actual.tried} != {
        str(item.get("operator")) for item in variant.tried
    }:
        return False
    names = [name for name in variant.observed if not name.startswith("cotangent:")]
    return all(_same(subject, name, actual.observed.get(name), variant.observed[name]) for name in names)


def _same(subject: Subject, name: str, actual: Observation | None, variant: Observation) -> bool:
    if actual is None or actual.kind != variant.kind or actual.dtype != variant.dtype:
        return False
    if variant.array is None or actual.array is None:
        return (actual.type, actual.listed) == (variant.type, variant.listed)
    # Around the variant's own values: the reference's distance from them is no measure of rounding.
    allowed = tolerance(variant.dtype, subject.plan.reduction, variant.array, None, subject.scale())
    return is_near(actual.array, variant.array, allowed)
