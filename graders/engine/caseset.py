"""Case sets: inputs drawn from a secret seed, with the reference's results and the float64 oracle.

Drawn ahead, used a bounded number of times, refilled when idle: the reference costs a student
nothing, and no input can be foreseen.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from graders.compare.evidence import Array, Evidence, Observation, from_frame
from graders.compare.subject import Subject
from graders.compare.tolerance import within_range
from graders.contract import CasePlan, Input, Message
from graders.contract.frame import FrameError, RawTensor, encode
from graders.contract.plan import OPERATIONS
from graders.engine import measure
from graders.engine.author_cells import AuthorCells
from graders.engine.fault import EngineFault, PackageBroken
from graders.engine.link import CellGone, CellLink, CellTimeout
from graders.engine.process import ZygoteProcess
from graders.engine.solution_run import Runner, SolutionRun
from graders.package import Package

# A reference may take longer than a solution may: it runs twice, and once in float64.
AUTHOR_FACTOR = 4.0


@dataclass(slots=True)
class CaseSet:
    """One draw of a package's cases. ``wrong`` holds, per known-wrong file, what it does on them.

    ``operators``: the names of those that the package forbids, as a cell tells them.
    """

    package: Package
    seed: int
    subjects: tuple[Subject, ...]
    operators: frozenset[str] = frozenset()
    uses: int = 0
    wrong: dict[str, SolutionRun] = field(default_factory=dict)

    @property
    def plans(self) -> list[CasePlan]:
        return [subject.plan for subject in self.subjects]


def draw(zygote: ZygoteProcess, package: Package, seed: int, cells: AuthorCells | None = None) -> CaseSet:
    """Draw the cases and run the reference on them, in ``cells``. Authors' faults are ``PackageBroken``."""
    cells = cells or AuthorCells(lambda: zygote.authors, package)
    plans = _in_all_dtypes(cells, package, seed)
    subjects, operators = _reference(zygote, cells, package, plans, seed)
    # Visible cases first: what a hidden case prints must not be mistaken for a visible one's.
    subjects.sort(key=lambda subject: not subject.plan.visible)
    return CaseSet(package, seed, tuple(subjects), operators)


def draw_wrong(zygote: ZygoteProcess, drawn: CaseSet) -> None:
    """Run every known-wrong variant on the drawn cases, for diagnosis."""
    while draw_next_wrong(zygote, drawn):
        pass


def draw_next_wrong(zygote: ZygoteProcess, drawn: CaseSet) -> bool:
    """Run the next known-wrong variant; False where all have been run."""
    package = drawn.package
    variant = next((variant for variant in package.wrong if variant.file not in drawn.wrong), None)
    if variant is None:
        return False
    drawn.wrong[variant.file] = Runner(zygote, package).run(
        variant.source, drawn.plans, forbidden=package.forbidden.operators
    )
    return True


def wrong_on(drawn: CaseSet, subjects: Sequence[Subject]) -> dict[str, list[Evidence]]:
    """What the known-wrong variants that have been run showed on these of the cases, by file."""
    positions = [drawn.subjects.index(subject) for subject in subjects]
    return {
        file: [run.evidence[position] for position in positions]
        for file, run in drawn.wrong.items()
        if len(run.evidence) == len(drawn.subjects)
    }


def is_prepared(drawn: CaseSet) -> bool:
    """Have all known-wrong variants been run on it?"""
    return len(drawn.wrong) == len({variant.file for variant in drawn.package.wrong})


def unknown_operators(zygote: ZygoteProcess, package: Package) -> tuple[list[str], list[str]]:
    """What the package forbids without there being such a thing, and the families that it could name."""
    with zygote.authors.cell(memory_mib=package.limits.memory_mib) as cell:
        answer = _survey(cell, package)
    return list(answer["nothing"]), list(answer["families"])


def _survey(cell: CellLink, package: Package) -> Mapping[str, Any]:
    """What a cell that nobody's code has run in knows of the operators that the package forbids."""
    head = {"do": "survey", "patterns": list(package.forbidden.operators)}
    answer: Mapping[str, Any] = _ask(cell, encode(head), package, "task.toml").head
    return answer


