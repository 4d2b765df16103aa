"""Why a solution is wrong, as far as could be found out after its verdict was out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graders.contract.report import (
    CheckResult,
    CodeError,
    Diagnosis,
    Message,
    ShownTensor,
    check_from_json,
    diagnosis_from_json,
    error_from_json,
    plain,
    tensor_from_json,
)

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class CounterExample:
    """The smallest input found on which the solution goes wrong, seen to do so in a fresh cell.

    ``program`` is the Python that shows it, to be pasted below the solution. ``case`` names the case that it
    was made smaller from; its numbers are its own, never those of a hidden case. ``elements`` counts the
    numbers of the inputs and of the results.
    """

    case: str
    program: str
    check: CheckResult
    tensors: tuple[ShownTensor, ...]
    elements: int
    error: CodeError | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Named misconceptions, what the failures have in common, and the smallest input that shows one.

    ``seconds`` is what finding it took; ``complete`` is False where time ran out first.
    """

    diagnosis: Diagnosis | None
    findings: tuple[Message, ...]
    counter_example: CounterExample | None
    seconds: float
    complete: bool = True
    schema: int = SCHEMA

    def to_json(self) -> dict[str, Any]:
        """A JSON object; ``from_json`` gives the same explanation back."""
        value: dict[str, Any] = plain(self)
        return value

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Explanation:
        """The explanation in ``value``. Raises ``ValueError`` for a schema of another version."""
        if value.get("schema") != SCHEMA:
            raise ValueError(f"an explanation of schema {value.get('schema')!r}, this engine reads {SCHEMA}")
        diagnosis, example = value["diagnosis"], value["counter_example"]
        return cls(
            **{
                **value,
                "diagnosis": diagnosis_from_json(diagnosis) if diagnosis else None,
                "findings": tuple(Message(**finding) for finding in value["findings"]),
                "counter_example": _example_from_json(example) if example else None,
            }
        )


def _example_from_json(value: Mapping[str, Any]) -> CounterExample:
    return CounterExample(
        **{
            **value,
            "check": check_from_json(value["check"]),
            "tensors": tuple(tensor_from_json(tensor) for tensor in value["tensors"]),
            "error": error_from_json(value["error"]) if value["error"] else None,
        }
    )
