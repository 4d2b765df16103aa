"""Matching "more of this moves that": padding and output size, kernel size and parameters.

A direction word ("larger", बढ़ता, कम) belongs to the noun beside it. In "a larger stride gives a smaller
output" the first belongs to the cause, the second to the effect. A condition ("stride बढ़ाने से") has the cause,
its main clause the effect. The two directions multiply: less padding, smaller output is as right as more
padding, larger output.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graders.answers.text.clauses import Clause
from graders.answers.text.lexicon import Lexicon
from graders.answers.text.rubric import Effect, Terms
from graders.answers.text.statements import Hit, Stance

_ANY = frozenset({-1, 0, 1})
_REACH = 3
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
    supposed: frozenset[int] = frozenset()


def effect_hits(pattern: Effect, clauses: Sequence[Clause], lexicon: Lexicon) -> list[Hit]:
    """Every clause in which the effect moves, judged by the cause that it belongs to."""
    readings = _readings([_items(pattern, clause, lexicon) for clause in clauses], clauses)
    hits: list[Hit] = []
    for place, reading in enumerate(readings):
        if reading.moves is None:
            continue
        used = {place}
        causes = reading.causes or _neighbour(readings, clauses, place, used)
        own = [cause for cause in causes if cause.terms & pattern.cause]
        if not own and (causes or not pattern.implicit):
            continue
        change = _cause_direction(own[0], pattern) if own else _supposed(readings, clauses, place, pattern)
        stance = Stance.DOUBT if reading.unclear else _judge(pattern, change, reading.moves)
        hits.append(Hit(stance, frozenset(used), read=frozenset(_answered(used, place, clauses))))
    return hits


def _answered(used: Iterable[int], place: int, clauses: Sequence[Clause]) -> Iterable[int]:
    """A cause may be denied in the same sentence or a condition; a sentence before only names it."""
    sentence = clauses[place].sentence
    return (near for near in used if clauses[near].sentence == sentence or clauses[near].condition)


def _readings(items: Sequence[Sequence[_Item]], clauses: Sequence[Clause]) -> list[_Reading]:
    found: list[_Reading] = []
    effect_known = False
    for place, clause in enumerate(clauses):
        after_condition = (
            place > 0 and clauses[place - 1].condition and clauses[place - 1].sentence == clause.sentence
        )
        reading = _read(items[place], clause, effect_known, after_condition, _followed(items, clauses, place))
        effect_known = effect_known or reading.names_effect
        found.append(reading)
    return found


def _judge(pattern: Effect, change: frozenset[int], moves: frozenset[int]) -> Stance:
    if len(change) != 1 or 0 in change:
        return Stance.DOUBT
    (sign,) = change
    accepted = pattern.directions if sign > 0 else frozenset(-d for d in pattern.directions if d)
    if moves <= accepted:
        return Stance.SUPPORT
    return Stance.DOUBT if moves & accepted else Stance.CONTRADICT


def _supposed(
    readings: Sequence[_Reading], clauses: Sequence[Clause], place: int, pattern: Effect
) -> frozenset[int]:
    """The direction of a cause that is not named: what the condition before supposes ("if larger")."""
    if place and clauses[place - 1].condition and readings[place - 1].supposed:
        return readings[place - 1].supposed
    return frozenset({pattern.assume})


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
        adjacent, last = last == place - 1, place
        if found and item.role == _ON and found[-1].role == _ON:
            continue
        if found and item.role == _MOVE and found[-1].role == _MOVE and adjacent:
            found.pop()  # "much smaller", बहुत कम: the first word only strengthens the second
        found.append(item)
    return found


def _directions(terms: Terms, lexicon: Lexicon) -> frozenset[int]:
    known = {lexicon.terms[name].direction for name in terms}
    if "change" in terms:
        return frozenset({-1, 1})
    return frozenset(direction for direction in known if direction is not None)


def _read(
    items: Sequence[_Item], clause: Clause, effect_known: bool, after_condition: bool, followed: bool
) -> _Reading:
    causes = [item for item in items if item.role == _CAUSE]
    moves = [item for item in items if item.role == _MOVE]
    effect = any(item.role == _ON for item in items)
    if clause.condition and not causes and not effect and moves:
        return _Reading((), None, supposed=moves[-1].directions)
    if clause.condition and causes and not _ends_in_effect(items):
        return _Reading(_with_directions(causes, moves, clause), None, names_effect=effect)
    if not moves:
        return _Reading(tuple(causes), None, names_effect=effect)
    if effect:
        return _read_named(items, causes, moves, clause)
    if causes and (followed or not effect_known):
        return _Reading(_with_directions(causes, moves, clause), None)
    if not effect_known or not (causes or after_condition):
        return _Reading((), None)
    if causes and len(moves) >= 2:
        return _Reading(_with_directions(causes, moves[:1], None), _moved(moves[1:], clause))
    return _Reading(tuple(causes), _moved(moves, clause))


def _ends_in_effect(items: Sequence[_Item]) -> bool:
    """Whether a condition runs on into its main clause: "if the stride is 2 the output shrinks"."""
    roles = [item.role for item in items]
    return roles[-2:] == [_ON, _MOVE] and _CAUSE in roles[:-2]


def _read_named(items: Sequence[_Item], causes: list[_Item], moves: list[_Item], clause: Clause) -> _Reading:
    """A clause that names the effect: share the direction words out among the nouns."""
    if not causes:
        unclear = len({move.directions for move in moves}) > 1 and not clause.alternatives
        return _Reading((), _moved(moves, clause), unclear, names_effect=True)
    movable = [move for move in moves if move.directions != {0}]  # "the same" is said of the effect only
    if clause.alternatives or len(movable) < 2:
        return _said_of_effect(items, causes, moves, clause)
    nouns = [item for item in items if item.role != _MOVE]
    shared = list(zip(nouns, movable, strict=False))
    on_moves = [move for noun, move in shared if noun.role == _ON] or [movable[-1]]
    named = tuple(
        _Item(_CAUSE, move.directions, noun.terms, noun.without)
        for noun, move in shared
        if noun.role == _CAUSE
    )
    unclear = len(movable) != len(nouns)
    return _Reading(named or tuple(causes), _moved(on_moves, clause), unclear, names_effect=True)


def _said_of_effect(
    items: Sequence[_Item], causes: list[_Item], moves: list[_Item], clause: Clause
) -> _Reading:
    """All direction words go to the effect, but for one that leads and stands before the cause."""
    leading = items[0].role == _MOVE and items[1].role == _CAUSE
    rest = moves[1:] if leading else moves
    if not rest:
        return _Reading(tuple(causes), None, names_effect=True)  # "a larger stride affects the output"
    named = _with_directions(causes, moves[:1] if leading else [], None)
    unclear = not clause.alternatives and len({move.directions for move in rest}) > 1
    return _Reading(named, _moved(rest, clause), unclear, names_effect=True)


def _with_directions(causes: list[_Item], moves: list[_Item], clause: Clause | None) -> tuple[_Item, ...]:
    """The causes of a condition with the direction that it gives them; negated, the other way round."""
    directions = moves[0].directions if moves else frozenset[int]()
    if clause is not None and clause.negated:
        directions = frozenset({-1})
    return tuple(_Item(_CAUSE, directions, cause.terms, cause.without) for cause in causes)


def _moved(moves: list[_Item], clause: Clause) -> frozenset[int]:
    """Where the effect goes: the last word counts, alternatives together ("grows or stays the same")."""
    last = moves[-1].directions
    directions = frozenset[int]().union(*(m.directions for m in moves)) if clause.alternatives else last
    return _ANY - directions if clause.negated else directions


def _followed(items: Sequence[Sequence[_Item]], clauses: Sequence[Clause], place: int) -> bool:
    """Whether the sentence goes on to say how the effect moves: this clause is then its condition."""
    after = place + 1
    if after >= len(clauses) or clauses[after].sentence != clauses[place].sentence:
        return False
    roles = [item.role for item in items[after]]
    return _MOVE in roles and _CAUSE not in roles


def _neighbour(
    readings: Sequence[_Reading], clauses: Sequence[Clause], place: int, used: set[int]
) -> tuple[_Item, ...]:
    """The cause that a clause leaves unsaid: a condition before or after it, else what was spoken of last."""
    before, after, sentence = place - 1, place + 1, clauses[place].sentence
    order: list[int] = []
    for near in (before, after):
        if 0 <= near < len(clauses) and clauses[near].condition and clauses[near].sentence == sentence:
            order.append(near)
    order += range(before, max(-1, before - _REACH), -1)
    for near in order:
        if readings[near].causes:
            used.add(near)
            return readings[near].causes
    return ()
