"""One option of several. Each option has an id, a text, and may have a reason why it is right or wrong."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import pgettext_lazy

from dlquiz.core.i18n import Text
from dlquiz.questions.kind import Examples, Spec, Values, text_of
from dlquiz.questions.options import WithOptions, option_problems, options_of
from graders.answers.choices import ChoiceKey, mark_choice
from graders.answers.outcome import Marking


class SingleChoice(WithOptions):
    """Radio buttons; their order is shuffled by the seed, so that a neighbour's "the third" says nothing."""

    name = "single_choice"
    label = pgettext_lazy("kind of question", "choice")

    def own_problems(self, spec: Spec) -> list[str]:
        options = spec[self.name].get("option", [])
        problems = option_problems(options)
        if sum(option.get("right") is True for option in options) != 1:
            problems.append("exactly one option must be right")
        return problems

    def concept_texts(self, spec: Spec) -> dict[str, Text]:
        """Why each option is right or wrong, by the option's id."""
        return {o["id"]: text_of(o["why"]) for o in spec[self.name]["option"] if "why" in o}

    def display(self, spec: Spec, seed: int, values: Values) -> str:
        texts = {option["id"]: str(option["text"]) for option in options_of(spec[self.name])}
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


KIND = SingleChoice()
