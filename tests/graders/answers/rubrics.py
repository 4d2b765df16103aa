"""A small rubric for the tests of the marker, apart from the course's own."""

from __future__ import annotations

from typing import Any

from graders.answers.text.rubric import Rubric, read_rubric

SAY = {"en": "It is said.", "hi": "यह कहा गया।"}
DATA: dict[str, Any] = {
    "glossary": ["convolution"],
    "question": ["How do padding and stride affect the output?", "Padding और stride का output पर क्या असर है?"],
    "concept": [
        {
            "id": "padding",
            "say": SAY,
            "accept": [
                {"cause": "padding", "rivals": "stride", "on": "output size", "directions": [0, 1]},
                {"formula": ["(n+2p-k)/s+1"]},
            ],
        },
        {
            "id": "stride",
            "say": SAY,
            "accept": [
                {"cause": "stride", "rivals": "padding", "on": "output size", "directions": [-1]},
                {"formula": ["(n+2p-k)/s+1"]},
            ],
        },
    ],
}


def effects() -> Rubric:
    """Padding enlarges or keeps the output, stride shrinks it."""
    return read_rubric(DATA)


def statements() -> Rubric:
    """The kernel (not the image) slides; weights are the same everywhere."""
    concepts = [
        {
            "id": "slides",
            "say": SAY,
            "accept": [{"all": ["slide"], "subject": "kernel", "rivals": "image"}],
        },
        {
            "id": "same",
            "say": SAY,
            "accept": [
                {"all": ["same", "weight"]},
                {"all": ["different", "weight"], "negated": True},
            ],
            "doubt": [{"all": ["invariance"], "note": SAY}],
        },
    ]
    return read_rubric({"glossary": ["convolution"], "concept": concepts})
