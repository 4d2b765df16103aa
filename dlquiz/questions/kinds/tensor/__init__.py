"""A small tensor to fill in, entry by entry: a matrix, or a vector as one row. A generator may make it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.questions.generators import Variation, variation_of
from dlquiz.questions.kind import PARTS, Examples, Instance, Kind, Spec, Values, parts_of
from graders.answers.messages import MESSAGES
from graders.answers.outcome import Marking
from graders.answers.tensors import Grid, LikelyGrid, TensorKey, mark_tensor

_KEYS = frozenset({"values", "absolute", "errors"})
MAX_SIDE = 8


class TensorKind(Kind):
    """``values`` by rows; the student sees the size, and fills in a grid."""

    name = "tensor"
    label = pgettext_lazy("kind of question", "tensor")
    several = frozenset({"answer"})
    script = "questions/tensor.js"

    def own_problems(self, spec: Spec) -> list[str]:
        data = spec[self.name]
        problems = [f"tensor: unknown key {key!r}" for key in data if key not in _KEYS]
        if ("values" in data) == ("vary" in spec):
            problems.append("tensor: give either `values` or a generator")
        if "values" in data and not _is_grid(data["values"]):
            problems.append(
                f"tensor: `values` must be rows of equal length, at most {MAX_SIDE} by {MAX_SIDE}"
            )
        for error in data.get("errors", ()):
            if error.get("code") not in MESSAGES or not _is_grid(error.get("values")):
                problems.append(f"tensor: likely error {error!r} needs values and a known code")
        return problems

    def body(self, spec: Spec, variation: Variation | None) -> Mapping[str, Any]:
        grid = variation.answer if variation is not None else spec[self.name]["values"]
        return {"rows": len(grid), "columns": len(grid[0])}

    def inputs(self, instance: Instance, values: Values) -> Any:
        """The entries typed so far, by rows, each with its place counted from one."""
        rows, columns = instance.body["rows"], instance.body["columns"]
        cells = parts_of(values.get("answer", ""))
        cells += [""] * (rows * columns - len(cells))
        return [
            [
                {"value": cells[row * columns + column], "row": row + 1, "column": column + 1}
                for column in range(columns)
            ]
            for row in range(rows)
        ]

    def display(self, spec: Spec, seed: int, values: Values) -> str:
        """The entries in columns."""
        cells = parts_of(values.get("answer", ""))
        columns = self.body(spec, variation_of(spec, seed))["columns"]
        width = max((len(cell) for cell in cells), default=1)
        rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
        return "\n".join("  ".join(cell.rjust(width) for cell in row) for row in rows)

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        return mark_tensor(_key(spec, seed), parts_of(values.get("answer", "")))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "Which numbers?", "hi": "कौन-सी संख्याएँ?"}
        fixed = {"values": [["1", "0.5"], ["-2", "3"]], "absolute": "0.01"}
        return [
            Examples(
                {"statement": text, "solution": text, self.name: fixed},
                _answers("1 1/2 -2 3", "१ ०.५ -2 3.001"),
                _answers("1 0.5 2 3", "0.5 1 3 -2", "0 0 0 0"),
                [*_answers("1 0.5 -2", "1 0.5 -2 x"), {"answer": "1\t\t-2\t3"}, {}],
            )
        ]


def _answers(*texts: str) -> list[dict[str, str]]:
    return [{"answer": text.replace(" ", PARTS)} for text in texts]


def _is_grid(value: Any) -> bool:
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_SIDE:
        return False
    if not all(isinstance(row, list) and 1 <= len(row) <= MAX_SIDE for row in value):
        return False
    return len({len(row) for row in value}) == 1 and all(_is_number(cell) for row in value for cell in row)


def _is_number(value: Any) -> bool:
    try:
        Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        return False
    return True


def _grid(rows: Sequence[Sequence[Any]]) -> Grid:
    return tuple(tuple(Fraction(str(cell)) for cell in row) for row in rows)


def _key(spec: Spec, seed: int) -> TensorKey:
    data: Any = spec["tensor"]
    variation = variation_of(spec, seed)
    if variation is None:
        errors = [(error["values"], error["code"]) for error in data.get("errors", ())]
        values: Any = data["values"]
    else:
        errors, values = list(variation.errors), variation.answer
    return TensorKey(
        _grid(values),
        Fraction(str(data.get("absolute", 0))),
        tuple(LikelyGrid(_grid(wrong), reason) for wrong, reason in errors),
    )


KIND = TensorKind()
