"""Matching a statement pattern against clauses: terms together, bound to their subject, negation noticed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graders.answers.text.clauses import Clause
from graders.answers.text.lexicon import Lexicon
from graders.answers.text.rubric import Statement, Terms
from graders.contract import Text

_PREPOSITION_REACH = 3
_INHERITANCE_REACH = 3
_WITHIN = frozenset({"में", "me", "mein", "main"})


class Stance(StrEnum):
    """What a match says about its concept."""

    SUPPORT = "support"
    CONTRADICT = "contradict"
    DOUBT = "doubt"
    NEUTRAL = "neutral"  # read and understood, but it says nothing for or against


@dataclass(frozen=True)
class Hit:
    """A match: its stance, the clauses that it rests on, and a note for the student if there is one.

    ``read``: those whose "not" has been taken into account, where others only lent a subject.
    """

    stance: Stance
    clauses: frozenset[int]
    note: Text | None = None
    read: frozenset[int] = frozenset()


def statement_hits(pattern: Statement, clauses: Sequence[Clause], lexicon: Lexicon) -> list[Hit]:
    """Every clause that states the pattern, or its opposite."""
    hits: list[Hit] = []
    for place, clause in enumerate(clauses):
        stance = _stance(pattern, clause, lexicon)
        if stance is None:
            continue
        used = {place}
        if pattern.also and not _nearby(pattern.also, clauses, place, used):
            continue
        if pattern.subject:
            bound = _bind(pattern, clauses, place, used)
            if bound is None:
                continue
            if not bound and stance is not Stance.NEUTRAL:
                stance = Stance.CONTRADICT if stance is Stance.SUPPORT else Stance.DOUBT
        hits.append(Hit(stance, frozenset(used), pattern.note, frozenset({place})))
    return hits


def _stance(pattern: Statement, clause: Clause, lexicon: Lexicon) -> Stance | None:
    """Support, contradiction (an opposite or a negation), doubt (both), or nothing."""
    if pattern.unless & clause.terms or (pattern.ordered and not _in_order(pattern, clause)):
        return None
    against = 0
    for group in pattern.all:
        if group & clause.terms:
            continue
        if not opposites(group, lexicon) & clause.terms:
            return None
        against += 1
    if pattern.negated and against and not clause.negated:
        return None  # "not different" is wanted, "same" is said: for a pattern of its own to judge
    negated = clause.negated != pattern.negated
    if _lacking(pattern, clause):
        # "Without padding the output grows": not by padding. Denied in turn, it is right by logic only.
        if pattern.affirm:
            return None
        return Stance.NEUTRAL if negated != bool(against) else Stance.CONTRADICT
    if not against and not negated and clause.alternatives and _enumerated(pattern, clause, lexicon):
        return Stance.DOUBT
    if against and negated:
        # "Not different": right by logic, but only its own pattern gives marks. Not to change is to keep.
        return Stance.SUPPORT if against == 1 and _no_third(pattern, clause, lexicon) else Stance.NEUTRAL
    if pattern.affirm and (against or negated):
        return None
    if against > 1:
        return Stance.DOUBT
    return Stance.CONTRADICT if against or negated else Stance.SUPPORT


def _lacking(pattern: Statement, clause: Clause) -> bool:
    """Whether what the pattern names, or is said of, is said to be missing ("without X"): all of it, here.

    Patterns that name a term for "without" itself read it on their own.
    """
    missing = clause.missing
    if not missing:
        return False
    named = frozenset[str]().union(*pattern.all, *pattern.also)
    if any("without" in part.roles and part.terms & named for part in clause.parts):
        return False
    wanted = [*pattern.all, pattern.subject | pattern.rivals] if pattern.subject else list(pattern.all)
    for group in wanted:
        places = [index for index, part in enumerate(clause.parts) if part.terms & group]
        if places and missing.issuperset(places):
            return True
    return False


def _in_order(pattern: Statement, clause: Clause) -> bool:
    place = -1
    for group in pattern.all:
        later = (i for i, part in enumerate(clause.parts) if i > place and group & part.terms)
        place = next(later, len(clause.parts))
    return place < len(clause.parts)


def opposites(group: Terms, lexicon: Lexicon) -> Terms:
    """The opposites of a group's terms, less what the group itself accepts."""
    found = {lexicon.terms[name].opposite for name in group} - {""}
    return frozenset(found) - group


