"""Options to choose from: each has an id, a text, and may have a reason why it is right or wrong."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dlquiz.questions.kind import Instance, Kind, Spec, text_of

_KEYS = frozenset({"id", "text", "right", "why"})


class WithOptions(Kind):
    """A kind whose options the seed shuffles, so that a neighbour's "the third" says nothing."""

    def instance(self, spec: Spec, seed: int) -> Instance:
        options = options_of(spec[self.name])
        random.Random(seed).shuffle(options)
        return replace(super().instance(spec, seed), body={"options": options})


def options_of(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The options of a kind's table, as a form shows them."""
    return [{"id": option["id"], "text": text_of(option["text"])} for option in data["option"]]


def option_problems(options: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is wrong with a list of options, except for how many of them are right."""
    problems = repeated_ids([str(option.get("id", "")) for option in options])
    if len(options) < 2:
        problems.append("at least two options are needed")
    for option in options:
        problems += item_problems(option, _KEYS)
    return problems


def item_problems(item: Mapping[str, Any], known: frozenset[str]) -> list[str]:
    """What is wrong with one thing that has an id and a text, and perhaps a reason."""
    name = item.get("id") or "?"
    problems = [f"option {name!r}: unknown key {key!r}" for key in item if key not in known]
    if not str(item.get("id", "")).isidentifier():
        problems.append(f"option {name!r}: the id must be a short word")
    for key in ("text", "why"):
        value = item.get(key)
        missing = not isinstance(value, Mapping) or not value.get("en") or not value.get("hi")
        if missing and (key == "text" or key in item):
            problems.append(f"option {name!r}: `{key}` needs both languages")
    return problems


def repeated_ids(ids: Sequence[str]) -> list[str]:
    """A problem for each id that stands there twice."""
    return [f"option {name!r}: twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
