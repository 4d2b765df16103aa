"""Small tensors as coloured grids of numbers."""

import math

import pytest

from dlquiz.submissions.heatmap import difference, draw, heatmaps, number, shape_text, step
from graders.contract import ShownTensor
from tests.dlquiz.submissions.reports import VISIBLE


def tensor(*shape: int, role: str = "input", values: tuple[float | None, ...] | None = None) -> ShownTensor:
    size = math.prod(shape)
    return ShownTensor("x", role, "float32", shape, values or tuple(float(n) for n in range(size)))


@pytest.mark.parametrize(
    ("shape", "planes"),
    [
        ((), [("", 1, 1)]),
        ((3,), [("", 1, 3)]),
        ((2, 3), [("", 2, 3)]),
        ((2, 2, 3), [("[0, :, :]", 2, 3), ("[1, :, :]", 2, 3)]),
        ((1, 2, 1, 2), [("[0, 0, :, :]", 1, 2), ("[0, 1, :, :]", 1, 2)]),
        ((0, 3), []),
        ((2, 0), []),
    ],
)
def test_a_tensor_is_cut_into_its_matrices(
    shape: tuple[int, ...], planes: list[tuple[str, int, int]]
) -> None:
    drawn = draw(tensor(*shape), scale=1.0, first_wrong=None)
    assert [(plane.where, len(plane.rows), len(plane.columns)) for plane in drawn.planes] == planes
    shown = [cell.text for plane in drawn.planes for row in plane.rows for cell in row]
    assert shown == [str(n) for n in range(math.prod(shape))]


def test_expected_yours_and_difference_follow_the_inputs() -> None:
    drawn = heatmaps(VISIBLE.tensors, {"y": (0, 0, 1, 1)})
    assert [(one.name, one.role) for one in drawn] == [
        ("x", "input"),
        ("y", "expected"),
        ("y", "actual"),
        ("y", "difference"),
    ]
    assert drawn[3].planes[0].rows[1][1].text == "0.5"


def test_the_first_wrong_element_is_marked_in_every_grid_of_that_output_and_nowhere_else() -> None:
    drawn = heatmaps(VISIBLE.tensors, {"y": (0, 0, 1, 1)})
    for one in drawn:
        marked = [
            (r, c)
            for plane in one.planes
            for r, row in enumerate(plane.rows)
            for c, cell in enumerate(row)
            if cell.first_wrong
        ]
        assert marked == ([] if one.role == "input" else [(1, 1)])


def test_expected_and_yours_share_one_scale_so_that_equal_numbers_have_equal_colours() -> None:
    expected, actual = heatmaps(VISIBLE.tensors, {})[1:3]
    assert expected.planes[0].rows[0] == actual.planes[0].rows[0]


def test_equal_outputs_need_no_grid_of_differences() -> None:
    same = (
        VISIBLE.tensors[1],
        ShownTensor("y", "actual", "float32", (1, 1, 2, 2), VISIBLE.tensors[1].values),
    )
    assert [one.role for one in heatmaps(same, {})] == ["expected", "actual"]


def test_outputs_of_different_shape_are_shown_without_a_difference() -> None:
    assert difference(tensor(2, 2), tensor(4)) is None
    shown = heatmaps((tensor(2, 2, role="expected"), tensor(4, role="actual")), {})
    assert [one.role for one in shown] == ["expected", "actual"]


def test_what_is_not_a_number_is_shown_as_such() -> None:
    drawn = draw(tensor(2, values=(None, 1.0)), scale=1.0, first_wrong=None)
    cells = drawn.planes[0].rows[0]
    assert (cells[0].text, cells[0].step) == ("NaN/∞", "nan")
    assert difference(tensor(1, values=(None,)), tensor(1)).values == (None,)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.0, "0"),
        (0.001, "p1"),
        (0.25, "p1"),
        (0.26, "p2"),
        (1.0, "p4"),
        (-1.0, "n4"),
        (-0.5, "n2"),
        (9.0, "p4"),
    ],
)
def test_colours_go_in_four_steps_either_side_of_zero(value: float, expected: str) -> None:
    assert step(value, 1.0) == expected


def test_all_zero_has_no_colour() -> None:
    assert step(0.0, 0.0) == "0"


@pytest.mark.parametrize(
    ("value", "whole", "text"),
    [
        (3.0, False, "3"),
        (-0.5, False, "-0.5"),
        (0.123456, False, "0.1235"),
        (1e9, False, "1e+09"),
        (7.0, True, "7"),
    ],
)
def test_numbers_are_short_enough_for_a_cell(value: float, whole: bool, text: str) -> None:
    assert number(value, whole) == text


def test_shapes_are_written_as_python_writes_them() -> None:
    assert [shape_text(s) for s in ((), (3,), (2, 3))] == ["()", "(3,)", "(2, 3)"]