def _no_third(pattern: Statement, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether what the clause denies leaves nothing but what is wanted."""
    return any(
        lexicon.terms[name].no_third and lexicon.terms[name].opposite in clause.terms
        for group in pattern.all
        if not group & clause.terms
        for name in group
    )


def _enumerated(pattern: Statement, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a right term term and its opposite stand side by side ("same or different")."""
    return any(opposites(group, lexicon) & clause.terms for group in pattern.all)


def _nearby(groups: Sequence[Terms], clauses: Sequence[Clause], place: int, used: set[int]) -> bool:
    """Whether each group is named in this clause, or in one next to it."""
    for group in groups:
        for near in (place, place - 1, place + 1):
            if 0 <= near < len(clauses) and group & clauses[near].terms:
                used.add(near)
                break
        else:
            return False
    return True


def _bind(pattern: Statement, clauses: Sequence[Clause], place: int, used: set[int]) -> bool | None:
    """True where the subject is the pattern's, False where it is a rival, None where it is not to be seen."""
    clause = clauses[place]
    first = pattern.all[0]
    predicate = next((i for i, part in enumerate(clause.parts) if first & part.terms), len(clause.parts))
    named = _named(pattern, clause, predicate) or _topic(pattern, clause)
    if named is not None:
        return bool(named & pattern.subject)
    if clause.condition:
        # "If the layer is linear, BatchNorm1d is used": what a condition is of may follow it.
        named = _following(pattern, clauses, place)
        if named is not None:
            used.add(place + 1)
            return bool(named & pattern.subject)
    for earlier in range(place - 1, max(-1, place - 1 - _INHERITANCE_REACH), -1):
        named = _named(pattern, clauses[earlier], len(clauses[earlier].parts))
        if named is not None:
            used.add(earlier)
            return bool(named & pattern.subject)
    return True if pattern.implicit else None


def _named(pattern: Statement, clause: Clause, predicate: int) -> Terms | None:
    """The nearest candidate for the subject: before the predicate, else after it; never the place."""
    candidates = [
        (index, part.terms)
        for index, part in enumerate(clause.parts)
        if part.terms & (pattern.subject | pattern.rivals) and not _is_place(clause, index)
    ]
    before = [terms for index, terms in candidates if index < predicate]
    after = [terms for index, terms in candidates if index > predicate]
    if before:
        return before[-1]
    return after[0] if after else None


def _topic(pattern: Statement, clause: Clause) -> Terms | None:
    """What a Hindi clause begins with, though में stands behind it: "Underfitting में model …"."""
    parts = clause.parts[1:] if "joiners" in clause.parts[0].roles else clause.parts  # "और LSTM में …"
    if clause.language != "hi" or len(parts) < 2 or parts[1].word.form not in _WITHIN:
        return None
    first = parts[0].terms
    return first if first & (pattern.subject | pattern.rivals) else None


def _following(pattern: Statement, clauses: Sequence[Clause], place: int) -> Terms | None:
    """The subject of the clause that follows in the same sentence."""
    if place + 1 >= len(clauses) or clauses[place + 1].sentence != clauses[place].sentence:
        return None
    return _named(pattern, clauses[place + 1], len(clauses[place + 1].parts))


def _is_place(clause: Clause, index: int) -> bool:
    """Whether the word at ``index`` says where: after "over the", before पर, के ऊपर or में."""
    if clause.language == "hi":
        behind = clause.parts[index + 1 : index + 3]
        if behind and "places" in behind[0].roles:
            return True
        return len(behind) == 2 and "postpositions" in behind[0].roles and "places" in behind[1].roles
    ahead = clause.parts[max(0, index - _PREPOSITION_REACH) : index]
    for part in reversed(ahead):
        if "places" in part.roles:
            return True
        if part.terms or "auxiliaries" in part.roles:
            return False
    return False
