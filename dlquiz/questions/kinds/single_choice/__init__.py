"""One option of several. Each option has an id, a text, and may have a reason why it is right or wrong."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.core.i18n import Text
from dlquiz.questions.generators import Variation
from dlquiz.questions.kind import Examples, Instance, Kind, Spec, Values, text_of
from graders.answers.choices import ChoiceKey, mark_choice
from graders.answers.outcome import Marking


class SingleChoice(Kind):
    """Radio buttons; their order is shuffled by the seed, so that a neighbour's "the third" says nothing."""

    name = "single_choice"
    label = pgettext_lazy("kind of question", "choice")

    def own_problems(self, spec: Spec) -> list[str]:
        options = spec[self.name].get("option", [])
        ids = [str(option.get("id", "")) for option in options]
        problems = [f"option {name!r}: twice" for name in sorted({i for i in ids if ids.count(i) > 1})]
        if len(options) < 2:
            problems.append("at least two options are needed")
        for option in options:
            problems += _option_problems(option)
        if sum(option.get("right") is True for option in options) != 1:
            problems.append("exactly one option must be right")
        return problems

    def instance(self, spec: Spec, seed: int) -> Instance:
        options = _options(spec)
        random.Random(seed).shuffle(options)
        return replace(super().instance(spec, seed), body={"options": options})

    def body(self, spec: Spec, variation: Variation | None) -> Mapping[str, Any]:
        return {"options": _options(spec)}

    def concept_texts(self, spec: Spec) -> dict[str, Text]:
        """Why each option is right or wrong, by the option's id."""
        return {o["id"]: text_of(o["why"]) for o in spec[self.name]["option"] if "why" in o}

    def display(self, spec: Spec, values: Values) -> str:
        texts = {option["id"]: str(option["text"]) for option in _options(spec)}
        return texts.get(values.get("answer", ""), "")

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        options = spec[self.name]["option"]
        right = next(option["id"] for option in options if option.get("right"))
        key = ChoiceKey(tuple(option["id"] for option in options), right)
        return mark_choice(key, values.get("answer", ""))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "Which?", "hi": "कौन-सा?"}
        options = [
            {"id": "a", "text": {"en": "this", "hi": "यह"}, "right": True},
            {"id": "b", "text": {"en": "that", "hi": "वह"}, "why": {"en": "no", "hi": "नहीं"}},
        ]
        spec = {"statement": text, "solution": text, self.name: {"option": options}}
        return [
            Examples(spec, [{"answer": "a"}], [{"answer": "b"}], [{}, {"answer": ""}, {"answer": "c"}]),
            Examples(spec, [{"answer": "a"}], [{"answer": "b"}], [{"answer": "A"}], seed=7),
        ]


def _options(spec: Spec) -> list[dict[str, Any]]:
    return [{"id": o["id"], "text": text_of(o["text"])} for o in spec["single_choice"]["option"]]


def _option_problems(option: Mapping[str, Any]) -> list[str]:
    name = option.get("id") or "?"
    known = {"id", "text", "right", "why"}
    problems = [f"option {name!r}: unknown key {key!r}" for key in option if key not in known]
    if not str(option.get("id", "")).isidentifier():
        problems.append(f"option {name!r}: the id must be a short word")
    for key in ("text", "why"):
        value = option.get(key)
        missing = not isinstance(value, Mapping) or not value.get("en") or not value.get("hi")
        if missing and (key == "text" or key in option):
            problems.append(f"option {name!r}: `{key}` needs both languages")
    return problems


KIND = SingleChoice()
