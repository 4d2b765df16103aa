"""Matching "more of this moves that": padding and output size, kernel size and parameters.

A direction word ("larger", बढ़ता, कम) belongs to the noun beside it. In "a larger stride gives a smaller output"
the first belongs to the cause, the second to the effect; in "stride बढ़ाने से output घटता है" the condition has the
cause, the main clause the effect. The two directions multiply: less padding, smaller output is as right as more
padding, larger output.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graders.answers.text.clauses import Clause
from graders.answers.text.lexicon import Lexicon
from graders.answers.text.rubric import Effect, Terms
from graders.answers.text.statements import Hit, Stance

_ANY = frozenset({-1, 0, 1})
_CAUSE, _ON, _MOVE = "cause", "on", "move"


@dataclass(frozen=True)
class _Item:
    role: str
    directions: frozenset[int] = frozenset()
    terms: Terms = frozenset()
    without: bool = False


@dataclass(frozen=True)
class _Reading:
    """What one clause says: the causes that it names with their directions, and where the effect goes."""

    causes: tuple[_Item, ...]
    moves: frozenset[int] | None  # None: the effect is not said to move here
    unclear: bool = False
    names_effect: bool = False


def effect_hits(pattern: Effect, clauses: Sequence[Clause], lexicon: Lexicon) -> list[Hit]:
    """Every clause in which the effect moves, judged by the cause that it belongs to."""
    items = [_items(pattern, clause, lexicon) for clause in clauses]
    hits: list[Hit] = []
    effect_known = False
    for place, clause in enumerate(clauses):
        known_here = effect_known or _inherits(items, clauses, place)
        reading = _read(items[place], clause, known_here, _followed(items, clauses, place))
        effect_known = effect_known or reading.names_effect
        if reading.moves is None:
            continue
        used = {place}
        causes = reading.causes or _neighbour(items, clauses, place, used)
        own = [cause for cause in causes if cause.terms & pattern.cause]
        if not own and (causes or not pattern.implicit):
            continue
        if reading.unclear:
            hits.append(Hit(Stance.DOUBT, frozenset(used)))
            continue
        change = _cause_direction(own[0], pattern) if own else frozenset({pattern.assume})
        hits.append(Hit(_judge(pattern, change, reading.moves), frozenset(used)))
    return hits


def _judge(pattern: Effect, change: frozenset[int], moves: frozenset[int]) -> Stance:
    if len(change) != 1 or 0 in change:
        return Stance.DOUBT
    (sign,) = change
    accepted = pattern.directions if sign > 0 else frozenset(-d for d in pattern.directions if d)
    if moves <= accepted:
        return Stance.SUPPORT
    return Stance.DOUBT if moves & accepted else Stance.CONTRADICT


def _cause_direction(cause: _Item, pattern: Effect) -> frozenset[int]:
    if cause.without:
        return frozenset({-1})
    return cause.directions or frozenset({pattern.assume})


def _items(pattern: Effect, clause: Clause, lexicon: Lexicon) -> list[_Item]:
    """Causes, effects and direction words of a clause in order; neighbours of one role are one item."""
    found: list[_Item] = []
    without = False
    last = -2
    for place, part in enumerate(clause.parts):
        without = without or "without" in part.roles
        item: _Item | None = None
        if part.terms & (pattern.cause | pattern.rivals):
            item = _Item(_CAUSE, terms=part.terms & (pattern.cause | pattern.rivals), without=without)
            without = False
        elif part.terms & pattern.on:
            if found and found[-1].role == _CAUSE and last == place - 1 and "size" in part.terms:
                continue  # "kernel size" names the kernel
            item = _Item(_ON)
        else:
            moves = _directions(part.terms, lexicon)
            item = _Item(_MOVE, moves) if moves else None
        if item is None:
            continue
        last = place
        if found and item.role == _ON and found[-1].role == _ON:
            continue
        found.append(item)
    return found


def _directions(terms: Terms, lexicon: Lexicon) -> frozenset[int]:
    known = {lexicon.terms[name].direction for name in terms}
    if "change" in terms:
        return frozenset({-1, 1})
    return frozenset(direction for direction in known if direction is not None)


def _read(items: Sequence[_Item], clause: Clause, effect_known: bool, followed: bool) -> _Reading:
    causes = [item for item in items if item.role == _CAUSE]
    moves = [item for item in items if item.role == _MOVE]
    effect = any(item.role == _ON for item in items)
    if clause.condition and causes:
        return _Reading(_with_directions(causes, moves, clause), None, names_effect=effect)
    if not moves:
        return _Reading(tuple(causes), None, names_effect=effect)
    if effect:
        return _read_named(items, causes, moves, clause)
    if causes and (followed or not effect_known):
        return _Reading(_with_directions(causes, moves, clause), None)
    if not effect_known:
        return _Reading((), None)
    if causes and len(moves) >= 2:
        return _Reading(_with_directions(causes, moves[:1], None), _moved(moves[1:], clause))
    return _Reading(tuple(causes), _moved(moves, clause))


def _read_named(
    items: Sequence[_Item], causes: list[_Item], moves: list[_Item], clause: Clause
) -> _Reading:
    """A clause that names the effect: share the direction words out among the nouns."""
    if not causes:
        unclear = len({m.directions for m in moves}) > 1
        return _Reading((), _moved(moves, clause), unclear, names_effect=True)
    nouns = [item for item in items if item.role != _MOVE]
    if len(moves) == 1:
        order = [item.role for item in items]
        if order[:2] == [_MOVE, _CAUSE] and order[-1] == _ON:
            return _Reading(tuple(causes), None, names_effect=True)  # "a larger stride affects the output"
        return _Reading(tuple(causes), _moved(moves, clause), names_effect=True)
    shared = list(zip(nouns, moves, strict=False))
    unclear = len(moves) != len(nouns)
    on_moves = [move for noun, move in shared if noun.role == _ON] or [moves[-1]]
    named = tuple(
        _Item(_CAUSE, move.directions, noun.terms, noun.without) for noun, move in shared if noun.role == _CAUSE
    )
    return _Reading(named or tuple(causes), _moved(on_moves, clause), unclear, names_effect=True)


def _with_directions(causes: list[_Item], moves: list[_Item], clause: Clause | None) -> tuple[_Item, ...]:
    """The causes of a condition with the direction that it gives them; negated, the other way round."""
    directions = moves[0].directions if moves else frozenset[int]()
    if clause is not None and clause.negated:
        directions = frozenset({-1})
    return tuple(_Item(_CAUSE, directions, cause.terms, cause.without) for cause in causes)


def _moved(moves: list[_Item], clause: Clause) -> frozenset[int]:
    directions = moves[-1].directions
    return _ANY - directions if clause.negated else directions


def _followed(items: Sequence[Sequence[_Item]], clauses: Sequence[Clause], place: int) -> bool:
    """Whether the next clause of the sentence says how the effect moves, so that this one is its condition."""
    after = place + 1
    if after >= len(clauses) or clauses[after].sentence != clauses[place].sentence:
        return False
    roles = [item.role for item in items[after]]
    return _MOVE in roles and _CAUSE not in roles


def _inherits(items: Sequence[Sequence[_Item]], clauses: Sequence[Clause], place: int) -> bool:
    """Whether the clause before, being a condition, names the effect that this one leaves out."""
    return place > 0 and clauses[place - 1].condition and any(i.role == _ON for i in items[place - 1])


def _neighbour(
    items: Sequence[Sequence[_Item]], clauses: Sequence[Clause], place: int, used: set[int]
) -> tuple[_Item, ...]:
    """The cause that a clause leaves unsaid: a condition before or after it, else what was spoken of last."""
    before, after, sentence = place - 1, place + 1, clauses[place].sentence
    order: list[int] = []
    if before >= 0 and clauses[before].condition and clauses[before].sentence == sentence:
        order.append(before)
    if after < len(clauses) and clauses[after].condition and clauses[after].sentence == sentence:
        order.append(after)
    order += range(before, max(-1, before - 3), -1)
    for near in order:
        causes = [item for item in items[near] if item.role == _CAUSE]
        if causes:
            used.add(near)
            moves = [item for item in items[near] if item.role == _MOVE]
            says_effect = any(item.role == _ON for item in items[near])
            inherited = [] if says_effect and not clauses[near].condition else moves
            condition = clauses[near] if clauses[near].condition else None
            return _with_directions(causes, inherited, condition)
    return ()
