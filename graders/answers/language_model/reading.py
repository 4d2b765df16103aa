"""Reading a reply, strictly: what is not exactly what was asked for is an ``unsure`` and no exception."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from graders.answers.language_model.subject import Subject
from graders.answers.outcome import Verdict
from graders.answers.text.normalise import clean

_WITH_QUOTE = (Verdict.SUPPORTED, Verdict.CONTRADICTED)
_ENTRY_KEYS = {"id", "verdict", "quote"}
_WORD = regex.compile(r"[\p{L}\p{N}]")
_PART_OF_WORD = r"[\p{L}\p{M}\p{N}]"
_SAID_SUPPORTED = regex.compile(r'"verdict"\s*:\s*"supported"', regex.IGNORECASE)
# Where it cannot be told which concept was meant.
UNNAMED = "?"


@dataclass(frozen=True)
class ConceptRead:
    """What the model says of one concept, with words that do stand in the answer."""

    concept: str
    verdict: Verdict
    quote: str = ""

    def to_json(self) -> dict[str, str]:
        return {"concept": self.concept, "verdict": self.verdict.value, "quote": self.quote}


@dataclass(frozen=True)
class Reading:
    """A reply as it is believed. ``fault`` says why none of it is.

    ``claimed``: what it called supported, with evidence or without, well-formed or not. Canaries ask no more.
    """

    concepts: tuple[ConceptRead, ...]
    fault: str = ""
    claimed: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Everything is supported, each with words from the answer."""
        return bool(self.concepts) and all(read.verdict is Verdict.SUPPORTED for read in self.concepts)

    @property
    def disagrees(self) -> bool:
        """Something is missing or contradicted. Doubt is neither."""
        return any(read.verdict in (Verdict.CONTRADICTED, Verdict.ABSENT) for read in self.concepts)

    def to_json(self) -> list[dict[str, str]]:
        return [read.to_json() for read in self.concepts]


class _Fault(Exception):
    """Why a reply is not believed."""


def read_reply(body: bytes, subject: Subject, answer: str) -> Reading:
    """What a reply to the question about ``answer`` comes to; never raises."""
    content = ""
    try:
        content = _content(body)
        entries = _entries(_parsed(content), subject)
    except _Fault as fault:
        unsure = tuple(ConceptRead(name, Verdict.UNSURE) for name in subject.concepts)
        return Reading(unsure, str(fault), _claimed(content, subject))
    text = _flat(answer)
    concepts = tuple(_read(name, entries[name], text) for name in subject.concepts)
    return Reading(concepts, claimed=_claimed(content, subject))


def _content(body: bytes) -> str:
    """The text of the reply's only choice, if the model ended it by itself."""
    try:
        reply = _parsed(body.decode("utf-8"))
    except UnicodeDecodeError:
        raise _Fault("not_json") from None
    choices = reply.get("choices") if isinstance(reply, dict) else None
    if not isinstance(choices, list) or len(choices) != 1 or not isinstance(choices[0], dict):
        raise _Fault("no_choice")
    choice = choices[0]
    message = choice.get("message")
    if not isinstance(message, dict):
        raise _Fault("no_choice")
    if message.get("refusal"):
        raise _Fault("refused")
    if choice.get("finish_reason") != "stop":
        raise _Fault("cut_short")
    content = message.get("content")
    if not isinstance(content, str):
        raise _Fault("no_text")
    return content


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _Fault("not_json") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        # Which of the two was meant?
        raise ValueError("a name twice")
    return found


def _no_number(name: str) -> None:
    raise ValueError(name)


def _entries(document: Any, subject: Subject) -> Mapping[str, Mapping[str, str]]:
    """The entry of each concept: all of them, each once, nothing else."""
    if not isinstance(document, dict) or set(document) != {"concepts"}:
        raise _Fault("not_as_asked")
    listed = document["concepts"]
    if not isinstance(listed, list):
        raise _Fault("not_as_asked")
    found: dict[str, Mapping[str, str]] = {}
    for entry in listed:
        if not isinstance(entry, dict) or set(entry) != _ENTRY_KEYS:
            raise _Fault("not_as_asked")
        if not all(isinstance(value, str) for value in entry.values()) or entry["verdict"] not in list(
            Verdict
        ):
            raise _Fault("not_as_asked")
        name = subject.labels.get(entry["id"])
        if name is None:
            raise _Fault("unknown_concept")
        if name in found:
            raise _Fault("concept_twice")
        found[name] = entry
    if len(found) < len(subject.concepts):
        raise _Fault("concept_missing")
    return found


def _read(name: str, entry: Mapping[str, str], text: str) -> ConceptRead:
    verdict, quote = Verdict(entry["verdict"]), _flat(entry["quote"])
    if verdict in _WITH_QUOTE:
        found = _stands_in(quote, text)
        return ConceptRead(name, verdict, quote) if found else ConceptRead(name, Verdict.UNSURE)
    if quote and verdict is Verdict.ABSENT:
        # Not there, and yet quoted: it cannot be both.
        return ConceptRead(name, Verdict.UNSURE)
    return ConceptRead(name, verdict)


def _flat(text: str) -> str:
    """As quotes are compared: without invisible characters, lines joined. No letter is changed."""
    return " ".join(clean(text).split())


def _stands_in(quote: str, text: str) -> bool:
    """Whether the words stand in the text, whole and in a row."""
    if not _WORD.search(quote):
        return False
    before = rf"(?<!{_PART_OF_WORD})" if regex.match(_PART_OF_WORD, quote) else ""
    after = rf"(?!{_PART_OF_WORD})" if regex.match(_PART_OF_WORD, quote[-1]) else ""
    return regex.search(before + regex.escape(quote) + after, text) is not None


def _claimed(content: str, subject: Subject) -> tuple[str, ...]:
    labels = subject.labels
    try:
        named = list(_supported_in(json.loads(content)))
    except (ValueError, RecursionError):
        named = [UNNAMED] if _SAID_SUPPORTED.search(content) else []
    return tuple(dict.fromkeys(labels.get(label, UNNAMED) for label in named))


def _supported_in(document: Any) -> Iterator[str]:
    """Every place of a JSON document that calls something supported."""
    left = [document]
    while left:
        part = left.pop()
        if isinstance(part, list):
            left += reversed(part)
        elif isinstance(part, dict):
            left += reversed(list(part.values()))
            if str(part.get("verdict", "")).strip().casefold() == Verdict.SUPPORTED:
                yield str(part.get("id", UNNAMED))
