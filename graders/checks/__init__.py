"""The kinds of check. A new one is a file here and a line in ``KINDS``.

Each module has ``NAME``, ``FEEDBACK`` (code to text in both languages) and
``judge(subject, actual)``, which returns a result, or None where it has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from graders.checks import (
    backward,
    dtype,
    errors,
    extremes,
    forbidden,
    gradients,
    invariants,
    layouts,
    parameters,
    purity,
    resources,
    run,
    shape,
    state,
    statistics,
    train_eval,
    training,
    values,
)
from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CheckResult, Text

Judge = Callable[[Subject, Evidence], CheckResult | None]

# In the order in which a reader wants to hear of them.
KINDS = (
    forbidden, run, shape, dtype, values, extremes, invariants, statistics, gradients, backward, state,
    parameters, train_eval, layouts, training, errors, purity, resources,
)  # fmt: skip
JUDGES: Mapping[str, Judge] = MappingProxyType({kind.NAME: kind.judge for kind in KINDS})
FEEDBACK: Mapping[str, Text] = MappingProxyType(
    {code: text for kind in KINDS for code, text in kind.FEEDBACK.items()}
)
# These two hold whatever an author's case narrows its checks to.
ALWAYS = (forbidden.NAME, run.NAME)


def judge_case(subject: Subject, actual: Evidence) -> tuple[CheckResult, ...]:
    """All checks of one case, in order."""
    wanted = subject.plan.checks
    results = []
    for name, judge in JUDGES.items():
        if wanted and name not in wanted and name not in ALWAYS:
            continue
        result = judge(subject, actual)
        if result is not None:
            results.append(result)
    return tuple(results)
