"""A package's proof finds what is weak in it."""

from __future__ import annotations

import dataclasses
import os
import signal
from collections.abc import Callable
from functools import partial

import pytest

from graders.contract import Message
from graders.engine import (
    Engine,
    EngineConfig,
    EngineFault,
    PackageBroken,
    Proof,
    over_packages,
    prove,
    prove_parallel,
)
from graders.engine.catching import WHOLE_DRAWS
from graders.engine.trials import ALONE_SEEDS
from graders.package import Package, Variant
from tests.graders.survival import soon

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


def test_packages_that_take_turns_make_the_tables_of_each(
    engine: Engine, conv: Package, norm: Package
) -> None:
    found = dict(over_packages(partial(prove, seeds=3), [conv, norm], 2))
    for place, package in enumerate((conv, norm)):
        tables = [found[place].to_json(), prove(engine, package, 3).to_json()]
        for table in tables:
            del table["seconds"]
            for right in table["accepted"]:
                del right["seconds"]
        assert tables[0] == tables[1]


def broken(engine: Engine, package: Package) -> Proof:
    raise PackageBroken((Message("no_cases", {}),))


def died(engine: Engine, package: Package) -> Proof:
    os._exit(1)


@pytest.mark.parametrize(("work", "why"), [(broken, "no_cases"), (died, "has died")])
def test_a_process_that_fails_is_told(conv: Package, work: Callable[..., Proof], why: str) -> None:
    with pytest.raises(EngineFault, match=why):
        list(over_packages(work, [conv, conv], 2))


def test_a_zygote_that_is_replaced_disturbs_no_draw(conv: Package, caplog: pytest.LogCaptureFixture) -> None:
    with Engine(EngineConfig(recycle=4)) as engine:
        first = engine.zygote
        assert prove(engine, conv, ALONE_SEEDS + 12).clean
        assert engine.zygote is not first
    assert "begun again" not in caplog.text


def test_a_zygote_that_is_killed_changes_no_proof(engine: Engine, conv: Package) -> None:
    """A proof of an hour is not lost by what befalls one process."""
    undisturbed, disturbed = prove(engine, conv, 3 * WHOLE_DRAWS).to_json(), []
    pid = engine.zygote.pid
    with soon(lambda: os.kill(pid, signal.SIGKILL), 0.5):
        disturbed.append(prove(engine, conv, 3 * WHOLE_DRAWS).to_json())
    assert engine.zygote.pid != pid
    for table in (undisturbed, *disturbed):
        del table["seconds"]
        for right in table["accepted"]:
            del right["seconds"]
    assert disturbed == [undisturbed]


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


def test_a_starter_that_passes_a_single_check_is_told(engine: Engine, conv: Package) -> None:
    """Zeros of the right shape are no honest beginning: the shape is a part of what is asked for."""
    starter = conv.accepted[0].source.replace("def conv2d(", "def _right(")
    starter += "\n\ndef conv2d(*given, **more):\n    return 0 * _right(*given, **more)\n"
    proof = prove(
        engine, dataclasses.replace(conv, files={**conv.files, "starter.py": starter}, digest="z"), 1
    )
    told = [p["params"]["check"] for p in proof.problems if p["code"] == "starter_passes_check"]
    assert {"dtype", "shape"} <= set(told)
    assert "values" not in told
