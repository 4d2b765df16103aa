"""From what a student typed to tokens: one spelling for what looks the same, places in the text kept.

The order matters. Invisible characters go first, then code and maths spans are protected, then tokens are cut
at what is no letter, mark or digit. (The standard library's word class cuts Devanagari at its matras.)
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex

from graders.answers.digits import fold_digits

_TOKEN = regex.compile(r"\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}]+(?:['’](?:t|s|re|ll|ve|d|m))?")
_RUNS = regex.compile(r"[\p{Devanagari}]+|[^\p{Devanagari}]+")
_CODE_SPAN = regex.compile(r"`([^`\n]{1,200})`")
_MATHS_SPAN = regex.compile(r"\$([^$\n]{1,200})\$")
_TIMES = regex.compile(r"(?<=\d)\s*[×✕*]\s*(?=\d)|(?<=\d)\s+[xX]\s+(?=\d)")
_NUKTA = "\u093c"
_KEEP = frozenset("\n\t")


@dataclass(frozen=True)
class Token:
    """One word: ``form`` is what is compared, the places say where it stands in the clean text."""

    form: str
    start: int
    end: int


def clean(text: str) -> str:
    """The text in composed form without zero-width, bidi and control characters; this is what is quoted."""
    composed = unicodedata.normalize("NFC", text)
    kept = (c for c in composed if c in _KEEP or unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cn"))
    return "".join(kept).replace("\t", " ")


def prepare(cleaned: str) -> str:
    """Same length as ``cleaned``: span marks blanked out, digits folded, 3 × 3 told apart from a product."""
    text = fold_digits(cleaned)
    for span in (_CODE_SPAN, _MATHS_SPAN):
        text = span.sub(lambda found: f" {found.group(1)} ", text)
    return _TIMES.sub(lambda found: "x".center(len(found.group(0)), "\u2060"), text)


def tokens_of(prepared: str) -> list[Token]:
    """The tokens in order. A token changes script at most once per run: ``imageपर`` is two words."""
    found: list[Token] = []
    joined = prepared.replace("\u2060", "")
    places = [i for i, char in enumerate(prepared) if char != "\u2060"]
    for match in _TOKEN.finditer(joined):
        for run in _RUNS.finditer(match.group(0)):
            start, end = match.start() + run.start(), match.start() + run.end()
            found.append(Token(fold_form(run.group(0)), places[start], places[end - 1] + 1))
    return found


def fold_form(word: str) -> str:
    """The spelling that is compared: lower case, no nukta, every nasal sign as anusvara, straight quotes."""
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("’", "'"))
    plain = "".join(c for c in decomposed if c != _NUKTA and not _is_latin_accent(c))
    return unicodedata.normalize("NFC", plain).replace("\u0901", "\u0902")


def _is_latin_accent(char: str) -> bool:
    return "\u0300" <= char <= "\u036f"
