"""A case: steps put together, and how they count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graders.authoring.error import CaseError


def case(
    name: str,
    *steps: dict[str, Any],
    visible: bool = False,
    weight: float = 1.0,
    reduction: int = 1,
    checks: Sequence[str] = (),
    layouts: Sequence[str] = (),
    dtypes: Sequence[str] = (),
    identity: bool = False,
) -> dict[str, Any]:
    """One case. ``reduction`` is the length of the longest sum behind one element of the result.

    ``checks`` narrows what is judged. ``layouts`` names ways in which the inputs may lie in memory: the case
    is first run on dense inputs, then again in each of them, with the same values and the same expected
    results. ``dtypes`` narrows the task's dtypes for this case. ``identity``: the right answer may be the
    input itself, or zeros (dropout in evaluation); only then may such an answer pass a case.
    """
    if not steps:
        raise CaseError(f"case {name!r} has no steps")
    return {
        "name": name,
        "steps": list(steps),
        "visible": bool(visible),
        "weight": float(weight),
        "reduction": int(reduction),
        "checks": list(checks),
        "layouts": list(layouts),
        "dtypes": list(dtypes),
        "identity": bool(identity),
    }
