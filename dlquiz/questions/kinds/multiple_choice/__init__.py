"""Any number of several options. Each has an id, a text, and may have a reason why it is right or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.questions.kind import Examples, Instance, Spec, Values, parts_of, text_of
from dlquiz.questions.options import WithOptions, option_problems, options_of
from graders.answers.choices import ChoicesKey, mark_choices
from graders.answers.outcome import Marking


class MultipleChoice(WithOptions):
    """Boxes to tick, in an order that the seed shuffles."""

    name = "multiple_choice"
    label = pgettext_lazy("kind of question", "several choices")
    several = frozenset({"answer"})

    def own_problems(self, spec: Spec) -> list[str]:
        options = spec[self.name].get("option", [])
        problems = option_problems(options)
        right = sum(option.get("right") is True for option in options)
        if not 1 <= right < len(options):
            problems.append("at least one option must be right, and one wrong")
        return problems

    def inputs(self, instance: Instance, values: Values) -> Any:
        return parts_of(values.get("answer", ""))

    def display(self, spec: Spec, seed: int, values: Values) -> str:
        chosen = parts_of(values.get("answer", ""))
        return "\n".join(str(o["text"]) for o in options_of(spec[self.name]) if o["id"] in chosen)

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        options = spec[self.name]["option"]
        key = ChoicesKey(
            tuple(option["id"] for option in options),
            frozenset(option["id"] for option in options if option.get("right")),
            {option["id"]: text_of(option["why"]) for option in options if "why" in option},
        )
        return mark_choices(key, parts_of(values.get("answer", "")))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "Which?", "hi": "कौन-से?"}
        options = [
            {"id": name, "text": {"en": name, "hi": name}, "right": name in "ab", "why": text}
            for name in "abcd"
        ]
        spec = {"statement": text, "solution": text, self.name: {"option": options}}
        return [
            Examples(
                spec,
                [{"answer": "a\tb"}, {"answer": "b\ta"}],
                [{"answer": "a"}, {"answer": "a\tc"}, {"answer": "a\tb\tc\td"}, {"answer": "c\td"}],
                [{}, {"answer": ""}, {"answer": "a\tz"}],
                seed=3,
            )
        ]


KIND = MultipleChoice()
