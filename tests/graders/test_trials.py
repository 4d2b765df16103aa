"""In a proof solutions share cells, and wrong ones run on few cases: nothing is missed by that, or blamed."""

from __future__ import annotations

import dataclasses

import pytest

from graders.engine import (
    Engine,
    catching,
    prove,
)
from graders.engine.catching import WHOLE_DRAWS
from graders.engine.series import agrees
from graders.engine.trials import ALONE_SEEDS, Trials
from graders.package import Package

MAKES_NEW = """

_plain = conv2d


def conv2d(*arguments, **options):
    return _plain(*arguments, **options) * torch.ones(1)
"""
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


LATER = """
import torch
torch.times_loaded = getattr(torch, "times_loaded", 0) + 1
if torch.times_loaded > 2:
    torch.Tensor.double = None
def conv2d(x, weight, bias=None, stride=1, padding=0):
    return x
"""
DOUBLES = """

_plain = conv2d


def conv2d(x, *more, **options):
    x.double()
    return _plain(x, *more, **options)
"""


def test_a_variant_that_disturbs_others_only_later_changes_no_proof(engine: Engine, conv: Package) -> None:
    """What speaks against a package is looked at once more without company."""
    disturbing = dataclasses.replace(conv.wrong[0], file="later.py", source=LATER, fails=("shape",))
    disturbed = dataclasses.replace(
        conv.accepted[0], file="doubles.py", source=conv.accepted[0].source + DOUBLES
    )
    package = dataclasses.replace(
        conv, wrong=(disturbing, *conv.wrong), accepted=(disturbed, *conv.accepted), digest="later"
    )
    proof = prove(engine, package, ALONE_SEEDS + 4)
    assert proof.clean, proof.to_json()


RANDOM = """
import random

import numpy
import torch


def conv2d(x, *more, **options):
    return x + torch.rand(()) + random.random() + numpy.random.rand()
"""


def test_in_a_proof_a_random_solution_draws_the_same_alone_and_in_company(
    engine: Engine, conv: Package
) -> None:
    """Also after one that has seeded everything for those who come after it."""
    seeding = "import torch, random, numpy\n[seed(0) for seed in (torch.manual_seed, random.seed)]\n"
    seeding += "numpy.random.seed(0)\n" + RANDOM
    plans = engine.draw(conv, 1).plans[:2]
    with Trials(engine, conv) as trials:
        trials.series.run(seeding, plans, 5)
        company, others = (trials.series.run(RANDOM, plans, chance) for chance in (5, 6))
        alone = trials.alone(RANDOM, plans, 5)
    assert agrees(alone, company)
    assert not agrees(alone, others)


# Right in one draw of four or so, as each of the cases is.
NOW_AND_THEN = """

_right = conv2d


def conv2d(x, *more, **options):
    return _right(x, *more, **options) + (float(x.sum()) > {threshold})
"""


def test_no_survival_is_missed_by_running_few_cases(
    engine: Engine, conv: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = conv.accepted[0].source + NOW_AND_THEN.format(threshold=6)
    chancy = dataclasses.replace(conv.wrong[0], file="now_and_then.py", source=source)
    package = dataclasses.replace(conv, wrong=(chancy, *conv.wrong), digest="chancy")
    seeds = 4 * WHOLE_DRAWS
    short = prove(engine, package, seeds)
    monkeypatch.setattr(catching, "WHOLE_DRAWS", seeds + 1)
    whole = prove(engine, package, seeds)
    for few, every in zip(short.variants, whole.variants, strict=True):
        assert (few.survived_seeds, few.missed) == (every.survived_seeds, every.missed)
    assert 0 < len(short.variants[0].survived_seeds) < seeds
    assert short.flaky == whole.flaky == [chancy.file]


def test_few_cases_are_chosen_that_show_every_check() -> None:
    known = catching.Catching()
    for number in range(WHOLE_DRAWS):
        assert known.cases is None, "too little is known"
        by_chance = {"shape": ["b"]} if number else {}
        failures = {"values": ["a", "b", f"{number}"], "gradients": ["b", "c"], "state": ["d"], **by_chance}
        known.learn(failures, {})
    assert known.checks == {"values", "gradients", "state"}
    assert known.cases == {"b", "d"}
    assert known.is_caught({"values": ["b"], "gradients": ["b"], "state": ["d"]})
    assert not known.is_caught({"values": ["b"], "gradients": ["b"]})


def test_where_no_case_is_sure_all_are_run() -> None:
    known = catching.Catching()
    for number in range(WHOLE_DRAWS):
        known.learn({"values": [f"{number}"]}, {})
    assert known.cases is None


def test_among_cases_that_show_the_same_the_quick_one_is_chosen() -> None:
    known = catching.Catching()
    for _ in range(WHOLE_DRAWS):
        known.learn({"values": ["large", "small"]}, {"large": 0.1, "small": 0.001})
    assert known.cases == {"small"}
