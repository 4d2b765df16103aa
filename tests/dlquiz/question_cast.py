"""Questions for tests: one of each sort that pages and services treat differently."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dlquiz.courses.models import Topic
from dlquiz.questions.models import Question
from dlquiz.questions.services import question_version_publish

WHAT = {"en": "What is a half?", "hi": "आधा कितना होता है?"}
NUMBER: dict[str, Any] = {
    "statement": WHAT,
    "solution": {"en": "It is $0.5$.", "hi": "यह $0.5$ है।"},
    "hint": {"en": "Less than one.", "hi": "एक से कम।"},
    "number": {"value": "0.5"},
}
VARYING: dict[str, Any] = {
    "statement": {"en": "[[n]] by [[n]], kernel [[k]]?", "hi": "[[n]] गुणा [[n]], kernel [[k]]?"},
    "solution": WHAT,
    "vary": "conv_output_size",
    "shape": {},
}
SAY = {"en": "The kernel slides.", "hi": "Kernel खिसकता है।"}
TEXT: dict[str, Any] = {
    "statement": {"en": "What does a kernel do?", "hi": "Kernel क्या करता है?"},
    "solution": SAY,
    "short_text": {
        "glossary": ["convolution"],
        "concept": [
            {
                "id": "slides",
                "say": SAY,
                "accept": [{"all": ["slide"], "subject": "kernel", "rivals": "image"}],
            },
            {"id": "adds", "say": {"en": "It adds.", "hi": "वह जोड़ता है।"}, "accept": [{"all": ["sum"]}]},
        ],
    },
}
CHOICE: dict[str, Any] = {
    "statement": WHAT,
    "solution": WHAT,
    "single_choice": {
        "option": [
            {"id": "a", "text": {"en": "0.5", "hi": "0.5"}, "right": True},
            {"id": "b", "text": {"en": "2", "hi": "2"}, "why": {"en": "That is two.", "hi": "यह दो है।"}},
        ]
    },
}


def make_question(topic: Topic, slug: str, kind: str, spec: dict[str, Any], *, position: int = 0) -> Question:
    version, _ = question_version_publish(
        topic=topic, slug=slug, kind=kind, spec=spec, points=Decimal(4), position=position
    )
    return version.question
