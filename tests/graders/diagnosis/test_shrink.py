"""A failing case becomes smaller, stays failing, and keeps none of its own numbers."""

from __future__ import annotations

import numpy as np

from graders.contract import CasePlan, Input
from graders.contract.frame import RawTensor
from graders.diagnosis.plans import array_of
from graders.diagnosis.shrink import beginnings, cost, options_of_zero, shrink


def plan(options: dict[str, object], seed: int = 0) -> CasePlan:
    generator = np.random.default_rng(seed)
    inputs = {}
    for label, shape in (("x", (4, 3, 5)), ("weight", (3, 2))):
        values = generator.normal(size=shape).astype(np.float32)
        inputs[label] = Input(RawTensor("float32", shape, values.tobytes()), requires_grad=True)
    call = {
        "op": "call", "target": "f", "literals": [], "options": options, "into": ["y"], "several": False,
        "args": [["x", {"input": "x"}], ["weight", {"input": "weight"}]], "gradients": False,
    }  # fmt: skip
    back = {"op": "backward", "of": "y", "wrt": ["x", "weight"], "at": "", "cotangent": None}
    return CasePlan("case", inputs, (call, back))


def never() -> bool:
    return False


def test_everything_goes_that_the_failure_does_not_need() -> None:
    def fails(smaller: CasePlan) -> bool:
        shape = smaller.inputs["x"].tensor.shape if "x" in smaller.inputs else ()
        return bool(smaller.steps) and smaller.steps[0]["op"] == "call" and len(shape) == 3 and shape[1] >= 2

    found = shrink(plan({"stride": 2, "padding": 1}), fails, never)
    assert [step["op"] for step in found.steps] == ["call"]
    assert found.steps[0]["options"] == {}
    assert found.inputs["x"].tensor.shape == (1, 2, 1)
    assert "weight" not in found.inputs


def test_an_option_that_matters_stays_with_the_smallest_number_that_does() -> None:
    def fails(smaller: CasePlan) -> bool:
        return bool(smaller.steps) and smaller.steps[0].get("options", {}).get("stride", 1) > 1

    found = shrink(plan({"stride": 5}), fails, never)
    assert found.steps[0]["options"] == {"stride": 2}


def test_a_zero_is_tried_only_where_the_author_has_one() -> None:
    tried: list[object] = []

    def fails(smaller: CasePlan) -> bool:
        tried.append(dict(smaller.steps[0].get("options", {})) if smaller.steps else {})
        return "stride" in str(tried[-1]) and "padding" in str(tried[-1])

    shrink(plan({"stride": 2, "padding": 2}), fails, never, frozenset({"padding"}))
    assert any(options.get("padding") == 0 for options in tried if isinstance(options, dict))
    assert not any(options.get("stride") == 0 for options in tried if isinstance(options, dict))
    assert options_of_zero([plan({"stride": 2, "padding": {"tuple": [1, 0]}})]) == {"padding"}


def test_each_step_is_simpler_and_time_ends_the_search() -> None:
    costs: list[float] = []

    def fails(smaller: CasePlan) -> bool:
        costs.append(cost(smaller))
        return bool(smaller.steps)

    begin = plan({"stride": 2})
    shrink(begin, fails, lambda: len(costs) >= 5)
    assert len(costs) == 5
    assert max(costs) < cost(begin)


def test_a_search_begins_with_numbers_that_are_none_of_the_cases() -> None:
    hidden = plan({}, seed=42)
    own = {float(value) for label in hidden.inputs for value in array_of(hidden, label).ravel()}
    found = list(beginnings(hidden))
    assert found
    for fresh in found:
        for label in fresh.inputs:
            assert own.isdisjoint(float(value) for value in array_of(fresh, label).ravel())
        assert fresh.steps[1]["cotangent"] == "ones"
