"""The table of a question on code: its parts, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from graders.answers.code.key import CodeKey, Part, Which
from graders.answers.code.signatures import argument_names

Table = Mapping[str, Any]

_CALLS = ("layers", "functions", "methods")
_DEMANDS = frozenset({*_CALLS, "values", "tensors", "which", "at_least", "order"})
_KEYS = _DEMANDS | {"rivals", "made", "applied", "also"}
_ALSO_KEYS = _DEMANDS | {"id", "say", "marks"}


def tables(data: Table) -> dict[str, Table]:
    """The tables that say what each concept is and what it is worth, by its id."""
    also = {str(part["id"]): part for part in data.get("also", ())}
    return {"made": data["made"], **also, "applied": data["applied"]}


def key_of(data: Table) -> CodeKey:
    """What the code has to show."""
    return CodeKey(
        main=_part(data, "made", data["made"]),
        also=tuple(_part(part, str(part["id"]), part) for part in data.get("also", ())),
        rivals=tuple(data.get("rivals", ())),
        applied=("applied", _marks(data["applied"])),
    )


def table_problems(data: Table) -> list[str]:
    """Everything that is wrong with the table."""
    found = [f"unknown key {key!r}" for key in data if key not in _KEYS]
    if not any(data.get(name) for name in _CALLS):
        found.append("`layers` is missing (or `functions`, or `methods`)")
    found += _demand_problems(data, "")
    for name in ("made", "applied"):
        found += [] if _says(data.get(name)) else [f"`{name}` needs `say` in both languages"]
    ids = ["made", "applied"]
    for part in data.get("also", ()):
        name = part.get("id", "?")
        found += [f"also: `id` {name!r} is missing or used twice"] if name in ("?", *ids) else []
        found += [f"also {name}: unknown key {key!r}" for key in part if key not in _ALSO_KEYS]
        found += [] if _says(part) else [f"also {name}: `say` is needed in both languages"]
        if not any(part.get(key) for key in (*_CALLS, "order")):
            found.append(f"also {name}: asks for nothing")
        found += _demand_problems(part, f"also {name}: ")
        ids.append(name)
    return found


def _demand_problems(data: Table, where: str) -> Iterator[str]:
    calls = {f".{name.rpartition('.')[2]}": wanted for name, wanted in data.get("methods", {}).items()}
    calls |= {name: wanted for kind in ("layers", "functions") for name, wanted in data.get(kind, {}).items()}
    arguments = frozenset[str]().union(*(argument_names(name, wanted) for name, wanted in calls.items()))
    for argument, wanted in {**data.get("values", {}), **data.get("tensors", {})}.items():
        if not isinstance(wanted, list) or not wanted:
            yield f"{where}`{argument}` needs a list of what it may be"
        if argument not in arguments:
            yield f"{where}no call has an argument {argument!r}"
    if data.get("which", "every") not in list(Which):
        yield f"{where}`which` must be one of {', '.join(Which)}"
    if type(data.get("at_least", 1)) is not int:
        yield f"{where}`at_least` must be a whole number"


def _part(data: Table, name: str, concept: Table) -> Part:
    calls = {kind: {call: tuple(wanted) for call, wanted in data.get(kind, {}).items()} for kind in _CALLS}
    return Part(
        **calls,
        values={argument: tuple(wanted) for argument, wanted in data.get("values", {}).items()},
        tensors={argument: tuple(names) for argument, names in data.get("tensors", {}).items()},
        which=Which(data.get("which", "every")),
        at_least=data.get("at_least", 1),
        order=tuple(data.get("order", ())),
        id=name,
        marks=_marks(concept),
    )


def _marks(concept: Table) -> Decimal:
    return Decimal(str(concept.get("marks", 1)))


def _says(concept: Any) -> bool:
    say = concept.get("say") if isinstance(concept, Mapping) else None
    return isinstance(say, Mapping) and bool(say.get("en")) and bool(say.get("hi"))
