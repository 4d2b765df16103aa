"""Marking a word or two filled into a gap, in either language and script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from graders.answers.outcome import AnswerRefused, Marking, Remark, graded
from graders.answers.text.guards import look_alikes
from graders.answers.text.lexicon import Lexicon
from graders.answers.text.normalise import clean, fold_form, prepare, tokens_of
from graders.contract import LANGUAGES, Text

MAX_CHARACTERS = 80
MOST_WORDS = 4
# Small words with which a term is denied, or left open.
_OTHERWISE = frozenset({"negators", "without", "alternatives", "conditions"})


@dataclass(frozen=True)
class BlankKey:
    """What fits into one gap: terms of the glossary, and words as they are written."""

    terms: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    reason: Text | None = None


@dataclass(frozen=True)
class BlanksKey:
    """All gaps of a text, by id, and the terms that words are looked up in."""

    blanks: Mapping[str, BlankKey]
    lexicon: Lexicon = field(repr=False)


def mark_blanks(key: BlanksKey, given: Mapping[str, str]) -> Marking:
    """Mark filled gaps: the share of those in which a fitting word stands."""
    filled = {name: clean(given.get(name, "")).strip() for name in key.blanks}
    if not any(filled.values()):
        raise AnswerRefused("answer_blank")
    if not all(filled.values()):
        raise AnswerRefused("blanks_missing", count=sum(not text for text in filled.values()))
    if any(len(text) > MAX_CHARACTERS for text in filled.values()):
        raise AnswerRefused("answer_too_long", limit=MAX_CHARACTERS)
    wrong = [name for name, blank in key.blanks.items() if not _fits(blank, filled[name], key.lexicon)]
    if not wrong:
        return graded(Fraction(1))
    total = len(key.blanks)
    notes = [reason for name in wrong if (reason := key.blanks[name].reason) is not None]
    remark = Remark("blanks_wrong", {"right": total - len(wrong), "total": total})
    return graded(Fraction(total - len(wrong), total), remark, notes=notes)


def _fits(blank: BlankKey, text: str, lexicon: Lexicon) -> bool:
    if _folded(text) in {_folded(word) for word in blank.words}:
        return True
    words = lexicon.words(text)
    if not 1 <= len(words) <= MOST_WORDS or look_alikes(text) is not None:
        return False
    if any(_OTHERWISE & lexicon.roles(word.form, language) for word in words for language in LANGUAGES):
        return False
    meant = [word for word in words if not lexicon.is_small(word.form)]
    # All that is said must be the term: "max or average" is no choice.
    return bool(meant) and all(word.terms & blank.terms for word in meant)


def _folded(text: str) -> Sequence[str]:
    return tuple(token.form for token in tokens_of(prepare(clean(text)))) or (fold_form(text.strip()),)
