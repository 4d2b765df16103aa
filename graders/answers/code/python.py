"""What Python's own functions and lists do with layers and lists of layers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from graders.answers.code.things import (
    MAX_ITEMS,
    UNKNOWN,
    Class,
    Flow,
    Items,
    Known,
    Layer,
    Reference,
    Thing,
    events_in,
    flattened,
    modules_in,
)

BUILTINS = frozenset({"len", "range", "enumerate", "zip", "list", "tuple", "reversed", "OrderedDict"})
MAX_ROUNDS = 16
_GROW = frozenset({"append", "extend", "insert", "add_module"})


def builtin(name: str, things: Sequence[Thing]) -> Thing:
    """What a function of Python gives, as far as its arguments can be seen."""
    rows = [held(thing) for thing in things]
    first = rows[0] if rows else None
    if name == "range":
        return _range(things)
    if name == "zip" and rows and all(row is not None for row in rows):
        return Items([Items(list(pair)) for pair in zip(*(row or [] for row in rows), strict=False)])
    if first is not None and name == "len":
        return Known(len(first))
    if first is not None and name == "enumerate":
        return Items([Items([Known(place), thing]) for place, thing in enumerate(first)])
    if first is not None and name in {"list", "tuple", "reversed", "OrderedDict"}:
        return Items(first[::-1] if name == "reversed" else list(first))
    if not things and name in {"list", "OrderedDict"}:
        return Items([])
    return Flow(events_in(things))


def _range(things: Sequence[Thing]) -> Thing:
    """The numbers of a range, where they are few."""
    ends = [thing.value for thing in things if isinstance(thing, Known)]
    numbers = [end for end in ends if isinstance(end, int)]
    if not 1 <= len(numbers) == len(things) <= 3 or numbers[2:] == [0]:
        return UNKNOWN
    few = list(islice(range(*numbers), MAX_ROUNDS + 1))
    return Items([Known(number) for number in few]) if len(few) <= MAX_ROUNDS else UNKNOWN


def of_list(receiver: Thing, name: str, given: Sequence[Thing]) -> Thing | None:
    """What a method of a list, a dictionary or a container of layers does; None where it is none of these."""
    if isinstance(receiver, Layer) and receiver.holds and name in _GROW:
        receiver.inner = (receiver.inner + modules_in(given))[:MAX_ITEMS]
        return receiver
    if not isinstance(receiver, Items):
        return None
    if name == "values":
        return receiver
    if name == "items":
        return Items([Items([UNKNOWN, thing]) for thing in receiver.things])
    if name in _GROW:
        new = flattened(given[-1:]) if name == "extend" else list(given[-1:])
        receiver.things = [*receiver.things, *new][:MAX_ITEMS]
        return Known(None)
    return None


def held(thing: Thing) -> list[Thing] | None:
    """What a list or a container of layers holds."""
    if isinstance(thing, Layer) and thing.holds:
        return thing.inner
    return thing.things if isinstance(thing, Items) else None


def is_row(thing: Thing | None, reach: int = 8) -> bool:
    """Whether it is Sequential, or a class of the answer made from it."""
    if isinstance(thing, Class):
        return reach > 0 and any(is_row(base, reach - 1) for base in thing.bases)
    return isinstance(thing, Reference) and thing.name == "torch.nn.Sequential"
