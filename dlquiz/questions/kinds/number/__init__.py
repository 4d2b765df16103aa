"""A number, with a tolerance and units if there are any; its value may come from a generator."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.questions.generators import variation_of
from dlquiz.questions.kind import Examples, Kind, Spec, Values
from graders.answers.messages import MESSAGES
from graders.answers.numbers import LikelyError, NumberKey, mark_number
from graders.answers.outcome import Marking

_KEYS = frozenset({"value", "absolute", "relative", "units", "errors"})


class NumberKind(Kind):
    """Exact unless the question gives a tolerance."""

    name = "number"
    label = pgettext_lazy("kind of question", "number")

    def own_problems(self, spec: Spec) -> list[str]:
        data = spec[self.name]
        problems = [f"number: unknown key {key!r}" for key in data if key not in _KEYS]
        if ("value" in data) == ("vary" in spec):
            problems.append("number: give either `value` or a generator")
        for key in ("value", "absolute", "relative"):
            if key in data and _fraction(data[key]) is None:
                problems.append(f"number: `{key}` is no number")
        for error in data.get("errors", ()):
            if error.get("code") not in MESSAGES or _fraction(error.get("value")) is None:
                problems.append(f"number: likely error {error!r} needs a value and a known code")
        return problems

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        return mark_number(_key(spec, seed), values.get("answer", ""))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "How much?", "hi": "कितना?"}
        half = {"value": "0.5", "absolute": "0.01", "units": ["s", "seconds"]}
        ten = {"statement": text, "solution": text, "vary": "conv_parameters", self.name: {}}
        return [
            Examples(
                {"statement": text, "solution": text, self.name: half},
                [
                    {"answer": answer}
                    for answer in ("0.5", "1/2", "०.५", "0,5", "50%", "5e-1", ".505 s", "x = 0.5")
                ],
                [{"answer": answer} for answer in ("0.52", "-0.5", "5", "0.5 kg")],
                [
                    {"answer": answer}
                    for answer in ("", "half", "nan", "inf", "1e400", "1/0", "0.5.5", "9" * 200)
                ],
            ),
            Examples(ten, [{"answer": "10"}, {"answer": "१०"}], [{"answer": "9"}], [{}]),
        ]


def _key(spec: Spec, seed: int) -> NumberKey:
    data: Any = spec["number"]
    variation = variation_of(spec, seed)
    if variation is None:
        errors = [(error["value"], error["code"]) for error in data.get("errors", ())]
        value: Any = data["value"]
    else:
        errors, value = list(variation.errors), variation.answer
    return NumberKey(
        value=Fraction(str(value)),
        absolute=Fraction(str(data.get("absolute", 0))),
        relative=Fraction(str(data.get("relative", 0))),
        units=tuple(data.get("units", ())),
        errors=tuple(LikelyError(Fraction(str(wrong)), code) for wrong, code in errors),
    )


def _fraction(value: Any) -> Fraction | None:
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        return None


KIND = NumberKind()
