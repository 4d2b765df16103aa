"""What the language model is asked about: a question and the concepts of its rubric. Nobody's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graders.contract import Text

# A longer answer is no short text: a person reads it, and no machine is paid for it.
MAX_ANSWER_CHARACTERS = 6_000


@dataclass(frozen=True)
class Subject:
    """``concepts``: what each says, by its id, in the rubric's order."""

    question: Text
    concepts: Mapping[str, Text]

    @property
    def labels(self) -> dict[str, str]:
        """The id of each concept by what it is called in requests, c1, c2 and so on.

        The ids themselves often name what an answer has to say ("same-values").
        """
        return {f"c{place}": name for place, name in enumerate(self.concepts, start=1)}


def is_readable(answer: str) -> bool:
    """Whether there is something to read, and not too much."""
    return bool(answer.strip()) and len(answer) <= MAX_ANSWER_CHARACTERS
