"""What a person means by pointing at words of an answer: a synonym, another way to say it, a mistake.

Nothing here decides. Every proposal is tried on the answer that it came from, and kept only if it does what
the person asked for; what else it would change is for a replay over past answers to show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import regex

from graders.answers.outcome import Verdict
from graders.answers.text.clauses import clauses_of, sentence_language
from graders.answers.text.guards import is_echo
from graders.answers.text.learned import EFFECTS
from graders.answers.text.lexicon import Lexicon, Word
from graders.answers.text.marker import mark_text
from graders.answers.text.normalise import clean
from graders.answers.text.rubric import Concept, Rubric, Statement, read_rubric

MAX_WORDS = 15
_MAX_GROUPS = 6
_MAX_PROPOSALS = 5
_WANTED = {"accept": Verdict.SUPPORTED, "contradict": Verdict.CONTRADICTED, "doubt": Verdict.UNSURE}
_DEVANAGARI = regex.compile(r"\p{Devanagari}")


class WordsRefused(ValueError):
    """Nothing can be learned from these words; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Proposal:
    """One way to read the lesson; ``spelling`` is another word for the known ``term``, if that is it."""

    learned: Mapping[str, Any]
    term: str = ""
    spelling: str = ""


def proposals(
    data: Mapping[str, Any], *, answer: str, words: str, concept: str, effect: str
) -> list[Proposal]:
    """What the words may teach about a concept of the rubric ``data`` (as ``read_rubric`` takes it).

    Raises ``WordsRefused`` where they are not in the answer, say nothing, only repeat the question, or where
    no proposal makes the answer's verdict on the concept what it should be.
    """
    rubric = read_rubric(data)
    wanted = next((c for c in rubric.concepts if c.id == concept), None)
    if wanted is None or effect not in EFFECTS:
        raise WordsRefused("learn_concept_unknown")
    found = _read(rubric, answer, words)
    candidates = [*_synonyms(rubric, wanted, found, effect), *_patterns(rubric, wanted, found, effect)]
    kept = [proposal for proposal in candidates if _works(data, proposal, answer, wanted, effect)]
    if not kept:
        raise WordsRefused("learn_changes_nothing")
    return kept[:_MAX_PROPOSALS]


def _read(rubric: Rubric, answer: str, words: str) -> Sequence[Word]:
    text = clean(answer)
    start, end = _span(text, clean(words))
    # As the whole answer is read: a phrase that was chosen in part is a phrase all the same.
    found = [word for word in rubric.lexicon.words(text) if word.start < end and word.end > start]
    if len(found) > MAX_WORDS:
        raise WordsRefused("learn_too_long")
    if not _content(found, rubric.lexicon):
        raise WordsRefused("learn_no_content")
    if is_echo(found, rubric.said, rubric.lexicon):
        raise WordsRefused("learn_echo")
    return found


def _span(text: str, words: str) -> tuple[int, int]:
    """Where the words stand in the text, whatever the case and the spaces between them."""
    parts = [regex.escape(part) for part in words.split()]
    found = regex.search(r"\s+".join(parts), text, regex.IGNORECASE) if parts else None
    if found is None:
        raise WordsRefused("learn_not_in_answer")
    return found.span()


def _content(words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    return [word for word in words if word.terms or not lexicon.is_small(word.form)]


def _synonyms(rubric: Rubric, concept: Concept, words: Sequence[Word], effect: str) -> Iterator[Proposal]:
    """Words that are unknown, where a pattern lacks just one group: another spelling of a term of it."""
    spelling = _unknown_run(words, rubric.lexicon)
    if not spelling:
        return
    named = frozenset[str]().union(*(word.terms for word in words))
    patterns = concept.accept if effect == "accept" else getattr(concept, effect)
    seen: set[str] = set()
    for pattern in patterns:
        if not isinstance(pattern, Statement):
            continue
        lacking = [group for group in pattern.all if not group & named]
        if len(lacking) != 1:
            continue
        for term in sorted(lacking[0] - seen):
            seen.add(term)
            forms = {term: {_form_language(spelling, words, rubric.lexicon): [spelling]}}
            yield Proposal(_learned(concept, effect, words, forms=forms), term, spelling)


def _patterns(rubric: Rubric, concept: Concept, words: Sequence[Word], effect: str) -> Iterator[Proposal]:
    """The content words together in a clause, in this sense (with a "not", if there is one)."""
    lexicon = rubric.lexicon
    groups: list[str] = []
    forms: dict[str, dict[str, list[str]]] = {}
    for word in _content(words, lexicon):
        if word.terms:
            groups.append(" ".join(sorted(word.terms)))
            continue
        name = f"learned:{word.form.replace(' ', '_')}"
        forms[name] = {_form_language(word.form, words, lexicon): [word.form]}
        groups.append(name)
    together = list(dict.fromkeys(groups))
    if not 1 <= len(together) <= _MAX_GROUPS:
        return
    pattern: dict[str, Any] = {"all": together}
    if _negated(words, lexicon):
        pattern["negated"] = True
    yield Proposal(_learned(concept, effect, words, forms=forms, pattern=pattern))


def _negated(words: Sequence[Word], lexicon: Lexicon) -> bool:
    return any(clause.negated for clause in clauses_of(" ".join(word.form for word in words), lexicon))


def _unknown_run(words: Sequence[Word], lexicon: Lexicon) -> str:
    """The unknown words, where there are one to three of them in a row; else nothing."""
    places = [i for i, word in enumerate(words) if not word.terms and not lexicon.is_small(word.form)]
    if not places or places[-1] - places[0] + 1 > 3:
        return ""
    run = words[places[0] : places[-1] + 1]
    return "" if any(word.terms for word in run) else " ".join(word.form for word in run)


def _form_language(spelling: str, words: Sequence[Word], lexicon: Lexicon) -> str:
    """Under which of a term's spellings a form belongs: it decides how its inflections are found."""
    if _DEVANAGARI.search(spelling):
        return "hi"
    return "en" if sentence_language(list(words), lexicon) == "en" else "roman"


def _learned(
    concept: Concept,
    effect: str,
    words: Sequence[Word],
    *,
    forms: Mapping[str, Any],
    pattern: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "concept": concept.id,
        "effect": effect,
        "words": " ".join(word.form for word in words),
    }
    if forms:
        found["forms"] = dict(forms)
    if pattern is not None:
        found["pattern"] = dict(pattern)
    return found


def _works(data: Mapping[str, Any], proposal: Proposal, answer: str, concept: Concept, effect: str) -> bool:
    """Whether the answer's verdict becomes the wanted one. What only a guard holds back counts as well."""
    before = data.get("learned", ())
    taught = read_rubric({**data, "learned": [*before, proposal.learned]})
    verdict = next(c.verdict for c in mark_text(taught, answer).concepts if c.concept == concept.id)
    if effect == "accept" and verdict is Verdict.UNSURE:
        alone = mark_text(replace(taught, question=()), str(proposal.learned["words"]))
        return any(c.concept == concept.id and c.verdict is Verdict.SUPPORTED for c in alone.concepts)
    return verdict is _WANTED[effect]
