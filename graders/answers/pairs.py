"""Marking an order, and matches: each thing is given a place, or a partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from graders.answers.outcome import AnswerRefused, Marking, Remark, beyond_chance, graded
from graders.contract import Text


@dataclass(frozen=True)
class OrderKey:
    """The ids of the items in their right order."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class MatchKey:
    """The right partner of each item, all partners on offer, and what the author says of an item."""

    partners: Mapping[str, str]
    offered: tuple[str, ...]
    reasons: Mapping[str, Text] = field(default_factory=dict)


def mark_order(key: OrderKey, places: Mapping[str, str]) -> Marking:
    """Mark an order, given as a place (1, 2, …) for each item.

    The marks follow from how many pairs of items stand in their right order beyond the half that chance
    gives: Kendall's tau, where it is positive.
    """
    ranks = _ranks(key, places)
    order = tuple(sorted(key.items, key=ranks.__getitem__))
    if order == key.items:
        return graded(Fraction(1))
    pairs = list(combinations(key.items, 2))
    kept = sum(ranks[first] < ranks[second] for first, second in pairs)
    begun = next(place for place, (a, b) in enumerate(zip(order, key.items, strict=True)) if a != b)
    remark = Remark("order_right_until", {"place": begun}) if begun else Remark("order_first_wrong")
    if order == key.items[::-1]:
        remark = Remark("order_reversed")
    return graded(beyond_chance(kept, len(pairs), Fraction(1, 2)), remark)


def mark_matches(key: MatchKey, given: Mapping[str, str]) -> Marking:
    """Mark partners: the share of right ones beyond what guessing gives."""
    if not any(given.get(item) for item in key.partners):
        raise AnswerRefused("answer_blank")
    missing = sum(not given.get(item) for item in key.partners)
    if missing:
        raise AnswerRefused("match_missing", count=missing)
    if not set(given.values()) <= set(key.offered) or not given.keys() <= key.partners.keys():
        raise AnswerRefused("choice_unknown")
    wrong = [item for item, partner in key.partners.items() if given[item] != partner]
    if not wrong:
        return graded(Fraction(1))
    total = len(key.partners)
    share = beyond_chance(total - len(wrong), total, Fraction(1, len(key.offered)))
    notes = [key.reasons[item] for item in wrong if item in key.reasons]
    return graded(share, Remark("matches_wrong", {"wrong": len(wrong), "total": total}), notes=notes)


def _ranks(key: OrderKey, places: Mapping[str, str]) -> dict[str, int]:
    if not any(places.get(item) for item in key.items):
        raise AnswerRefused("answer_blank")
    known = {str(place) for place in range(1, len(key.items) + 1)}
    if not places.keys() <= set(key.items) or not set(places.values()) <= known | {""}:
        raise AnswerRefused("choice_unknown")
    given: Sequence[str] = [places.get(item, "") for item in key.items]
    if set(given) != known:
        raise AnswerRefused("order_places_repeated", count=len(key.items))
    return {item: int(places[item]) for item in key.items}
