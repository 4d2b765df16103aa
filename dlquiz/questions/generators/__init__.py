"""Generators of variants: a folder for each topic, a file for each generator.

A seed gives the numbers, the answer and the way to it.

Texts of a question name the numbers as ``[[n]]`` (braces and dollars belong to formulas).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.registry import generators_in
from dlquiz.questions.generators.variation import Variation

__all__ = ["GENERATORS", "Variation", "fill", "unknown_placeholders", "variation_of"]

GENERATORS = generators_in(sys.modules[__name__])

_PLACEHOLDER = re.compile(r"\[\[(\w+)\]\]")


def variation_of(spec: Mapping[str, Any], seed: int) -> Variation | None:
    """The variant of a seed; None for a question that does not vary."""
    return GENERATORS[spec["vary"]](seed) if "vary" in spec else None


def fill(text: Text, variation: Variation | None) -> Text:
    """The text with the variant's numbers in place of its placeholders."""
    if variation is None:
        return text
    names = variation.names
    return Text(
        en=_PLACEHOLDER.sub(lambda found: str(names[found.group(1)]), text.en),
        hi=_PLACEHOLDER.sub(lambda found: str(names[found.group(1)]), text.hi),
    )


def unknown_placeholders(spec: Mapping[str, Any]) -> list[str]:
    """What keeps a varying question's texts from being filled."""
    if spec["vary"] not in GENERATORS:
        return [f"unknown generator {spec['vary']!r}"]
    names = GENERATORS[spec["vary"]](0).names
    problems: list[str] = []
    for key in ("statement", "solution", "hint", "misconception"):
        for language, text in dict(spec.get(key, {})).items():
            for name in _PLACEHOLDER.findall(str(text)):
                if name not in names:
                    problems.append(
                        f"`{key}` ({language}) names [[{name}]], which the generator does not give"
                    )
    return problems
