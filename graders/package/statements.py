"""Both languages of a statement must show the same code and the same formulas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graders.package import hints
from graders.package.fences import lines_of
from graders.package.model import Problem

ENGLISH, HINDI = "statement.en.md", "statement.hi.md"
_FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.S)
_INLINE_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]) |\|")
_WORDS_IN_FORMULA = re.compile(r"\\(text|mathrm|operatorname)\{[^{}]*\}")
_DEVANAGARI = re.compile(r"[\u0904-\u0939]")
_HEADING = re.compile(r" {0,3}(#{1,6}) ")
SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Statement:
    """What of a statement does not depend on the language; lines are counted from one."""

    blocks: list[tuple[int, str]]
    formulas: list[tuple[int, str]]
    headings: list[tuple[int, int]]
    code_words: list[tuple[int, str]]
    items: int
    open_fence: int


def problems(files: Mapping[str, str]) -> Iterator[Problem]:
    """Everything in which the statements differ, or could not be compared."""
    texts = {path: files[path] for path in (ENGLISH, HINDI) if files.get(path, "").strip()}
    read = {path: _read(text) for path, text in texts.items()}
    for path, statement in read.items():
        if statement.open_fence:
            yield Problem("fence_open", {"path": path}, path, statement.open_fence)
    if HINDI in texts and not _DEVANAGARI.search(texts[HINDI]):
        yield Problem("statement_not_hindi", {"path": HINDI}, HINDI)
    yield from _hints(texts)
    if len(read) == 2:
        yield from _blocks(read[ENGLISH], read[HINDI])
        yield from _headings(read[ENGLISH], read[HINDI])
        yield from _alone("formula_alone", "formula", read[ENGLISH].formulas, read[HINDI].formulas)
        # Each once: a sentence may have to name a thing twice in one language.
        words = (_each_once(read[path].code_words) for path in (ENGLISH, HINDI))
        yield from _alone("code_word_alone", "word", *words)
        if read[ENGLISH].items != read[HINDI].items:
            yield Problem(
                "structure_differs", {"english": read[ENGLISH].items, "hindi": read[HINDI].items}, HINDI
            )


def _read(text: str) -> _Statement:
    blocks: list[tuple[int, str]] = []
    headings: list[tuple[int, int]] = []
    prose: list[str] = []
    words: list[tuple[int, str]] = []
    begun = 0
    inside: list[str] = []
    for line in lines_of(text):
        # Empty in place of code, so that lines keep their numbers.
        prose.append(_INLINE_CODE.sub("", line.text) if line.kind == "prose" else "")
        if line.kind == "prose":
            words += [(line.number, match[2]) for match in _INLINE_CODE.finditer(line.text)]
        if line.kind == "open":
            begun, inside = line.number, []
        elif line.kind == "code":
            inside.append(line.text.rstrip())
        elif line.kind == "close":
            blocks.append((begun, "\n".join(inside)))
            begun = 0
        elif heading := _HEADING.match(prose[-1]):
            headings.append((line.number, len(heading[1])))
    items = sum(bool(_ITEM.match(line)) for line in prose)
    return _Statement(blocks, _formulas_of("\n".join(prose)), headings, words, items, begun)


def _formulas_of(prose: str) -> list[tuple[int, str]]:
    """Formulas without spaces, and without the words in them: those may be translated."""
    found = []
    for match in _FORMULA.finditer(prose):
        formula = _WORDS_IN_FORMULA.sub(r"\\\1{}", match[1] or match[2])
        found.append((prose.count("\n", 0, match.start()) + 1, "".join(formula.split())))
    return found


def _blocks(english: _Statement, hindi: _Statement) -> Iterator[Problem]:
    if len(english.blocks) != len(hindi.blocks):
        params = {"english": len(english.blocks), "hindi": len(hindi.blocks)}
        yield Problem("code_blocks_counted", params, HINDI)
        return
    for number, (first, second) in enumerate(zip(english.blocks, hindi.blocks, strict=True), 1):
        if first[1] != second[1]:
            yield Problem("code_block_differs", {"number": number}, HINDI, second[0])


def _headings(english: _Statement, hindi: _Statement) -> Iterator[Problem]:
    if [level for _, level in english.headings] != [level for _, level in hindi.headings]:
        params = {"english": len(english.headings), "hindi": len(hindi.headings)}
        yield Problem("headings_differ", params, HINDI)


def _hints(texts: Mapping[str, str]) -> Iterator[Problem]:
    parts = {path: hints.split(text) for path, text in texts.items()}
    for path, part in parts.items():
        if part.wrong_line:
            yield Problem("hint_out_of_order", {"path": path}, path, part.wrong_line)
    if len(parts) == 2 and len(parts[ENGLISH].hints) != len(parts[HINDI].hints):
        params = {"english": len(parts[ENGLISH].hints), "hindi": len(parts[HINDI].hints)}
        yield Problem("hints_differ", params, HINDI)


def _each_once(found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Every text with the first line that has it."""
    first: dict[str, int] = {}
    for line, text in found:
        first.setdefault(text, line)
    return [(line, text) for text, line in first.items()]


def _alone(
    code: str, what: str, english: list[tuple[int, str]], hindi: list[tuple[int, str]]
) -> Iterator[Problem]:
    """Compared without regard to order: Hindi puts the verb last, and formulas move with it."""
    for path, here, there in ((ENGLISH, english, hindi), (HINDI, hindi, english)):
        left = Counter(text for _, text in there)
        for line, text in here:
            if left[text]:
                left[text] -= 1
                continue
            yield Problem(code, {"path": path, what: text[:SHOWN]}, path, line)