def _in_all_dtypes(cells: AuthorCells, package: Package, seed: int) -> list[CasePlan]:
    """The cases in the task's first dtype, then their twins in the others, where these differ at all."""
    first, *others = package.dtypes
    plain = _declare(cells, package, seed, first)
    plans = [plan for plan in plain if not plan.dtypes or first in plan.dtypes]
    for dtype in others:
        for model, plan in zip(plain, _declare(cells, package, seed, dtype), strict=True):
            if model.name == plan.name and _differ(model, plan) and dtype in (plan.dtypes or package.dtypes):
                plans.append(replace(plan, name=f"{plan.name}-{dtype}", twin_of=plan.name))
    drawn = {plan.twin_of or plan.name for plan in plans}
    lost = tuple(
        _failed(
            "cases.py", plan.name, {"code": f"none of its dtypes {list(plan.dtypes)} is one of the task's"}
        )
        for plan in plain
        if plan.name not in drawn
    )
    if lost:
        raise PackageBroken(lost)
    return plans


def _differ(one: CasePlan, other: CasePlan) -> bool:
    """Has any input another dtype? Not where an author fixes it."""
    dtypes = [{label: value.tensor.dtype for label, value in plan.inputs.items()} for plan in (one, other)]
    return dtypes[0] != dtypes[1]


def _declare(cells: AuthorCells, package: Package, seed: int, dtype: str) -> list[CasePlan]:
    head = {"do": "declare", "source": package.cases, "seed": seed, "dtype": dtype}
    with cells.cell() as cell:
        answer = _ask(cell, encode(head), package, "cases.py")
    if "failed" in answer.head:
        params = {"file": "cases.py", "line": answer.head.get("line", 0), "detail": answer.head["failed"]}
        raise PackageBroken((Message("author_code_failed", params),))
    try:
        plans = [_plan(told, answer.tensors) for told in answer.head["cases"]]
    except (KeyError, TypeError, ValueError, IndexError) as error:
        params = {"file": "cases.py", "line": 0, "detail": f"{type(error).__name__}: {error}"}
        raise PackageBroken((Message("author_code_failed", params),)) from error
    if not plans:
        raise PackageBroken((Message("no_cases", {}),))
    return plans


def _ask(cell: CellLink, frame: bytes, package: Package, file: str) -> Any:
    deadline = time.monotonic() + AUTHOR_FACTOR * package.limits.seconds
    cell.begin()
    try:
        return cell.ask(frame, deadline)
    except CellTimeout:
        raise PackageBroken((Message("author_code_slow", {"file": file}),)) from None
    except (CellGone, FrameError) as error:
        raise PackageBroken((Message("author_code_died", {"file": file}),)) from error


def _plan(told: Mapping[str, Any], tensors: tuple[RawTensor, ...]) -> CasePlan:
    for step in told["steps"]:
        if step["op"] not in OPERATIONS:
            raise ValueError(f"unknown step {step['op']!r}")
    inputs = {
        label: Input(tensors[value["index"]], value["layout"], bool(value["grad"]), bool(value["withheld"]))
        for label, value in told["inputs"].items()
    }
    return CasePlan(
        name=str(told["name"]),
        inputs=inputs,
        steps=tuple(told["steps"]),
        visible=bool(told["visible"]),
        weight=float(told["weight"]),
        reduction=int(told["reduction"]),
        checks=tuple(str(check) for check in told["checks"]),
        layouts=tuple(str(layout) for layout in told["layouts"]),
        dtypes=tuple(str(dtype) for dtype in told["dtypes"]),
        dtype=str(told["dtype"]),
        identity=bool(told["identity"]),
    )


