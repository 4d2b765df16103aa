"""A formula, in ASCII, LaTeX or Unicode, marked by what it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.questions.generators import Variation
from dlquiz.questions.kind import Examples, Kind, Spec, Values, text_of
from graders.answers.formula.latex import to_latex
from graders.answers.formula.marker import FormulaKey, LikelyFormula, Partly, mark_formula
from graders.answers.formula.parser import parse
from graders.answers.formula.symbols import Symbols
from graders.answers.outcome import AnswerRefused, Marking

_KEYS = frozenset({"accept", "symbols", "vectors", "partly", "error"})


class FormulaKind(Kind):
    """``symbols`` has each symbol with its other spellings; ``accept`` what is right, in these symbols."""

    name = "formula"
    label = pgettext_lazy("kind of question", "formula")
    script = "questions/formula.js"

    def own_problems(self, spec: Spec) -> list[str]:
        data = spec[self.name]
        problems = [f"formula: unknown key {key!r}" for key in data if key not in _KEYS]
        if not data.get("accept"):
            problems.append("formula: `accept` lists no formula")
        if not isinstance(data.get("symbols"), Mapping):
            return [*problems, "formula: the table `symbols` is missing"]
        symbols = _symbols(data)
        problems += [
            f"formula: {name!r} is no symbol"
            for name in data.get("vectors", ())
            if name not in data["symbols"]
        ]
        for entry in [*data.get("partly", ()), *data.get("error", ())]:
            why = entry.get("why")
            if not (isinstance(why, Mapping) and why.get("en") and why.get("hi")):
                problems.append(f"formula {entry.get('formula')!r}: `why` needs both languages")
        problems += [
            f"formula: `share` of {entry.get('formula')!r} must lie between 0 and 1"
            for entry in data.get("partly", ())
            if not 0 < Fraction(str(entry.get("share", 0))) < 1
        ]
        for formula in _formulas(data):
            try:
                parse(formula, symbols)
            except AnswerRefused as refused:
                problems.append(f"formula {formula!r}: {refused.remark.code} {dict(refused.remark.params)}")
        return problems

    def body(self, spec: Spec, variation: Variation | None) -> Mapping[str, Any]:
        return {"symbols": ", ".join(f"${to_latex_name(name)}$" for name in spec[self.name]["symbols"])}

    def preview(self, spec: Spec, values: Values) -> str:
        return to_latex(parse(values.get("answer", ""), _symbols(spec[self.name])).right)

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        data = spec[self.name]
        key = FormulaKey(
            accept=tuple(data["accept"]),
            symbols=_symbols(data),
            partly=tuple(
                Partly(entry["formula"], Fraction(str(entry["share"])), text_of(entry["why"]))
                for entry in data.get("partly", ())
            ),
            errors=tuple(
                LikelyFormula(entry["formula"], text_of(entry["why"])) for entry in data.get("error", ())
            ),
        )
        return mark_formula(key, values.get("answer", ""))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "Write the update rule.", "hi": "Update rule लिखिए।"}
        data = {
            "symbols": {
                "w": ["w_t", "theta", "W"],
                "eta": ["lr", "alpha"],
                "dL/dw": ["grad", "gradient", "dw", "w.grad"],
            },
            "accept": ["w - eta * dL/dw"],
            "error": [{"formula": "w + eta * dL/dw", "why": text}],
        }
        right = (
            "w ← w − η ∂L/∂w",
            "w := w - lr*grad",
            r"w_{t+1} = w_t - \eta \frac{\partial L}{\partial w}",
            r"$\theta = \theta - \alpha \nabla_\theta J(\theta)$",
            "w -= lr * w.grad",
            "W = W - α·dJ/dW",
        )
        wrong = ("w + lr * grad", "w = w - lr", "eta * grad - w", "2 (w - eta grad)", "0", "9^9^9^9")
        invalid = (
            "",
            "w - q",
            "((((",
            r"\frac{" * 60,
            "w = w = w",
            "w - ",
            "नया weight",
            "w" * 1000,
            "w - 🙂",
        )
        return [
            Examples(
                {"statement": text, "solution": text, self.name: data},
                [{"answer": answer} for answer in right],
                [{"answer": answer} for answer in wrong],
                [{"answer": answer} for answer in invalid],
            )
        ]


def to_latex_name(name: str) -> str:
    """A symbol as the form lists it."""
    return to_latex(parse(name, Symbols({name: ()})).right)


def _symbols(data: Mapping[str, Any]) -> Symbols:
    spellings = {name: tuple(others) for name, others in data["symbols"].items()}
    return Symbols(spellings, frozenset(data.get("vectors", ())))


def _formulas(data: Mapping[str, Any]) -> list[str]:
    entries = [*data.get("partly", ()), *data.get("error", ())]
    return [*data.get("accept", ()), *(str(entry.get("formula", "")) for entry in entries)]


KIND = FormulaKind()
