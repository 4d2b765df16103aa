"""What a generator gives for one seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dlquiz.core.i18n import Text
from graders.answers.outcome import Reason


@dataclass(frozen=True)
class Variation:
    """The numbers to fill in, the right answer, likely wrong ones with their codes, and the worked solution.

    ``answer`` and ``errors`` are in the terms of the kind that uses the generator: a shape, a number, rows of
    numbers. An error's reason is the code of a message, or the author's words.
    """

    names: Mapping[str, Any]
    answer: Any
    errors: Sequence[tuple[Any, Reason]] = field(default_factory=tuple)
    solution: Text | None = None


def distinct_errors(answer: Any, errors: Sequence[tuple[Any, Reason]]) -> tuple[tuple[Any, Reason], ...]:
    """Errors that differ from the answer and from each other: where two slips agree, the first is named."""
    seen = [answer]
    kept: list[tuple[Any, Reason]] = []
    for value, code in errors:
        if value not in seen:
            seen.append(value)
            kept.append((value, code))
    return tuple(kept)
