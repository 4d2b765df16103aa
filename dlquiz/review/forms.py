"""What the review's forms send: which answers, which verdicts, which words."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from django.http import QueryDict

from dlquiz.core.query import whole_number
from dlquiz.review.decisions import DECIDED, Judgement, Seen
from graders.answers.outcome import Verdict

CONCEPT = "concept-"
_HUNDRED = 100


def read_seen(entries: Iterable[str]) -> list[Seen]:
    """``attempt:mark`` pairs, several of which a box may hold; what is none is left out."""
    found = []
    for pair in " ".join(entries).split():
        attempt, sign, mark = pair.partition(":")
        numbers = whole_number(attempt), whole_number(mark)
        if sign and numbers[0] is not None and numbers[1] is not None:
            found.append(Seen(numbers[0], numbers[1]))
    return found


def read_judgement(data: QueryDict) -> Judgement:
    """The verdicts, as far as they were chosen; and the share, for questions without concepts."""
    allowed = {verdict.value for verdict in DECIDED}
    verdicts = {
        name.removeprefix(CONCEPT): Verdict(str(value))
        for name, value in data.items()
        if name.startswith(CONCEPT) and value in allowed
    }
    share = whole_number(str(data.get("share", "")))
    return Judgement(verdicts, None if share is None or share > _HUNDRED else Fraction(share, _HUNDRED))
