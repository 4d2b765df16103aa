"""One batch: the canaries first, then the answer. Where a canary is lifted the answer is not even sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graders.answers.language_model.canaries import Canary
from graders.answers.language_model.reading import Reading, read_reply
from graders.answers.language_model.request import request_body
from graders.answers.language_model.subject import Subject

# Takes a request's body and gives the reply's.
Ask = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Lifted:
    """A canary that the model called supported, and in which concepts."""

    form: str
    concepts: tuple[str, ...]


def consult(
    ask: Ask, subject: Subject, answer: str, *, model: str, canaries: Sequence[Canary]
) -> Reading | Lifted:
    """What the model reads in the answer, if it resists every canary. Raises what ``ask`` raises."""
    for one in canaries:
        reading = read_reply(ask(request_body(subject, one.answer, model=model)), subject, one.answer)
        if reading.claimed:
            return Lifted(one.form, reading.claimed)
    return read_reply(ask(request_body(subject, answer, model=model)), subject, answer)
