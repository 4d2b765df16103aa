"""What people taught about a question's words, laid over its rubric and glossary.

A phrasing is plain data: ``concept``, ``effect`` (``accept``, ``contradict`` or ``doubt``), the ``words`` it
came from, and what follows from them: ``forms`` gives terms further spellings (those of the glossary, or new
ones of its own), ``pattern`` is a statement as a rubric has it. Either may be missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from graders.answers.text.lexicon import Lexicon, Term, load_lexicon

EFFECTS = ("accept", "contradict", "doubt")
Learned = Mapping[str, Any]
_Forms = tuple[tuple[str, str, tuple[str, ...]], ...]


def learned_lexicon(topics: Sequence[str], learned: Sequence[Learned]) -> Lexicon:
    """The glossaries of the topics with the spellings that were taught."""
    if not learned:
        return load_lexicon(*topics)
    forms: dict[tuple[str, str], dict[str, None]] = {}
    for phrasing in learned:
        for term, by_language in phrasing.get("forms", {}).items():
            for language, spellings in by_language.items():
                forms.setdefault((term, language), {}).update(dict.fromkeys(spellings))
    flat = tuple((term, language, tuple(found)) for (term, language), found in sorted(forms.items()))
    return _extended(tuple(topics), flat)


def learned_concepts(
    concepts: Sequence[Mapping[str, Any]], learned: Sequence[Learned]
) -> list[Mapping[str, Any]]:
    """The rubric's concept tables with the patterns that were taught, each in its place.

    What was taught for a concept that the rubric no longer has is left out: the question has changed since.
    """
    found: list[Mapping[str, Any]] = []
    for concept in concepts:
        extended = dict(concept)
        for phrasing in learned:
            if phrasing.get("concept") == concept.get("id") and phrasing.get("pattern"):
                effect = phrasing["effect"]
                extended[effect] = [*extended.get(effect, ()), phrasing["pattern"]]
        found.append(extended)
    return found


@lru_cache(maxsize=128)
def _extended(topics: tuple[str, ...], forms: _Forms) -> Lexicon:
    base = load_lexicon(*topics)
    terms = dict(base.terms)
    for name, language, spellings in forms:
        known = terms.get(name) or Term(name)
        together = dict.fromkeys((*known.forms.get(language, ()), *spellings))
        terms[name] = replace(known, forms={**known.forms, language: tuple(together)})
    return base.with_terms(terms.values())
