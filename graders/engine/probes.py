"""Answers that need no understanding, and that no case may let pass.

A probe is what the reference showed, with its results replaced: by zeros, by the input itself, by the
answers of another draw, by noise. Nothing is run. A check that no probe fails cannot be seen to fail at all,
and a case that a probe passes asks for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from graders.checks import judge_case
from graders.compare.evidence import Array, Evidence, Observation, to_array
from graders.compare.subject import Subject
from graders.contract import Message

# Checks that rest on the values of results. Others look at shapes, errors, names or the machine.
PROBED = frozenset({
    "values", "extremes", "invariants", "statistics", "gradients", "backward", "state", "layouts", "training",
})  # fmt: skip
# Of these, the ones that rest on this draw's values: the answers of another draw must fail them.
DRAWN = frozenset({"values", "extremes", "gradients", "backward", "state"})
# What says nothing where all is well, or where the kernel does not tell.
_MAY_BE_SILENT = frozenset({"forbidden", "resources"})

Change = Callable[[Observation], Array | None]


@dataclass(frozen=True, slots=True)
class Probe:
    """The reference's evidence with some results replaced. ``whole``: all of them."""

    name: str
    whole: bool
    evidence: Evidence


def weaknesses(subject: Subject, another: Subject | None) -> Iterator[Message]:
    """What is weak in one case. ``another``: the same case of another draw, where there is one."""
    right = _right(subject)
    results = judge_case(subject, right)
    name = subject.plan.name
    failed = next((result for result in results if result.verdict != "pass"), None)
    if failed is not None:
        yield Message("reference_fails", {"name": name, "check": failed.check, "detail": failed.code})
        return
    seen = {result.check for result in results}
    for check in sorted(_stated(subject) - seen - _MAY_BE_SILENT):
        yield Message("check_silent", {"name": name, "check": check})
    yield from _unfailed(subject, right, seen & PROBED, another)


def _stated(subject: Subject) -> set[str]:
    """The checks that the author asks for by name or by what only they look at."""
    plan = subject.plan
    wanted = {"layouts"} if plan.layouts else set()
    kinds = {
        "relation": "invariants",
        "distributed": "statistics",
        "extreme": "extremes",
        "trained": "training",
    }
    wanted |= {check for operation, check in kinds.items() if plan.steps_of(operation)}
    return wanted | set(plan.checks)


def _unfailed(
    subject: Subject, right: Evidence, seen: set[str], another: Subject | None
) -> Iterator[Message]:
    if not seen:
        return
    never = set(seen)
    for probe in _probes(subject, right, another):
        failed = {result.check for result in judge_case(subject, probe.evidence) if result.verdict != "pass"}
        never -= failed
        if probe.whole and not failed and _must_fail(subject, probe.name, seen):
            yield Message(f"{probe.name}_would_pass", {"name": subject.plan.name})
    for check in sorted(never):
        yield Message("check_never_fails", {"name": subject.plan.name, "check": check})


def _must_fail(subject: Subject, probe: str, seen: set[str]) -> bool:
    if probe == "noise":
        return False
    if probe == "another":
        return bool(seen & DRAWN)
    return not subject.plan.identity


def _right(subject: Subject) -> Evidence:
    """What the reference showed, in each layout that the case asks for: it is run on dense inputs alone."""
    observed = dict(subject.expected.observed)
    for layout in subject.plan.layouts:
        prefix = f"layout:{layout}:"
        observed[prefix] = Observation(prefix, "done")
        observed |= {
            prefix + name: replace(found, name=prefix + name) for name, found in _results(subject).items()
        }
    return replace(subject.expected, observed=observed)


def _results(subject: Subject) -> dict[str, Observation]:
    return {
        name: found
        for name, found in subject.expected.observed.items()
        if found.array is not None and not name.startswith("input:")
    }


def _probes(subject: Subject, right: Evidence, another: Subject | None) -> Iterator[Probe]:
    noise = np.random.default_rng(0)
    changes: dict[str, Change] = {
        "zeros": _zeros,
        "unchanged": lambda found: _input_like(subject, found),
        "noise": lambda found: _noise(found, noise),
    }
    if another is not None:
        changes["another"] = lambda found: another.expected.array(found.name)
    results, extremes = _results(subject), set(subject.extremes())
    relaid = {name: found for name, found in right.observed.items() if name.startswith("layout:")}
    for name, change in changes.items():
        # Where zeros or the input are right, that is the weakness itself; others must differ to count.
        yield from _probe(
            name, True, right, results | relaid, change, may_be_same=name in ("zeros", "unchanged")
        )
        if extremes:
            only = {key: found for key, found in results.items() if key in extremes}
            yield from _probe(name, False, right, only, change)
        if relaid:
            yield from _probe(name, False, right, relaid, change)


def _probe(
    name: str,
    whole: bool,
    right: Evidence,
    replaced: Mapping[str, Observation],
    change: Change,
    may_be_same: bool = False,
) -> Iterator[Probe]:
    observed, counts = dict(right.observed), False
    for key, found in replaced.items():
        plain = replace(found, name=key.split(":", 2)[2]) if key.startswith("layout:") else found
        array = None if found.array is None else change(plain)
        if array is None or found.array is None or array.shape != found.array.shape:
            continue
        array = array.astype(found.array.dtype)
        counts = counts or may_be_same or array.tobytes() != found.array.tobytes()
        observed[key] = replace(found, array=array)
    if counts:
        yield Probe(name, whole, replace(right, observed=observed))


def _zeros(found: Observation) -> Array | None:
    return None if found.array is None else np.zeros_like(found.array)


def _noise(found: Observation, generator: np.random.Generator) -> Array | None:
    """Far from everything: ten times as large as the result, and no two results alike."""
    if found.array is None:
        return None
    if found.array.dtype.kind == "b":
        return ~found.array
    finite = np.abs(found.array[np.isfinite(found.array)]).max(initial=0)
    return generator.normal(size=found.array.shape) * 10 * (1 + float(finite))


def _input_like(subject: Subject, found: Observation) -> Array | None:
    """The first input of the call that is shaped like its result."""
    for label in _inputs_of(subject, found.name):
        given = subject.plan.inputs[label]
        if found.array is not None and given.tensor.shape == found.array.shape:
            return to_array(given.tensor)
    return None


def _inputs_of(subject: Subject, name: str) -> list[str]:
    for step in subject.plan.steps_of("call"):
        if name in step["into"]:
            return [
                value["input"] for _, value in step["args"] if isinstance(value, dict) and "input" in value
            ]
    return []
