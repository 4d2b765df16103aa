"""A few lines of PyTorch, read as a syntax tree and never run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import pgettext_lazy

from dlquiz.core.i18n import Text
from dlquiz.questions.kind import Examples, Kind, Spec, Values, text_of
from dlquiz.questions.kinds.short_code.table import key_of, table_problems, tables
from graders.answers.code.marker import mark_code
from graders.answers.outcome import Marking


class ShortCode(Kind):
    """Calls to show, each with what it needs, and that an input goes through them."""

    name = "short_code"
    label = pgettext_lazy("kind of question", "code")

    def own_problems(self, spec: Spec) -> list[str]:
        return [f"short_code: {problem}" for problem in table_problems(spec[self.name])]

    def concept_texts(self, spec: Spec) -> dict[str, Text]:
        return {name: text_of(table["say"]) for name, table in tables(spec[self.name]).items()}

    def concept_marks(self, spec: Spec) -> dict[str, Decimal]:
        return {name: Decimal(str(table.get("marks", 1))) for name, table in tables(spec[self.name]).items()}

    def mark(self, spec: Spec, seed: int, values: Values) -> Marking:
        return mark_code(key_of(spec[self.name]), values.get("answer", ""))

    def examples(self) -> Sequence[Examples]:
        return [_one_layer(), _several_parts()]


def _one_layer() -> Examples:
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
    spec = {"statement": text, "solution": text, "short_code": data}
    return Examples(spec, _answers(right), _answers(wrong), _answers(invalid))


def _several_parts() -> Examples:
    text = {"en": "How?", "hi": "कैसे?"}
    linear = {"torch.nn.Linear": ["in_features", "out_features"]}
    data: Mapping[str, Any] = {
        "layers": linear,
        "values": {"out_features": [10]},
        "which": "last",
        "also": [
            {"id": "two", "say": text, "layers": linear, "at_least": 2},
            {"id": "activation", "say": text, "order": ["torch.nn.Linear", "activation", "torch.nn.Linear"]},
        ],
        "made": {"say": text},
        "applied": {"say": text},
    }
    right = (
        "net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 10))\ny = net(x)",
        "a, b = nn.Linear(4, 8), nn.Linear(8, 10)\ny = b(a(x).relu())",
    )
    wrong = (
        "net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 5))\ny = net(x)",
        "net = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 10), nn.ReLU())\ny = net(x)",
        "y = nn.Linear(4, 10)(x)",
    )
    spec = {"statement": text, "solution": text, "short_code": data}
    return Examples(spec, _answers(right), _answers(wrong), _answers(("", "[" * 100)))


def _answers(texts: Sequence[str]) -> list[dict[str, str]]:
    return [{"answer": text} for text in texts]


KIND = ShortCode()
