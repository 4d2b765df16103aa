"""The measures are what their definitions say, and a file that cannot be read says where."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from graders.answers.evaluate.marked import FileRefused, read_marked
from graders.answers.evaluate.measures import exact_agreement, share, weighted_kappa, with_interval
from graders.answers.evaluate.report import LENGTH, OVERLAP, evaluate
from graders.cli import app

SAY = {"en": "It slides.", "hi": "वह खिसकता है।"}
QUESTION = {
    "question": "kernel",
    "maximum": 2,
    "rubric": {
        "glossary": ["convolution"],
        "concept": [
            {"id": "slides", "say": SAY, "accept": [{"all": ["slide"], "subject": "kernel"}]},
            {"id": "adds", "say": SAY, "accept": [{"all": ["sum"]}]},
        ],
    },
    "statement": {"en": "What does a kernel do?"},
    "solution": {"en": "The kernel slides over the image and adds up the products."},
}
BOTH, ONE, NONE = "The kernel slides and adds up the products.", "The kernel slides.", "It is blue."


def lines(*rows: dict[str, object]) -> str:
    return "\n".join(json.dumps(row) for row in rows)


def answer(text: str, mark: float, form: str = "en", question: str = "kernel") -> dict[str, object]:
    return {"question": question, "answer": text, "mark": mark, "form": form}


def levels(*values: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(values)


def test_kappa_is_one_for_the_same_marks_and_none_where_chance_alone_agrees() -> None:
    assert weighted_kappa(levels(0, 1, 2), levels(0, 1, 2)) == 1
    assert weighted_kappa(levels(1, 1), levels(1, 1)) is None
    assert weighted_kappa(levels(0, 2), levels(2, 0)) == -1


def test_kappa_is_what_its_formula_gives_by_hand() -> None:
    # Seen: two agree, one is one step off. By chance: (3·1 + 2·… )/3; written out below.
    one, other = levels(0, 1, 1), levels(0, 1, 2)
    seen = 1 / 3
    chance = ((1 / 3) * (1 / 3) * (0 + 1 + 4)) + ((2 / 3) * (1 / 3) * (1 + 0 + 1))
    assert weighted_kappa(one, other) == pytest.approx(1 - seen / chance)


def test_shares_and_agreement_are_counted() -> None:
    assert exact_agreement(levels(0, 1, 2, 2), levels(0, 1, 1, 2)) == 0.75
    assert share(np.array([True, False]), np.array([True, True])) == 0.5
    assert share(np.array([True]), np.array([False])) is None


def test_an_interval_resamples_questions_and_not_answers() -> None:
    values = np.array([1.0] * 50 + [0.0] * 50)
    clusters = ["a"] * 50 + ["b"] * 50
    found = with_interval(lambda rows: float(values[rows].mean()), clusters)
    # Two questions, one all right and one all wrong: nothing between is out of reach.
    assert (found.value, found.low, found.high) == (0.5, 0.0, 1.0)
    assert with_interval(lambda rows: 1.0, ["a", "a"]).low is None


def test_the_report_counts_right_full_marks_missed_ones_and_false_zeros(tmp_path: Path) -> None:
    path = tmp_path / "marked.jsonl"
    path.write_text(
        lines(
            QUESTION,
            answer(BOTH, 2),
            answer(BOTH, 1, "hi"),  # the machine gives more than the person
            answer(ONE, 1),
            answer(NONE, 2, "hi"),  # the machine sees nothing in it
            answer("", 0),
        ),
        "utf-8",
    )
    rows = {row.name: row for row in evaluate(read_marked(path)).rows}
    every = rows["all"]
    assert (every.answers, every.questions) == (5, 1)
    assert every.exact.value == pytest.approx(3 / 5)
    assert every.precision is not None
    assert every.precision.value == 0.5
    assert every.coverage is not None
    assert every.coverage.value == 0.5
    assert every.false_zeros is not None
    assert every.false_zeros.value == 0.25
    assert (rows["en"].answers, rows["hi"].answers) == (3, 2)
    assert rows[LENGTH].precision is None
    assert rows[OVERLAP].answers == 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no marked answers"),
        ("{", "line 1"),
        (lines(answer(BOTH, 1)), "line 1: KeyError 'kernel'"),
        (lines(QUESTION, answer(BOTH, 3)), "between 0 and 2"),
        (lines(QUESTION, {"question": "kernel"}), "line 2"),
        (lines({**QUESTION, "rubric": {"glossary": ["nothing"]}}), "glossary"),
        (lines({**QUESTION, "maximum": 0}), "must be positive"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "marked.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(FileRefused, match=told):
        read_marked(path)
    result = CliRunner().invoke(app, ["answers", "evaluate", str(path)])
    assert result.exit_code == 2


def test_the_command_measures_the_courses_own_answers() -> None:
    result = CliRunner().invoke(app, ["answers", "evaluate", "dlquiz/content", "--json"])
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    every = document["rows"][0]
    assert every["kappa"]["value"] > 0.95
    assert every["precision"]["value"] == 1
    assert {row["name"] for row in document["rows"]} == {"all", "en", "hi", "roman", LENGTH, OVERLAP}
