"""What keeps an answer from an automatic mark: word lists, scrambles, echoes, text that addresses the marker.

A guard never takes marks away for good. It says that a machine should not decide here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from graders.answers.outcome import Remark
from graders.answers.text.lexicon import GLOSSARY, Lexicon, Word
from graders.answers.text.normalise import fold_form
from graders.answers.text.romanise import key

MAX_CHARACTERS = 20_000
MIN_WORDS_FOR_LIST = 5
# Between arrows nothing else is expected to stand.
MIN_WORDS_FOR_ROW = 3
SMALL_WORD_SHARE = 0.12
_GAP = 4

_LETTER = regex.compile(r"\p{L}")
_COURSE_LETTER = regex.compile(r"[\p{Latin}\p{Devanagari}]")
_FOREIGN = regex.compile(r"[\p{L}--[\p{Latin}\p{Devanagari}]]", regex.V1)
_GREEK_WORD = regex.compile(r"^\p{Greek}{1,2}$")
_RUN = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_SYMBOL = regex.compile(r"^(?:\p{N}.*|.)$")  # what a formula is made of: n, 2p, 3x3
_SMALL_LETTERS = frozenset({"a", "i", "व", "न"})
_SEPARATOR = regex.compile(r"[,;|•·\n/→⇒]|->|=>")
_ARROW = regex.compile(r"[→⇒]|->|=>")
_STOP = regex.compile(r"[,;|•·\n/→⇒.!?:]|->|=>")
_SEPARATORS = 3
# A brace, then a name in quotes and its value: JSON, or a Python dictionary.
_NAMED_VALUE = regex.compile(r"""[{\[]\s*["'“”‘’][^"'“”‘’{}]{1,80}["'“”‘’]\s*:""")
_WIDE = regex.compile(r"[\uff00-\uffef\U0001d400-\U0001d7ff]")


def blank_or_foreign(text: str) -> str | None:
    """The code of an answer with nothing in it to read."""
    if not _LETTER.search(text):
        return "answer_no_words" if text.strip() else "answer_blank"
    return None if _COURSE_LETTER.search(text) else "answer_other_script"


def look_alikes(text: str) -> Remark | None:
    """Letters of another script inside the words, which only look like the ones that they are."""
    for run in _RUN.findall(text):
        if _GREEK_WORD.match(run):
            continue
        if _WIDE.search(run) or _FOREIGN.search(run):
            return Remark("guard_look_alikes", {"word": run})
    return None


def for_a_machine(text: str) -> Remark | None:
    """Names with values in braces, as one program writes to another: no sentence of a student."""
    return Remark("guard_for_a_machine") if _NAMED_VALUE.search(text) else None


def addresses_marker(words: Sequence[Word]) -> Remark | None:
    """Text that asks for marks or gives orders to whoever marks."""
    forms = _forms(words)
    for groups, together in _addresses():
        place = _row_at(forms, groups)
        if place is not None and (not together or together & set(forms)):
            return Remark("guard_addresses_marker")
    return None


def word_list(words: Sequence[Word], lexicon: Lexicon, text: str) -> Remark | None:
    """Key words in a row, without the small words that make a sentence of them."""
    kept = [word for word in words if not _is_symbol(word.form)]
    parts = _forms(kept)
    arrows = sum(bool(_ARROW.search(gap)) for gap in _gaps(words, text))
    if len(parts) < (MIN_WORDS_FOR_ROW if arrows >= 2 else MIN_WORDS_FOR_LIST):
        return None
    # In a sentence a term of several words is one word; between commas it is several.
    units = parts if _listed(words, text) else [word.form for word in kept]
    small = sum(lexicon.is_small(unit) for unit in units)
    if small / len(units) >= SMALL_WORD_SHARE or _states(kept, lexicon, text):
        return None
    return Remark("guard_word_list")


def _states(words: Sequence[Word], lexicon: Lexicon, text: str) -> bool:
    """Whether commas and "and" part statements: "layer 1 detects edges, later layers detect objects"."""
    rows: list[list[Word]] = [[]]
    for place, word in enumerate(words):
        boundary = "boundaries" in lexicon.roles(word.form, "en")
        if boundary or (place and _STOP.search(text[words[place - 1].end : word.start])):
            rows.append([])
        if not boundary:
            rows[-1].append(word)
    rows = [row for row in rows if row]
    return len(rows) >= 2 and all(_has_finite_verb(row, lexicon) for row in rows)


def _has_finite_verb(row: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether an English verb stands inside, in the number of the noun before it. A row of terms has none."""
    for place in range(1, len(row) - 1):
        subject, verb = row[place - 1], row[place]
        if not _is_verb(verb, lexicon) or _is_verb(subject, lexicon) or lexicon.is_small(subject.form):
            continue
        if not verb.form.endswith("ing") and _has_s(subject.form) != _has_s(verb.form):
            return True
    return False


def _is_verb(word: Word, lexicon: Lexicon) -> bool:
    return any(lexicon.terms[name].verb for name in word.terms)


def _has_s(form: str) -> bool:
    return form.endswith("s") and not form.endswith("ss")


def _is_symbol(form: str) -> bool:
    """What formulas and shapes are made of: n, 2p, 3x3, the H that is also a short है."""
    if form in _SMALL_LETTERS:
        return False
    return bool(_SYMBOL.match(form)) or (len(form) == 1 and form.isascii())


def _listed(words: Sequence[Word], text: str) -> bool:
    """Whether commas, lines or bullets stand between the words again and again."""
    return sum(bool(_SEPARATOR.search(gap)) for gap in _gaps(words, text)) >= _SEPARATORS


def _gaps(words: Sequence[Word], text: str) -> list[str]:
    return [text[one.end : other.start] for one, other in pairwise(words)]


def is_echo(words: Sequence[Word], said: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the answer says nothing that the question, whose content is ``said``, did not say."""
    content = content_of(words, lexicon)
    return bool(content) and content <= said


def content_of(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    """What words say: their terms, and the words that are neither terms nor function words."""
    found: set[str] = set()
    for word in words:
        if word.terms:
            found.add(" ".join(sorted(word.terms)))
        elif not lexicon.is_small(word.form):
            found.add(key(word.form) or word.form)
    return frozenset(found)


def _forms(words: Sequence[Word]) -> list[str]:
    return [part for word in words for part in word.form.split()]


def _row_at(forms: Sequence[str], groups: Sequence[frozenset[str]]) -> int | None:
    for start, form in enumerate(forms):
        if form in groups[0] and _continues(forms, groups, start):
            return start
    return None


def _continues(forms: Sequence[str], groups: Sequence[frozenset[str]], start: int) -> bool:
    place = start
    for group in groups[1:]:
        window = range(place + 1, min(len(forms), place + 2 + _GAP))
        found = next((index for index in window if forms[index] in group), None)
        if found is None:
            return False
        place = found
    return True


@lru_cache(maxsize=1)
def _addresses() -> tuple[tuple[tuple[frozenset[str], ...], frozenset[str]], ...]:
    data = tomllib.loads((GLOSSARY / "guards.toml").read_text(encoding="utf-8"))
    return tuple(
        (tuple(_folded(row) for row in entry["words"]), _folded(" ".join(entry.get("together", ()))))
        for entry in data["address"]
    )


def _folded(row: str) -> frozenset[str]:
    return frozenset(fold_form(word) for word in row.split())
