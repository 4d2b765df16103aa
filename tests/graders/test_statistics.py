"""Random results: what is distributed wrongly is named, and what is right is not refused by bad luck."""

from __future__ import annotations

import numpy as np
import pytest

from graders.checks import statistics
from graders.compare.evidence import Evidence, Observation
from graders.compare.subject import Subject
from graders.contract import CasePlan
from graders.engine import Engine, PackageBroken
from graders.package import Package, load_files
from tests.graders.package.small import SOUND

HEAD = "import torch\n\n\ndef double(x):\n"
CASES = """\
from graders.authoring import call, case, distributed, zeros


def cases(draw):
    a = draw.uniform(100, 100, low=1, high=2)
    yield case("plain", call("double", a=a), {step}, visible=True, checks=("statistics",))
    yield case("tail-dropped", call("double", x=draw.normal(5)), checks=("shape",))
"""
NORMAL = 'distributed("y", mean=0, std=0.1)'
UNIFORM = 'distributed("y", mean=0, std=0.1, distribution="uniform")'
DROPPED = 'zeros("y", rate=0.3)'
RUNS = 3000


def package(step: str, reference: str) -> Package:
    return load_files({**SOUND, "cases.py": CASES.format(step=step), "reference.py": HEAD + reference})


@pytest.mark.parametrize(
    ("step", "right", "wrong", "code"),
    [
        (DROPPED, "x * (torch.rand(x.shape) > 0.3)", "x * (torch.rand(x.shape) > 0.7)", "zeros_rate"),
        (NORMAL, "torch.randn(x.shape) * 0.1", "torch.randn(x.shape) * 0.1 + 0.01", "mean_off"),
        (NORMAL, "torch.randn(x.shape) * 0.1", "torch.randn(x.shape) * 0.01", "spread_off"),
        (
            NORMAL,
            "torch.randn(x.shape) * 0.1",
            "(torch.rand(x.shape) - 0.5) * 0.1 * 12**0.5",
            "distribution_other",
        ),
        (
            UNIFORM,
            "(torch.rand(x.shape) - 0.5) * 0.1 * 12**0.5",
            "torch.randn(x.shape) * 0.1",
            "spread_off|distribution_other",
        ),
        (NORMAL, "torch.randn(x.shape) * 0.1", "torch.randn(x.shape) / 0", "statistics_not_finite"),
    ],
)
def test_what_is_distributed_wrongly_is_named(
    engine: Engine, step: str, right: str, wrong: str, code: str
) -> None:
    task = package(step, f"    return {right}\n")
    assert engine.grade(task, f"{HEAD}    return {right}\n").cases[0].verdict == "pass"
    case = engine.grade(task, f"{HEAD}    return {wrong}\n").cases[0]
    told = next(check for check in case.checks if check.check == "statistics")
    assert told.verdict == "wrong"
    assert told.code in code.split("|")


def verdicts(step: dict[str, object], values: np.ndarray) -> str:
    plan = CasePlan("random", {}, ({"op": "distributed", "of": "y", **step},))
    evidence = Evidence("done", {"y": Observation("y", "tensor", array=values)})
    result = statistics.judge(Subject(plan, evidence, {}), evidence)
    assert result is not None
    return result.verdict


def test_what_is_right_is_not_refused_by_bad_luck() -> None:
    generator = np.random.default_rng(7)
    normal = {"zeros": None, "mean": 1.0, "std": 2.0, "distribution": "normal"}
    uniform = {"zeros": None, "mean": 0.0, "std": 12**-0.5, "distribution": "uniform"}
    for _ in range(RUNS):
        assert verdicts(normal, generator.normal(1.0, 2.0, 1000)) == "pass"
        assert verdicts(uniform, generator.uniform(-0.5, 0.5, 1000)) == "pass"
        assert verdicts({"zeros": 0.1}, (generator.random(1000) >= 0.1).astype(float)) == "pass"


@pytest.mark.parametrize("step", ['zeros("y", rate=3)', 'distributed("y", mean=0, std=0)'])
def test_a_distribution_that_cannot_be_is_the_authors_mistake(engine: Engine, step: str) -> None:
    with pytest.raises(PackageBroken):
        engine.grade(package(step, "    return x\n"), HEAD + "    return x\n")
