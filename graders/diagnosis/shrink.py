"""Makes a failing case smaller until a person can check it: fewer steps, options, numbers, and rounder ones.

Greedy, as in delta debugging (Zeller and Hildebrandt 2002): a simpler case that still fails takes the place
of the one before it, until nothing simpler fails or time is up. What "still fails" means is the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from graders.compare.evidence import Array
from graders.contract import CasePlan, Input
from graders.diagnosis.plans import (
    Step,
    array_of,
    can_be_changed,
    dense,
    in_float32,
    map_numbers,
    with_arrays,
    with_plain_cotangents,
    with_steps,
)

Fails = Callable[[CasePlan], bool]
Stage = Callable[[CasePlan], Iterator[CasePlan]]
# Up to so many numbers are looked at one by one.
ONE_BY_ONE = 12


def beginnings(plan: CasePlan) -> Iterator[CasePlan]:
    """Fresh numbers in place of the case's own, the roundest first. None of them is the case's.

    Where round numbers do not fail, numbers of the same mean and spread may.
    """
    plain = with_plain_cotangents(plan)
    bases = {base.frame(): base for base in (in_float32(dense(plain)), dense(plain), plain)}
    for base in bases.values():
        for draw, seed in _DRAWS:
            generator = np.random.default_rng(seed)
            fresh = {
                label: draw(array_of(base, label), generator)
                for label, given in base.inputs.items()
                if can_be_changed(given)
            }
            if len(fresh) == len(base.inputs):
                yield with_arrays(base, fresh)


def _small(values: Array, generator: np.random.Generator) -> Array:
    return _whole(values, generator) if values.dtype.kind != "f" else generator.integers(-2, 4, values.shape)


def _positive(values: Array, generator: np.random.Generator) -> Array:
    return _whole(values, generator) if values.dtype.kind != "f" else generator.integers(1, 4, values.shape)


def _alike(values: Array, generator: np.random.Generator) -> Array:
    if values.dtype.kind != "f":
        return _whole(values, generator)
    finite = values[np.isfinite(values)]
    if not finite.size:
        return np.ones(values.shape)
    return np.round(generator.normal(finite.mean(), finite.std(), values.shape), 1)


# What fails by rounding fails for some numbers and not for others of the same kind.
_DRAWS = ((_small, 7), (_positive, 7), (_alike, 7), (_alike, 8), (_alike, 9), (_alike, 10))


def _whole(values: Array, generator: np.random.Generator) -> Array:
    """Labels, indices and masks: others from the same range."""
    if not values.size:
        return values
    return generator.integers(int(values.min()), int(values.max()) + 1, values.shape)


def shrink(
    plan: CasePlan, fails: Fails, is_time_up: Callable[[], bool], may_be_zero: Set[str] = frozenset()
) -> CasePlan:
    """The simplest case found, starting from ``plan``, which fails.

    ``may_be_zero`` names options that make sense with a zero: a padding, but no stride.
    """
    stages: tuple[Stage, ...] = (
        fewer_steps, partial(simpler_options, may_be_zero=may_be_zero), smaller_sizes, rounder_numbers,
    )  # fmt: skip
    tried: set[bytes] = set()
    current, improved = plan, True
    while improved:
        improved = False
        for stage in stages:
            found = _smaller(current, stage, fails, is_time_up, tried)
            while found is not None:
                current, improved = found, True
                found = _smaller(current, stage, fails, is_time_up, tried)
            if is_time_up():
                return current
    return current


def _smaller(
    plan: CasePlan, stage: Stage, fails: Fails, is_time_up: Callable[[], bool], tried: set[bytes]
) -> CasePlan | None:
    limit = cost(plan)
    for candidate in stage(plan):
        if is_time_up():
            return None
        frame = candidate.frame()
        if cost(candidate) < limit and frame not in tried:
            tried.add(frame)
            if fails(candidate):
                return candidate
    return None


def cost(plan: CasePlan) -> float:
    """How hard a case is to follow by hand. Steps weigh most, then options, then numbers."""
    options = sum(_weight(step) for step in plan.steps)
    looked_at = sum(_looked_at(step) for step in plan.steps)
    numbers = sum(_effort(array_of(plan, label)) + _oddity(given) for label, given in plan.inputs.items())
    return 20.0 * len(plan.steps) + 6.0 * options + 2.0 * looked_at + numbers


def _looked_at(step: Step) -> int:
    """How many values a step shows. A list of parameters is one, by name or not."""
    names = step.get("names", ())
    return (1 if isinstance(names, bool) else len(names)) + len(step.get("wrt", ()))


def _oddity(given: Input) -> float:
    """Nobody should think about double precision or memory layouts who need not."""
    return 4.0 * (given.tensor.dtype != "float32") + 4.0 * bool(given.layout)


def _weight(step: Step) -> float:
    """An option counts, and a little by the size of its numbers."""
    if "options" not in step:
        return 0.0
    values = [number for value in step["options"].values() for number in _numbers(value)]
    return len(step["options"]) + len(values) / 4 + sum(min(abs(value), 100.0) for value in values) / 100


def _numbers(value: Any) -> list[float]:
    if isinstance(value, (int, float)):
        return [float(value)]
    if isinstance(value, dict):
        value = value.get("tuple", ())
    return [number for part in value for number in _numbers(part)] if isinstance(value, (list, tuple)) else []


def _effort(values: Array) -> float:
    """Zeros and ones are easy, other small numbers less so, fractions least."""
    wide = np.nan_to_num(values.astype(np.float64), nan=9.0, posinf=9.0, neginf=9.0)
    with np.errstate(invalid="ignore"):
        fractions = wide != np.round(wide)
    large = np.minimum(np.abs(wide), 9.0)
    return float(values.size + 0.05 * large.sum() + 0.02 * (wide < 0).sum() + 0.5 * fractions.sum())


def fewer_steps(plan: CasePlan) -> Iterator[CasePlan]:
    """Without one of the steps, the later ones first."""
    for left_out in reversed(range(len(plan.steps))):
        yield with_steps(plan, plan.steps[:left_out] + plan.steps[left_out + 1 :])
    for position, step in enumerate(plan.steps):
        if step["op"] == "backward" and len(step["wrt"]) > 1:
            for label in step["wrt"]:
                yield _with_step(plan, position, {**step, "wrt": [label]})
        if step["op"] == "read" and len(step["names"]) > 1:
            for name in step["names"]:
                yield _with_step(plan, position, {**step, "names": [name]})


def simpler_options(plan: CasePlan, may_be_zero: Set[str]) -> Iterator[CasePlan]:
    """An option left to its default, an optional input to None, a number to a smaller one."""
    for position, step in enumerate(plan.steps):
        if "options" not in step:
            continue
        for key, value in step["options"].items():
            rest = {other: kept for other, kept in step["options"].items() if other != key}
            yield _with_step(plan, position, {**step, "options": rest})
            for smaller in _smaller_values(value, 0 if key in may_be_zero else 1):
                yield _with_step(plan, position, {**step, "options": {**step["options"], key: smaller}})
        for place, (label, value) in enumerate(step["args"]):
            if value is not None:
                args = [*step["args"][:place], [label, None], *step["args"][place + 1 :]]
                yield _with_step(plan, position, {**step, "args": args})


def _with_step(plan: CasePlan, position: int, step: Step) -> CasePlan:
    return with_steps(plan, (*plan.steps[:position], step, *plan.steps[position + 1 :]))


def options_of_zero(plans: Iterable[CasePlan]) -> frozenset[str]:
    """The options that one of the author's cases gives a zero."""
    return frozenset(
        key
        for plan in plans
        for step in plan.steps
        for key, value in step.get("options", {}).items()
        if 0.0 in _numbers(value)
    )


