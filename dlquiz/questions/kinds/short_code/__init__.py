"""A few lines of PyTorch, read as a syntax tree and never run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.core.i18n import Text
from dlquiz.questions.kind import Examples, Kind, Spec, Values, text_of
from graders.answers.code import CodeKey, mark_code
from graders.answers.outcome import Marking

_KEYS = frozenset({"layers", "functions", "rivals", "made", "applied"})
_CONCEPTS = ("made", "applied")


class ShortCode(Kind):
    """Two things to show: the layer (or function) with what it needs, and that it is applied to an input."""

    name = "short_code"
    label = pgettext_lazy("kind of question", "code")

    def own_problems(self, spec: Spec) -> list[str]:
        data = spec[self.name]
        problems = [f"short_code: unknown key {key!r}" for key in data if key not in _KEYS]
        if not data.get("layers"):
            problems.append("short_code: `layers` is missing")
        for name in _CONCEPTS:
            concept = data.get(name)
            say = concept.get("say") if isinstance(concept, Mapping) else None
            if not isinstance(say, Mapping) or not say.get("en") or not say.get("hi"):
                problems.append(f"short_code: `{name}` needs `say` in both languages")
        return problems

    def concept_texts(self, spec: Spec) -> dict[str, Text]:
        return {name: text_of(spec[self.name][name]["say"]) for name in _CONCEPTS}

    def concept_marks(self, spec: Spec) -> dict[str, Decimal]:
        return {name: Decimal(str(spec[self.name][name].get("marks", 1))) for name in _CONCEPTS}

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        return mark_code(_key(spec), values.get("answer", ""))

    def examples(self) -> Sequence[Examples]:
        text = {"en": "How?", "hi": "कैसे?"}
        data = {
            "layers": {"torch.nn.Conv2d": ["in_channels", "out_channels", "kernel_size"]},
            "functions": {"torch.nn.functional.conv2d": ["input", "weight"]},
            "rivals": ["torch.nn.Conv1d"],
            "made": {"say": text},
            "applied": {"say": text},
        }
        right = (
            "conv = nn.Conv2d(1, 1, 3)\ny = conv(x)",
            "import torch.nn.functional as F\ny = F.conv2d(x, w, stride=2)",
            "```python\nfrom torch.nn import Conv2d\nConv2d(1, 1, kernel_size=3)(x)\n```",
        )
        wrong = (
            "nn.Conv2d(1, 1, 3)",
            "nn.Conv1d(1, 1, 3)(x)",
            "# nn.Conv2d(1, 1, 3)(x)",
            "conv = (",
            "hello",
        )
        invalid = ("", "x = 1\n" * 2000, "(" * 100)
        spec = {"statement": text, "solution": text, self.name: data}
        return [Examples(spec, _answers(right), _answers(wrong), _answers(invalid))]


def _answers(texts: Sequence[str]) -> list[dict[str, str]]:
    return [{"answer": text} for text in texts]


def _key(spec: Spec) -> CodeKey:
    data: Any = spec["short_code"]
    made, applied = ((name, Decimal(str(data[name].get("marks", 1)))) for name in _CONCEPTS)
    return CodeKey(
        layers={name: tuple(wanted) for name, wanted in data["layers"].items()},
        functions={name: tuple(wanted) for name, wanted in data.get("functions", {}).items()},
        rivals=tuple(data.get("rivals", ())),
        made=made,
        applied=applied,
    )


KIND = ShortCode()
