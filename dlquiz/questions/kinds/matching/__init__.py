"""Things to be matched with their partners: a formula with its name, a network with its year."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.questions.kind import Examples, Instance, Kind, Spec, Values, pairs_of, text_of
from dlquiz.questions.options import item_problems, repeated_ids
from graders.answers.outcome import Marking
from graders.answers.pairs import MatchKey, mark_matches

_ITEM_KEYS, _PARTNER_KEYS = frozenset({"id", "text", "with", "why"}), frozenset({"id", "text"})
FEWEST, MOST = 2, 8


class Matching(Kind):
    """``item`` tables name their partner by ``with``; ``partner`` tables may hold some that fit nothing."""

    name = "matching"
    label = pgettext_lazy("kind of question", "matching")
    several = frozenset({"answer"})

    def own_problems(self, spec: Spec) -> list[str]:
        items, partners = spec[self.name].get("item", []), spec[self.name].get("partner", [])
        offered = [str(partner.get("id", "")) for partner in partners]
        problems = repeated_ids([str(item.get("id", "")) for item in items]) + repeated_ids(offered)
        if not FEWEST <= len(items) <= MOST or not FEWEST <= len(partners) <= MOST:
            problems.append(f"matching: {FEWEST} to {MOST} items and partners are needed")
        for item in items:
            problems += item_problems(item, _ITEM_KEYS)
            if item.get("with") not in offered:
                problems.append(f"option {item.get('id')!r}: `with` is no partner's id")
        for partner in partners:
            problems += item_problems(partner, _PARTNER_KEYS)
        return problems

    def instance(self, spec: Spec, seed: int) -> Instance:
        source, body = random.Random(seed), {}
        for name in ("item", "partner"):
            body[name + "s"] = [{"id": e["id"], "text": text_of(e["text"])} for e in spec[self.name][name]]
            source.shuffle(body[name + "s"])
        return replace(super().instance(spec, seed), body=body)

    def inputs(self, instance: Instance, values: Values) -> Any:
        chosen = pairs_of(values.get("answer", ""))
        return [{**item, "chosen": chosen.get(item["id"], "")} for item in instance.body["items"]]

    def display(self, spec: Spec, seed: int, values: Values) -> str:
        data, chosen = spec[self.name], pairs_of(values.get("answer", ""))
        texts = {partner["id"]: str(text_of(partner["text"])) for partner in data["partner"]}
        return "\n".join(
            f"{text_of(item['text'])} – {texts.get(chosen.get(item['id'], ''), '?')}" for item in data["item"]
        )

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        data = spec[self.name]
        key = MatchKey(
            {item["id"]: item["with"] for item in data["item"]},
            tuple(partner["id"] for partner in data["partner"]),
            {item["id"]: text_of(item["why"]) for item in data["item"] if "why" in item},
        )
        return mark_matches(key, pairs_of(values.get("answer", "")))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "Which belongs to which?", "hi": "कौन किसके साथ?"}
        items = [
            {"id": name, "text": text, "with": partner}
            for name, partner in zip("abc", ("x", "y", "z"), strict=True)
        ]
        partners = [{"id": name, "text": text} for name in ("x", "y", "z", "u")]
        spec = {"statement": text, "solution": text, self.name: {"item": items, "partner": partners}}
        return [
            Examples(
                spec,
                [{"answer": "a=x\tb=y\tc=z"}, {"answer": "c=z\ta=x\tb=y"}],
                [{"answer": "a=x\tb=x\tc=x"}, {"answer": "a=y\tb=z\tc=u"}, {"answer": "a=x\tb=y\tc=u"}],
                [{}, {"answer": "a=x"}, {"answer": "a=x\tb=y\tc=nothing"}],
                seed=1,
            )
        ]


KIND = Matching()
