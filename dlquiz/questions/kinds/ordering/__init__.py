"""Steps to be put in their order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.questions.kind import Examples, Instance, Kind, Spec, Values, pairs_of, text_of
from dlquiz.questions.options import item_problems, repeated_ids
from graders.answers.outcome import Marking
from graders.answers.pairs import OrderKey, mark_order

_KEYS = frozenset({"id", "text"})
FEWEST, MOST = 3, 9


class Ordering(Kind):
    """``item`` lists the steps in their right order; the seed shuffles them. Answers name ``id=place``."""

    name = "ordering"
    label = pgettext_lazy("kind of question", "order")
    several = frozenset({"answer"})
    script = "questions/ordering.js"

    def own_problems(self, spec: Spec) -> list[str]:
        items = spec[self.name].get("item", [])
        problems = repeated_ids([str(item.get("id", "")) for item in items])
        if not FEWEST <= len(items) <= MOST:
            problems.append(f"ordering: {FEWEST} to {MOST} items are needed")
        for item in items:
            problems += item_problems(item, _KEYS)
        return problems

    def instance(self, spec: Spec, seed: int) -> Instance:
        items = [{"id": item["id"], "text": text_of(item["text"])} for item in spec[self.name]["item"]]
        return replace(super().instance(spec, seed), body={"items": _shuffled(items, seed)})

    def inputs(self, instance: Instance, values: Values) -> Any:
        """The items as they stand now, each with its place."""
        items = instance.body["items"]
        places = pairs_of(values.get("answer", ""))
        shown = [{**item, "place": places.get(item["id"], "")} for item in items]
        if all(item["place"].isdecimal() for item in shown):
            shown.sort(key=lambda item: int(item["place"]))
        return {"items": shown, "places": [str(place) for place in range(1, len(items) + 1)]}

    def display(self, spec: Spec, seed: int, values: Values) -> str:
        places = pairs_of(values.get("answer", ""))
        items = [item for item in spec[self.name]["item"] if places.get(item["id"], "").isdecimal()]
        items.sort(key=lambda item: int(places[item["id"]]))
        return "\n".join(f"{places[item['id']]}. {text_of(item['text'])}" for item in items)

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        key = OrderKey(tuple(item["id"] for item in spec[self.name]["item"]))
        return mark_order(key, pairs_of(values.get("answer", "")))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "In which order?", "hi": "किस क्रम में?"}
        items = [{"id": name, "text": {"en": name, "hi": name}} for name in "abcd"]
        spec = {"statement": text, "solution": text, self.name: {"item": items}}
        return [
            Examples(
                spec,
                [{"answer": "a=1\tb=2\tc=3\td=4"}, {"answer": "d=4\tb=2\ta=1\tc=3"}],
                [{"answer": "a=1\tb=2\tc=4\td=3"}, {"answer": "a=4\tb=3\tc=2\td=1"}],
                [{}, {"answer": "a=1\tb=1\tc=2\td=3"}, {"answer": "a=1"}, {"answer": "a=1\tb=2\tc=3\td=9"}],
            )
        ]


def _shuffled(items: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """In another order than the right one."""
    source, shown = random.Random(seed), list(items)
    while shown == items:
        source.shuffle(shown)
    return shown


KIND = Ordering()