def _smaller_values(value: Any, least: int) -> Iterator[Any]:
    if type(value) is int:
        yield from (number for number in (0, 1, 2, value - 1) if least <= number < value)
    elif isinstance(value, float):
        yield from (number for number in (1.0, 0.5, round(value, 1)) if number not in (value, 0.0))
    elif isinstance(value, dict) and "tuple" in value:
        parts = value["tuple"]
        for place, part in enumerate(parts):
            for smaller in _smaller_values(part, least):
                yield {"tuple": [*parts[:place], smaller, *parts[place + 1 :]]}
        yield from parts[:1]


def smaller_sizes(plan: CasePlan) -> Iterator[CasePlan]:
    """A size made smaller: wherever it occurs, in two inputs that share it, or in one."""
    places: dict[int, list[tuple[str, int]]] = {}
    for label, given in plan.inputs.items():
        if can_be_changed(given):
            for axis, size in enumerate(given.tensor.shape):
                places.setdefault(size, []).append((label, axis))
    for size in sorted(places, reverse=True):
        for target in sorted({1, 2, 3, size // 2, size - 1} & set(range(1, size))):
            for smaller in _resized(plan, size, target, places[size]):
                yield smaller
                # What was cut off may have been all that showed the mistake.
                yield _refilled(smaller)


def _resized(plan: CasePlan, size: int, target: int, where: list[tuple[str, int]]) -> Iterator[CasePlan]:
    everywhere = _cut(plan, where, target)
    renumbered = tuple(
        map_numbers(step, lambda number: target if number == size else number) for step in plan.steps
    )
    yield replace(everywhere, steps=renumbered)
    yield everywhere
    for place in where:
        single = _cut(plan, [place], target)
        yield single
        yield replace(single, steps=renumbered)
    if len(where) > 2:
        for first, place in enumerate(where):
            for other in where[first + 1 :]:
                pair = _cut(plan, [place, other], target)
                yield pair
                yield replace(pair, steps=renumbered)


def _refilled(plan: CasePlan) -> CasePlan:
    arrays = {label: array_of(plan, label) for label, given in plan.inputs.items() if can_be_changed(given)}
    return with_arrays(
        plan, {label: _count(values) for label, values in arrays.items() if values.dtype.kind == "f"}
    )


def _count(values: Array) -> Array:
    """1, 2, 3, … in its shape."""
    return np.arange(1, values.size + 1).reshape(values.shape)


def _cut(plan: CasePlan, where: list[tuple[str, int]], target: int) -> CasePlan:
    arrays: dict[str, Array] = {}
    for label, axis in where:
        values = arrays.get(label, array_of(plan, label))
        arrays[label] = values[(slice(None),) * axis + (slice(0, target),)]
    for label, given in plan.inputs.items():
        # Labels must stay within what has become smaller.
        if given.tensor.dtype == "int64" and label not in arrays:
            arrays[label] = np.minimum(array_of(plan, label), max(target - 1, 0))
    return with_arrays(plan, arrays)


def rounder_numbers(plan: CasePlan) -> Iterator[CasePlan]:
    """An input of ones, of 1, 2, 3…; then single numbers. Zeros alone would show nothing."""
    for label, given in plan.inputs.items():
        values = array_of(plan, label)
        if not can_be_changed(given) or values.dtype.kind != "f" or not values.size:
            continue
        for pattern in (np.ones(values.shape), _count(values), np.round(values)):
            yield with_arrays(plan, {label: pattern})
        if values.size <= ONE_BY_ONE:
            for index in np.ndindex(values.shape):
                for number in (0.0, 1.0, abs(values[index]), 2.0):
                    changed = values.copy()
                    changed[index] = number
                    if changed.any():
                        yield with_arrays(plan, {label: changed})