def _reference(
    zygote: ZygoteProcess, cells: AuthorCells, package: Package, plans: list[CasePlan], seed: int
) -> tuple[list[Subject], frozenset[str]]:
    subjects, failures = [], []
    with cells.cell() as cell:
        operators = frozenset(_survey(cell, package)["operators"])
        head = {"do": "load", "source": package.reference, "entry": package.entry, "forbidden": []}
        loaded = _ask(cell, encode(head), package, "reference.py")
        if loaded.head.get("loaded") is not True:
            raise PackageBroken((_failed("reference.py", "", loaded.head),))
        for number, plan in enumerate(plans):
            oracle = _observe(cell, package, plan, cast="float64", seed=seed + number)
            if oracle.status != "done":
                failures.append(
                    _failed("reference.py", plan.name, {"params": oracle.params, "code": oracle.code})
                )
                continue
            fixed = _with_cotangents(plan, oracle)
            expected = _observe(cell, package, fixed)
            if expected.status != "done":
                failures.append(
                    _failed("reference.py", plan.name, {"params": expected.params, "code": expected.code})
                )
                continue
            accepted = [step for step in fixed.steps if step["op"] == "fails" and is_accepted(step, expected)]
            if accepted:
                told = f"{accepted[0]['step']['target']} does not raise {accepted[0]['error']}"
                failures.append(_failed("reference.py", plan.name, {"code": told}))
                continue
            # From here on where solutions run: what a case takes is only comparable there.
            placed = replace(fixed, device=zygote.device)
            expected = measure.of_reference(zygote, package, placed, expected)
            subjects.append(Subject(placed, expected, oracle_arrays(oracle, expected)))
    if failures:
        raise PackageBroken(tuple(failures))
    return subjects, operators


def is_accepted(step: Mapping[str, Any], expected: Evidence) -> bool:
    """Does the reference itself take arguments that it should refuse?"""
    found = expected.observed.get(step["name"])
    return found is None or found.kind != "raised"


def _failed(file: str, case: str, head: Mapping[str, Any]) -> Message:
    params = head.get("params") or {}
    detail = params.get("message") or params.get("detail") or head.get("code") or ""
    return Message(
        "author_code_failed",
        {"file": file, "line": params.get("line", 0), "detail": f"{case}: {detail}" if case else str(detail)},
    )


def _observe(cell: CellLink, package: Package, plan: CasePlan, cast: str = "", seed: int = 0) -> Evidence:
    head, tensors = plan.to_head()
    head["cotangent_seed"] = seed
    # Whatever the layout, the same results are expected: the reference need not be run in each.
    head.pop("layouts", None)
    answer = _ask(cell, encode({"do": "case", "case": head, "cast": cast}, tensors), package, "reference.py")
    try:
        return from_frame(answer)
    except FrameError as error:
        raise EngineFault(f"the reference's answer is malformed: {error}") from error


def _with_cotangents(plan: CasePlan, oracle: Evidence) -> CasePlan:
    """The plan with the random cotangents that were drawn once the outputs' shapes were known."""
    steps = []
    for step in plan.steps:
        if step["op"] == "backward":
            label = f"cotangent:{step['of']}@{step['at']}"
            drawn = oracle.observed.get(label)
            if drawn is None or drawn.array is None:
                raise PackageBroken(
                    (_failed("reference.py", plan.name, {"code": f"no gradient flows to {step['of']}"}),)
                )
            plan = plan.with_input(label, Input(_raw(drawn)))
            step = {**step, "cotangent": {"input": label}}
        steps.append(step)
    return replace(plan, steps=tuple(steps))


def _raw(observed: Observation) -> RawTensor:
    assert observed.array is not None
    if observed.dtype == "bfloat16":
        halves = (observed.array.view(np.uint32) >> 16).astype(np.uint16)
        return RawTensor("bfloat16", observed.shape, halves.tobytes())
    return RawTensor(observed.dtype, observed.shape, observed.array.tobytes())


def oracle_arrays(oracle: Evidence, expected: Evidence) -> dict[str, Array]:
    """What the reference showed, float64 where it is floating: what solutions are compared with."""
    return {
        name: within_range(found.array.astype(np.float64), expected.observed[name].dtype)
        if found.array.dtype.kind == "f" and name in expected.observed
        else found.array
        for name, found in oracle.observed.items()
        if found.array is not None
    }
