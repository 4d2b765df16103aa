"""A package's proof finds what is weak in it."""

from __future__ import annotations

import dataclasses

import pytest

from graders.engine import Engine, Proof, prove, prove_parallel
from graders.engine.proof import ALONE_SEEDS
from graders.package import Package, Variant

SEEDS = 3

MAKES_NEW = """

_plain = conv2d


def conv2d(*arguments, **options):
    return _plain(*arguments, **options) * torch.ones(1)
"""


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


@pytest.mark.parametrize("name", ["convolutions", "conv2dd", "^aten::conv2d$"])
def test_a_forbidden_operator_that_does_not_exist_is_told(engine: Engine, conv: Package, name: str) -> None:
    operators = (*conv.forbidden.operators, name, "autograd", "conv(?!ert)", "max_pool2d")
    forbidden = dataclasses.replace(conv.forbidden, operators=operators)
    changed = dataclasses.replace(conv, forbidden=forbidden, digest=f"forbids-{name}")
    proof = prove(engine, changed, 1)
    told = [problem for problem in proof.problems if problem["code"] == "operator_unknown"]
    assert [(problem["path"], problem["params"]["value"]) for problem in told] == [("task.toml", name)]
    assert "autograd" in told[0]["params"]["known"]
    assert not proof.clean


def test_it_is_told_together_with_the_other_problems(engine: Engine, conv: Package) -> None:
    forbidden = dataclasses.replace(conv.forbidden, operators=("convolutions",))
    files = {**conv.files, "cases.py": "def cases(draw): 1 / 0"}
    broken = dataclasses.replace(conv, forbidden=forbidden, files=files, digest="both")
    assert problem_codes(prove(engine, broken, 1)) == {"operator_unknown", "author_code_failed"}


def test_an_accepted_solution_that_fails_is_told(engine: Engine, conv: Package) -> None:
    bad = dataclasses.replace(conv.accepted[0], source=conv.wrong[0].source)
    proof = prove(engine, dataclasses.replace(conv, accepted=(bad, conv.accepted[1]), digest="x"), SEEDS)
    assert {failure["check"] for failure in proof.accepted[0].failed} >= {"values"}
    assert not proof.clean


DISTURBS = """
import torch
torch.set_default_dtype(torch.float64)
torch.allclose = None
def conv2d(x, weight, bias=None, stride=1, padding=0):
    return x
"""


def test_a_variant_that_disturbs_others_in_the_same_cell_changes_no_proof(
    engine: Engine, conv: Package
) -> None:
    """After the first draws solutions share a cell, but only where that was seen to make no difference."""
    disturbing = dataclasses.replace(conv.wrong[0], file="disturbs.py", source=DISTURBS, fails=("shape",))
    # It makes new tensors, whose dtype shows what ran before it.
    makes_new = conv.accepted[0].source + MAKES_NEW
    right = dataclasses.replace(conv.accepted[0], file="makes_new.py", source=makes_new)
    package = dataclasses.replace(
        conv, wrong=(disturbing, *conv.wrong), accepted=(right, *conv.accepted), digest="disturbed"
    )
    proof = prove(engine, package, ALONE_SEEDS + 2)
    assert proof.clean, proof.to_json()


def test_several_processes_make_the_table_of_one(engine: Engine, conv: Package) -> None:
    seen = []
    alone, shared = (
        prove(engine, conv, 5).to_json(),
        prove_parallel(conv, 5, 2, on_progress=lambda done, of: seen.append((done, of))).to_json(),
    )
    for table in (alone, shared):
        del table["seconds"]
        for right in table["accepted"]:
            del right["seconds"]
    assert shared == alone
    assert seen == [(done, 5) for done in range(1, 6)]


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
