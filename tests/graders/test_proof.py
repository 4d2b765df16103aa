"""A package's proof finds what is weak in it."""

from __future__ import annotations

import dataclasses

import pytest

from graders.engine import Engine, Proof, prove
from graders.package import Package, Variant

SEEDS = 3


@pytest.mark.parametrize("name", ["conv", "norm", "linear"])
def test_a_sound_package_is_clean(engine: Engine, name: str, request: pytest.FixtureRequest) -> None:
    proof = prove(engine, request.getfixturevalue(name), SEEDS)
    assert proof.clean, proof.to_json()


def with_wrong(package: Package, source: str, fails: tuple[str, ...] = ("values",)) -> Package:
    variant: Variant = dataclasses.replace(package.wrong[0], source=source, fails=fails)
    return dataclasses.replace(package, wrong=(variant,), digest=f"wrong-{hash(source)}-{fails}")


def test_a_variant_that_survives_is_told(engine: Engine, conv: Package) -> None:
    proof = prove(engine, with_wrong(conv, conv.accepted[0].source), SEEDS)
    assert len(proof.variants[0].survived_seeds) == SEEDS
    assert not proof.clean


def test_a_check_that_a_variant_should_fail_and_does_not_is_told(engine: Engine, conv: Package) -> None:
    proof = prove(engine, with_wrong(conv, conv.wrong[0].source, ("values", "shape")), SEEDS)
    assert proof.variants[0].missed == ["shape"]
    assert not proof.clean


def test_an_accepted_solution_that_fails_is_told(engine: Engine, conv: Package) -> None:
    bad = dataclasses.replace(conv.accepted[0], source=conv.wrong[0].source)
    proof = prove(engine, dataclasses.replace(conv, accepted=(bad, conv.accepted[1]), digest="x"), SEEDS)
    assert {failure["check"] for failure in proof.accepted[0].failed} >= {"values"}
    assert not proof.clean


def problem_codes(proof: Proof) -> set[str]:
    return {problem["code"] for problem in proof.problems}


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        ("def cases(draw): 1 / 0", "author_code_failed"),
        ("def cases(draw): return []", "no_cases"),
        ("while True: pass", "author_code_slow"),
        (
            "from graders.authoring import call, case\n"
            "def cases(draw):\n"
            "    x = draw.normal(1, 1, 5, 5)\n"
            "    yield case('plain', call('conv2d', x=x, weight=draw.normal(1, 1, 3, 3) * 0, bias=None))\n",
            "zeros_would_pass",
        ),
    ],
)
def test_faults_in_cases_are_told_to_the_author(engine: Engine, conv: Package, cases: str, code: str) -> None:
    limits = dataclasses.replace(conv.limits, seconds=0.3)
    files = {**conv.files, "cases.py": cases}
    proof = prove(engine, dataclasses.replace(conv, files=files, limits=limits, digest=cases), 1)
    assert code in problem_codes(proof)
    assert not proof.clean


def test_a_starter_that_passes_is_told(engine: Engine, conv: Package) -> None:
    files = {**conv.files, "starter.py": conv.accepted[0].source}
    proof = prove(engine, dataclasses.replace(conv, files=files, digest="s"), 1)
    assert "starter_passes" in problem_codes(proof)
