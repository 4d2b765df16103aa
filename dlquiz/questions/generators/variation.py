"""What a generator gives for one seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dlquiz.core.i18n import Text


@dataclass(frozen=True)
class Variation:
    """The numbers to fill in, the right answer, likely wrong ones with their codes, and the worked solution.

    ``answer`` and ``errors`` are in the terms of the kind that uses the generator: a shape or a number.
    """

    names: Mapping[str, Any]
    answer: Any
    errors: Sequence[tuple[Any, str]] = field(default_factory=tuple)
    solution: Text | None = None


def distinct_errors(answer: Any, errors: Sequence[tuple[Any, str]]) -> tuple[tuple[Any, str], ...]:
    """Errors that differ from the answer and from each other: where two slips agree, the first is named."""
    seen = [answer]
    kept: list[tuple[Any, str]] = []
    for value, code in errors:
        if value not in seen:
            seen.append(value)
            kept.append((value, code))
    return tuple(kept)
