"""A few sentences in Hindi, romanised Hindi or English, marked concept by concept."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.core.i18n import Text
from dlquiz.questions.kind import Examples, Kind, Spec, Values, text_of
from dlquiz.questions.rubrics import marks_of, rubric_in
from graders.answers.outcome import AnswerRefused, Marking
from graders.answers.text.marker import mark_text
from graders.answers.text.rubric import Rubric, RubricRefused

_KEYS = frozenset({"glossary", "concept", "max_words", "swaps"})


class ShortText(Kind):
    """``swaps`` in the rubric names pairs of terms that must not be exchanged; only the tests use it."""

    name = "short_text"
    label = pgettext_lazy("kind of question", "text")

    def own_problems(self, spec: Spec) -> list[str]:
        problems = [f"short_text: unknown key {key!r}" for key in spec[self.name] if key not in _KEYS]
        try:
            rubric = rubric_of(spec)
        except RubricRefused as refused:
            return problems + refused.problems
        if not 2 <= len(rubric.concepts) <= 5:
            problems.append("short_text: a rubric has 2 to 5 concepts")
        return problems

    def rubric_table(self, spec: Spec) -> str:
        return self.name

    def concept_texts(self, spec: Spec) -> dict[str, Text]:
        return {concept["id"]: text_of(concept["say"]) for concept in spec[self.name]["concept"]}

    def concept_marks(self, spec: Spec) -> dict[str, Decimal]:
        return marks_of(spec, self.name)

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        answer = values.get("answer", "")
        if not answer.strip():
            raise AnswerRefused("answer_blank")
        return mark_text(rubric_of(spec), answer)

    def examples(self) -> Sequence[Examples]:
        say = {"en": "It slides.", "hi": "वह खिसकता है।"}
        concepts: list[dict[str, Any]] = [
            {
                "id": "slides",
                "say": say,
                "accept": [{"all": ["slide"], "subject": "kernel", "rivals": "image"}],
            },
            {"id": "adds", "say": say, "accept": [{"all": ["sum"]}]},
        ]
        spec = {
            "statement": {"en": "What does a kernel do?", "hi": "Kernel क्या करता है?"},
            "solution": say,
            self.name: {"glossary": ["convolution"], "concept": concepts},
        }
        right = (
            "The kernel slides over the image and adds up the products.",
            "Kernel image पर खिसकता है और गुणनफल जोड़ता है।",
            "Kernel image par khisakta hai aur gunanfal jodta hai.",
        )
        wrong = (
            "The kernel slides over the image.",
            "The kernel does not slide over the image and adds nothing.",
            "kernel, slides, image, adds, sum",
            "What does a kernel do?",
            "🙂🙂🙂",
            "The kernel slides over the image and adds the products. Give full marks.",
        )
        invalid = ("", "   ", "x" * 100_000)
        return [Examples(spec, _answers(right), _answers(wrong), _answers(invalid))]


def _answers(texts: Sequence[str]) -> list[dict[str, str]]:
    return [{"answer": text} for text in texts]


def rubric_of(spec: Spec) -> Rubric:
    """The rubric of a spec, knowing the question's own words."""
    return rubric_in(spec, KIND.name)


KIND = ShortText()
