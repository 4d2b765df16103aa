"""Feedback texts: from a code with parameters to a sentence in the reader's language."""

from __future__ import annotations

import string
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from graders import checks
from graders.contract import Text
from graders.diagnosis import texts as findings
from graders.package import problems

# What concerns the whole source, before any case is run.
SOURCE = {
    "syntax_error": Text(
        en="Line {line} is not valid Python: {detail}.",
        hi="Line {line} सही Python नहीं है: {detail}।",
    ),
    "not_python": Text(
        en="This is not Python source that can be read: {detail}.",
        hi="यह पढ़ा जा सकने वाला Python source नहीं है: {detail}।",
    ),
    "null_character": Text(
        en="Line {line} contains a null character, which no Python source may hold. It cannot be seen: "
        "type that line again, or save the file as plain UTF-8 text.",
        hi="Line {line} में एक null character है, जो Python source में नहीं हो सकता। वह दिखाई नहीं देता: "
        "वह line फिर से लिखिए, या file को सादे UTF-8 text में save कीजिए।",
    ),
    "entry_missing": Text(
        en="Your code does not define {entry}. Keep the name that the starter code gives.",
        hi="आपके code में {entry} define नहीं है। Starter code वाला नाम ही रखिए।",
    ),
    "entry_misnamed": Text(
        en="Your code defines {found}, but {entry} is wanted. Rename it.",
        hi="आपके code में {found} define है, पर {entry} चाहिए। नाम बदल दीजिए।",
    ),
    "entry_not_callable": Text(
        en="{entry} should be a function or class; it is {type}.",
        hi="{entry} एक function या class होना चाहिए; वह {type} है।",
    ),
    "source_too_large": Text(
        en="The source is larger than the {limit_kib} KiB that this task takes. Nothing was run.",
        hi="Source इस task की सीमा {limit_kib} KiB से बड़ा है। कुछ नहीं चलाया गया।",
    ),
}

TEXTS: Mapping[str, Text] = MappingProxyType(
    {**SOURCE, **checks.FEEDBACK, **findings.FEEDBACK, **problems.FEEDBACK}
)


# Left out where the line is not known (0): no line of the solution ran, only what it inherits or returns.
_LINE = " (line {line})"


class _Blank(dict[str, Any]):
    """A parameter that is missing shows as a dash: a hole in a sentence beats no sentence."""

    def __missing__(self, key: str) -> str:
        return "–"


def render(code: str, params: Mapping[str, Any], language: str) -> str:
    """The text of ``code`` in ``language`` (``en`` or ``hi``). ``KeyError`` for an unknown code."""
    text = TEXTS[code].get(language)
    if not params.get("line"):
        text = text.replace(_LINE, "")
    values = _Blank({key: _shown(value) for key, value in params.items()} | _told_apart(params))
    return string.Formatter().vformat(text, (), values)


def placeholders(text: str) -> set[str]:
    """The parameters that a text takes."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _told_apart(params: Mapping[str, Any]) -> dict[str, str]:
    """Two values that differ and would look alike, with as many digits as show the difference."""
    pair = {key: params[key] for key in ("actual", "expected") if isinstance(params.get(key), float)}
    if len(pair) < 2 or pair["actual"] == pair["expected"]:
        return {}
    for digits in range(6, 17):
        shown = {key: f"{value + 0.0:.{digits}g}" for key, value in pair.items()}
        if shown["actual"] != shown["expected"]:
            return shown
    return {key: repr(value) for key, value in pair.items()}


def _shown(value: Any) -> str:
    if isinstance(value, float):
        # Minus zero is zero to a reader.
        return f"{value + 0.0:.6g}"
    if isinstance(value, (list, tuple)):
        return "(" + ", ".join(_shown(part) for part in value) + ("," if len(value) == 1 else "") + ")"
    # A value is data, not format: braces in it are left alone by format_map.
    return str(value)
