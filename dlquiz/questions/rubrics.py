"""The rubric of a spec's table, with the question's own words and what people taught since."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from graders.answers.text.rubric import Rubric, read_rubric

# Where a spec carries what was taught; only while it is marked, never as it is published.
LEARNED = "learned"


def rubric_data(spec: Mapping[str, Any], table: str) -> dict[str, Any]:
    """What ``read_rubric`` takes, of the table that holds the concepts."""
    statement = spec.get("statement", {})
    said = [statement.get("en", ""), statement.get("hi", "")]
    return {**spec[table], "question": said, LEARNED: spec.get(LEARNED, ())}


def rubric_in(spec: Mapping[str, Any], table: str) -> Rubric:
    """The rubric itself; raises ``RubricRefused`` with every problem."""
    return read_rubric(rubric_data(spec, table))


def marks_of(spec: Mapping[str, Any], table: str) -> dict[str, Decimal]:
    """What each concept of the table is worth, by its id."""
    return {entry["id"]: Decimal(str(entry.get("marks", 1))) for entry in spec[table].get("concept", ())}
