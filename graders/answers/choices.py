"""Marking a choice of one option, and of several."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from graders.answers.outcome import AnswerRefused, Marking, Remark, graded, right, wrong
from graders.contract import Text


@dataclass(frozen=True)
class ChoiceKey:
    """The option ids on offer, the right one, and which options carry a reason of their own."""

    options: tuple[str, ...]
    right: str
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ChoicesKey:
    """The option ids on offer, all that are right, and what the author says of an option."""

    options: tuple[str, ...]
    right: frozenset[str]
    reasons: Mapping[str, Text] = field(default_factory=dict)


def mark_choice(key: ChoiceKey, chosen: str) -> Marking:
    """Mark one chosen option; an unknown id is refused, never guessed at."""
    if not chosen:
        raise AnswerRefused("answer_blank")
    if chosen not in key.options:
        raise AnswerRefused("choice_unknown")
    if chosen == key.right:
        return right()
    return wrong(Remark("choice_wrong", {"option": chosen}))


def mark_choices(key: ChoicesKey, chosen: Collection[str]) -> Marking:
    """Mark the chosen options: the right ones among them less the wrong ones, as a share of all right ones.

    So that ticking everything earns nothing where half of the options are wrong.
    """
    picked = frozenset(chosen)
    if not picked:
        raise AnswerRefused("answer_blank")
    if not picked <= set(key.options):
        raise AnswerRefused("choice_unknown")
    missed, extra = key.right - picked, picked - key.right
    remarks = []
    if missed:
        remarks.append(Remark("choices_missed", {"count": len(missed)}))
    if extra:
        remarks.append(Remark("choices_extra", {"count": len(extra)}))
    notes = [key.reasons[name] for name in key.options if name in missed | extra and name in key.reasons]
    share = Fraction(len(picked & key.right) - len(extra), len(key.right))
    return graded(share, *remarks, notes=notes)
