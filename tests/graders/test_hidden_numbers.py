"""No number that a solution makes of a hidden case comes back in a feedback: it could be an input."""

from __future__ import annotations

import pytest

from graders.engine import Engine
from tests.graders.declared import package, told

SECRET = "x.flatten()[0]"
DISTRIBUTED = 'call("double", x=draw.normal(40, 40)), distributed("y", mean=0, std=1), checks=("statistics",)'
FALLS = 'call("double", x=draw.normal(4, 4)), falls("y", by=0.9), checks=("training",)'
REACHES = 'call("double", x=draw.normal(4, 4)), reaches("y", below=0.1, target={}), checks=("training",)'


@pytest.mark.parametrize(
    ("arguments", "answer", "expected"),
    [
        ('call("double", x=draw.normal(4, 4))', f"2 * x * {SECRET}", "values_scaled_hidden"),
        (DISTRIBUTED, f"x - x.mean() + 5 * {SECRET}.abs() + 1", "mean_off_hidden"),
        (DISTRIBUTED, f"(x - x.mean()) * (2 + {SECRET}.abs())", "spread_off_hidden"),
        (FALLS, f"torch.stack([{SECRET}, {SECRET} + 1])", "loss_grows_hidden"),
        (FALLS, f"torch.stack([{SECRET}, {SECRET}])", "loss_still_hidden"),
        (FALLS, f"{SECRET}.abs() * torch.tensor([2.0, 1.0])", "loss_falls_too_little_hidden"),
        (REACHES.format("torch.zeros(4, 4)"), f"x * 0 + {SECRET} + 9", "loss_too_high_hidden"),
    ],
)
def test_a_hidden_case_tells_no_number_of_the_solutions(
    engine: Engine, arguments: str, answer: str, expected: str
) -> None:
    reference = "def double(x):\n    return 2 * x\n"
    source = f"def double(x):\n    return {answer}\n"
    check = {"d": "statistics", "f": "training", "r": "training"}
    name = next(
        (check[key[0]] for key in ("distributed", "falls", "reaches") if key + "(" in arguments), "values"
    )
    found = told(engine, package(arguments, reference), source, name)
    assert found is not None
    assert found.code == expected
    assert set(found.params) <= {"name", "expected", "wanted"}
    shown = told(engine, package(arguments + ", visible=True", reference), source, name)
    assert shown is not None
    assert shown.code == found.code.removesuffix("_hidden")
