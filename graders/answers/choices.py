"""Marking a choice of one option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graders.answers.outcome import AnswerRefused, Marking, Remark, right, wrong


@dataclass(frozen=True)
class ChoiceKey:
    """The option ids on offer, the right one, and which options carry a reason of their own."""

    options: tuple[str, ...]
    right: str
    reasons: Mapping[str, str] = field(default_factory=dict)


def mark_choice(key: ChoiceKey, chosen: str) -> Marking:
    """Mark one chosen option; an unknown id is refused, never guessed at."""
    if not chosen:
        raise AnswerRefused("answer_blank")
    if chosen not in key.options:
        raise AnswerRefused("choice_unknown")
    if chosen == key.right:
        return right()
    return wrong(Remark("choice_wrong", {"option": chosen}))
