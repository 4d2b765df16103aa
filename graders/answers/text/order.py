"""Word order: is this a sentence, or its words in a heap?

Not a parser. It counts small words that stand where no speaker of the language puts them: an English article
before a verb or another article, a Hindi postposition after a verb, करता before anything but a verb. A slip
makes one; a shuffle makes many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from graders.answers.outcome import Remark
from graders.answers.text.lexicon import Lexicon, Word

MIN_FAULTS = 2
FAULT_SHARE = 0.06

_PUNCTUATION = regex.compile(r"[.,;:!?()।॥\n→=]|\s[-–—]\s")
_END = regex.compile(r"[.!?।॥\n]")
_PARTICIPLE = regex.compile(r".+(?:ता|ती|ते|ta|ti|te)$")
_ARTICLES = frozenset({"the", "a", "an"})
_PHRASE_SECOND = frozenset(
    {"लिए", "लिये", "साथ", "बाद", "पास", "कारण", "वजह", "जरिए", "बीच", "अनुसार", "द्वारा", "नीचे"}
)

_NOMINATIVES = frozenset({"वह", "यह", "ये", "वे", "हर", "प्रत्येक", "wah", "woh", "yah", "ye", "har", "pratyek"})
_INDEFINITE = frozenset({"कोई", "किसी", "koi", "kisi"})
_GENITIVES = frozenset({"का", "के", "की", "ka", "ke", "ki"})
# After a comma it says "but".
_BUT = frozenset({"पर", "par"})
_SIMPLE_PLACES = frozenset({"पर", "में", "par", "pe", "mein", "me"})


@dataclass(frozen=True)
class _Seat:
    """A word with its neighbours' gaps: does a stop stand before or after it?"""

    form: str
    roles: frozenset[str]
    content: bool
    verbal: bool
    stop_before: bool
    comma_before: bool
    stop_after: bool
    starts: bool


def scrambled(text: str, words: Sequence[Word], lexicon: Lexicon, language: str) -> Remark | None:
    """The remark for an answer whose words stand in no order."""
    seats = _seats(text, words, lexicon, language)
    count = _hindi_faults if language == "hi" else _english_faults
    faults = count(seats) + _capitals(text, words, seats)
    share = faults / len(seats) if seats else 0.0
    return Remark("guard_scrambled") if faults >= MIN_FAULTS and share > FAULT_SHARE else None


def _seats(text: str, words: Sequence[Word], lexicon: Lexicon, language: str) -> list[_Seat]:
    seats: list[_Seat] = []
    for place, word in enumerate(words):
        before = text[words[place - 1].end : word.start] if place else "."
        after = text[word.end : words[place + 1].start] if place + 1 < len(words) else "."
        roles = lexicon.roles(word.form, language)
        seats.append(
            _Seat(
                form=word.form,
                roles=roles,
                content=bool(word.terms) or not roles,
                verbal="auxiliaries" in roles or _is_verbal(word, lexicon),
                stop_before=bool(_PUNCTUATION.search(before)),
                comma_before="," in before,
                stop_after=bool(_PUNCTUATION.search(after)),
                starts=bool(_END.search(before)),
            )
        )
    return seats


def _is_verbal(word: Word, lexicon: Lexicon) -> bool:
    return any(lexicon.terms[name].verb for name in word.terms)


def _english_faults(seats: Sequence[_Seat]) -> int:
    faults = 0
    for place, seat in enumerate(seats):
        after = seats[place + 1] if place + 1 < len(seats) and not seat.stop_after else None
        if seat.form in _ARTICLES:
            faults += after is None or bool(
                after.roles
                & {"prepositions", "places", "boundaries", "auxiliaries", "conditions", "negators"}
            )
            faults += after is not None and after.form in _ARTICLES | {"each", "every", "this", "its"}
        elif "prepositions" in seat.roles:
            faults += after is None or bool(after.roles & {"auxiliaries", "boundaries", "prepositions"})
            faults += seat.form == "of" and (place == 0 or not seats[place - 1].content)
        elif "auxiliaries" in seat.roles:
            faults += after is None or bool("auxiliaries" in after.roles and seat.form == after.form)
        elif seat.roles & {"boundaries"} and not seat.roles & {"pronouns"}:
            faults += after is None
    return faults


def _hindi_faults(seats: Sequence[_Seat]) -> int:
    faults = 0
    for place, seat in enumerate(seats):
        before = seats[place - 1] if place and not seat.stop_before else None
        after = seats[place + 1] if place + 1 < len(seats) and not seat.stop_after else None
        if _is_postposition(seat):
            opens = seat.comma_before and seat.form in _BUT
            faults += not opens and (before is None or _refuses_postposition(before, seat))
        elif "closers" in seat.roles:
            faults += before is None or (after is not None and not _may_follow_verb(after))
        elif _is_participle(seat):
            faults += after is not None and not _may_follow_participle(after)
        elif "determiners" in seat.roles and "pronouns" not in seat.roles:
            faults += after is None or "closers" in after.roles
            faults += after is not None and seat.form in _INDEFINITE and "determiners" in after.roles
        elif "joiners" in seat.roles:
            faults += after is None
    return faults


def _is_postposition(seat: _Seat) -> bool:
    return (
        bool(seat.roles & {"postpositions", "places"}) and not seat.content and "pronouns" not in seat.roles
    )


def _refuses_postposition(before: _Seat, seat: _Seat) -> bool:
    if "closers" in before.roles or "boundaries" in before.roles or "negators" in before.roles:
        return True
    if before.form in _NOMINATIVES or (before.form in _GENITIVES and seat.form in _SIMPLE_PLACES):
        return True
    doubled = "postpositions" in before.roles and "postpositions" in seat.roles
    return (
        doubled and seat.form not in _PHRASE_SECOND and before.form not in {"के", "की", "ke", "ki", "से", "se"}
    )


def _is_participle(seat: _Seat) -> bool:
    return seat.verbal and bool(_PARTICIPLE.match(seat.form))


def _may_follow_verb(after: _Seat) -> bool:
    return bool(
        after.roles
        & {"boundaries", "conditions", "consequences", "pronouns", "negators", "determiners", "without"}
    )


def _may_follow_participle(after: _Seat) -> bool:
    return bool(
        after.roles & {"auxiliaries", "closers", "negators", "boundaries", "consequences", "pronouns"}
    )


def _capitals(text: str, words: Sequence[Word], seats: Sequence[_Seat]) -> int:
    """Small words with a capital in the middle of a sentence, which had been its first."""
    return sum(
        not seat.content and not seat.starts and word.form != "i" and text[word.start].isupper()
        for word, seat in zip(words, seats, strict=True)
    )
