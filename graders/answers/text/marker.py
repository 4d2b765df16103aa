"""Marking a short text against its rubric: per concept a verdict, and never more certainty than there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from graders.answers.digits import fold_digits
from graders.answers.outcome import (
    AnswerRefused,
    ConceptOutcome,
    Marking,
    Outcome,
    Remark,
    Verdict,
    earned_fraction,
    wrong,
)
from graders.answers.text import guards
from graders.answers.text.clauses import Clause, clauses_of, sentence_language
from graders.answers.text.effects import effect_hits
from graders.answers.text.normalise import clean
from graders.answers.text.order import scrambled
from graders.answers.text.rubric import Concept, Effect, Formula, Pattern, Rubric, Statement
from graders.answers.text.statements import Hit, Stance, statement_hits
from graders.contract import Text

_QUOTE_LIMIT = 240
_LETTER_NAMES = {
    **dict.fromkeys(("input", "in", "w", "h", "i"), "n"),
    **dict.fromkeys(("f", "kernel"), "k"),
    "padding": "p",
    "stride": "s",
}
_NAME = regex.compile(r"[a-z]+")
_LATEX = regex.compile(r"\\(?:lfloor|rfloor|left|right|cdot|times|,|;)|floor|[\s*⌊⌋·×$`]")
_LATEX_FRACTION = regex.compile(r"\\d?frac\{([^{}]{1,60})\}\{([^{}]{1,20})\}")


def mark_text(rubric: Rubric, answer: str) -> Marking:
    """Mark a short text. Refuses only what is too long to be read at all."""
    if len(answer) > guards.MAX_CHARACTERS:
        raise AnswerRefused("answer_too_long", limit=guards.MAX_CHARACTERS)
    text = clean(answer)
    empty = guards.blank_or_foreign(text)
    if empty is not None:
        return _nothing(rubric, empty)
    words = rubric.lexicon.words(text)
    if guards.is_echo(words, rubric.said, rubric.lexicon):
        return _nothing(rubric, "answer_echo")
    clauses = clauses_of(text, rubric.lexicon, words)
    raised = [
        guards.look_alikes(text),
        guards.addresses_marker(words),
        guards.for_a_machine(text),
        guards.word_list(words, rubric.lexicon, text),
        scrambled(text, words, rubric.lexicon, sentence_language(words, rubric.lexicon)),
        Remark("guard_too_long", {"limit": rubric.max_words}) if len(words) > rubric.max_words else None,
    ]
    remarks = [remark for remark in raised if remark is not None]
    return _judge(rubric, text, clauses, remarks)


def _judge(rubric: Rubric, text: str, clauses: Sequence[Clause], remarks: list[Remark]) -> Marking:
    guarded = bool(remarks)
    outcomes: list[ConceptOutcome] = []
    notes: list[Text] = []
    read: set[int] = set()
    for concept in rubric.concepts:
        outcome, hits = _concept(concept, text, clauses, rubric, guarded=guarded)
        outcomes.append(outcome)
        notes += [hit.note for hit in hits if hit.note is not None and hit.note not in notes]
        read.update(index for hit in hits for index in hit.read)
        if {hit.stance for hit in hits} >= {Stance.SUPPORT, Stance.CONTRADICT}:
            remarks.append(Remark("both_stated", {"words": outcome.quote}))
    unread = [c for index, c in enumerate(clauses) if c.negated and c.terms and index not in read]
    if unread:
        remarks.append(Remark("negation_unread", {"words": _quote(text, [unread[0]])}))
    full = not remarks and all(outcome.verdict is Verdict.SUPPORTED for outcome in outcomes)
    fraction = earned_fraction(outcomes)
    trust = Outcome.FULL if full else Outcome.PROVISIONAL
    return Marking(trust, fraction, tuple(remarks), tuple(outcomes), tuple(notes))


def _concept(
    concept: Concept, text: str, clauses: Sequence[Clause], rubric: Rubric, *, guarded: bool
) -> tuple[ConceptOutcome, list[Hit]]:
    hits = _hits(concept, text, clauses, rubric)
    telling = [hit for hit in hits if hit.stance is not Stance.NEUTRAL]
    stances = {hit.stance for hit in telling}
    if not stances:
        verdict = Verdict.ABSENT
    elif stances == {Stance.SUPPORT}:
        verdict = Verdict.UNSURE if guarded else Verdict.SUPPORTED
    else:
        verdict = Verdict.CONTRADICTED if stances == {Stance.CONTRADICT} else Verdict.UNSURE
    against = [hit for hit in telling if hit.stance is not Stance.SUPPORT]
    shown = next(iter(against or telling), None)
    quoted = [clauses[index] for index in sorted(shown.clauses)] if shown else []
    return ConceptOutcome(concept.id, verdict, concept.marks, _quote(text, quoted)), hits


def _hits(concept: Concept, text: str, clauses: Sequence[Clause], rubric: Rubric) -> list[Hit]:
    hits: list[Hit] = []
    for pattern in concept.accept:
        hits += _pattern_hits(pattern, text, clauses, rubric)
    for pattern in concept.contradict:
        hits += _against(statement_hits(pattern, clauses, rubric.lexicon), Stance.CONTRADICT, clauses)
    for pattern in concept.doubt:
        hits += _against(statement_hits(pattern, clauses, rubric.lexicon), Stance.DOUBT, clauses)
    return hits


def _pattern_hits(pattern: Pattern, text: str, clauses: Sequence[Clause], rubric: Rubric) -> list[Hit]:
    if isinstance(pattern, Formula):
        return _formula_hits(pattern, text, clauses)
    if isinstance(pattern, Effect):
        return effect_hits(pattern, clauses, rubric.lexicon)
    if isinstance(pattern, Statement):
        return statement_hits(pattern, clauses, rubric.lexicon)
    raise TypeError(pattern)


def _against(hits: list[Hit], stance: Stance, clauses: Sequence[Clause]) -> list[Hit]:
    """A wrong statement counts where it is made. Denied, or only supposed, it just explains the words."""
    meant = {Stance.SUPPORT: stance, Stance.DOUBT: stance, Stance.NEUTRAL: Stance.DOUBT}
    return [
        replace(hit, stance=meant[hit.stance])
        if hit.stance in meant and not any(clauses[index].condition for index in hit.clauses)
        else replace(hit, stance=Stance.NEUTRAL, note=None)
        for hit in hits
    ]


def _formula_hits(pattern: Formula, text: str, clauses: Sequence[Clause]) -> list[Hit]:
    written = plain_formula(text)
    if not any(plain_formula(spelling) in written for spelling in pattern.spellings):
        return []
    places = [index for index, clause in enumerate(clauses) if regex.search(r"[/+]", _quote(text, [clause]))]
    return [Hit(Stance.SUPPORT, frozenset(places[:1] or [0]))]


def plain_formula(text: str) -> str:
    """A formula without spaces, product and floor signs, its letters by their usual names."""
    folded = fold_digits(text.casefold()).replace("−", "-").replace("–", "-").replace("÷", "/")
    flat = _LATEX.sub("", _LATEX_FRACTION.sub(r"(\1)/\2", folded)).replace("[", "(").replace("]", ")")
    return _NAME.sub(lambda found: _LETTER_NAMES.get(found.group(0), found.group(0)), flat)


def _quote(text: str, clauses: Sequence[Clause]) -> str:
    """The student's own words, from the first clause to the last."""
    if not clauses:
        return ""
    words = text[min(c.start for c in clauses) : max(c.end for c in clauses)].strip()
    return words if len(words) <= _QUOTE_LIMIT else words[: _QUOTE_LIMIT - 1].rstrip() + "…"


def _nothing(rubric: Rubric, code: str) -> Marking:
    absent = tuple(
        ConceptOutcome(concept.id, Verdict.ABSENT, Decimal(concept.marks)) for concept in rubric.concepts
    )
    base = wrong(Remark(code))
    return Marking(base.outcome, base.fraction, base.remarks, absent)
