"""What all failures have in common is found, and nothing that only some of them have."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from graders.compare.evidence import Array, Evidence, Observation
from graders.compare.subject import Subject
from graders.contract import CasePlan, Input
from graders.contract.frame import RawTensor
from graders.diagnosis.structure import findings

SHAPES = ((3, 4, 5), (2, 6, 4))


def observed(name: str, values: Array) -> Observation:
    return Observation(name, "tensor", "torch.Tensor", "float64", values.shape, values)


def subject(values: Array, x: Array, options: dict[str, Any] | None = None, visible: bool = True) -> Subject:
    step = {
        "op": "call", "target": "f", "literals": [], "args": [["x", {"input": "x"}]],
        "options": options or {}, "into": ["y"], "several": False, "gradients": False,
    }  # fmt: skip
    given = {"x": Input(RawTensor("float64", x.shape, x.tobytes()))}
    plan = CasePlan("case", given, (step,), visible=visible)
    evidence = Evidence("done", {"y": observed("y", values), "input:x": observed("input:x", x)})
    return Subject(plan, evidence, {"y": values, "input:x": x})


def drawn(number: int) -> Array:
    return np.random.default_rng(number).normal(size=SHAPES[number % len(SHAPES)])


def codes(change: Callable[[Array], Array], cases: int = 2) -> list[str]:
    """What is said of results that are ``change`` of the right ones."""
    subjects = [subject(drawn(number), drawn(number + 10)) for number in range(cases)]
    evidence = [Evidence("done", {"y": observed("y", change(s.oracle["y"]))}) for s in subjects]
    return [found.code for found in findings(subjects, evidence, [True] * cases)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (np.negative, "finding_sign"),
        (lambda y: 0.5 * y, "finding_factor"),
        (lambda y: y + 2.0, "finding_offset"),
        (lambda y: y - 2.0, "finding_offset_below"),
        (lambda y: y.transpose(0, 2, 1), "finding_axes"),
        (lambda y: np.flip(y, 1), "finding_flipped"),
        (lambda y: y[:, :-1], "finding_last_missing"),
        (lambda y: y[:, 1:], "finding_first_missing"),
        (lambda y: np.concatenate([y, y[:, :1]], 1), "finding_last_surplus"),
        (lambda y: np.concatenate([0 * y[:, :1], y], 1), "finding_first_surplus"),
        (lambda y: np.concatenate([y[:, 1:], 0 * y[:, :1]], 1), "finding_shifted"),
        (lambda y: y / len(y), "finding_batch_divided"),
        (lambda y: y * len(y), "finding_batch_times"),
        (lambda y: y / np.sqrt(y.shape[-1]), "finding_last_by_root"),
        (lambda y: y * y.size, "finding_count_times"),
    ],
)
def test_a_relation_that_holds_in_every_case_is_told(change: Callable[[Array], Array], code: str) -> None:
    assert codes(change) == [code]


def test_nothing_is_said_of_results_that_have_nothing_to_do_with_the_right_ones() -> None:
    assert codes(lambda y: np.random.default_rng(5).normal(size=y.shape)) == []


def test_a_factor_of_one_case_alone_is_no_rule() -> None:
    assert codes(lambda y: 0.5 * y, cases=1) == []


def wrong_at(places: Any) -> Callable[[Array], Array]:
    def change(values: Array) -> Array:
        spoilt = values.copy()
        spoilt[places] += np.random.default_rng(8).normal(size=spoilt[places].shape) + 3
        return spoilt

    return change


def on_all_sides(values: Array) -> Array:
    spoilt = wrong_at(...)(values)
    spoilt[..., 1:-1, 1:-1] = values[..., 1:-1, 1:-1]
    return spoilt


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (wrong_at((slice(None), -1)), "finding_only_last_wrong"),
        (wrong_at((slice(None), 0)), "finding_only_first_wrong"),
        (wrong_at((slice(None), slice(1, None))), "finding_only_first_right"),
        (wrong_at((slice(None), slice(None, -1))), "finding_only_last_right"),
        (on_all_sides, "finding_borders"),
    ],
)
def test_the_places_that_are_wrong_are_told(change: Callable[[Array], Array], code: str) -> None:
    assert codes(change) == [code]


def test_ties_are_named_where_only_equal_values_go_wrong() -> None:
    subjects, evidence = [], []
    for number in range(2):
        x = np.arange(12.0).reshape(2, 6)
        x[:, 4] = x[:, 1]
        right = drawn(number).reshape(-1)[:12].reshape(2, 6)
        subjects.append(subject(right, x))
        evidence.append(Evidence("done", {"y": observed("y", wrong_at((slice(None), [1, 4]))(right))}))
    assert [found.code for found in findings(subjects, evidence, [True, True])] == ["finding_ties"]


def test_a_mask_which_always_repeats_itself_makes_no_tie() -> None:
    subjects, evidence = [], []
    for number in range(2):
        mask = (np.arange(12).reshape(2, 6) % 3 == 1).astype(np.int64)
        right = drawn(number).reshape(-1)[:12].reshape(2, 6)
        subjects.append(subject(right, mask))
        evidence.append(Evidence("done", {"y": observed("y", wrong_at((slice(None), [1, 4]))(right))}))
    assert "finding_ties" not in [found.code for found in findings(subjects, evidence, [True, True])]


def test_an_option_is_named_when_exactly_the_cases_with_it_fail() -> None:
    subjects = [
        subject(drawn(0), drawn(10)),
        subject(drawn(1), drawn(11), {"stride": 2}),
        subject(drawn(2), drawn(12), {"stride": 3}),
        subject(drawn(3), drawn(13)),
    ]
    evidence = [
        Evidence("done", {"y": observed("y", s.oracle["y"] + n * drawn(n))}) for n, s in enumerate(subjects)
    ]
    failing = [False, True, True, False]
    found = findings(subjects, [evidence[0], *evidence[1:3], evidence[0]], failing)
    assert [(message.code, dict(message.params)) for message in found][:1] == [
        ("condition_option", {"option": "stride"})
    ]
    assert not [m for m in findings(subjects, evidence, [False, True, False, False]) if "option" in m.code]


def test_gradients_of_wrong_results_are_not_told_beside_them() -> None:
    made = subject(drawn(0), drawn(10))
    shown = {"y": made.oracle["y"], "grad:x": drawn(4)}
    expected = Evidence("done", {name: observed(name, values) for name, values in shown.items()})
    whole = Subject(made.plan, expected, shown)
    wrong = Evidence("done", {name: observed(name, -values) for name, values in shown.items()})
    told = findings([whole, whole], [wrong, wrong], [True, True])
    assert [(found.code, found.params["name"]) for found in told] == [("finding_sign", "y")]
    only = Evidence("done", {"y": expected.observed["y"], "grad:x": wrong.observed["grad:x"]})
    told = findings([whole, whole], [only, only], [True, True])
    assert [(found.code, found.params["name"]) for found in told] == [("finding_sign", "x.grad")]


def test_what_is_too_small_is_told_with_a_positive_number() -> None:
    subjects = [subject(drawn(number), drawn(number + 10)) for number in range(2)]
    evidence = [Evidence("done", {"y": observed("y", s.oracle["y"] - 2.0)}) for s in subjects]
    (found,) = findings(subjects, evidence, [True, True])
    assert (found.code, found.params["offset"]) == ("finding_offset_below", 2.0)


@pytest.mark.parametrize(
    ("spoil", "code"), [(lambda y: 0.123 * y, "finding_factor"), (lambda y: y + 0.123, "finding_offset")]
)
def test_a_number_is_told_from_visible_cases_alone(spoil: Callable[[Array], Array], code: str) -> None:
    for visible in (False, True):
        subjects = [subject(drawn(n), drawn(n + 10), visible=visible) for n in range(2)]
        evidence = [Evidence("done", {"y": observed("y", spoil(s.oracle["y"]))}) for s in subjects]
        (found,) = findings(subjects, evidence, [True, True])
        assert found.code == (code if visible else f"{code}_hidden")
        assert ("0.123" in str(found.params)) is visible


def test_a_result_with_its_axes_in_place_is_no_matter_of_axes() -> None:
    """One that is off by a hair, at each of its widths, is still nearest to the right one as it stands."""
    for tenths in range(40, 170):
        assert "finding_axes" not in codes(partial(np.multiply, 1 + 10 ** (-tenths / 10)))
