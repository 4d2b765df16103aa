"""What a question's form sends: the answer's fields, and which attempt, version and revision it was about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from dlquiz.questions.models import Question, QuestionVersion
from dlquiz.questions.selectors import kind_of

_MAX_NUMBER = 2**31 - 1


@dataclass(frozen=True)
class AnswerForm:
    """Read from a POST; never refuses: what is not a number is the number of a page just opened."""

    values: dict[str, str]
    number: int
    revision: int
    version: QuestionVersion | None

    def as_arguments(self) -> dict[str, Any]:
        """For the services, which take the four by name."""
        return {
            "values": self.values,
            "number": self.number,
            "revision": self.revision,
            "version": self.version,
        }


def read_answer_form(question: Question, data: QueryDict) -> AnswerForm:
    """The posted form of a question."""
    values = kind_of(question).read(data)
    version_number = _whole(data.get("version"), 0)
    version = question.versions.filter(number=version_number).first() if version_number else None
    return AnswerForm(values, _whole(data.get("attempt"), 1), _whole(data.get("revision"), 0), version)


def _whole(text: str | None, otherwise: int) -> int:
    if text and text.isascii() and text.isdecimal() and len(text) < 11:
        return min(int(text), _MAX_NUMBER)
    return otherwise
