"""Zeros, the input itself, another draw's answers, noise: what lets them pass is told to the author."""

from __future__ import annotations

import pytest

from graders.contract.plan import CHECKS
from graders.engine import Engine, probes, prove
from graders.engine.probes import weaknesses
from graders.package import Package
from tests.graders.declared import package

DOUBLE = "def double(x):\n    return 2 * x\n"
CALL = 'call("double", x=draw.normal(3, 4))'
RANDOM = "def double(x):\n    return torch.rand(3, 4)\n"
EMPTY = {("zeros_would_pass", ""), ("unchanged_would_pass", ""), ("check_never_fails", "invariants")}
FIXED = "torch.arange(1.0, 13.0).view(3, 4)"


def found(engine: Engine, task: Package) -> set[tuple[str, str]]:
    """Codes, each with the check that it names, over two draws."""
    first, second = (engine.draw(task, seed).subjects[0] for seed in (1, 2))
    told = [*weaknesses(first, None), *weaknesses(second, first)]
    return {(message.code, str(message.params.get("check", ""))) for message in told}


@pytest.mark.parametrize(
    ("arguments", "reference", "expected"),
    [
        (CALL, DOUBLE, set()),
        (CALL + ', backward("y", wrt=("x",))', DOUBLE, set()),
        (CALL, "def double(x):\n    return 0 * x\n", {("zeros_would_pass", ""), ("another_would_pass", "")}),
        (CALL, "def double(x):\n    return 1 * x\n", {("unchanged_would_pass", "")}),
        (CALL + ", identity=True", "def double(x):\n    return 1 * x\n", set()),
        # The answers do not depend on what is drawn.
        (CALL, "def double(x):\n    return 1 + 1e-7 * x\n", {("another_would_pass", "")}),
        # Nothing is drawn: another draw is no other.
        (f'call("double", x={FIXED})', DOUBLE, set()),
        (CALL + ', checks=("backward",)', DOUBLE, {("check_silent", "backward")}),
        (CALL + ', equal("y", "y"), checks=("values",)', DOUBLE, {("check_silent", "invariants")}),
        (CALL + ', equal("y", "y"), checks=("invariants",)', DOUBLE, EMPTY),
        (CALL + ', summed("y", 0, to=5)', DOUBLE, {("reference_fails", "invariants")}),
        (CALL + ', layouts=("permuted", "strided")', DOUBLE, set()),
        # Against what changes from run to run, no tolerance is small enough.
        (CALL, RANDOM, {("zeros_would_pass", ""), ("unchanged_would_pass", "")}),
        (CALL + ', layouts=("permuted",), checks=("shape",)', DOUBLE, {("check_silent", "layouts")}),
        (CALL + ', checks=("shape",)', "def double(x):\n    return 0 * x\n", set()),
    ],
)  # fmt: skip
def test_what_is_weak_in_a_case_is_told(
    engine: Engine, arguments: str, reference: str, expected: set[tuple[str, str]]
) -> None:
    assert found(engine, package(arguments, reference)) == expected


def test_linearity_alone_lets_zeros_pass_but_noise_fails_it(engine: Engine) -> None:
    linear = (
        'call("double", a=draw.normal(3), into="ya"), call("double", b=draw.normal(3), into="yb"), '
        'call("double", c=torch.zeros(3), into="yc"), combined("yc", ya=0, yb=0), checks=("invariants",)'
    )
    told = found(engine, package(linear, DOUBLE))
    assert ("zeros_would_pass", "") in told
    assert ("check_never_fails", "invariants") not in told


EXTREME = 'call("double", a=draw.normal(3), into="ya"), call("double", x=draw.extreme(3)), extreme("y")'


@pytest.mark.parametrize("reference", ["x.tanh()", "x.softmax(0)"])
def test_the_check_of_extremes_can_fail_where_ordinary_results_are_right(
    engine: Engine, reference: str
) -> None:
    assert found(engine, package(EXTREME, f"def double(x):\n    return {reference}\n")) == set()


def test_every_probe_is_told_to_the_author_by_the_proof(engine: Engine) -> None:
    proof = prove(engine, package(CALL, "def double(x):\n    return x.clone()\n"), 2)
    assert "unchanged_would_pass" in {problem["code"] for problem in proof.problems}
    assert not proof.clean


def test_every_check_is_either_probed_or_looks_at_no_values() -> None:
    others = {
        "forbidden",
        "run",
        "shape",
        "dtype",
        "parameters",
        "train_eval",
        "errors",
        "purity",
        "resources",
    }
    assert probes.PROBED | others == set(CHECKS)
    assert not probes.PROBED & others
