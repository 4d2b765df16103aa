"""The shape of a tensor, in any of the usual spellings; it may come from a generator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.questions.generators import variation_of
from dlquiz.questions.kind import Examples, Kind, Spec, Values
from graders.answers.messages import MESSAGES
from graders.answers.outcome import Marking
from graders.answers.shapes import LikelyShape, ShapeKey, mark_shape

_KEYS = frozenset({"shape", "errors"})


class ShapeKind(Kind):
    """A tuple of sizes."""

    name = "shape"
    label = pgettext_lazy("kind of question", "shape")

    def own_problems(self, spec: Spec) -> list[str]:
        data = spec[self.name]
        problems = [f"shape: unknown key {key!r}" for key in data if key not in _KEYS]
        if ("shape" in data) == ("vary" in spec):
            problems.append("shape: give either `shape` or a generator")
        if "shape" in data and not _is_shape(data["shape"]):
            problems.append("shape: `shape` must be a list of sizes")
        for error in data.get("errors", ()):
            if error.get("code") not in MESSAGES or not _is_shape(error.get("shape")):
                problems.append(f"shape: likely error {error!r} needs a shape and a known code")
        return problems

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        return mark_shape(_key(spec, seed), values.get("answer", ""))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "Which shape?", "hi": "कौन-सा shape?"}
        right = ("(1, 1, 3, 3)", "1x1x3x3", "[1,1,3,3]", "torch.Size([1, 1, 3, 3])", "१×१×३×३", "1 1 3 3")
        wrong = ("(3, 3)", "(1, 3, 3, 1)", "(1, 1, 5, 5)", "0")
        invalid = ("", "three", "(1, -1)", "1.5x2", "()", "1x2x3x4x5x6x7x8x9", "99999999999")
        fixed = {"statement": text, "solution": text, self.name: {"shape": [1, 1, 3, 3]}}
        varied = {"statement": text, "solution": text, "vary": "conv_output_size", self.name: {}}
        return [
            Examples(fixed, _answers(right), _answers(wrong), _answers(invalid)),
            Examples(varied, _answers(("3x3",)), _answers(("2x2", "5x5")), [{}]),
        ]


def _answers(texts: Sequence[str]) -> list[dict[str, str]]:
    return [{"answer": text} for text in texts]


def _is_shape(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(type(size) is int and size >= 0 for size in value)


def _key(spec: Spec, seed: int) -> ShapeKey:
    data: Any = spec["shape"]
    variation = variation_of(spec, seed)
    if variation is None:
        errors = [(error["shape"], error["code"]) for error in data.get("errors", ())]
        shape: Any = data["shape"]
    else:
        errors, shape = list(variation.errors), variation.answer
    return ShapeKey(tuple(shape), tuple(LikelyShape(tuple(wrong), code) for wrong, code in errors))


KIND = ShapeKind()
