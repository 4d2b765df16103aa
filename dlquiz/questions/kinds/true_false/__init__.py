"""Is a statement true, and why? The reason is marked as a short text; it counts for a right decision only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, pgettext_lazy

from dlquiz.core.i18n import Text
from dlquiz.questions.kind import Examples, Kind, Spec, Values, text_of
from dlquiz.questions.rubrics import marks_of, rubric_in
from graders.answers.outcome import (
    AnswerRefused,
    ConceptOutcome,
    Marking,
    Outcome,
    Remark,
    Verdict,
    earned_fraction,
    right,
    wrong,
)
from graders.answers.text.marker import mark_text
from graders.answers.text.rubric import RubricRefused

_KEYS = frozenset({"right", "marks", "glossary", "concept", "max_words", "swaps"})
DECISION = "decision"
SAY_DECISION = Text("The right decision.", "सही फ़ैसला।")


class TrueFalse(Kind):
    """``right``: is the statement true? ``concept`` as in a short text, where a reason is asked for."""

    name = "true_false"
    label = pgettext_lazy("kind of question", "true or false")
    fields = ("answer", "reason")

    def own_problems(self, spec: Spec) -> list[str]:
        data = spec[self.name]
        problems = [f"true_false: unknown key {key!r}" for key in data if key not in _KEYS]
        if not isinstance(data.get("right"), bool):
            problems.append("true_false: `right` must be true or false")
        if _marks(spec) <= 0:
            problems.append("true_false: `marks` must be positive")
        if "concept" in data:
            try:
                rubric_in(spec, self.name)
            except RubricRefused as refused:
                problems += refused.problems
        return problems

    def body(self, spec: Spec, variation: Any) -> dict[str, Any]:
        return {"with_reason": "concept" in spec[self.name]}

    def rubric_table(self, spec: Spec) -> str:
        return self.name if self.judged(spec) else ""

    def concept_texts(self, spec: Spec) -> dict[str, Text]:
        concepts = spec[self.name].get("concept", ())
        return {DECISION: SAY_DECISION, **{concept["id"]: text_of(concept["say"]) for concept in concepts}}

    def judged(self, spec: Spec) -> bool:
        return "concept" in spec[self.name]

    def concept_marks(self, spec: Spec) -> dict[str, Decimal]:
        return {DECISION: _marks(spec), **marks_of(spec, self.name)} if self.judged(spec) else {}

    def display(self, spec: Spec, seed: int, values: Values) -> str:
        decision = gettext("True") if values.get("answer") == "true" else gettext("False")
        return "\n".join(filter(None, [decision, values.get("reason", "")]))

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        data = spec[self.name]
        decision = values.get("answer", "")
        if not decision:
            raise AnswerRefused("answer_blank")
        if decision not in ("true", "false"):
            raise AnswerRefused("choice_unknown")
        if (decision == "true") != data["right"]:
            return wrong(Remark("decision_wrong"))
        if "concept" not in data:
            return right()
        reason = values.get("reason", "")
        if not reason.strip():
            raise AnswerRefused("reason_missing")
        return _with_decision(mark_text(rubric_in(spec, self.name), reason), _marks(spec))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "A kernel slides over the image.", "hi": "Kernel image पर खिसकता है।"}
        concepts = [
            {"id": "adds", "say": text, "accept": [{"all": ["sum"]}]},
            {"id": "slides", "say": text, "accept": [{"all": ["slide"]}]},
        ]
        plain = {"statement": text, "solution": text, self.name: {"right": True}}
        reasoned = {
            "statement": {"en": "Is it so?", "hi": "क्या ऐसा है?"},
            "solution": text,
            self.name: {"right": False, "glossary": ["convolution"], "concept": concepts},
        }
        why = "The kernel slides over the image and adds up the products."
        return [
            Examples(plain, [{"answer": "true"}], [{"answer": "false"}], [{}, {"answer": "maybe"}]),
            Examples(
                reasoned,
                [{"answer": "false", "reason": why}],
                [{"answer": "true", "reason": why}, {"answer": "false", "reason": "The kernel slides."}],
                [{"answer": "false"}, {"reason": why}],
            ),
        ]


def _marks(spec: Spec) -> Decimal:
    return Decimal(str(spec["true_false"].get("marks", 1)))


def _with_decision(reason: Marking, marks: Decimal) -> Marking:
    """The decision is a concept more, and stands."""
    concepts = (ConceptOutcome(DECISION, Verdict.SUPPORTED, marks), *reason.concepts)
    outcome = Outcome.FULL if reason.outcome is Outcome.FULL else Outcome.PROVISIONAL
    return Marking(outcome, earned_fraction(concepts), reason.remarks, concepts, reason.notes)


KIND = TrueFalse()
